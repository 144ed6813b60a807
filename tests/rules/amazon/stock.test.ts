import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-stock.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-stock.json' with { type: 'json' };
import { stockRules } from '../../../rules/amazon/stock/index.ts';
import type { WireFacts } from '../../../rules/engine/facts.ts';
import { nextSnapshot } from '../../../rules/fees/aged-inventory.ts';
import { judging, type Place, testSentences } from './family.ts';

const judge = judging(stockRules);
const kindOf = (name: string, facts: WireFacts, place: Place = {}) => judge(name, facts, place).kind;

describe('low-inventory-fee', () => {
  const rule = 'low-inventory-fee';
  const large = { sizeTier: 'large-standard', shippingWeightLb: '0.5', unitsSold7d: 40 };
  const short = { ...large, daysLong: '10', daysShort: '5' };
  const fee = (facts: WireFacts, place: Place = {}) => {
    const { kind, values } = judge(rule, facts, place);
    return kind === 'violation' ? values.feePerUnit : kind;
  };

  test.each([
    ['small-standard', '1', '0.89', '0.63', '0.32'],
    ['large-standard', '3', '0.97', '0.70', '0.36'],
    ['large-standard', '3.01', '1.11', '0.87', '0.47'],
    ['large-standard', '20', '1.11', '0.87', '0.47'],
  ])('%s of %s lb', (sizeTier, shippingWeightLb, lowest, middle, highest) => {
    const at = (daysLong: string) => fee({ ...large, sizeTier, shippingWeightLb, daysLong, daysShort: '0' });
    expect([at('0'), at('13.99')]).toEqual([lowest, lowest]);
    expect([at('14'), at('20.99')]).toEqual([middle, middle]);
    expect([at('21'), at('27.99')]).toEqual([highest, highest]);
    expect(at('28')).toBe('ok');
  });

  test('the greater of both horizons counts, whichever it is', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((tenths) => new Big(tenths).div(10).toFixed(1));
    fc.assert(
      fc.property(days, days, (one, other) => {
        const both = judge(rule, { ...large, daysShort: one, daysLong: other });
        expect(judge(rule, { ...large, daysShort: other, daysLong: one }).values.feePerUnit).toBe(
          both.values.feePerUnit,
        );
        const greater = new Big(one).gt(other) ? one : other;
        expect(both.kind).toBe(new Big(greater).gte(28) ? 'ok' : 'violation');
        if (both.kind === 'violation') expect(new Big(both.values.daysOfSupply as string).eq(greater)).toBe(true);
      }),
    );
  });

  test('one horizon at 28 is enough, whatever is not known', () => {
    expect(kindOf(rule, { daysShort: '28' })).toBe('ok');
    expect(kindOf(rule, { daysLong: '28' })).toBe('ok');
    expect(judge(rule, { daysLong: '27.9' }).missing).toEqual(['daysShort']);
    expect(judge(rule, {}).missing).toEqual(['daysShort', 'daysLong']);
  });

  test('is credited back until 2024-05-14 and knows the 20 units from the day after on', () => {
    const few = { ...short, unitsSold7d: 19 };
    expect(kindOf(rule, few, { day: '2024-03-31' })).toBe('not-applicable');
    expect(judge(rule, few, { day: '2024-04-01' })).toMatchObject({ message: 'credited', values: { credited: true } });
    expect(judge(rule, few, { day: '2024-05-14' })).toMatchObject({ message: 'credited' });
    expect(judge(rule, few, { day: '2024-05-15' })).toMatchObject({ kind: 'not-applicable', reason: 'exempt' });
    const enough = judge(rule, { ...short, unitsSold7d: 20 }, { day: '2024-05-15' });
    expect(enough).toMatchObject({ message: 'problem', values: { feePerUnit: '0.97' } });
    expect(enough.values).not.toHaveProperty('credited');
    const { unitsSold7d: _, ...unsold } = short;
    expect(kindOf(rule, unsold, { day: '2024-05-14' })).toBe('violation');
    expect(judge(rule, unsold, { day: '2024-05-15' }).missing).toEqual(['unitsSold7d']);
  });

  test('takes in bulky tiers and lets grocery out on 2026-01-15', () => {
    const bulky = { ...short, sizeTier: 'large-bulky' };
    expect(kindOf(rule, bulky, { day: '2026-01-14' })).toBe('not-applicable');
    expect(judge(rule, bulky, { day: '2026-01-15' })).toMatchObject({ kind: 'violation', message: 'unknownRate' });
    expect(judge(rule, bulky, { day: '2026-01-15' }).values).not.toHaveProperty('feePerUnit');
    for (const grocery of [{ isGrocery: true }, { feeCategory: 'grocery' }]) {
      expect(kindOf(rule, { ...short, ...grocery }, { day: '2026-01-14' })).toBe('violation');
      expect(kindOf(rule, { ...short, ...grocery }, { day: '2026-01-15' })).toBe('not-applicable');
    }
    expect(kindOf(rule, { ...short, sizeTier: 'extra-large' })).toBe('not-applicable');
  });

  test.each<[string, WireFacts, string]>([
    ['365 days as a seller', { sellerDaysSinceFirstReceived: 364 }, 'not-applicable'],
    ['the day after', { sellerDaysSinceFirstReceived: 365 }, 'violation'],
    ['an Individual plan', { sellerDaysSinceFirstReceived: 1, sellerPlan: 'Individual' }, 'violation'],
    ['180 days as a product', { inNewSelection: true, parentDaysSinceFirstReceived: 179 }, 'not-applicable'],
    ['not in New Selection', { inNewSelection: false, parentDaysSinceFirstReceived: 1 }, 'violation'],
    ['70 % from AWD', { awdShare90d: '70' }, 'not-applicable'],
    ['less from AWD', { awdShare90d: '69.99' }, 'violation'],
    ['19 units', { unitsSold7d: 19 }, 'not-applicable'],
    ['the report’s Yes', { lowInvExempt: true }, 'not-applicable'],
    ['the report’s No', { lowInvExempt: false, unitsSold7d: 19, awdShare90d: '100' }, 'violation'],
    ['shipped by the seller', { fulfilment: 'MFN' }, 'not-applicable'],
  ])('exemption: %s', (_name, facts, expected) => {
    expect(kindOf(rule, { ...short, ...facts })).toBe(expected);
  });

  test('New Selection stays open while one half of it is not known', () => {
    expect(judge(rule, { ...short, inNewSelection: true }).missing).toEqual(['parentDaysSinceFirstReceived']);
    expect(judge(rule, { ...short, parentDaysSinceFirstReceived: 3 }).missing).toEqual(['inNewSelection']);
    expect(kindOf(rule, { ...short, parentDaysSinceFirstReceived: 180 })).toBe('violation');
  });

  test('without a weight the fee is a range, with one too heavy the tier is in doubt', () => {
    const { shippingWeightLb: _, ...unweighed } = short;
    expect(judge(rule, unweighed)).toMatchObject({ message: 'range', values: { feeMin: '0.97', feeMax: '1.11' } });
    expect(fee({ ...unweighed, shippingWeightOz: '48' })).toBe('0.97');
    expect(fee({ ...unweighed, shippingWeightOz: '48.01' })).toBe('1.11');
    expect(fee({ ...unweighed, sizeTier: 'small-standard' })).toBe('0.89');
    expect(judge(rule, { ...short, shippingWeightLb: '20.01' }).missing).toEqual(['sizeTier']);
    expect(judge(rule, { ...short, sizeTier: 'envelope' }).missing).toEqual(['sizeTier']);
  });

  test('Amazon’s own examples', () => {
    // Historical days: 243.6 / 5.8 = 42 and 220.5 / 12.6 = 17.5.
    expect(fee({ ...large, daysShort: '42', daysLong: '17.5' })).toBe('ok');
    expect(fee({ ...large, daysShort: '24', daysLong: '18' })).toBe('0.36');
    expect(fee({ ...large, daysShort: '20', daysLong: '40' })).toBe('ok');
    expect(fee({ ...large, daysShort: '35', daysLong: '12' })).toBe('ok');
  });

  test('the seller’s own minimum may ask for more, never for less', () => {
    const own = { ...large, daysShort: '30', daysLong: '29', minDaysOfSupply: 31 };
    expect(judge(rule, own)).toMatchObject({ severity: 'info', message: 'own', fix: { minimum: 31, minStock: 178 } });
    expect(kindOf(rule, { ...own, minDaysOfSupply: 30 })).toBe('ok');
    expect(judge(rule, { ...short, minDaysOfSupply: 7 })).toMatchObject({ severity: 'warning', fix: { minimum: 28 } });
  });
});

describe('aged-inventory-surcharge', () => {
  const rule = 'aged-inventory-surcharge';
  const units = { agedUnits: 100, unitVolumeFt3: '0.05' };
  const fee = (ageDays: number, day: string, more: WireFacts = {}) => {
    const { kind, values, message } = judge(rule, { ...units, ageDays, ...more }, { day });
    return kind === 'violation' ? (values.fee ?? message) : kind;
  };

  test.each([
    [180, 'ok'],
    [181, '2.50'],
    [210, '2.50'],
    [211, '5.00'],
    [241, '7.50'],
    [271, '19.00'],
    [301, '20.00'],
    [331, '21.00'],
    [365, '21.00'],
    [366, '34.50'],
    [455, '34.50'],
    [456, '34.50'],
  ])('2023: %s days cost %s', (ageDays, expected) => {
    expect(fee(ageDays, '2023-05-15')).toBe(expected);
  });

  test.each([
    [181, '2.50'],
    [211, 'unknownRate'],
    [270, 'unknownRate'],
    [271, '27.25'],
    [301, 'unknownRate'],
    [365, 'unknownRate'],
    [366, 'atLeast'],
    [455, 'atLeast'],
    [456, '39.50'],
  ])('2026: %s days cost %s', (ageDays, expected) => {
    expect(fee(ageDays, '2026-06-15')).toBe(expected);
  });

  test('the age is that of the next 15th, with what is charged then', () => {
    expect(fee(180, '2023-05-15')).toBe('ok');
    expect(fee(180, '2023-05-14')).toBe('2.50');
    expect(judge(rule, { ageDays: 150 }, { day: '2023-05-16' }).kind).toBe('ok');
    expect(judge(rule, { ...units, ageDays: 151 }, { day: '2023-05-16' })).toMatchObject({
      values: { ageDays: 151, ageThen: 181, snapshotOn: '2023-06-15' },
    });
    // Counted in the old year, charged by the new one's amounts.
    expect(fee(241, '2025-12-16')).toBe('27.25');
    expect(fee(242, '2025-11-16')).toBe('19.00');
    // The band from 456 days begins one day after the snapshot of January.
    expect(fee(456, '2026-01-15')).toBe('atLeast');
    expect(fee(430, '2026-01-16')).toBe('39.50');
  });

  test('snapshots lie on the 15th, not before the day and less than a month away', () => {
    const days = fc.date({ min: new Date('2023-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const snapshot = nextSnapshot(day, 15);
        expect(snapshot.slice(8)).toBe('15');
        expect(snapshot >= day).toBe(true);
        expect(Date.parse(snapshot) - Date.parse(day)).toBeLessThan(31 * 86_400_000);
      }),
    );
    expect(nextSnapshot('2026-12-16', 15)).toBe('2027-01-15');
  });

  test('clothing, shoes, bags, jewelry and watches are exempt up to 270 days', () => {
    for (const feeCategory of ['clothing', 'footwear', 'luggage', 'jewelry', 'watches']) {
      expect(fee(270, '2023-05-15', { feeCategory })).toBe('not-applicable');
      expect(fee(271, '2023-05-15', { feeCategory })).toBe('19.00');
    }
    expect(fee(200, '2023-05-15', { isApparel: true })).toBe('not-applicable');
    expect(fee(200, '2023-05-15', { feeCategory: 'home' })).toBe('2.50');
  });

  test('from 366 days the greater of volume and unit counts', () => {
    expect(fee(366, '2023-05-15', { unitVolumeFt3: '0.01' })).toBe('15.00');
    expect(fee(456, '2026-06-15', { unitVolumeFt3: '0.04' })).toBe('35.00');
    expect(judge(rule, { agedUnits: 10, ageDays: 400 }, { day: '2026-06-15' }).values.feeMin).toBe('3.00');
  });

  test('names what is missing', () => {
    const at = { day: '2023-05-15' };
    expect(judge(rule, { ageDays: 200 }, at).missing).toEqual(['agedUnits']);
    expect(judge(rule, { ageDays: 200, agedUnits: 3 }, at).missing).toEqual(['unitVolumeFt3']);
    expect(kindOf(rule, { ageDays: 200, agedUnits: 0 }, at)).toBe('not-applicable');
    expect(kindOf(rule, { ageDays: 200, ...units }, { day: '2023-04-14' })).toBe('not-applicable');
  });
});

describe('returns-fee-threshold', () => {
  const rule = 'returns-fee-threshold';
  const home = { feeCategory: 'home', unitsShippedMonth: 1000 };

  test('charged are whole units above the threshold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 25, max: 5000 }),
        (tenths, unitsShippedMonth) => {
          const returnRate = new Big(tenths).div(10).toFixed(1);
          const judged = judge(rule, { ...home, unitsShippedMonth, returnRate });
          expect(judged.kind).toBe(tenths > 81 ? 'violation' : 'ok');
          if (judged.kind === 'ok') return;
          const exact = new Big(tenths - 81).times(unitsShippedMonth).div(1000);
          const charged = Number(judged.values.chargedUnits);
          expect(exact.gte(charged) && exact.lt(charged + 1)).toBe(true);
          expect(judged.message).toBe(charged === 0 ? 'noUnit' : 'problem');
        },
      ),
    );
  });

  test('24 units are exempt, 25 are not, and not knowing them leaves it open', () => {
    const facts = { feeCategory: 'home', returnRate: '50' };
    expect(kindOf(rule, { ...facts, unitsShippedMonth: 24 })).toBe('not-applicable');
    expect(kindOf(rule, { ...facts, unitsShippedMonth: 25 })).toBe('violation');
    expect(judge(rule, facts).missing).toEqual(['unitsShippedMonth']);
    expect(kindOf(rule, { ...facts, returnRate: '8.1' })).toBe('ok');
  });

  test('apparel and shoes pay for every return instead', () => {
    const facts = { ...home, returnRate: '50' };
    expect(kindOf(rule, { ...facts, feeCategory: 'clothing' })).toBe('not-applicable');
    expect(kindOf(rule, { ...facts, feeCategory: 'footwear' })).toBe('not-applicable');
    expect(kindOf(rule, { ...facts, isApparel: true })).toBe('not-applicable');
  });

  test('the first 20 returns of a new parent product are free', () => {
    const isNew = { ...home, inNewSelection: true, parentDaysSinceFirstReceived: 179 };
    expect(kindOf(rule, { ...isNew, returnRate: '10.1' })).toBe('not-applicable');
    expect(judge(rule, { ...isNew, returnRate: '10.2' }).values.chargedUnits).toBe(1);
    expect(judge(rule, { ...isNew, parentDaysSinceFirstReceived: 180, returnRate: '10.1' }).values.chargedUnits).toBe(
      20,
    );
  });

  test('began in June 2024, its numbers in January 2026', () => {
    const facts = { ...home, returnRate: '12' };
    expect(kindOf(rule, facts, { day: '2024-05-31' })).toBe('not-applicable');
    expect(judge(rule, facts, { day: '2024-06-01' })).toMatchObject({ reason: 'limit-not-published' });
    expect(judge(rule, facts, { day: '2025-12-31' })).toMatchObject({ reason: 'limit-not-published' });
    expect(judge(rule, facts, { day: '2026-01-01' }).values.chargedUnits).toBe(39);
  });
});

describe('inbound-placement-fee', () => {
  const rule = 'inbound-placement-fee';
  const range = (facts: WireFacts) => {
    const { kind, values } = judge(rule, facts, { day: '2025-02-19' });
    return kind === 'ok' ? `${values.feeMin} ${values.feeMax}` : kind;
  };

  test.each([
    ['small-standard', '16', '0.16 0.30', '0.12 0.21'],
    ['large-standard', '12', '0.18 0.34', '0.13 0.24'],
    ['large-standard', '12.01', '0.22 0.41', '0.15 0.28'],
    ['large-standard', '24', '0.22 0.41', '0.15 0.28'],
    ['large-standard', '24.01', '0.27 0.49', '0.17 0.34'],
    ['large-standard', '48', '0.27 0.49', '0.17 0.34'],
    ['large-standard', '48.01', '0.37 0.68', '0.23 0.48'],
    ['large-standard', '320', '0.37 0.68', '0.23 0.48'],
  ])('%s of %s oz', (sizeTier, shippingWeightOz, minimal, partial) => {
    const facts = { sizeTier, shippingWeightOz };
    expect(range({ ...facts, split: 'minimal' })).toBe(minimal);
    expect(range({ ...facts, split: 'partial' })).toBe(partial);
    expect(range({ ...facts, split: 'optimised' })).toBe('0.00 0.00');
  });

  test('ends with 2025-02-19, and names what is missing', () => {
    const facts = { sizeTier: 'large-standard', shippingWeightOz: '320.01', split: 'minimal' };
    expect(judge(rule, facts, { day: '2025-02-19' }).missing).toEqual(['sizeTier']);
    expect(judge(rule, facts, { day: '2025-02-20' })).toMatchObject({ reason: 'limit-not-published' });
    expect(judge(rule, { sizeTier: 'small-standard', split: 'partial' }, { day: '2025-02-19' }).missing).toEqual([
      'shippingWeightOz',
    ]);
  });
});

testSentences(stockRules, english, chinese);
