import type { FactName } from './facts.ts';
import { notApplicable, type Outcome, unknown } from './outcome.ts';

/**
 * What a length check answers where no length is known: nothing to check for a field known to be empty, otherwise the
 * text is missing. Undefined where there is a length to judge.
 */
export function withoutLength(
  name: FactName,
  text: string | readonly string[] | null | undefined,
  length: number | null | undefined,
): Outcome | undefined {
  if (length !== undefined && length !== null) return undefined;
  return text === null || text === '' || length === null ? notApplicable('nothing-to-check') : unknown(name);
}
