import { codesIn } from '../measures/error-codes.ts';
import { type Outcome, ok, type Severity, violation } from './outcome.ts';
import { type Certainty, type Policy, readPolicy } from './policy.ts';
import type { Evidence } from './rule.ts';
import type { WireFigures } from './wire.ts';

/** What an error code is about, as the reference groups them. */
export const codeKinds = [
  'listing',
  'file',
  'variation',
  'image',
  'video',
  'brand',
  'price',
  'price-review',
  'stock',
  'shipping',
  'promotion',
  'activity',
  'compliance',
  'account',
  'state',
  'quality',
] as const;

/** One error code; its meaning and way out are texts of the rule, under the code. */
export interface ExplainedCode {
  readonly kind: (typeof codeKinds)[number];
  /** What the marketplace does: refuses, takes it for now, or only advises. */
  readonly level: Severity;
  readonly certainty: Certainty;
  /** Keys into `policies/sources.json`. */
  readonly sources: readonly string[];
  /** Year, month or day of the latest evidence; of an undated page, when it was read. */
  readonly seen: string;
}

export interface CodeBook {
  readonly codes: { readonly [code: string]: ExplainedCode };
  /** Codes that occur in public and that no public text explains. */
  readonly unexplained?: readonly string[];
}

/** Reads a policy of error codes. */
export function readCodes(file: unknown): Policy<CodeBook> {
  return readPolicy(file, { codes: 'table', unexplained: 'texts' });
}

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * One finding for all codes of a listing: the gravest first, the others named with it. A code that is not explained comes
 * last and says just that.
 */
export function explained(errorCodes: readonly string[], book: CodeBook): Outcome {
  const shown = [...new Set(errorCodes.flatMap(codesIn))];
  const [first, ...others] = shown.toSorted((a, b) => rank(a, book) - rank(b, book));
  if (first === undefined) return ok();
  const code = codeOf(first, book);
  return violation({
    severity: code?.level ?? 'info',
    message: code ? first : 'problem',
    values: { errorCode: first, otherCodes: others.length > 0 ? others : null },
    fix: {},
  });
}

function rank(code: string, book: CodeBook): number {
  const found = codeOf(code, book);
  return found ? order[found.level] : order.info + 1;
}

function codeOf(code: string, { codes }: CodeBook): ExplainedCode | undefined {
  return Object.hasOwn(codes, code) ? codes[code] : undefined;
}

/** Sources of all explained codes of a finding, and how sure the least sure of them is. */
export function evidenceOf({ errorCode, otherCodes }: WireFigures, book: CodeBook): Evidence {
  const shown = [String(errorCode), ...(Array.isArray(otherCodes) ? (otherCodes as readonly string[]) : [])];
  const found = shown.flatMap((code) => codeOf(code, book) ?? []);
  const certainties = found.map(({ certainty }) => certainty).toSorted();
  return {
    certainty: certainties.at(-1) ?? null,
    sources: [...new Set(found.flatMap(({ sources }) => sources))],
  };
}
