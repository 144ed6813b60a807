import { type Refusal, refusal, refusalsOf } from '../../../rules/own/refusal.ts';
import { openSharedFile, type SharedFile } from '../../../rules/own/shared-file.ts';
import { z } from '../messages/schema.ts';
import { MOST_TAUGHT, type TaughtField, taughtFieldSchema, taughtId, unknownPlace } from './taught-fields.ts';

const kind = {
  preflight: 'taught-fields',
  version: 1,
  stranger: 'not-taught-fields',
  saysWhere: false,
} as const satisfies SharedFile;

const fileSchema = z.strictObject({
  preflight: z.literal(kind.preflight),
  version: z.literal(kind.version),
  fields: z.array(taughtFieldSchema).max(MOST_TAUGHT),
});

export type ReadTaughtFile = { readonly fields: readonly TaughtField[] } | { readonly refusals: readonly Refusal[] };

/**
 * Reads a file of taught fields. It is taken whole or not at all: anything that is not understood is named with its place
 * and the reason. Never throws.
 */
export function readTaughtFile(text: string): ReadTaughtFile {
  const opened = openSharedFile(text, kind);
  if ('refusal' in opened) return { refusals: [opened.refusal] };
  const result = fileSchema.safeParse(opened.parsed, { reportInput: true });
  if (!result.success) return { refusals: refusalsOf(result.error.issues) };
  const { fields } = result.data;
  const refusals = [...unknownPlaces(fields), ...twice(fields)];
  return refusals.length > 0 ? { refusals } : { fields };
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
  return `${JSON.stringify({ preflight: kind.preflight, version: kind.version, fields: sorted }, null, 2)}\n`;
}
