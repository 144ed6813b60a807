import { utf8Bytes } from '../../../rules/own/length.ts';
import { MOST_FILE_BYTES } from '../../../rules/own/limits.ts';
import { type Refusal, refusal, refusalsOf } from '../../../rules/own/refusal.ts';
import { z } from '../messages/schema.ts';
import { MOST_TAUGHT, type TaughtField, taughtFieldSchema, taughtId, unknownPlace } from './taught-fields.ts';

const VERSION = 1;

const fileSchema = z.strictObject({
  preflight: z.literal('taught-fields'),
  version: z.literal(VERSION),
  fields: z.array(taughtFieldSchema).max(MOST_TAUGHT),
});

export type ReadTaughtFile = { readonly fields: readonly TaughtField[] } | { readonly refusals: readonly Refusal[] };

/**
 * Reads a file of taught fields. It is taken whole or not at all: anything that is not understood is named with its place
 * and the reason. Never throws.
 */
export function readTaughtFile(text: string): ReadTaughtFile {
  if (text.length > MOST_FILE_BYTES || utf8Bytes(text) > MOST_FILE_BYTES)
    return { refusals: [refusal('', 'too-large', { most: MOST_FILE_BYTES })] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { refusals: [refusal('', 'not-json', { line: 0, column: 0 })] };
  }
  const stranger = notOurs(parsed);
  if (stranger) return { refusals: [stranger] };
  const result = fileSchema.safeParse(parsed, { reportInput: true });
  if (!result.success) return { refusals: refusalsOf(result.error.issues) };
  const { fields } = result.data;
  const refusals = [...unknownPlaces(fields), ...twice(fields)];
  return refusals.length > 0 ? { refusals } : { fields };
}

/** JSON that is no file of taught fields at all, or one of a later Preflight. */
function notOurs(parsed: unknown): Refusal | null {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return refusal('', 'not-taught-fields');
  const { preflight, version } = parsed as { readonly preflight?: unknown; readonly version?: unknown };
  if (preflight !== 'taught-fields') return refusal('preflight', 'not-taught-fields');
  return typeof version === 'number' && version > VERSION
    ? refusal('version', 'newer-version', { version, known: VERSION })
    : null;
}

function unknownPlaces(fields: readonly TaughtField[]): readonly Refusal[] {
  return fields.flatMap((field, index) => {
    const reason = unknownPlace(field);
    if (!reason) return [];
    const { page } = field;
    const values = reason === 'unknown-marketplace' ? { marketplace: page.split('/')[0] ?? '' } : { page };
    return [refusal(`fields[${index}].${wrongPart[reason]}`, reason, values)];
  });
}

const wrongPart = {
  'unknown-marketplace': 'page',
  'unknown-page': 'page',
  'unknown-field': 'field',
  'not-teachable': 'field',
  'wrong-place': 'locator.by',
} as const;

function twice(fields: readonly TaughtField[]): readonly Refusal[] {
  const seen = new Set<string>();
  return fields.flatMap((field, index) => {
    const id = taughtId(field);
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [refusal(`fields[${index}]`, 'taught-twice')];
  });
}

/** The file's text: stable, sorted, one value a line, so that a team can keep it under version control. */
export function writeTaughtFile(fields: readonly TaughtField[]): string {
  const sorted = fields
    .toSorted((a, b) => (taughtId(a) < taughtId(b) ? -1 : 1))
    .map(({ page, language, field, locator, taught }) => ({ page, language, field, locator, taught }));
  return `${JSON.stringify({ preflight: 'taught-fields', version: VERSION, fields: sorted }, null, 2)}\n`;
}
