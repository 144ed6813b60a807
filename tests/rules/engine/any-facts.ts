import { Big } from 'big.js';
import fc from 'fast-check';
import type { FactName, Kind, WireFacts, WireValue } from '../../../rules/engine/facts.ts';
import { factKinds } from '../../../rules/engine/facts.ts';

/** Amounts and measures, mostly near the limits that rules know. */
const amount = fc.oneof(
  fc.constantFrom('0', '-1', '0.0000000001', '999999999999999', '100', '5', '0.7', '1000', '95'),
  fc.integer({ min: -1000, max: 100_000 }).map((cents) => new Big(cents).div(100).toString()),
);

/** Days around the changes of several policies. */
export const anyDay = fc.constantFrom(
  '2024-03-12',
  '2024-03-31',
  '2025-06-01',
  '2026-01-15',
  '2026-07-26',
  '2026-07-27',
  '2026-11-21',
  '2027-02-28',
);

const words = [
  ...['percent', 'amount', 'standard', 'subscribe-and-save', 'reorder', 'bulk', 'form', 'new', 'new_new', 'used_good'],
  ...['AFN', 'MFN', 'clothing', 'small-standard', 'large-standard', 'small-bulky', 'lightning', 'best', 'prime-day'],
  ...['black-friday', 'normal', 'event', 'minimal', 'partial', 'optimised', 'self', 'full-managed', 'semi-managed'],
  ...['local', 'intra-EU', 'local-warehouse', 'cross-border-warehouse', 'full', 'semi', 'none', 'soon', 'limited'],
  ...[
    'urgent',
    'custom',
    'kg',
    'g',
    'lb',
    'cm',
    'inch',
    'pre-order',
    'made-to-order',
    'Professional',
    'books',
    '',
    'x',
  ],
];

const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom(...words));
const flag = fc.boolean();

const plain: Record<Exclude<Kind, 'rows'>, fc.Arbitrary<WireValue>> = {
  money: amount,
  percent: amount,
  decimal: amount,
  count: fc.oneof(fc.nat(40), fc.nat(10_000)),
  day: anyDay,
  moment: fc.tuple(anyDay, fc.constantFrom('00:00:00', '17:00:00', '17:01', '23:59')).map(([on, at]) => `${on}T${at}`),
  text,
  word: fc.constantFrom(...words),
  texts: fc.array(text, { maxLength: 6 }),
  moneys: fc.array(amount, { maxLength: 5 }),
  flag,
  prices: fc.dictionary(fc.constantFrom('US', 'DE', 'x'), amount),
  colours: fc.array(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), { maxLength: 5 }),
};

/** Any value of each kind of fact, in wire form. */
export const anyValue: Record<Kind, fc.Arbitrary<WireValue>> = {
  ...plain,
  rows: fc.array(
    fc.record({ declaredPrice: amount, comparablePrice: amount, orders30d: fc.nat(500) }, { requiredKeys: [] }),
    {
      maxLength: 4,
    },
  ),
};

/** Any facts of the given names; about one in ten is known to be empty. */
export function anyFacts(names: readonly FactName[]): fc.Arbitrary<WireFacts> {
  return fc.record(
    Object.fromEntries(
      names.map((name) => [name, fc.option<WireValue, null>(anyValue[factKinds[name]], { nil: null, freq: 10 })]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<WireFacts>;
}
