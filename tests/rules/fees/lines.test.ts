import { readFileSync } from 'node:fs';
import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { sitesOf } from '../../../rules/engine/sites.ts';
import { kindOf } from '../../../rules/engine/wire.ts';
import { type FeeName, feeLines, type UnitFees } from '../../../rules/fees/lines.ts';
import type { Case } from '../../tools/cases.ts';
import { anyDay, anyFacts } from '../engine/any-facts.ts';

const cases = JSON.parse(readFileSync(new URL('../cases.json', import.meta.url), 'utf8')) as Case[];
const TODAY = '2026-11-20';
const OFF_PEAK = '2026-09-01';

interface Where {
  site?: string;
  day?: string;
  inDeal?: boolean;
}

function fees(wire: WireFacts, { site = 'US', day = TODAY, inDeal = false }: Where = {}): UnitFees {
  const { facts, rejected } = parseFacts(wire);
  expect(rejected).toEqual([]);
  return feeLines(facts, { site, day, inDeal });
}

const line = (found: UnitFees, fee: FeeName) => found.lines.find((one) => one.fee === fee);
const amount = (found: UnitFees, fee: FeeName) => line(found, fee)?.amount;
const open = (found: UnitFees, fee: FeeName) => found.open.find((one) => one.fee === fee);

/** Cases of one rule whose answer is an amount. */
const computed = (rule: string, expected: string) =>
  cases.filter((one) => one.rule === `amazon/${rule}` && one.expectFix?.[expected] !== undefined);

describe('agrees with the sheet', () => {
  test.each(computed('referral-fee-estimate', 'referralFee'))('$id', ({ site, date, facts, expectFix }) => {
    expect(amount(fees(facts, { site, day: date }), 'referral')).toBe(expectFix?.referralFee);
  });

  test.each(computed('fba-fee-estimate', 'fbaFee'))('$id', ({ site, date, facts, expectFix }) => {
    expect(amount(fees(facts, { site, day: date }), 'fba')).toBe(expectFix?.fbaFee);
  });

  test.each(computed('low-inventory-fee', 'feePerUnit'))('$id', ({ site, date, facts, expectFix }) => {
    const found = line(fees(facts, { site, day: date }), 'low-inventory');
    const isCredited = expectFix?.credited === true;
    expect(found?.amount).toBe(isCredited ? '0.00' : expectFix?.feePerUnit);
    if (isCredited) expect(found?.because).toMatchObject({ credited: true, feePerUnit: expectFix?.feePerUnit });
  });

  test.each(computed('inbound-placement-fee', 'feeMax'))('$id', ({ site, date, facts, expectFix }) => {
    const found = line(fees(facts, { site, day: date }), 'inbound-placement');
    expect(found?.amount).toBe(expectFix?.feeMin);
    expect(found?.upTo).toBe(expectFix?.feeMax === expectFix?.feeMin ? undefined : expectFix?.feeMax);
  });

  test.each(computed('deal-fee-estimate', 'dealFee').filter(({ facts }) => facts.dealSales))(
    '$id, as one of 100 units',
    ({ site, date, facts, expectFix }) => {
      const dealPrice = new Big(facts.dealSales as string).div(100).toFixed(2);
      const found = fees({ ...facts, dealPrice }, { site, day: date, inDeal: true });
      expect(amount(found, 'deal')).toBe(new Big(expectFix?.dealFee as string).div(100).toFixed(2));
    },
  );

  test.each(computed('coupon-fee-estimate', 'couponFee').filter(({ facts }) => facts.couponSales))(
    '$id, as one of 100 units',
    ({ site, date, facts, expectFix }) => {
      const netPrice = new Big(facts.couponSales as string).div(100).toFixed(2);
      const found = fees({ ...facts, couponType: 'percent', netPrice }, { site, day: date });
      expect(amount(found, 'coupon')).toBe(
        new Big(expectFix?.couponFee as string).div(100).round(2, Big.roundHalfUp).toFixed(2),
      );
    },
  );
});

const socks: WireFacts = {
  yourPrice: '25.00',
  fulfilment: 'AFN',
  feeCategory: 'home',
  sizeTier: 'small-standard',
  shippingWeightOz: '8',
  daysShort: '20',
  daysLong: '10',
  unitsSold7d: 40,
};

describe('a unit sold', () => {
  test('is explained line by line, with the certainty of each table', () => {
    const found = fees(socks, { day: OFF_PEAK });
    expect(found.lines).toEqual([
      {
        fee: 'referral',
        amount: '3.75',
        because: { totalSalesPrice: '25.00', effectivePercent: '15', feeCategory: 'home', percentNow: '15' },
        policy: 'amazon/referral-fees',
        from: '2024-01-15',
        to: null,
        certainty: 'B',
      },
      {
        fee: 'fba',
        amount: '3.66',
        because: {
          yourPrice: '25.00',
          sizeTier: 'small-standard',
          shippingWeightOz: '8',
          surchargePercent: '3.5',
        },
        policy: 'amazon/fba-fees',
        from: '2026-04-17',
        to: null,
        certainty: 'C',
      },
      {
        fee: 'low-inventory',
        amount: '0.63',
        because: { daysOfSupply: '20' },
        policy: 'amazon/low-inventory-fee',
        from: '2026-01-15',
        to: null,
        certainty: 'B',
      },
    ]);
    expect(found.open).toEqual([{ fee: 'inbound-placement', missing: [], reason: 'limit-not-published' }]);
    expect(found.total).toBe('8.04');
  });

  test('in the peak season pays at least the table’s fulfilment fee', () => {
    expect(line(fees(socks, { day: '2026-10-14' }), 'fba')).not.toHaveProperty('atLeast');
    expect(line(fees(socks, { day: '2026-10-15' }), 'fba')).toMatchObject({ amount: '3.66', atLeast: true });
  });

  test('by the seller pays the referral fee alone, on price and shipping', () => {
    const found = fees({ ...socks, fulfilment: 'MFN', shippingPrice: '5.00' });
    expect(found.lines.map(({ fee }) => fee)).toEqual(['referral']);
    expect(found).toMatchObject({ total: '4.50', open: [] });
  });

  test('pays the closing fee of media besides', () => {
    const found = fees({ yourPrice: '10.00', feeCategory: 'books', fulfilment: 'MFN' });
    expect([amount(found, 'referral'), amount(found, 'closing'), found.total]).toEqual(['1.50', '1.80', '3.30']);
  });

  test('by the seller’s own numbers names no table', () => {
    const found = fees({ yourPrice: '20.00', referralPercent: '12', fbaFee: '4.05', lowInvExempt: true });
    expect(line(found, 'referral')).toMatchObject({ amount: '2.40', policy: null, certainty: null });
    expect(line(found, 'fba')).toMatchObject({ amount: '4.05', policy: null, certainty: null });
    expect(found.total).toBe('6.45');
  });

  test('by the seller’s own rate names no table, whatever the category', () => {
    const found = fees({ ...socks, referralPercent: '12' });
    expect(line(found, 'referral')).toMatchObject({ amount: '3.00', policy: null, because: { referralPercent: '12' } });
    expect(line(found, 'referral')?.because).not.toHaveProperty('feeCategory');
  });

  test('is taken for one in Amazon’s warehouse by its channel, its fee or its size tier', () => {
    for (const facts of [{ fulfilment: 'AFN' }, { fbaFee: '4.05' }, { sizeTier: 'small-standard' }])
      expect(open(fees(facts), 'low-inventory')?.missing).toEqual(['daysShort', 'daysLong']);
    expect(open(fees({ yourPrice: '20.00' }), 'low-inventory')).toBeUndefined();
    expect(open(fees({ sizeTier: 'small-standard', fbaOrSfp: false }), 'inbound-placement')).toBeUndefined();
  });

  test('has a range while the weight is not known', () => {
    const { shippingWeightOz: _, ...unweighed } = { ...socks, sizeTier: 'large-standard' };
    const found = fees(unweighed, { day: OFF_PEAK });
    expect(line(found, 'low-inventory')).toMatchObject({ amount: '0.70', upTo: '0.87' });
    expect(open(found, 'fba')).toEqual({ fee: 'fba', missing: ['shippingWeightOz'] });
  });
});

describe('with a coupon', () => {
  const coupon: WireFacts = { ...socks, couponType: 'percent', couponPercent: '20' };

  test('the referral fee is that of the lower price', () => {
    const found = fees({ ...coupon, couponFeePerUnit: '0.60' });
    expect(line(found, 'referral')).toMatchObject({ amount: '3.00', because: { totalSalesPrice: '20.00' } });
    expect(line(found, 'coupon')).toMatchObject({ amount: '0.60', policy: null });
  });

  test('the fee of each unit is its part of the coupon’s', () => {
    const found = fees({ ...coupon, couponCreatedOn: '2026-11-01', couponSales: '4200' });
    // 5 + 2.5 % of 4,200 = 110 over 210 units
    expect(line(found, 'coupon')).toMatchObject({ amount: '0.52', because: { couponFee: '110.00' }, certainty: 'B' });
  });

  test('the day of its creation decides', () => {
    const old = fees({ ...coupon, couponCreatedOn: '2025-06-01' });
    expect(line(old, 'coupon')).toMatchObject({ amount: '0.60', to: '2025-06-01', certainty: 'A' });
    expect(open(fees({ ...coupon, couponCreatedOn: '2025-06-02' }), 'coupon')?.missing).toEqual(['couponSales']);
    expect(open(fees(coupon), 'coupon')?.missing).toEqual(['couponCreatedOn']);
    expect(open(fees({ ...coupon, couponCreatedOn: '2026-11-01' }, { site: 'UK' }), 'coupon')).toMatchObject({
      reason: 'limit-not-published',
    });
  });

  test('sales of nothing are not known', () => {
    const found = fees({ ...coupon, couponCreatedOn: '2026-11-01', couponSales: '0' });
    expect(open(found, 'coupon')?.missing).toEqual(['couponSales']);
  });

  test('one that does not run changes nothing', () => {
    const plain = fees(socks);
    const dated = { ...coupon, couponFeePerUnit: '0.60', couponStart: '2026-11-21', couponEnd: '2026-11-30' };
    expect(fees(dated)).toEqual(plain);
    expect(fees(dated, { day: '2026-12-01' })).toEqual(fees(socks, { day: '2026-12-01' }));
    for (const day of ['2026-11-21', '2026-11-30']) expect(amount(fees(dated, { day }), 'coupon')).toBe('0.60');
  });

  test('one whose discount is not known leaves price and fee open', () => {
    const found = fees({ ...socks, couponType: 'percent', couponFeePerUnit: '0.60' });
    expect(open(found, 'referral')?.missing).toEqual(['netPrice']);
  });
});

describe('in a deal', () => {
  const deal: WireFacts = {
    ...socks,
    dealPrice: '20.00',
    dealDays: 1,
    dealSales: '10000',
    couponType: 'percent',
    couponPercent: '50',
  };

  test('the referral fee is that of the deal price, and the deal’s fee is shared', () => {
    const found = fees(deal, { inDeal: true });
    expect(amount(found, 'referral')).toBe('3.00');
    expect(line(found, 'deal')).toMatchObject({ amount: '0.34', because: { dealFee: '170.00' }, certainty: 'B' });
    expect(line(found, 'coupon')).toBeUndefined();
  });

  test('outside one it plays no part', () => {
    const { couponType: _type, couponPercent: _percent, ...planned } = deal;
    expect(fees(planned)).toEqual(fees(socks));
  });

  test('what is missing is named', () => {
    const { dealPrice: _, ...unpriced } = deal;
    expect(open(fees(unpriced, { inDeal: true }), 'referral')?.missing).toEqual(['dealPrice']);
    for (const dealSales of [null, '0'])
      expect(open(fees({ ...deal, dealSales }, { inDeal: true }), 'deal')?.missing).toEqual(['dealSales']);
    expect(open(fees({ ...deal, event: 'black-friday' }, { inDeal: true }), 'deal')).toMatchObject({
      reason: 'limit-not-published',
    });
    expect(
      open(fees({ dealType: 'best', dealPrice: '20' }, { day: '2025-06-01', inDeal: true }), 'deal')?.missing,
    ).toEqual(['dealSales']);
  });
});

describe('elsewhere', () => {
  const parcel: WireFacts = {
    yourPrice: '15.00',
    fulfilment: 'AFN',
    feeCategory: 'toys',
    sizeTier: 'light-envelope',
    shippingWeightG: '20',
  };

  test('the UK has its low-price fulfilment fee', () => {
    const uk = (facts: WireFacts, day = TODAY) => amount(fees({ ...parcel, ...facts }, { site: 'UK', day }), 'fba');
    expect(uk({})).toBe('1.46');
    expect(uk({ yourPrice: '20.00' })).toBe('1.46');
    expect(uk({ yourPrice: '20.01' })).toBe('1.83');
    expect(uk({ feeCategory: 'beauty' })).toBe('1.83');
    expect(uk({ feeCategory: 'beauty', yourPrice: '10.00' })).toBe('1.46');
    expect(uk({}, '2026-01-31')).toBeUndefined();
  });

  test('between both limits the category must be known', () => {
    const { feeCategory: _, ...uncategorised } = parcel;
    const at = (yourPrice: string) => fees({ ...uncategorised, yourPrice, referralPercent: '15' }, { site: 'UK' });
    expect(open(at('10.01'), 'fba')?.missing).toEqual(['feeCategory']);
    expect(amount(at('10.00'), 'fba')).toBe('1.46');
    expect(amount(at('20.01'), 'fba')).toBe('1.83');
  });

  test('what Amazon does not publish is said, and US fees are not asked for', () => {
    const found = fees(parcel, { site: 'JP' });
    expect(found.lines).toEqual([]);
    expect(found.open).toEqual([
      { fee: 'referral', missing: [], reason: 'limit-not-published' },
      { fee: 'fba', missing: [], reason: 'limit-not-published' },
    ]);
    expect(found.total).toBe('0');
  });
});

test('with nothing known, what to enter is named', () => {
  expect(fees({}).open).toEqual([
    { fee: 'referral', missing: ['basePrice'] },
    { fee: 'fba', missing: ['fulfilment'] },
  ]);
});

describe('whatever the facts', () => {
  const names: FactName[] = [
    ...(['yourPrice', 'salePrice', 'saleStart', 'saleEnd', 'shippingPrice', 'totalSalesPrice', 'netPrice'] as const),
    ...(['couponType', 'couponPercent', 'couponAmount', 'couponStart', 'couponEnd', 'couponCreatedOn'] as const),
    ...(['couponSales', 'couponFeePerUnit', 'dealPrice', 'dealDays', 'dealSales', 'dealType', 'event'] as const),
    ...([
      'feeCategory',
      'referralPercent',
      'fulfilment',
      'fbaOrSfp',
      'fbaFee',
      'sizeTier',
      'shippingWeightOz',
    ] as const),
    ...([
      'shippingWeightLb',
      'shippingWeightG',
      'daysShort',
      'daysLong',
      'unitsSold7d',
      'lowInvExempt',
      'split',
    ] as const),
  ];

  test('every fee has at most one answer, and the total is the sum of the lines', () => {
    fc.assert(
      fc.property(
        anyFacts(names),
        fc.constantFrom(...sitesOf.amazon),
        anyDay,
        fc.boolean(),
        (wire, site, day, inDeal) => {
          const found = feeLines(parseFacts(wire).facts, { site, day, inDeal });
          const answered = [...found.lines, ...found.open].map(({ fee }) => fee);
          expect(new Set(answered).size).toBe(answered.length);
          const sum = found.lines.reduce((total, one) => total.plus(one.amount), new Big(0));
          expect(sum.eq(found.total)).toBe(true);
          for (const one of found.lines) {
            if (one.upTo) expect(new Big(one.upTo).gt(one.amount)).toBe(true);
            for (const name of Object.keys(one.because)) expect(kindOf(name)).not.toBeNull();
            expect(one.certainty === null).toBe(one.policy === null);
          }
          for (const { missing, reason } of found.open) expect(missing.length > 0).toBe(reason === undefined);
        },
      ),
      { numRuns: 500 },
    );
  });
});
