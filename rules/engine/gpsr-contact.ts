import type { FactName, Facts } from './facts.ts';
import { type Outcome, ok, unknown, violation } from './outcome.ts';

/** Facts that decide whether an offer in the EU names whom the product safety regulation wants named. */
export const gpsrFacts = [
  'manufacturerContact',
  'responsiblePerson',
  'manufacturerInEu',
  'isFood',
] as const satisfies readonly FactName[];

/**
 * An offer in the EU names its manufacturer’s contact and, for a manufacturer outside the EU, a responsible person in
 * it. Regulation (EU) 2023/988, articles 19 and 22.
 * @param product the field by which the marketplace knows the product
 */
export function gpsrContact(
  { manufacturerContact, responsiblePerson, manufacturerInEu }: Pick<Facts, (typeof gpsrFacts)[number]>,
  product: FactName,
): Outcome {
  if (isEmpty(manufacturerContact)) return violation({ values: {}, fix: {} });
  if (manufacturerInEu === false && isEmpty(responsiblePerson))
    return violation({ message: 'responsible', marks: ['responsiblePerson', product], values: {}, fix: {} });
  if (manufacturerContact === undefined) return unknown('manufacturerContact');
  if (manufacturerInEu || (responsiblePerson && !isEmpty(responsiblePerson))) return ok();
  return typeof manufacturerInEu === 'boolean' ? unknown('responsiblePerson') : unknown('manufacturerInEu');
}

/** Known to be empty. */
function isEmpty(text: string | null | undefined): boolean {
  return text === null || text?.trim() === '';
}
