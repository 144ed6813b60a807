import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-deals.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-deals.json' with { type: 'json' };
import { dealRules } from '../../../rules/amazon/deals/index.ts';
import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import { sitesOf } from '../../../rules/engine/sites.ts';
import { judging, type Place, testSentences } from './family.ts';

const judge = judging(dealRules);
const kindOf = (name: string, facts: WireFacts, place: Place = {}) => judge(name, facts, place).kind;
const messageOf = (name: string, facts: WireFacts, place: Place = {}) => judge(name, facts, place).message;

const cents = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((amount) => new Big(amount).div(100).toFixed(2));
const money = cents(5, 200_000);
const add = (amount: unknown, change: string) => new Big(amount as string).plus(change).toFixed(2);

/** A rule by which a price must not be above another, with the name of both facts. */
const ceilings: [rule: string, price: FactName, reference: FactName, others: WireFacts][] = [
  ['deal-price-above-30-day-low', 'dealPrice', 'lowestPrice30d', {}],
  ['deal-price-above-other-retailer', 'dealPrice', 'competitorPrice', {}],
  ['prime-event-30-day-low', 'dealPrice', 'lowestPrice30d', { event: 'prime-day' }],
  ['prime-event-30-day-low', 'dealPrice', 'lowestPrice30d', { event: 'black-friday' }],
  ['prime-discount-reference', 'dealPrice', 'wasPrice', { occasion: 'normal' }],
  ['prime-discount-reference', 'dealPrice', 'listPrice', { occasion: 'event' }],
  ['prime-discount-reference', 'dealPrice', 'referencePrice', { occasion: 'black-friday' }],
];

describe.each(ceilings)('%s, %s against %s', (rule, price, reference, others) => {
  test('the proposed price is ok, a cent more is not, and a higher price never helps', () => {
    fc.assert(
      fc.property(money, money, money, (entered, compared, raise) => {
        const facts = { ...others, [reference]: compared };
        const judged = judge(rule, { ...facts, [price]: entered });
        if (judged.kind === 'ok') {
          const lower = new Big(entered).div(2).toFixed(2);
          if (lower !== '0.00') expect(kindOf(rule, { ...facts, [price]: lower })).toBe('ok');
          return;
        }
        expect(judged.kind).toBe('violation');
        const proposed = judged.fix.maxPrice as string;
        expect(kindOf(rule, { ...facts, [price]: proposed })).toBe('ok');
        expect(kindOf(rule, { ...facts, [price]: add(proposed, '0.01') })).toBe('violation');
        expect(kindOf(rule, { ...facts, [price]: add(entered, raise) })).toBe('violation');
      }),
    );
  });

  test('a reference of nothing is none', () => {
    expect(kindOf(rule, { ...others, [price]: '10.00', [reference]: '0' })).toBe('unknown');
  });
});

describe('the guidelines of January 2025 start on the 16th', () => {
  const cases: [string, WireFacts][] = [
    ['deal-price-above-30-day-low', { dealPrice: '20', lowestPrice30d: '19.99' }],
    ['deal-sets-30-day-floor', { dealPrice: '19', lowestPrice30d: '19.99' }],
    ['promotion-rating-minimum', { rating: '2.4' }],
    ['deal-price-above-other-retailer', { dealPrice: '20', competitorPrice: '19' }],
  ];
  test.each(cases)('%s', (rule, facts) => {
    expect(kindOf(rule, facts, { day: '2025-01-15' })).toBe('not-applicable');
    expect(kindOf(rule, facts, { day: '2025-01-16' })).toBe('violation');
  });

  test('the 30-day low holds in all stores, ratings in two, other retailers in one', () => {
    const stores = (rule: string, facts: WireFacts) =>
      sitesOf.amazon.filter((site) => kindOf(rule, facts, { site }) === 'violation');
    expect(stores('deal-price-above-30-day-low', { dealPrice: '20', lowestPrice30d: '19' })).toEqual(sitesOf.amazon);
    expect(stores('promotion-rating-minimum', { rating: '2.4' })).toEqual(['US', 'SG']);
    expect(stores('deal-price-above-other-retailer', { dealPrice: '20', competitorPrice: '19' })).toEqual(['US']);
  });
});

describe('deal-sets-30-day-floor', () => {
  const rule = 'deal-sets-30-day-floor';
  const facts = { dealPrice: '15.00', lowestPrice30d: '19.99' };

  test('exactly one of this rule and the ceiling holds, or the price stays the same', () => {
    fc.assert(
      fc.property(money, money, (dealPrice, lowestPrice30d) => {
        const both = { dealPrice, lowestPrice30d };
        const kinds = [kindOf('deal-price-above-30-day-low', both), kindOf(rule, both)];
        const broken = kinds.filter((kind) => kind === 'violation').length;
        expect(broken).toBe(dealPrice === lowestPrice30d ? 0 : 1);
      }),
    );
  });

  test('the last day may follow from start and length', () => {
    expect(judge(rule, { ...facts, promotionStart: '2026-11-24', dealDays: 7 }).values.until).toBe('2026-12-30');
    expect(judge(rule, { ...facts, promotionEnd: '2026-11-30' }).values.until).toBe('2026-12-30');
    expect(messageOf(rule, { ...facts, promotionStart: '2026-11-24' })).toBe('problem');
    expect(messageOf(rule, { ...facts, promotionStart: '2026-11-24', dealDays: 0 })).toBe('problem');
  });
});

describe('promotion-rating-minimum', () => {
  const rule = 'promotion-rating-minimum';

  test.each([
    ['2.49', 5, 'violation'],
    ['2.5', 5, 'ok'],
    ['2.5', 4, 'violation'],
    ['5', 0, 'violation'],
  ])('%s stars from %s reviews: %s', (rating, ratingCount, expected) => {
    expect(kindOf(rule, { rating, ratingCount })).toBe(expected);
  });

  test('names what could still decide', () => {
    expect(judge(rule, { rating: '3' }).missing).toEqual(['ratingCount']);
    expect(judge(rule, { ratingCount: 9 }).missing).toEqual(['rating']);
    expect(judge(rule, { rating: null, ratingCount: 9 }).missing).toEqual(['rating']);
    expect(judge(rule, {}).missing).toEqual(['rating', 'ratingCount']);
  });
});

describe('prime-event-discount-minimum', () => {
  const rule = 'prime-event-discount-minimum';

  test('both ends are ok, a cent beyond is not', () => {
    fc.assert(
      fc.property(money, money, fc.option(money, { nil: undefined }), (yourPrice, dealPrice, salePrice) => {
        const facts = salePrice === undefined ? { yourPrice } : { yourPrice, salePrice };
        const judged = judge(rule, { ...facts, dealPrice });
        if (judged.kind === 'ok') return;
        for (const end of [judged.fix.maxPrice, judged.fix.minPrice] as string[])
          expect(kindOf(rule, { ...facts, dealPrice: end })).toBe('ok');
        expect(messageOf(rule, { ...facts, dealPrice: add(judged.fix.maxPrice, '0.01') })).toBe('problem');
        expect(messageOf(rule, { ...facts, dealPrice: add(judged.fix.minPrice, '-0.01') })).toBe('tooDeep');
      }),
    );
  });

  test('a higher Sale Price changes nothing, one of nothing is none', () => {
    const facts = { yourPrice: '100', dealPrice: '80' };
    for (const salePrice of ['120', '0', null]) expect(kindOf(rule, { ...facts, salePrice })).toBe('ok');
    expect(kindOf(rule, { ...facts, salePrice: '99.99' })).toBe('violation');
  });

  test('a deal on an ordinary day and a Lightning Deal are none of it', () => {
    const facts = { yourPrice: '100', dealPrice: '95' };
    expect(kindOf(rule, { ...facts, occasion: 'event' })).toBe('violation');
    expect(kindOf(rule, { ...facts, occasion: 'normal' })).toBe('not-applicable');
    expect(kindOf(rule, { ...facts, dealType: 'best' })).toBe('not-applicable');
  });
});

describe('prime-discount-reference', () => {
  const rule = 'prime-discount-reference';

  test('asks for 5, 10 and 15 % by occasion', () => {
    for (const [occasion, price] of [
      ['normal', '95.00'],
      ['event', '90.00'],
      ['black-friday', '85.00'],
    ] as const) {
      expect(kindOf(rule, { occasion, dealPrice: price, wasPrice: '100' })).toBe('ok');
      expect(kindOf(rule, { occasion, dealPrice: add(price, '0.01'), wasPrice: '100' })).toBe('violation');
    }
  });

  test('the lower of Was and List Price counts, a reference price of Pricing Health does not', () => {
    const facts = { occasion: 'normal', dealPrice: '95' };
    expect(kindOf(rule, { ...facts, wasPrice: '100', listPrice: '99' })).toBe('violation');
    expect(kindOf(rule, { ...facts, wasPrice: '100', listPrice: '0' })).toBe('ok');
    expect(kindOf(rule, { ...facts, referencePrice: '50', referenceSource: 'Featured Offer', wasPrice: '100' })).toBe(
      'ok',
    );
    expect(kindOf(rule, { ...facts, referencePrice: '50', wasPrice: '100' })).toBe('violation');
  });
});

test('an unknown event or occasion is none that Preflight knows', () => {
  const facts = { dealPrice: '99', lowestPrice30d: '100', wasPrice: '100' };
  expect(kindOf('prime-event-30-day-low', { ...facts, event: 'spring-sale' })).toBe('not-applicable');
  expect(kindOf('prime-discount-reference', { ...facts, occasion: 'spring-sale' })).toBe('not-applicable');
});

describe('deal-eligibility-legacy', () => {
  const rule = 'deal-eligibility-legacy';
  const good = { rating: '3.0', sellerFeedback: '3.5', sellerRatingsMonth: 5 };

  test.each([
    [{ rating: '2.99' }, 'problem'],
    [{ sellerFeedback: '3.49' }, 'feedback'],
    [{ sellerRatingsMonth: 4 }, 'few'],
    [{ condition: 'used_good' }, 'conditionUsed'],
    [{ condition: 'newish' }, 'conditionUsed'],
    [{ fbaOrSfp: false }, 'prime'],
    [{ wasPriceExists: false, listPrice: '0' }, 'reference'],
  ])('%j breaks it', (facts, message) => {
    expect(kindOf(rule, good)).toBe('ok');
    expect(kindOf(rule, { ...good, ...facts })).toBe('violation');
    expect(messageOf(rule, { ...good, ...facts })).toBe(message);
  });

  test('a List Price, or one that is not known, may be the reference', () => {
    expect(kindOf(rule, { ...good, wasPriceExists: false, listPrice: '30' })).toBe('ok');
    expect(kindOf(rule, { ...good, wasPriceExists: false })).toBe('ok');
    expect(kindOf(rule, { ...good, condition: 'new_oem' })).toBe('ok');
  });

  test('names only what is missing', () => {
    expect(judge(rule, { rating: '4' }).missing).toEqual(['sellerFeedback', 'sellerRatingsMonth']);
  });
});

describe('deal-high-return-rate', () => {
  const rule = 'deal-high-return-rate';

  test('takes the thresholds of the returns fee', () => {
    for (const [feeCategory, limit] of Object.entries({
      grocery: '2.9',
      toys: '4.7',
      beauty: '5.5',
      home: '8.1',
      kitchen: '8.1',
      'consumer-electronics': '11.2',
      computers: '11.4',
    })) {
      expect(kindOf(rule, { feeCategory, returnRate: limit })).toBe('ok');
      expect(kindOf(rule, { feeCategory, returnRate: add(limit, '0.01') })).toBe('violation');
    }
  });

  test('before 2026 and elsewhere no number stands in', () => {
    const facts = { feeCategory: 'home', returnRate: '60' };
    expect(judge(rule, facts, { day: '2025-12-31' })).toMatchObject({ kind: 'unknown', reason: 'limit-not-published' });
    expect(kindOf(rule, facts, { day: '2026-01-01' })).toBe('violation');
    expect(kindOf(rule, { ...facts, feeCategory: 'pet' })).toBe('unknown');
  });
});

describe('deal-fee-estimate', () => {
  const rule = 'deal-fee-estimate';
  const fee = (facts: WireFacts, place: Place = {}) => judge(rule, facts, place).values.dealFee;

  test('the cap binds above 200,000 of sales', () => {
    expect(fee({ dealDays: 1, dealSales: '200000' })).toBe('2070.00');
    expect(fee({ dealDays: 1, dealSales: '200001' })).toBe('2070.00');
    expect(fee({ dealDays: 1, dealSales: '199999' })).toBe('2069.99');
  });

  test('changes its model on 2025-06-02', () => {
    const facts = { dealType: 'best', dealDays: 7, dealSales: '10000' };
    expect(fee(facts, { day: '2025-06-01' })).toBe('300.00');
    expect(fee(facts, { day: '2025-06-02' })).toBe('590.00');
  });

  test('more days and more sales never cost less', () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.nat(30),
        cents(1, 50_000_000),
        cents(0, 50_000_000),
        (dealDays, more, dealSales, sold) => {
          const before = fee({ dealDays, dealSales }) as string;
          const after = fee({ dealDays: dealDays + more, dealSales: add(dealSales, sold) }) as string;
          expect(new Big(after).gte(before)).toBe(true);
        },
      ),
    );
  });

  test('per unit it is the fee over the units sold', () => {
    const { values } = judge(rule, { dealDays: 1, dealSales: '10000', dealPrice: '25' });
    // 170 over 400 units
    expect(values.feePerUnit).toBe('0.43');
    const none = judge(rule, { dealDays: 1, dealSales: '0', dealPrice: '25' });
    expect(none).toMatchObject({ kind: 'ok', values: { dealFee: '70.00' } });
    expect(none.values).not.toHaveProperty('feePerUnit');
    expect(judge(rule, { dealDays: 1, dealSales: '10', dealPrice: '0' }).values).not.toHaveProperty('feePerUnit');
  });

  test('names what is missing, and what Amazon does not publish', () => {
    expect(judge(rule, {}).missing).toEqual(['dealDays', 'dealSales']);
    expect(judge(rule, { dealSales: '1' }).missing).toEqual(['dealDays']);
    expect(judge(rule, {}, { day: '2025-06-01' }).missing).toEqual(['dealType']);
    for (const site of ['UK', 'DE', 'FR', 'IT', 'ES'])
      expect(judge(rule, { dealDays: 1, dealSales: '1' }, { site })).toMatchObject({ reason: 'limit-not-published' });
  });

  test('peak events are left out', () => {
    const facts = { dealDays: 1, dealSales: '1000' };
    for (const peak of [{ event: 'prime-day' }, { occasion: 'event' }, { occasion: 'black-friday' }])
      expect(kindOf(rule, { ...facts, ...peak })).toBe('not-applicable');
    expect(kindOf(rule, { ...facts, occasion: 'normal' })).toBe('ok');
  });
});

testSentences(dealRules, english, chinese);
