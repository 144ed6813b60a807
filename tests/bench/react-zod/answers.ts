import { z } from 'zod';
// Types only: the schemas of requests are the background's, and must not come into the page with them.
import type { CardAct, CheckAnswer, OpenedCard } from '../../../entrypoints/background/messages/shown.ts';
import type { View } from '../../../entrypoints/background/messages/views.ts';

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

/** A card as the worker has drawn it, as deep as it goes. */
const view: z.ZodType<View<CardAct>> = z.union([
  z.string(),
  z.object({
    tag: z.string(),
    props: z.record(z.string(), z.unknown()),
    get content() {
      return z.array(view);
    },
    act: z.looseObject({ kind: z.string() }).exactOptional(),
  }),
]) as z.ZodType<View<CardAct>>;

const card = z.object({ title: z.string(), view: z.array(view) }) satisfies z.ZodType<OpenedCard>;

/** What a page's script is answered, by the kind of its request. */
export const schemas = { open: opening.nullable(), check: checkAnswer, explain: card.nullable() } as const;
export type CheckedKind = keyof typeof schemas;
