import { z } from 'zod';
// Types only: the schemas of requests are the background's, and must not come into the page with them.
import type { Card, CheckAnswer } from '../../../entrypoints/background/messages/shown.ts';

// As everywhere else: no code is made of text.
z.config({ jitless: true });

const level = z.enum(['error', 'warning', 'info', 'unknown']);
const richText = z.array(z.object({ text: z.string(), strong: z.literal(true).exactOptional() }));
const language = z.enum(['zh-CN', 'en']);

const finding = z.object({
  id: z.string(),
  rule: z.string(),
  level,
  levelName: z.string(),
  sentence: richText,
  targets: z.array(z.object({ record: z.string(), field: z.string() })),
  inline: z.boolean(),
});

const checkAnswer = z.object({
  sequence: z.number().int().nonnegative(),
  language,
  findings: z.array(z.object({ record: z.string(), list: z.array(finding) })),
  store: z.object({ known: z.boolean(), name: z.string(), note: z.string() }),
  remarks: z.array(z.string()),
  margin: z.object({ brief: z.string(), lines: z.array(richText) }).nullable(),
}) satisfies z.ZodType<CheckAnswer>;

/** Of the guide only that it is one: its layouts are a language of their own, which would count against zod. */
const opening = z.object({
  guide: z.object({ readers: z.array(z.looseObject({ id: z.string() })), store: z.looseObject({}) }),
  appearance: z.object({
    language,
    texts: z.record(z.string(), z.string()),
    levelNames: z.record(level, z.string()),
    styles: z.string(),
    laterStyles: z.string(),
  }),
});

const card = z.object({
  finding: z.string(),
  rule: z.string().nullable(),
  level,
  levelName: z.string(),
  title: z.string(),
  sentence: richText,
  fixes: z.array(z.object({ label: z.string(), shown: z.string(), copy: z.string().nullable() })),
  reasons: z.array(z.object({ title: z.string(), sentence: richText })),
  why: z.string(),
  numbers: z.array(z.object({ label: z.string(), shown: z.string(), origin: z.string().exactOptional() })),
  since: z.string().nullable(),
  sources: z.array(z.object({ title: z.string(), address: z.string().nullable() })),
  certainty: z.string().nullable(),
  blind: z.string().nullable(),
  hints: z.array(z.string()),
  entries: z.array(
    z.object({
      fact: z.string(),
      label: z.string(),
      kind: z.enum(['money', 'percent', 'decimal', 'count', 'day', 'text', 'flag', 'choice']),
      choices: z.array(z.object({ value: z.string(), label: z.string() })).exactOptional(),
      current: z.string(),
      example: z.string(),
      help: z.string(),
    }),
  ),
  canIgnore: z.boolean(),
  canImport: z.boolean(),
  teach: z.object({ record: z.string(), field: z.string() }).nullable(),
}) satisfies z.ZodType<Card>;

/** What a page's script is answered, by the kind of its request. */
export const schemas = { open: opening.nullable(), check: checkAnswer, explain: card.nullable() } as const;
export type CheckedKind = keyof typeof schemas;
