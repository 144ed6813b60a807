import type { FactName } from '../../../rules/engine/facts.ts';
import { byMarketplace, ownCodes } from '../../../rules/engine/sites.ts';

const names: ReadonlySet<FactName> = new Set([
  ...Object.values(byMarketplace(({ columns }) => columns.naming)).flat(),
  ...ownCodes,
]);

/** Whether a column of a table names listings; one such column is needed. */
export function isNaming(fact: FactName): boolean {
  return names.has(fact);
}

/** Whether a fact is the seller's own code beside the platform's number. */
export function isCodeFact(fact: FactName): boolean {
  return ownCodes.includes(fact);
}
