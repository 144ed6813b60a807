import type { FactName } from './facts.ts';
import { notApplicable, type Outcome, unknown } from './outcome.ts';

/**
 * The outcome of a length check without a known length: nothing to check if the field is known to be empty, otherwise
 * the text is missing. Undefined if there is a length to check.
 */
export function withoutLength(
  name: FactName,
  text: string | readonly string[] | null | undefined,
  length: number | null | undefined,
): Outcome | undefined {
  if (length !== undefined && length !== null) return undefined;
  return text === null || text === '' || length === null ? notApplicable('nothing-to-check') : unknown(name);
}
