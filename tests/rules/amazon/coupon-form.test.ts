import fc from 'fast-check';
import { expect, test } from 'vitest';
import { couponRules } from '../../../rules/amazon/coupon/index.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import type { WireFacts } from '../../../rules/engine/facts.ts';
import type { Outcome, Severity } from '../../../rules/engine/outcome.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import type { Site } from '../../../rules/engine/sites.ts';
import { toWire, type WireFigures } from '../../../rules/engine/wire.ts';
import { addDays } from '../../../rules/measures/days.ts';
import { Big } from '../../../rules/measures/decimals.ts';

const TODAY = '2026-11-20';

function judge(name: string, site: Site, day: string, facts: WireFacts): Outcome {
  const rule = couponRules.find(({ id }) => id === `amazon/${name}`);
  if (!rule) throw new Error(`no rule ${name}`);
  const parsed = parseFacts(facts);
  expect(parsed.rejected).toEqual([]);
  const [verdict] = evaluator([rule], { marketplace: 'amazon', site, day })({ facts: parsed.facts });
  if (!verdict) throw new Error(`no verdict of ${name}`);
  return verdict.outcome;
}

const kind = (...args: Parameters<typeof judge>) => judge(...args).kind;

function fix(outcome: Outcome, digits = 2): WireFigures {
  if (outcome.kind !== 'violation') throw new Error(`expected a violation, got ${outcome.kind}`);
  return toWire(outcome.fix, digits);
}

function severity(outcome: Outcome): Severity | undefined {
  return outcome.kind === 'violation' ? outcome.severity : undefined;
}

const money = (minorUnits: number) => new Big(minorUnits).div(100).toFixed(2);
const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2025-01-01', count));

// Fee

function fee(site: Site, couponCreatedOn: string, facts: WireFacts): string | undefined {
  const outcome = judge('coupon-fee-estimate', site, TODAY, { couponCreatedOn, ...facts });
  return outcome.kind === 'ok' ? (toWire(outcome.values ?? {}, 2).couponFee as string) : undefined;
}

test('a coupon keeps the fee model of its creation day, whatever the day of the check', () => {
  for (const day of ['2024-01-01', '2025-06-01', '2025-06-02', '2025-11-05', TODAY])
    expect(kind('coupon-fee-estimate', 'US', day, { couponCreatedOn: '2025-06-01', redemptions: 100 })).toBe('ok');
  expect(fee('US', '2025-06-01', { redemptions: 100 })).toBe('60.00');
  expect(fee('US', '2025-06-02', { couponSales: '100000' })).toBe('2505.00');
  expect(fee('US', '2025-11-04', { couponSales: '100000' })).toBe('2505.00');
  expect(fee('US', '2025-11-05', { couponSales: '100000' })).toBe('2005.00');
});

test.each([
  ['CA', '2025-11-04', undefined],
  ['CA', '2025-11-05', '502.00'],
  ['DE', '2025-11-04', '604.00'],
  ['DE', '2025-11-05', '304.00'],
  ['FR', '2025-11-04', '402.00'],
  ['FR', '2025-11-05', '102.00'],
  ['IT', '2025-11-05', '102.00'],
  ['ES', '2025-11-05', '102.00'],
  ['UK', '2025-11-05', undefined],
  ['JP', '2025-11-05', undefined],
])('fee on sales of 40,000 in %s for a coupon of %s', (site, createdOn, expected) => {
  expect(fee(site, createdOn, { couponSales: '40000' })).toBe(expected);
});

test('the cap binds above $80,000 and never before', () => {
  expect(fee('US', '2025-11-05', { couponSales: '79999.60' })).toBe('2004.99');
  expect(fee('US', '2025-11-05', { couponSales: '80000.00' })).toBe('2005.00');
  expect(fee('US', '2025-11-05', { couponSales: '80000.40' })).toBe('2005.00');
});

test('each model asks for its own number', () => {
  expect(judge('coupon-fee-estimate', 'US', TODAY, { couponCreatedOn: '2025-06-01', couponSales: '100' })).toEqual({
    kind: 'unknown',
    missing: ['redemptions'],
  });
  expect(judge('coupon-fee-estimate', 'US', TODAY, { couponCreatedOn: '2025-06-02', redemptions: 5 })).toEqual({
    kind: 'unknown',
    missing: ['couponSales'],
  });
  expect(judge('coupon-fee-estimate', 'UK', TODAY, { couponCreatedOn: TODAY, couponSales: '1' })).toMatchObject({
    reason: 'limit-not-published',
  });
});

test('no sales and no redemptions are known amounts', () => {
  expect(fee('US', '2025-06-01', { redemptions: 0 })).toBe('0.00');
  expect(fee('US', TODAY, { couponSales: '0' })).toBe('5.00');
});

test('creating a coupon again saves what the two estimates differ by, less the second fixed fee', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000_000 }), (sales) => {
      const couponSales = money(sales);
      const estimates = ['2025-11-04', '2025-11-05'].map(
        (day) => new Big(fee('US', day, { couponSales }) ?? Number.NaN),
      );
      const saving = (estimates[0] as Big).minus(estimates[1] as Big).minus(5);
      const outcome = judge('coupon-fee-recreate-for-cap', 'US', TODAY, { couponCreatedOn: '2025-11-04', couponSales });
      if (saving.gt(0)) expect(fix(outcome).saving).toBe(saving.toFixed(2));
      else if (saving.lt(0)) expect(outcome.kind).toBe('ok');
    }),
  );
});

test('creating again is worth it strictly above $80,200, for coupons with a share of sales and no cap', () => {
  const outcome = (couponCreatedOn: string, couponSales: string) =>
    kind('coupon-fee-recreate-for-cap', 'US', TODAY, { couponCreatedOn, couponSales });
  expect(outcome('2025-11-04', '80200.00')).toBe('ok');
  expect(outcome('2025-11-04', '80200.01')).toBe('violation');
  expect(outcome('2025-06-02', '90000')).toBe('violation');
  expect(outcome('2025-06-01', '90000')).toBe('not-applicable');
  expect(outcome('2025-11-05', '90000')).toBe('not-applicable');
  const sold = { couponCreatedOn: '2025-09-01', couponSales: '90000' };
  expect(kind('coupon-fee-recreate-for-cap', 'US', '2025-11-04', sold)).toBe('not-applicable');
  expect(kind('coupon-fee-recreate-for-cap', 'US', '2025-11-05', sold)).toBe('violation');
});

// Budget

test('the minimal budget passes and one cent less does not; a full period needs more', () => {
  const facts = fc.record({
    couponDays: fc.integer({ min: 1, max: 90 }),
    expectedDailyUnits: fc.integer({ min: 1, max: 500 }),
    discountAmount: fc.integer({ min: 1, max: 1_000_000 }).map((n) => new Big(n).div(10_000).toFixed(4)),
  });
  fc.assert(
    fc.property(facts, fc.constantFrom('2025-06-01', TODAY), (plan, day) => {
      const outcome = judge('coupon-budget-low', 'US', day, { ...plan, couponBudget: '0.00' });
      const { minimalBudget, fullPeriodBudget } = fix(outcome) as Record<string, string>;
      const needed = new Big(minimalBudget as string);
      const withBudget = (budget: Big) =>
        kind('coupon-budget-low', 'US', day, { ...plan, couponBudget: budget.toFixed(2) });
      expect(withBudget(needed)).toBe('ok');
      expect(withBudget(needed.minus('0.01'))).toBe('violation');
      expect(new Big(fullPeriodBudget as string).times('0.8').gte(needed.minus('0.01'))).toBe(true);
    }),
  );
});

test('the fee is part of the budget in the US until 2025-06-01 and nowhere else', () => {
  const plan = { couponDays: 10, expectedDailyUnits: 20, discountAmount: '5.00', couponBudget: '1000.00' };
  expect(kind('coupon-budget-low', 'US', '2025-06-01', plan)).toBe('violation');
  expect(kind('coupon-budget-low', 'US', '2025-06-02', plan)).toBe('ok');
  expect(kind('coupon-budget-low', 'UK', '2025-06-01', plan)).toBe('ok');
});

test('a coupon that is expected to sell nothing needs no budget', () => {
  const plan = { couponDays: 10, expectedDailyUnits: 0, discountAmount: '5.00', couponBudget: '0' };
  expect(kind('coupon-budget-low', 'US', TODAY, plan)).toBe('ok');
});

test('budget limits include their own amount', () => {
  for (const site of ['US', 'UK']) {
    expect(kind('coupon-budget-minimum', site, TODAY, { couponBudget: '100.00' })).toBe('ok');
    expect(fix(judge('coupon-budget-minimum', site, TODAY, { couponBudget: '99.99' }))).toEqual({
      minimalBudget: '100.00',
    });
  }
  expect(judge('coupon-budget-minimum', 'JP', TODAY, { couponBudget: '1' })).toMatchObject({
    kind: 'unknown',
    reason: 'limit-not-published',
  });
  expect(kind('coupon-budget-maximum', 'US', '2025-01-01', { couponBudget: '10000000.01' })).toBe('violation');
  expect(kind('coupon-budget-maximum', 'US', '2024-12-31', { couponBudget: '10000000.01' })).toBe('not-applicable');
});

// Products and spreadsheet

test('the computed number of products passes and one product less or more does not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.constantFrom('form', 'bulk'),
      fc.constantFrom('US', 'UK', 'DE'),
      (couponChildAsins, couponRoute, site) => {
        const at = (count: number) => judge('coupon-asin-count', site, TODAY, { couponChildAsins: count, couponRoute });
        const outcome = at(couponChildAsins);
        if (outcome.kind !== 'violation') return;
        const { removeProducts = 0, addProducts = 0 } = fix(outcome) as Record<string, number>;
        const target = couponChildAsins - removeProducts + addProducts;
        expect(at(target).kind).toBe(site === 'US' ? 'ok' : 'unknown');
        expect(at(target + Math.sign(couponChildAsins - target)).kind).toBe('violation');
      },
    ),
  );
});

test.each([
  ['US', 14, undefined, 'unknown'],
  ['US', 15, undefined, 'ok'],
  ['US', 14, 'form', 'ok'],
  ['US', 2901, undefined, 'violation'],
  ['DE', 14, undefined, 'ok'],
  ['DE', 2900, undefined, 'ok'],
  ['DE', 2901, undefined, 'unknown'],
  ['DE', 8000, undefined, 'unknown'],
  ['DE', 8001, undefined, 'violation'],
] as const)('%s: %d products by route %s is %s', (site, couponChildAsins, couponRoute, expected) => {
  const facts = couponRoute ? { couponChildAsins, couponRoute } : { couponChildAsins };
  expect(kind('coupon-asin-count', site, TODAY, facts)).toBe(expected);
});

test('a spreadsheet is refused by either number alone', () => {
  expect(kind('coupon-bulk-rows', 'US', TODAY, { couponRows: 101 })).toBe('violation');
  expect(kind('coupon-bulk-rows', 'US', TODAY, { lastUsedRow: 120 })).toBe('violation');
  expect(judge('coupon-bulk-rows', 'US', TODAY, { lastUsedRow: 119 })).toEqual({
    kind: 'unknown',
    missing: ['couponRows'],
  });
  expect(kind('coupon-bulk-rows', 'US', TODAY, { couponRows: 0, lastUsedRow: 0 })).toBe('ok');
  expect(kind('coupon-bulk-rows', 'US', '2024-12-31', { couponRows: 101 })).toBe('not-applicable');
});

test('so many files are enough for a long spreadsheet, and one less is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 101, max: 5000 }), (couponRows) => {
      const { files } = fix(judge('coupon-bulk-rows', 'US', TODAY, { couponRows })) as { files: number };
      expect(Math.ceil(couponRows / files)).toBeLessThanOrEqual(100);
      expect(Math.ceil(couponRows / (files - 1))).toBeGreaterThan(100);
    }),
  );
});

// Title

test('a title without the surplus characters passes, one longer does not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (couponTitle) => {
      const outcome = judge('coupon-title-length', 'US', TODAY, { couponTitle });
      const length = Array.from(couponTitle).length;
      if (length <= 80) {
        expect(outcome.kind).toBe('ok');
        return;
      }
      const { removeCharacters, shortened } = fix(outcome) as { removeCharacters: number; shortened: string };
      expect(length - removeCharacters).toBe(80);
      expect(kind('coupon-title-length', 'US', TODAY, { couponTitleLength: length - removeCharacters + 1 })).toBe(
        'violation',
      );
      if (shortened) expect(kind('coupon-title-length', 'US', TODAY, { couponTitle: shortened })).toBe('ok');
    }),
  );
});

test('80 characters are allowed, whatever their bytes', () => {
  for (const character of ['a', '茶', '😀']) {
    expect(kind('coupon-title-length', 'JP', TODAY, { couponTitle: character.repeat(80) })).toBe('ok');
    expect(kind('coupon-title-length', 'JP', TODAY, { couponTitle: character.repeat(81) })).toBe('violation');
  }
});

test('an empty title has nothing to measure, an unread one is unknown', () => {
  expect(kind('coupon-title-length', 'US', TODAY, { couponTitle: '' })).toBe('not-applicable');
  expect(kind('coupon-title-length', 'US', TODAY, {})).toBe('unknown');
});

test('a title without the named characters passes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (couponTitle) => {
      const outcome = judge('coupon-title-characters', 'US', TODAY, { couponTitle, couponRoute: 'bulk' });
      if (outcome.kind !== 'violation') {
        expect(outcome.kind).toBe('ok');
        return;
      }
      const named = new Set(fix(outcome).characters as string[]);
      const number = (character: string) =>
        `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
      const cured = Array.from(couponTitle).filter(
        (character) => !named.has(character) && !named.has(number(character)),
      );
      expect(kind('coupon-title-characters', 'US', TODAY, { couponTitle: cured.join(''), couponRoute: 'bulk' })).toBe(
        'ok',
      );
    }),
  );
});

test.each([
  ['café', []],
  ['cafe\u0301', []],
  ['茶碗 ３個', []],
  ['हिन्दी', []],
  ['½ cup', ['½']],
  ['a\u00a0b\tc', ['U+00A0', 'U+0009']],
  ['mug 😀😀', ['😀']],
])('characters of %j', (couponTitle, expected) => {
  const outcome = judge('coupon-title-characters', 'US', TODAY, { couponTitle });
  expect(outcome.kind === 'ok' ? [] : fix(outcome).characters).toEqual(expected);
  expect(severity(outcome)).toBe(expected.length > 0 ? 'warning' : undefined);
});

test.each<[string, string[]]>([
  ['Mug 350 ml 3 pack', []],
  ['Prime mug for a black and friday', []],
  ['Subprime days', []],
  ['Prime Days', []],
  ['Harborline 100% cotton', []],
  ['Harborline 100 ％ cotton', []],
  ['%100 pamuk', []],
  ['Harborline 1100% cotton', ['1100%']],
  ['100.5% off', ['100.5%']],
  ['100% cotton 10% off', ['10%']],
  ['%10 indirim', ['%10']],
  ['１０％引き', ['１０％']],
  ['save $1,299.00 now', ['$1,299.00']],
  ['3 $5 mugs', ['$5']],
  ['5\u00a0€ de réduction', ['5\u00a0€']],
  ['5  € apart', []],
  ['500円OFF ￥300', ['500円', '￥300']],
  ['立减20元', ['20元']],
  ['2次元5個', []],
  ['PRIME  DAY, Cyber Monday and prime day', ['prime  day', 'cyber monday', 'prime day']],
  ['Black-Friday-Angebot', ['black-friday']],
  ['Prime Big Deal Days', ['prime big deal days']],
  ['夏のプライムデー特集', ['プライムデー']],
  ['黑色星期五特惠', ['黑色星期五']],
  ['20% 20% off', ['20%']],
])('phrases of %j', (couponTitle, expected) => {
  const outcome = judge('coupon-title-forbidden', 'JP', TODAY, { couponTitle });
  expect(outcome.kind === 'ok' ? [] : fix(outcome).phrases).toEqual(expected);
});

test('an ordinary word between number and sign keeps them apart', () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.constantFrom('%', '€', '$', '£', '¥', '円', '元'), (number, sign) => {
      const judged = (couponTitle: string) => kind('coupon-title-forbidden', 'US', TODAY, { couponTitle });
      expect(judged(`mug ${number} ml ${sign}`)).toBe('ok');
      expect(judged(`mug ${number} ${sign} ml`)).toBe(number === 100 && sign === '%' ? 'ok' : 'violation');
    }),
  );
});

// Dates

test('the computed first or last start passes and the day beyond does not', () => {
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: -400, max: 400 }),
      fc.constantFrom('US', 'UK'),
      (couponCreatedOn, ahead, site) => {
        const at = (couponStart: string) =>
          judge('coupon-schedule-window', site, couponCreatedOn, { couponCreatedOn, couponStart });
        const outcome = at(addDays(couponCreatedOn, ahead));
        if (outcome.kind !== 'violation') {
          expect(outcome.kind).toBe('ok');
          return;
        }
        const { earliestStart, latestStart } = fix(outcome) as Record<string, string>;
        if (earliestStart) {
          expect(at(earliestStart).kind).toBe('ok');
          expect(at(addDays(earliestStart, -1)).kind).toBe('violation');
          return;
        }
        const level = outcome.severity ?? 'error';
        // Within 180 days but beyond three months only a warning is left.
        expect(severity(at(latestStart as string))).toBe(level === 'error' && site === 'US' ? 'warning' : undefined);
        expect(severity(at(addDays(latestStart as string, 1))) ?? 'error').toBe(level);
      },
    ),
  );
});

test('three months ahead are advised in the US from 2025-01-01 on', () => {
  const far = { couponCreatedOn: '2024-12-01', couponStart: '2025-03-02' };
  expect(kind('coupon-schedule-window', 'US', '2024-12-31', far)).toBe('ok');
  expect(severity(judge('coupon-schedule-window', 'US', '2025-01-01', far))).toBe('warning');
});

const duration = (site: Site, day: string, length: number, couponKind?: string) =>
  judge('coupon-duration', site, day, {
    couponStart: '2026-12-01',
    couponEnd: addDays('2026-12-01', length),
    ...(couponKind && { couponKind }),
  });

test.each([
  ['standard', 30],
  ['reorder', 180],
  ['subscribe-and-save', 365],
])('a %s coupon runs %d days at most in the US', (couponKind, most) => {
  expect(duration('US', TODAY, most, couponKind).kind).toBe('ok');
  const outcome = duration('US', TODAY, most + 1, couponKind);
  expect(fix(outcome)).toEqual({ latestEnd: addDays('2026-12-01', most) });
  expect(severity(outcome)).toBe('error');
});

test('a coupon of unknown kind is judged where every kind agrees', () => {
  expect(duration('US', TODAY, 30).kind).toBe('ok');
  expect(duration('US', TODAY, 31)).toEqual({ kind: 'unknown', missing: ['couponKind'] });
  expect(duration('US', TODAY, 365).kind).toBe('unknown');
  expect(fix(duration('US', TODAY, 366))).toEqual({ latestEnd: addDays('2026-12-01', 30) });
});

test('elsewhere, and before 2025, only a breach of 90 days is known', () => {
  expect(duration('DE', TODAY, 30, 'standard').kind).toBe('ok');
  expect(duration('DE', TODAY, 31, 'standard')).toMatchObject({ reason: 'limit-not-published' });
  expect(duration('DE', TODAY, 90, 'standard').kind).toBe('unknown');
  expect(severity(duration('DE', TODAY, 91, 'standard'))).toBe('warning');
  for (const site of ['US', 'DE']) {
    expect(duration(site, '2024-12-31', 90, 'standard').kind).toBe('ok');
    expect(severity(duration(site, '2024-12-31', 91))).toBe('warning');
  }
});

test('a coupon ends at least one day after its start on every site and day', () => {
  for (const [site, day] of [
    ['US', TODAY],
    ['DE', TODAY],
    ['JP', '2024-12-31'],
  ] as const) {
    for (const length of [0, -1, -30]) expect(fix(duration(site, day, length))).toEqual({ earliestEnd: '2026-12-02' });
    expect(duration(site, day, 1).kind).toBe('ok');
  }
});

const overlapping = (own: [string, string], other: [string, string]) =>
  judge('coupon-overlap', 'US', TODAY, {
    couponStart: own[0],
    couponEnd: own[1],
    couponKind: 'standard',
    otherCouponStart: other[0],
    otherCouponEnd: other[1],
    otherCouponKind: 'standard',
  });
const run = fc
  .tuple(fc.nat(90), fc.integer({ min: 1, max: 30 }))
  .map(([from, length]): [string, string] => [addDays('2026-12-01', from), addDays('2026-12-01', from + length)]);

test('two coupons overlap whichever of them is asked', () => {
  fc.assert(
    fc.property(run, run, (own, other) => {
      const shareADay = own[0] <= other[1] && other[0] <= own[1];
      expect(overlapping(own, other).kind).toBe(shareADay ? 'violation' : 'ok');
      expect(overlapping(other, own).kind).toBe(shareADay ? 'violation' : 'ok');
    }),
  );
});

test('the computed dates of an overlap pass and the day beyond does not', () => {
  fc.assert(
    fc.property(run, run, (own, other) => {
      const outcome = overlapping(own, other);
      if (outcome.kind !== 'violation') return;
      const { earliestStart, latestEnd } = fix(outcome) as Record<string, string>;
      const start = earliestStart as string;
      expect(overlapping([start, addDays(start, 10)], other).kind).toBe('ok');
      expect(overlapping([addDays(start, -1), addDays(start, 10)], other).kind).toBe('violation');
      if (!latestEnd) return;
      expect(latestEnd > own[0]).toBe(true);
      expect(overlapping([own[0], latestEnd], other).kind).toBe('ok');
      expect(overlapping([own[0], addDays(latestEnd, 1)], other).kind).toBe('violation');
    }),
  );
});

test('an earlier end is offered only where it leaves the coupon a day after its start', () => {
  const other: [string, string] = ['2026-12-10', '2026-12-20'];
  expect(fix(overlapping(['2026-12-08', '2026-12-15'], other))).toEqual({
    earliestStart: '2026-12-21',
    latestEnd: '2026-12-09',
  });
  expect(fix(overlapping(['2026-12-09', '2026-12-15'], other))).toEqual({ earliestStart: '2026-12-21' });
});

test.each([
  ['reorder', 'subscribe-and-save', 'not-applicable'],
  ['subscribe-and-save', 'reorder', 'not-applicable'],
  ['reorder', 'reorder', 'violation'],
  ['reorder', 'standard', 'violation'],
  ['standard', undefined, 'violation'],
  [undefined, 'standard', 'violation'],
  ['reorder', undefined, 'unknown'],
  [undefined, 'subscribe-and-save', 'unknown'],
  [undefined, undefined, 'unknown'],
] as const)('overlapping coupons of the kinds %s and %s: %s', (couponKind, otherCouponKind, expected) => {
  const facts = {
    couponStart: '2026-12-05',
    couponEnd: '2026-12-20',
    otherCouponStart: '2026-12-01',
    otherCouponEnd: '2026-12-10',
    ...(couponKind && { couponKind }),
    ...(otherCouponKind && { otherCouponKind }),
  };
  expect(kind('coupon-overlap', 'US', TODAY, facts)).toBe(expected);
  expect(kind('coupon-overlap', 'US', '2025-01-01', facts)).toBe(expected);
  expect(kind('coupon-overlap', 'US', '2024-12-31', facts)).toBe('not-applicable');
  // Kinds do not matter to coupons that are apart.
  const apart = { ...facts, couponStart: '2026-12-11' };
  expect(kind('coupon-overlap', 'US', TODAY, apart)).toBe(expected === 'not-applicable' ? expected : 'ok');
});

test('one end of each coupon is enough to see that they are apart, never that they overlap', () => {
  const judged = (facts: WireFacts) => judge('coupon-overlap', 'US', TODAY, { otherCouponExists: true, ...facts });
  expect(judged({ couponStart: '2026-12-11', otherCouponEnd: '2026-12-10' }).kind).toBe('ok');
  expect(judged({ couponEnd: '2026-11-30', otherCouponStart: '2026-12-01' }).kind).toBe('ok');
  expect(judged({ couponStart: '2026-12-10', otherCouponEnd: '2026-12-10' })).toEqual({
    kind: 'unknown',
    missing: ['couponEnd', 'otherCouponStart'],
  });
});

// Units of one order

test('the discount of one order is that of the units it is taken on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (discount) => {
      const facts = { couponType: 'percent', onePerCustomer: false, discountAmount: money(discount) };
      expect(fix(judge('coupon-multi-unit-exposure', 'DE', TODAY, facts))).toEqual({
        maxUnitsPerOrder: 5,
        maxDiscountPerOrder: money(discount * 5),
      });
    }),
  );
});

test('several units of an order are discounted from 2024-11-01 on', () => {
  const facts = { couponType: 'percent', onePerCustomer: false };
  expect(kind('coupon-multi-unit-exposure', 'US', '2024-10-31', facts)).toBe('not-applicable');
  expect(kind('coupon-multi-unit-exposure', 'US', '2024-11-01', facts)).toBe('violation');
  expect(kind('coupon-multi-unit-exposure', 'US', '2024-11-01', { onePerCustomer: true })).toBe('ok');
});
