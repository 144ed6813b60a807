import type { core } from 'zod';

/**
 * What is wrong with a seller's check or settings file, at one place. `values` fill the sentence that the interface has
 * for the reason.
 */
export interface Refusal {
  /** Path into the file: `ownChecks[3].minimum`; empty for the file as a whole. */
  readonly place: string;
  readonly reason: RefusalReason;
  readonly values: { readonly [name: string]: string | number };
}

export const refusalReasons = [
  'too-large',
  'not-json',
  'not-settings',
  'newer-version',
  'unknown-key',
  'missing',
  'wrong-type',
  'not-a-choice',
  'malformed',
  'too-small',
  'too-big',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'not-a-number',
  'out-of-range',
  'minimum-above-maximum',
  'no-limit',
  'no-letter',
  'unlike-fields',
  'same-field',
  'dependent-fields',
  'unknown-site',
  'duplicate-id',
  'unknown-rule',
  'retired-rule',
  'not-taught-fields',
  'not-stable',
  'one-language',
  'other-language',
  'unknown-marketplace',
  'unknown-page',
  'unknown-field',
  'not-teachable',
  'wrong-place',
  'taught-twice',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** More do not help anyone fix a file. */
const MOST_REFUSALS = 20;

export function refusal(place: string, reason: RefusalReason, values: Refusal['values'] = {}): Refusal {
  return { place, reason, values };
}

/** An issue raised by our own checks of a schema: `params` of zod's custom issues. */
export function custom(
  reason: RefusalReason,
  values: Refusal['values'] = {},
): { reason: RefusalReason; values: object } {
  return { reason, values };
}

/** A path in JavaScript notation: `ownChecks[3].words[0]`. */
export function placeOf(path: readonly PropertyKey[], within = ''): string {
  return path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    const name = String(key);
    if (!/^[\w$]+$/u.test(name)) return `${place}[${JSON.stringify(name)}]`;
    return place === '' ? name : `${place}.${name}`;
  }, within);
}

/** Converts zod issues into refusals; parse with `reportInput`. Never throws, and never empty for an issue. */
export function refusalsOf(issues: readonly core.$ZodIssue[], within = ''): readonly Refusal[] {
  return issues.slice(0, MOST_REFUSALS).map((issue) => refusalOf(issue, within));
}

function refusalOf(issue: core.$ZodIssue, within: string): Refusal {
  const place = placeOf(issue.path, within);
  if (issue.code !== 'custom' && issue.code !== 'unrecognized_keys' && isMissing(issue))
    return refusal(place, 'missing');
  switch (issue.code) {
    case 'invalid_type':
      return refusal(place, 'wrong-type', { expected: issue.expected });
    case 'unrecognized_keys':
      return refusal(placeOf([issue.keys[0] ?? ''], place), 'unknown-key', { key: issue.keys[0] ?? '' });
    case 'invalid_value':
      return refusal(place, 'not-a-choice', { choices: choicesText(issue.values) });
    case 'invalid_union':
      return refusal(place, 'not-a-choice', { choices: choicesText(optionsOf(issue)) });
    case 'invalid_format':
      return refusal(place, 'malformed');
    case 'too_small':
      return refusal(place, tooSmall[issue.origin] ?? 'too-small', { least: Number(issue.minimum) });
    case 'too_big':
      return refusal(place, tooBig[issue.origin] ?? 'too-big', { most: Number(issue.maximum) });
    case 'custom': {
      const { reason, values } = (issue.params ?? {}) as Partial<ReturnType<typeof custom>>;
      return refusal(place, reason ?? 'malformed', (values ?? {}) as Refusal['values']);
    }
    default:
      return refusal(place, 'malformed');
  }
}

/** Whether the value is missing, provided zod reports its input. A wrong `kind` is reported with the whole object. */
function isMissing(issue: core.$ZodIssue): boolean {
  const { input, path } = issue as { readonly input?: unknown; readonly path: readonly PropertyKey[] };
  if (issue.code !== 'invalid_union') return input === undefined;
  const last = path.at(-1);
  return typeof input === 'object' && input !== null && last !== undefined && !Object.hasOwn(input, last);
}

const tooSmall: { readonly [origin: string]: RefusalReason } = { string: 'too-short', array: 'too-few' };
const tooBig: { readonly [origin: string]: RefusalReason } = { string: 'too-long', array: 'too-many' };

/** A list of choices can be long; its beginning is enough. */
const MOST_CHOICES = 12;

function choicesText(values: readonly unknown[]): string {
  const shown = values.slice(0, MOST_CHOICES).map(String).join(', ');
  return values.length > MOST_CHOICES ? `${shown}, …` : shown;
}

function optionsOf(issue: core.$ZodIssue): readonly unknown[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
}
