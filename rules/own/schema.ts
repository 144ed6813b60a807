import { z } from 'zod';
import { factKinds } from '../engine/facts.ts';
import { marketplaces, type Site, sitesOf } from '../engine/sites.ts';
import { Big } from '../measures/decimals.ts';
import { imageCountFields, marksOf, numberFields, ownFields, textFields } from './fields.ts';
import { custom, type Refusal, type RefusalReason, refusalsOf } from './refusal.ts';

// zod probes `new Function` when it creates a schema. The extension's CSP forbids that, and the browser would log it.
z.config({ jitless: true });

/** Maximum a seller may define: more is a mistake or an attack, and slow on every keystroke. */
export const MOST_CHECKS = 500;
const MOST_WORDS = 200;
const LONGEST_TEXT = 200;
const LONGEST_TITLE = 80;
const LONGEST_ID = 64;
const MOST_CHARACTERS = 100_000;
const MOST_IMAGES = 1000;
const MOST_PIXELS = 100_000;
/** Percent of another field. */
const MOST_RATIO = 100_000;

export const severities = ['error', 'warning', 'info'] as const;

/** An exact decimal that is not negative, as text: "19.99". */
const DECIMAL = /^\d{1,12}(?:\.\d{1,6})?$/;
const decimal = z.string().refine((text) => DECIMAL.test(text), { params: custom('not-a-number') });

/** A word of a list: not empty, and without surrounding spaces, which nobody sees in a form. */
const word = z
  .string()
  .max(LONGEST_TEXT)
  .refine((text) => text !== '' && text.trim() === text, { params: custom('malformed') });
const words = z.array(word).min(1).max(MOST_WORDS);

const field = z.enum(ownFields);
const textField = z.enum(textFields);
const numberField = z.enum(numberFields);
const texts = z.array(textField).min(1).max(textFields.length);
const characters = z.number().int().min(1).max(MOST_CHARACTERS).optional();
const images = z.number().int().min(0).max(MOST_IMAGES).optional();
const pixels = z.number().int().min(1).max(MOST_PIXELS).optional();
const match = z.enum(['word', 'literal']);

const base = {
  /** Unique among the checks; kept when the check is edited or shared. */
  id: z
    .string()
    .max(LONGEST_ID)
    .regex(/^own\/[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** In the seller's words. */
  title: z
    .string()
    .max(LONGEST_TITLE)
    .refine((text) => text.trim() !== '', { params: custom('too-short', { least: 1 }) }),
  marketplaces: z.array(z.enum(marketplaces)).min(1).max(marketplaces.length),
  /** Sites of those marketplaces. */
  sites: z.union([z.literal('all'), z.array(z.string()).min(1).max(100)]),
  severity: z.enum(severities),
  /** Shown as the reason. */
  note: z.string().max(LONGEST_TEXT).optional(),
};

const kinds = [
  /** The length of the field's text, or of each of its items, in characters (code points) or UTF-8 bytes. */
  z.strictObject({
    ...base,
    kind: z.literal('length'),
    field: textField,
    unit: z.enum(['characters', 'bytes']),
    minimum: characters,
    maximum: characters,
  }),
  /** The field's number is between the limits, inclusive. `currency`: only where prices are in it. */
  z.strictObject({
    ...base,
    kind: z.literal('range'),
    field: numberField,
    minimum: decimal.optional(),
    maximum: decimal.optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  }),
  /** None of the words occurs in any of the fields. */
  z.strictObject({ ...base, kind: z.literal('forbidden-words'), fields: texts, words, match }),
  /** Each of the words occurs in at least one of the fields. */
  z.strictObject({ ...base, kind: z.literal('required-words'), fields: texts, words, match }),
  /** The field is not left empty. */
  z.strictObject({ ...base, kind: z.literal('required-field'), field }),
  /** The field's percentage of another field is between the limits, inclusive. */
  z.strictObject({
    ...base,
    kind: z.literal('ratio'),
    field: numberField,
    of: numberField,
    minimumPercent: decimal.optional(),
    maximumPercent: decimal.optional(),
  }),
  /** The number of images is between the limits. */
  z.strictObject({
    ...base,
    kind: z.literal('image-count'),
    field: z.enum(imageCountFields),
    minimum: images,
    maximum: images,
  }),
  /** An image has at least these pixels. */
  z.strictObject({ ...base, kind: z.literal('image-size'), minimumWidth: pixels, minimumHeight: pixels }),
] as const;

/** One of the seller's own checks: data of a closed set of kinds, never code. */
export const ownCheckSchema = z.discriminatedUnion('kind', kinds).superRefine((check, context) => {
  const refuse = (path: string, reason: RefusalReason, values: Refusal['values'] = {}) =>
    context.addIssue({ code: 'custom', path: [path], params: custom(reason, values) });
  const sites: ReadonlySet<Site> = new Set(check.marketplaces.flatMap((marketplace) => sitesOf[marketplace]));
  const stranger = check.sites === 'all' ? undefined : check.sites.find((site) => !sites.has(site));
  if (stranger !== undefined) refuse('sites', 'unknown-site', { site: stranger });
  const [minimum, maximum] = limitsOf(check);
  if (minimum !== undefined || maximum !== undefined) {
    const place = check.kind === 'ratio' ? 'minimumPercent' : 'minimum';
    if (minimum === null && maximum === null) refuse(place, 'no-limit');
    else if (minimum && maximum && minimum.gt(maximum))
      refuse(place, 'minimum-above-maximum', {
        minimum: minimum.toFixed(),
        maximum: maximum.toFixed(),
      });
  }
  if (check.kind === 'ratio') {
    if (check.field === check.of) refuse('of', 'same-field');
    else if (factKinds[check.field] !== factKinds[check.of]) refuse('of', 'unlike-fields');
    // Changing one would change the other too, so no number could be suggested.
    else if (marksOf(check.of).includes(check.field)) refuse('of', 'dependent-fields');
    for (const name of ['minimumPercent', 'maximumPercent'] as const)
      if (exact(check[name])?.gt(MOST_RATIO)) refuse(name, 'too-big', { most: MOST_RATIO });
  }
  if (check.kind === 'image-size' && check.minimumWidth === undefined && check.minimumHeight === undefined)
    refuse('minimumWidth', 'no-limit');
  if ('words' in check && check.match === 'word' && check.words.some((one) => !/[\p{L}\p{N}]/u.test(one)))
    refuse('words', 'no-letter');
});

type Limits = readonly [minimum: Big | null | undefined, maximum: Big | null | undefined];

/** The limits of a check that has limits; null for an open end. */
function limitsOf(check: z.infer<(typeof kinds)[number]>): Limits {
  switch (check.kind) {
    case 'length':
    case 'range':
    case 'image-count':
      return [exact(check.minimum), exact(check.maximum)];
    case 'ratio':
      return [exact(check.minimumPercent), exact(check.maximumPercent)];
    default:
      return [undefined, undefined];
  }
}

/** Null for an omitted limit, and for text that is not a number, which is rejected separately. */
function exact(value: string | number | undefined): Big | null {
  return value === undefined || (typeof value === 'string' && !DECIMAL.test(value)) ? null : new Big(value);
}

export type OwnCheck = z.infer<typeof ownCheckSchema>;
export type OwnKind = OwnCheck['kind'];
export type OwnCheckOf<Kind extends OwnKind> = Extract<OwnCheck, { kind: Kind }>;
export const ownKinds = kinds.map(({ shape }) => shape.kind.value) as readonly OwnKind[];

/** Parses a check from outside, or returns everything wrong with it. Never throws. */
export function readOwnCheck(value: unknown): { readonly check: OwnCheck } | { readonly refusals: readonly Refusal[] } {
  const result = ownCheckSchema.safeParse(value, { reportInput: true });
  return result.success ? { check: result.data } : { refusals: refusalsOf(result.error.issues) };
}
