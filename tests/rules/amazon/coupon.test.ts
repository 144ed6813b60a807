import { Big } from 'big.js';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-coupon.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-coupon.json' with { type: 'json' };
import { couponRules } from '../../../rules/amazon/coupon/index.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { limit } from '../../../rules/engine/policy.ts';
import { sitesOf } from '../../../rules/engine/sites.ts';
import { toWire, type WireFigures } from '../../../rules/engine/wire.ts';
import { couponWasPrice } from '../../../rules/policies/amazon/coupon-was-price.ts';
import { wasPriceDerivation } from '../../../rules/policies/amazon/was-price.ts';
import { anyFacts } from '../engine/any-facts.ts';

const TODAY = '2026-11-20';

interface Judged {
  kind: string;
  reason?: string;
  severity?: string;
  message?: string;
  missing?: readonly FactName[];
  fix: WireFigures;
  values: WireFigures;
}

function judge(name: string, facts: WireFacts, { site = 'US', day = TODAY, unread = [] as FactName[] } = {}): Judged {
  const rule = couponRules.find(({ id }) => id === `amazon/${name}`);
  if (!rule) throw new Error(`no rule ${name}`);
  const parsed = parseFacts(facts);
  expect(parsed.rejected).toEqual([]);
  const evaluate = evaluator([rule], { marketplace: 'amazon', site, day });
  const outcome = evaluate({ facts: parsed.facts, unread: new Set(unread) })[0]?.outcome;
  if (!outcome) throw new Error('no verdict');
  const digits = site === 'JP' ? 0 : 2;
  const shared = { fix: {}, values: {} };
  if (outcome.kind === 'violation')
    return {
      ...outcome,
      severity: outcome.severity ?? rule.severity,
      fix: toWire(outcome.fix, digits),
      values: toWire(outcome.values, digits),
    };
  if (outcome.kind === 'ok') return { ...shared, kind: 'ok', values: toWire(outcome.values ?? {}, digits) };
  return { ...shared, ...outcome };
}

const kindOf = (name: string, facts: WireFacts, where = {}) => judge(name, facts, where).kind;

/** Amounts from 0.01 to 2,000.00 as text. */
const money = fc.integer({ min: 1, max: 200_000 }).map((cents) => new Big(cents).div(100).toFixed(2));
const add = (amount: unknown, change: string) => new Big(amount as string).plus(change).toFixed(2);

describe('Was Price rules start', () => {
  const starts: Record<string, [before: string, first: string]> = {
    US: ['2024-03-11', '2024-03-12'],
    DE: ['2024-03-17', '2024-03-18'],
    UK: ['2024-03-17', '2024-03-18'],
    MX: ['2024-03-20', '2024-03-21'],
  };
  const cases: [string, WireFacts][] = [
    ['coupon-price-above-was', { basePrice: '140', wasPrice: '100' }],
    ['coupon-net-not-below-was', { basePrice: '100', wasPrice: '100', couponType: 'percent', couponPercent: '4' }],
    ['coupon-no-sales-history', { wasPriceExists: false, isNewAsin: false, rating: '1.0', ratingCount: 1 }],
  ];
  const inForce = sitesOf.amazon.filter((site) => site !== 'FR' && site !== 'TR');
  for (const [name, facts] of cases) {
    test.each(inForce)(`${name} in %s`, (site) => {
      const [before, first] = starts[site] ?? ['2024-03-30', '2024-03-31'];
      expect(judge(name, facts, { site, day: before })).toMatchObject({
        kind: 'not-applicable',
        reason: 'not-in-force',
      });
      for (const day of [first, '2024-12-25', '2024-12-26', TODAY])
        expect(kindOf(name, facts, { site, day }), day).toBe('violation');
    });
    test.each(['FR', 'TR'])(`${name} never in %s`, (site) => {
      for (const day of ['2024-03-31', '2024-12-26', TODAY])
        expect(kindOf(name, facts, { site, day })).toBe('not-applicable');
    });
  }
});

test('exemptions hold from 2024-12-26', () => {
  const cases: [string, WireFacts][] = [
    ['coupon-price-above-was', { basePrice: '140', wasPrice: '100', isNewAsin: true }],
    [
      'coupon-net-not-below-was',
      { basePrice: '100', wasPrice: '100', couponType: 'percent', couponPercent: '4', isNewAsin: true },
    ],
    ['coupon-no-sales-history', { wasPriceExists: false, isNewAsin: true }],
    ['coupon-no-sales-history', { wasPriceExists: false, isNewAsin: false, rating: '4.0', ratingCount: 5 }],
  ];
  for (const [name, facts] of cases)
    for (const site of ['US', 'DE', 'JP', 'PL']) {
      expect(kindOf(name, facts, { site, day: '2024-12-25' })).toBe('violation');
      expect(judge(name, facts, { site, day: '2024-12-26' })).toMatchObject({
        kind: 'not-applicable',
        reason: 'exempt',
      });
    }
});

test('the factors that derive a Was Price are those that judge by it', () => {
  for (const site of sitesOf.amazon)
    for (const day of ['2024-03-31', '2024-12-25', '2024-12-26', TODAY]) {
      const judging = limit(couponWasPrice, day, site)?.values;
      const deriving = limit(wasPriceDerivation, day, site)?.values;
      expect(deriving?.maxBaseOverWas.toString()).toBe(judging?.maxBaseOverWas.toString());
      expect(deriving?.maxNetOverWas.toString()).toBe(judging?.maxNetOverWas.toString());
    }
});

describe('coupon-price-above-was', () => {
  const rule = 'coupon-price-above-was';

  test('32.487 is the edge for a Was Price of 24.99', () => {
    expect(kindOf(rule, { basePrice: '32.487', wasPrice: '24.99' })).toBe('ok');
    expect(judge(rule, { basePrice: '32.4871', wasPrice: '24.99' }).fix).toEqual({ maxPrice: '32.48' });
  });

  test('the highest price is ok, a cent more is not, and raising the price never helps', () => {
    fc.assert(
      fc.property(money, money, money, (basePrice, wasPrice, raise) => {
        const judged = judge(rule, { basePrice, wasPrice });
        if (judged.kind === 'ok') return;
        const maxPrice = judged.fix.maxPrice as string;
        expect(kindOf(rule, { basePrice: maxPrice, wasPrice })).toBe('ok');
        expect(kindOf(rule, { basePrice: add(maxPrice, '0.01'), wasPrice })).toBe('violation');
        expect(kindOf(rule, { basePrice: add(basePrice, raise), wasPrice })).toBe('violation');
      }),
    );
  });

  test('an estimate only warns, and yields to a known Was Price', () => {
    expect(judge(rule, { basePrice: '131', wasPriceEstimate: '100' })).toMatchObject({
      severity: 'warning',
      message: 'estimated',
      values: { wasPriceEstimate: '100.00' },
    });
    expect(kindOf(rule, { basePrice: '131', wasPriceEstimate: '100', wasPrice: '110' })).toBe('ok');
    expect(judge(rule, { basePrice: '131', wasPriceEstimate: '110', wasPrice: '100' })).toMatchObject({
      severity: 'error',
    });
  });

  test('a Sale Price that could not be read leaves the price open', () => {
    const facts = { yourPrice: '120', wasPrice: '100' };
    expect(kindOf(rule, facts)).toBe('ok');
    expect(judge(rule, facts, { unread: ['salePrice'] })).toMatchObject({
      kind: 'unknown',
      missing: ['basePrice', 'salePrice'],
    });
  });

  test('a Was Price of nothing is not known', () => {
    expect(judge(rule, { basePrice: '10', wasPrice: '0' })).toMatchObject({ kind: 'unknown', missing: ['wasPrice'] });
    expect(kindOf(rule, { basePrice: '10', wasPrice: null })).toBe('not-applicable');
  });
});

describe('coupon-net-not-below-was', () => {
  const rule = 'coupon-net-not-below-was';
  const range = 'coupon-discount-out-of-range';

  test('at the highest price that the 30 % rule allows, 27 % are needed', () => {
    const facts = { basePrice: '130', wasPrice: '100', couponType: 'percent' };
    expect(judge(rule, { ...facts, couponPercent: '26.92' }).fix).toMatchObject({ minCouponPercent: '27' });
    expect(kindOf(rule, { ...facts, couponPercent: '27' })).toBe('ok');
  });

  test('exactly 50 % is offered, more is not', () => {
    const facts = { wasPrice: '100', couponType: 'percent', couponPercent: '5' };
    expect(judge(rule, { ...facts, basePrice: '190.00' }).fix).toMatchObject({ minCouponPercent: '50' });
    expect(judge(rule, { ...facts, basePrice: '190.01' })).toMatchObject({
      message: 'onlyPrice',
      fix: { maxPrice: '100.00' },
    });
    // 80 % was allowed before, but no Was Price rule was in force on a day with that range.
    expect(kindOf(rule, { ...facts, basePrice: '190.01' }, { day: '2024-03-11' })).toBe('not-applicable');
  });

  test('a percentage that is proposed passes both rules, one less fails one of them', () => {
    fc.assert(
      fc.property(money, money, fc.integer({ min: 1, max: 99 }), (basePrice, wasPrice, couponPercent) => {
        const facts = { basePrice, wasPrice, couponType: 'percent' };
        const judged = judge(rule, { ...facts, couponPercent: String(couponPercent) });
        if (judged.kind === 'ok') return;
        const { minCouponPercent, maxPrice } = judged.fix;
        if (minCouponPercent === undefined) {
          expect(judged.message).toBe('onlyPrice');
          expect(kindOf(rule, { ...facts, couponPercent: '50' })).toBe('violation');
        } else {
          const enough = { ...facts, couponPercent: String(minCouponPercent) };
          const less = { ...facts, couponPercent: String(Number(minCouponPercent) - 1) };
          expect([kindOf(rule, enough), kindOf(range, enough)]).toEqual(['ok', 'ok']);
          expect([kindOf(rule, less), kindOf(range, less)]).toContain('violation');
        }
        const priced = { ...facts, couponPercent: String(couponPercent) };
        expect(kindOf(rule, { ...priced, basePrice: maxPrice as string })).toBe('ok');
        expect(kindOf(rule, { ...priced, basePrice: add(maxPrice, '0.01') })).toBe('violation');
      }),
    );
  });

  test('an amount that is proposed passes both rules, a cent less fails one of them', () => {
    fc.assert(
      fc.property(money, money, money, (basePrice, wasPrice, couponAmount) => {
        const facts = { basePrice, wasPrice, couponType: 'amount' };
        const judged = judge(rule, { ...facts, couponAmount });
        if (judged.kind === 'ok') return;
        const { minCouponAmount, maxPrice } = judged.fix;
        if (minCouponAmount === undefined) {
          const half = new Big(basePrice).div(2).round(2, Big.roundDown).toFixed(2);
          expect(kindOf(rule, { ...facts, couponAmount: half })).toBe('violation');
        } else {
          const enough = { ...facts, couponAmount: minCouponAmount as string };
          const less = { ...facts, couponAmount: add(minCouponAmount, '-0.01') };
          expect(kindOf(rule, enough)).toBe('ok');
          // Under 0.02 no amount of whole cents lies inside the range.
          if (new Big(basePrice).gte('0.02')) expect(kindOf(range, enough)).toBe('ok');
          expect([kindOf(rule, less), kindOf(range, less)]).toContain('violation');
        }
        const priced = { ...facts, couponAmount };
        expect(kindOf(rule, { ...priced, basePrice: maxPrice as string })).toBe('ok');
        expect(kindOf(rule, { ...priced, basePrice: add(maxPrice, '0.01') })).toBe('violation');
      }),
    );
  });

  test('an empty discount field is nothing to check, a missing one is named', () => {
    const facts = { basePrice: '98.60', wasPrice: '98.00' };
    expect(kindOf(rule, { ...facts, couponType: 'percent', couponPercent: null })).toBe('not-applicable');
    expect(judge(rule, { ...facts, couponType: 'percent' }).missing).toEqual(['couponPercent']);
    expect(judge(rule, { ...facts, couponType: 'amount' }).missing).toEqual(['couponAmount']);
    expect(judge(rule, facts).missing).toEqual(['couponType']);
  });

  test('the field that holds the discount is marked', () => {
    const facts = { basePrice: '100', wasPrice: '100' };
    expect(judge(rule, { ...facts, couponType: 'percent', couponPercent: '4' })).toMatchObject({
      marks: ['couponPercent', 'yourPrice', 'salePrice'],
    });
    expect(judge(rule, { ...facts, couponType: 'amount', couponAmount: '4' })).toMatchObject({
      marks: ['couponAmount', 'yourPrice', 'salePrice'],
    });
  });
});

describe('coupon-no-sales-history', () => {
  const rule = 'coupon-no-sales-history';
  const none = { wasPriceExists: false };

  test('4.0 stars and 5 ratings are both enough and both needed', () => {
    expect(kindOf(rule, { ...none, isNewAsin: false, rating: '3.99', ratingCount: 5 })).toBe('violation');
    expect(kindOf(rule, { ...none, isNewAsin: false, rating: '4.0', ratingCount: 4 })).toBe('violation');
    expect(kindOf(rule, { ...none, isNewAsin: false, rating: '4.0', ratingCount: 5 })).toBe('not-applicable');
  });

  test('Japan names no number of ratings', () => {
    expect(kindOf(rule, { ...none, isNewAsin: false, rating: '4.0', ratingCount: 1 }, { site: 'JP' })).toBe(
      'not-applicable',
    );
    expect(kindOf(rule, { ...none, isNewAsin: false, rating: '3.9' }, { site: 'JP' })).toBe('violation');
    expect(kindOf(rule, { ...none, isNewAsin: false, ratingCount: 0 }, { site: 'JP' })).toBe('violation');
  });

  test('names only the facts that can still exempt', () => {
    expect(judge(rule, none).missing).toEqual(['isNewAsin', 'rating', 'ratingCount']);
    expect(judge(rule, none, { site: 'JP' }).missing).toEqual(['isNewAsin', 'rating']);
    expect(judge(rule, { ...none, rating: '3.9' }).missing).toEqual(['isNewAsin']);
    expect(judge(rule, { ...none, isNewAsin: false, rating: '4.5' }).missing).toEqual(['ratingCount']);
    expect(judge(rule, { ...none, isNewAsin: false, ratingCount: 9 }).missing).toEqual(['rating']);
  });

  test('a known Was Price exists', () => {
    expect(kindOf(rule, { wasPrice: '24.99' })).toBe('ok');
    expect(kindOf(rule, { wasPriceEstimate: '24.99' })).toBe('unknown');
  });
});

describe('coupon-discount-out-of-range', () => {
  const rule = 'coupon-discount-out-of-range';

  test.each([
    ['4.99', 'violation'],
    ['5', 'ok'],
    ['50', 'ok'],
    ['50.01', 'violation'],
  ])('%s %% is %s', (couponPercent, expected) => {
    expect(kindOf(rule, { basePrice: '100', couponType: 'percent', couponPercent })).toBe(expected);
  });

  test('80 % until 2024-03-11, 50 % from 2024-03-12, in all stores', () => {
    for (const site of sitesOf.amazon) {
      const facts = { basePrice: '100', couponType: 'percent', couponPercent: '80' };
      expect(kindOf(rule, facts, { site, day: '2024-03-11' })).toBe('ok');
      expect(kindOf(rule, facts, { site, day: '2024-03-12' })).toBe('violation');
    }
  });

  test('the least and the most amount are ok, a cent beyond is not', () => {
    fc.assert(
      fc.property(money, money, (basePrice, couponAmount) => {
        const facts = { basePrice, couponType: 'amount' };
        const { kind, fix } = judge(rule, { ...facts, couponAmount });
        if (kind === 'ok' || fix.minAmount === undefined) return;
        for (const amount of [fix.minAmount, fix.maxAmount])
          expect(kindOf(rule, { ...facts, couponAmount: amount as string })).toBe('ok');
        expect(kindOf(rule, { ...facts, couponAmount: add(fix.minAmount, '-0.01') })).toBe('violation');
        expect(kindOf(rule, { ...facts, couponAmount: add(fix.maxAmount, '0.01') })).toBe('violation');
      }),
    );
  });

  test('a price too low for any amount says so', () => {
    expect(judge(rule, { basePrice: '0.01', couponType: 'amount', couponAmount: '0.01' })).toMatchObject({
      message: 'noAmount',
      fix: { minPercent: '5', maxPercent: '50' },
    });
  });
});

describe('coupon-selling-price-minimum', () => {
  const rule = 'coupon-selling-price-minimum';
  const minima: Record<string, string> = {
    US: '5',
    UK: '5',
    DE: '5',
    FR: '5',
    IN: '5',
    AE: '5',
    CA: '5',
    SA: '5',
    EG: '5',
    JP: '1',
    AU: '1',
    SG: '1',
    BR: '20',
    MX: '100',
  };
  test.each(Object.entries(minima))('%s: exactly %s is too low', (site, minimum) => {
    const unit = site === 'JP' ? '1' : '0.01';
    const minPrice = new Big(minimum).plus(unit);
    const judged = judge(rule, { basePrice: minimum, shippingPrice: '0' }, { site });
    expect(judged).toMatchObject({ kind: 'violation', severity: 'error' });
    expect(judged.fix.minPrice).toBe(minPrice.toFixed(site === 'JP' ? 0 : 2));
    expect(kindOf(rule, { basePrice: minPrice.toString() }, { site })).toBe('ok');
  });

  test('other stores have no published minimum', () => {
    const others = sitesOf.amazon.filter((site) => !(site in minima));
    expect(others).toHaveLength(9);
    for (const site of others)
      expect(judge(rule, { basePrice: '4' }, { site })).toMatchObject({
        kind: 'unknown',
        reason: 'limit-not-published',
      });
  });

  test('shipping counts, and decides where the price alone does not', () => {
    expect(kindOf(rule, { basePrice: '3.00', shippingPrice: '2.00' })).toBe('violation');
    expect(kindOf(rule, { basePrice: '3.01', shippingPrice: '2.00' })).toBe('ok');
    expect(judge(rule, { basePrice: '3.01' }).missing).toEqual(['shippingPrice']);
    expect(kindOf(rule, { basePrice: '5.00', shippingPrice: null })).toBe('violation');
  });

  test('the lowest price is above the minimum, a cent less is not, with and without a coupon', () => {
    const discount = fc.record({ couponType: fc.constant('percent'), couponPercent: fc.integer({ min: 5, max: 50 }) });
    const amount = fc.record({ couponType: fc.constant('amount'), couponAmount: money });
    const price = fc.integer({ min: 1, max: 1000 }).map((cents) => new Big(cents).div(100).toFixed(2));
    fc.assert(
      fc.property(price, price, fc.oneof(discount, amount, fc.constant({})), (basePrice, shippingPrice, coupon) => {
        const facts: WireFacts = { basePrice, shippingPrice, ...coupon };
        const { kind, severity, fix } = judge(rule, facts);
        if (kind === 'ok') return;
        const minPrice = fix.minPrice as string;
        const raised = judge(rule, { ...facts, basePrice: minPrice });
        if (severity === 'error') expect(raised.severity).not.toBe('error');
        else expect(raised.kind).toBe('ok');
        expect(judge(rule, { ...facts, basePrice: add(minPrice, '-0.01') }).severity).toBe(severity);
        const { maxCouponPercent, maxAmount } = fix;
        if (maxCouponPercent !== undefined) {
          expect(kindOf(rule, { ...facts, couponPercent: maxCouponPercent as string })).toBe('ok');
          expect(kindOf(rule, { ...facts, couponPercent: add(maxCouponPercent, '1') })).toBe('violation');
        }
        if (maxAmount !== undefined) {
          expect(kindOf(rule, { ...facts, couponAmount: maxAmount as string })).toBe('ok');
          expect(kindOf(rule, { ...facts, couponAmount: add(maxAmount, '0.01') })).toBe('violation');
        }
      }),
    );
  });

  test('a coupon that could not be read leaves the price after it open', () => {
    expect(judge(rule, { basePrice: '6.00' }, { unread: ['couponPercent'] }).missing).toEqual(['couponPercent']);
  });
});

test.each([
  ['2.5', 1, '2024-12-25', 'ok'],
  ['2.4', 4, '2024-12-25', 'violation'],
  ['2.4', 4, '2024-12-26', 'ok'],
  ['1.0', 1, '2024-12-26', 'ok'],
  ['0.9', 1, '2024-12-26', 'violation'],
  ['2.5', 5, '2024-12-25', 'violation'],
  ['2.99', 5, TODAY, 'violation'],
  ['3.0', 5, TODAY, 'ok'],
  ['2.4', 4, '2024-03-11', 'not-applicable'],
])('coupon-star-rating: %s stars from %i ratings on %s: %s', (rating, ratingCount, day, expected) => {
  expect(kindOf('coupon-star-rating', { rating, ratingCount }, { day })).toBe(expected);
});

describe('coupon-excluded-product', () => {
  const rule = 'coupon-excluded-product';

  test.each(['used', 'used_very_good', 'used_acceptable', 'collectible_good', 'refurbished'])(
    '%s is excluded',
    (condition) => {
      expect(kindOf(rule, { condition })).toBe('violation');
    },
  );

  test.each(['new', 'new_new', 'new_oem'])('%s is allowed', (condition) => {
    expect(kindOf(rule, { condition, category: 'home' })).toBe('ok');
  });

  test('a condition in other words is not taken for new', () => {
    expect(judge(rule, { condition: 'newish', category: 'home' }).missing).toEqual(['condition']);
    expect(judge(rule, { condition: '二手', category: 'home' }).missing).toEqual(['condition']);
  });

  test.each(['Books', ' DVD ', 'ABIS_MUSIC', 'Guns & Gun Accessories', 'Sexual Wellness'])(
    '%s is excluded',
    (category) => {
      expect(judge(rule, { condition: 'new', category })).toMatchObject({ kind: 'violation', message: 'category' });
    },
  );

  test.each(['Video Games', 'Bookcases', 'Musical Instruments', 'Fishing Games'])('%s is allowed', (category) => {
    expect(kindOf(rule, { condition: 'new', category })).toBe('ok');
  });

  test('an empty category says nothing', () => {
    expect(kindOf(rule, { condition: 'new', category: ' ' })).toBe('not-applicable');
  });
});

test.each([
  ['Professional', '3.5', 'ok'],
  ['Professional', '3.49', 'violation'],
  ['Individual', '3.5', 'violation'],
  ['Individual', null, 'violation'],
  ['Professional', null, 'ok'],
])('coupon-account-eligibility: plan %s, feedback %s: %s', (sellerPlan, sellerFeedback, expected) => {
  expect(kindOf('coupon-account-eligibility', { sellerPlan, sellerFeedback })).toBe(expected);
});

test('coupon-inventory-low: the units and the days that are proposed are just enough', () => {
  const rule = 'coupon-inventory-low';
  const count = fc.integer({ min: 0, max: 500 });
  fc.assert(
    fc.property(count, fc.integer({ min: 1, max: 90 }), count, (unitsAvailable, couponDays, expectedDailyUnits) => {
      const facts = { unitsAvailable, couponDays, expectedDailyUnits };
      const { kind, fix } = judge(rule, facts);
      if (kind === 'ok') return;
      const units = unitsAvailable + (fix.unitsMissing as number);
      expect(kindOf(rule, { ...facts, unitsAvailable: units })).toBe('ok');
      expect(kindOf(rule, { ...facts, unitsAvailable: units - 1 })).toBe('violation');
      const maxDays = (fix.maxDays as number | undefined) ?? 0;
      expect(kindOf(rule, { ...facts, couponDays: maxDays })).toBe('ok');
      expect(kindOf(rule, { ...facts, couponDays: maxDays + 1 })).toBe('violation');
    }),
  );
});

test.each([
  ['6', 'ok'],
  ['5.9999', 'violation'],
  ['0', 'violation'],
  ['-0.01', 'not-applicable'],
])('coupon-locked-before-start: %s hours: %s', (hoursUntilStart, expected) => {
  expect(kindOf('coupon-locked-before-start', { hoursUntilStart })).toBe(expected);
});

describe('coupon-stacks-with-deal', () => {
  const rule = 'coupon-stacks-with-deal';

  test('the largest coupon keeps the floor, one step more does not', () => {
    const percentage = fc.integer({ min: 1, max: 99 }).map(String);
    fc.assert(
      fc.property(
        money,
        money,
        money,
        percentage,
        money,
        (standardPrice, dealPrice, floorPrice, couponPercent, couponAmount) => {
          const facts = { standardPrice, dealPrice, floorPrice };
          const byPercent = judge(rule, { ...facts, couponPercent });
          const most = byPercent.fix.maxCouponPercent;
          if (most !== undefined) {
            expect(kindOf(rule, { ...facts, couponPercent: most as string })).toBe('ok');
            expect(kindOf(rule, { ...facts, couponPercent: add(most, '1') })).toBe('violation');
          }
          const byAmount = judge(rule, { ...facts, couponType: 'amount', couponAmount });
          const mostOff = byAmount.fix.maxAmount;
          if (mostOff !== undefined) {
            expect(kindOf(rule, { ...facts, couponType: 'amount', couponAmount: mostOff as string })).toBe('ok');
            const more = add(mostOff, '0.01');
            expect(kindOf(rule, { ...facts, couponType: 'amount', couponAmount: more })).toBe('violation');
          }
          // Without a coupon to propose, the deal alone is below the floor.
          for (const { kind, fix } of [byPercent, byAmount])
            if (kind === 'violation' && Object.keys(fix).length === 0)
              expect(new Big(dealPrice).lt(floorPrice)).toBe(true);
        },
      ),
    );
  });

  test('a coupon below 5 % does not exist, so it is left out', () => {
    const facts = { standardPrice: '100', dealPrice: '80', couponPercent: '10' };
    expect(judge(rule, { ...facts, floorPrice: '75' })).toMatchObject({
      message: 'problem',
      fix: { maxCouponPercent: '5' },
    });
    expect(judge(rule, { ...facts, floorPrice: '75.01' })).toMatchObject({ message: 'noCoupon' });
  });

  test('Your Price stands in for the price before promotions', () => {
    const facts = { dealPrice: '80', couponPercent: '5', floorPrice: '75' };
    expect(judge(rule, { ...facts, yourPrice: '100' }).values).toEqual({ stackedNet: '75.00' });
    expect(judge(rule, facts).missing).toEqual(['yourPrice']);
  });
});

describe('was-price-from-error', () => {
  const rule = 'was-price-from-error';

  test("Amazon's own number passes with the derived Was Price, a cent more does not", () => {
    fc.assert(
      fc.property(money, (amount) => {
        const fromNet = judge(rule, { requiredNetPrice: amount }).values.wasPrice as string;
        const coupon = { couponType: 'amount', couponAmount: '0', wasPrice: fromNet };
        expect(kindOf('coupon-net-not-below-was', { ...coupon, basePrice: amount })).toBe('ok');
        expect(kindOf('coupon-net-not-below-was', { ...coupon, basePrice: add(amount, '0.01') })).toBe('violation');
        const fromBase = judge(rule, { suggestedYourPrice: amount }).values.wasPrice as string;
        expect(kindOf('coupon-price-above-was', { wasPrice: fromBase, basePrice: amount })).toBe('ok');
        const more = add(amount, '0.01');
        expect(kindOf('coupon-price-above-was', { wasPrice: fromBase, basePrice: more })).toBe('violation');
      }),
    );
  });

  test('starts on 2024-03-12', () => {
    expect(kindOf(rule, { requiredNetPrice: '95' }, { day: '2024-03-11' })).toBe('not-applicable');
    expect(kindOf(rule, { requiredNetPrice: '95' }, { day: '2024-03-12' })).toBe('ok');
  });
});

test('was-price-estimate: not above either median, and the order of the orders does not matter', () => {
  const rule = 'was-price-estimate';
  const prices = fc.array(money, { maxLength: 12 });
  fc.assert(
    fc.property(prices, prices, (nonPromotionalPrices, promotionalPrices) => {
      const judged = judge(rule, { nonPromotionalPrices, promotionalPrices });
      const all = [...nonPromotionalPrices, ...promotionalPrices];
      if (all.length === 0) {
        expect(judged.kind).toBe('unknown');
        return;
      }
      const estimate = new Big(judged.values.wasPriceEstimate as string);
      expect(judged.values.count).toBe(all.length);
      for (const list of [all, nonPromotionalPrices]) {
        // At least half of a list's prices are at or above its median.
        const atLeast = list.filter((price) => new Big(price).gte(estimate)).length;
        expect(atLeast * 2).toBeGreaterThanOrEqual(list.length);
      }
      const reversed = {
        nonPromotionalPrices: nonPromotionalPrices.toReversed(),
        promotionalPrices: promotionalPrices.toReversed(),
      };
      expect(judge(rule, reversed).values).toEqual(judged.values);
    }),
  );
});

describe('whatever the facts', () => {
  const facts = anyFacts([...new Set(couponRules.flatMap(({ needs, uses = [] }) => [...needs, ...uses]))]);
  const anySite = fc.constantFrom('US', 'JP', 'FR', 'IT');
  const anyDay = fc.constantFrom(TODAY, '2024-03-31', '2024-03-01');

  test('every rule answers, and every sentence of a problem finds its numbers', () => {
    fc.assert(
      fc.property(facts, anySite, anyDay, (wire, site, day) => {
        const verdicts = evaluator(couponRules, { marketplace: 'amazon', site, day })({
          facts: parseFacts(wire).facts,
        });
        expect(verdicts).toHaveLength(couponRules.length);
        for (const { rule, outcome } of verdicts) {
          if (outcome.kind !== 'violation') continue;
          const numbers = toWire({ ...outcome.values, ...outcome.fix }, 2);
          for (const language of ['en', 'zh-CN'] as const)
            expect(() => sentence(language, rule.id, outcome.message ?? 'problem', numbers)).not.toThrow();
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every sentence is reached', () => {
    const reached = new Set<string>();
    for (const rule of couponRules)
      for (const { site, day, facts } of rule.examples.violation ?? []) {
        const verdict = evaluator([rule], { marketplace: 'amazon', site, day })({ facts: parseFacts(facts).facts })[0];
        if (verdict?.outcome.kind === 'violation') reached.add(`${rule.id} ${verdict.outcome.message ?? 'problem'}`);
      }
    const other = ['title', 'why', 'blind', 'estimate', 'condition', 'exempt'];
    const written = Object.entries(texts.en).flatMap(([id, messages]) =>
      Object.keys(messages).flatMap((key) => (other.includes(key) ? [] : [`${id} ${key}`])),
    );
    expect([...reached].sort()).toEqual(written.sort());
  });
});

const texts: Record<'en' | 'zh-CN', Record<string, Record<string, string>>> = { en: english, 'zh-CN': chinese };

/** @throws Error when the sentence does not exist or one of its numbers is missing. */
function sentence(language: 'en' | 'zh-CN', id: string, key: string, numbers: WireFigures): string {
  const message = texts[language][id]?.[key];
  if (message === undefined) throw new Error(`${language}: no ${key} of ${id}`);
  const bold = (chunks: string[]) => chunks.join('');
  return String(
    new IntlMessageFormat(message, language).format<string>({
      ...(numbers as Record<string, string | number | boolean>),
      b: bold,
    }),
  );
}
