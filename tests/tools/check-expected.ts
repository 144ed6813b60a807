import { type FactName, factKinds, type Kind } from '../../rules/engine/facts.ts';

const EXPECTED: Record<Kind, string> = {
  money: 'an amount such as 18.50',
  percent: 'a percentage such as 15',
  decimal: 'a number such as 4.3',
  count: 'a whole number such as 12',
  day: 'a day such as 2026-12-01',
  moment: 'a day and a time such as 2026-12-01T09:30',
  text: 'text',
  word: 'text',
  flag: 'yes or no',
  texts: 'a JSON list of texts such as ["soft","washable"]',
  moneys: 'a JSON list of amounts such as ["18.50","19.00"]',
  rows: 'a JSON list of SKUs such as [{"declaredPrice":"18.50"}]',
  prices: 'JSON amounts by site such as {"US":"18.50"}',
  colours: 'a JSON list of colours such as [[255,255,255]]',
};

/** What a cell of a fact's column should have been. */
export function expectedOf(name: FactName): string {
  return EXPECTED[factKinds[name]];
}
