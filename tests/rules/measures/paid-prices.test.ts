import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../rules/measures/days.ts';
import { type PaidDay, type PricedUnits, paidPricesOn, weightedMedian } from '../../../rules/measures/paid-prices.ts';

const DAY = '2026-11-20';
const cents = fc.integer({ min: 1, max: 500_000 }).map((amount) => new Big(amount).div(100).toString());
const sold = fc.array(fc.tuple(cents, fc.integer({ min: 1, max: 9 })), { maxLength: 12 });
const paidDay = fc.record({
  day: fc.integer({ min: -120, max: 5 }).map((days) => addDays(DAY, days)),
  paid: sold,
  promoted: sold,
});

/** The median as it is taught: every unit written out, sorted, counted off. In cents, so that nothing is rounded. */
function plainMedian(units: readonly PricedUnits[]): string | null {
  const all = units.flatMap(([price, count]) => Array<number>(count).fill(Math.round(Number(price) * 100)));
  all.sort((a, b) => a - b);
  if (all.length === 0) return null;
  const middle = all.length / 2;
  const twice =
    all.length % 2 === 1 ? 2 * (all[middle - 0.5] as number) : (all[middle - 1] as number) + (all[middle] as number);
  return new Big(twice).div(200).toString();
}

const text = (price: Big | null) => price?.toString() ?? null;

describe('the median of paid prices', () => {
  test.each([
    [[], null],
    [[['18.5', 1]], '18.5'],
    [
      [
        ['20', 2],
        ['30', 1],
      ],
      '20',
    ],
    [
      [
        ['20', 1],
        ['30', 1],
      ],
      '25',
    ],
    [
      [
        ['20', 1],
        ['25.01', 1],
        ['21', 1],
        ['26', 1],
      ],
      '23.005',
    ],
    [
      [
        ['30', 2],
        ['20', 2],
        ['30', 0],
      ],
      '25',
    ],
    [
      [
        ['9', 1],
        ['10', 1],
        ['100', 1],
      ],
      '10',
    ],
  ] as const)('of %j is %s', (units, expected) => expect(text(weightedMedian(units))).toBe(expected));

  test('is that of all units written out, whatever was sold', () => {
    fc.assert(
      fc.property(sold, (units) => {
        expect(text(weightedMedian(units))).toBe(plainMedian(units));
      }),
      {
        numRuns: 500,
      },
    );
  });
});

describe('what orders say on a day', () => {
  const day = (
    back: number,
    paid: PricedUnits[],
    promoted: PricedUnits[] = [],
    business: PricedUnits[] = [],
  ): PaidDay => ({
    day: addDays(DAY, -back),
    paid,
    promoted,
    ...(business.length > 0 ? { business } : {}),
  });

  test('the 90 days before count, and the day itself and what is older do not', () => {
    const days = [day(0, [['1', 50]]), day(1, [['40', 1]]), day(90, [['50', 1]]), day(91, [['99', 50]])];
    expect(text(paidPricesOn(days, DAY).withoutPromotions)).toBe('45');
  });

  test('both readings are worked out, and business orders count in neither', () => {
    const days = [day(5, [['40', 2]], [['30', 3]], [['10', 90]])];
    const prices = paidPricesOn(days, DAY);
    expect(text(prices.withoutPromotions)).toBe('40');
    expect(text(prices.withPromotions)).toBe('30');
    expect(prices).toMatchObject({ units: 5, promotedUnits: 3, businessUnits: 90 });
    expect(text(prices.lowest)).toBe('30');
  });

  test('the lowest price is that of 30 days with the day itself', () => {
    const days = [day(31, [['5', 1]]), day(30, [['20', 1]]), day(0, [['21', 1]], [['18', 1]])];
    expect(text(paidPricesOn(days, DAY).lowest)).toBe('18');
    expect(text(paidPricesOn(days.slice(0, 2), DAY).lowest)).toBe('20');
    expect(paidPricesOn(days.slice(0, 1), DAY).lowest).toBeNull();
  });

  test('the latest price is the lowest of the last day with a sale, however long ago', () => {
    const days = [
      day(200, [
        ['20', 1],
        ['19', 1],
      ]),
      day(300, [['5', 1]]),
    ];
    expect(text(paidPricesOn(days, DAY).latest)).toBe('19');
    expect(paidPricesOn(days, addDays(DAY, -400)).latest).toBeNull();
  });

  test('whatever was sold: medians as counted off, and no matter in what order', () => {
    fc.assert(
      fc.property(fc.array(paidDay, { maxLength: 15 }), (days) => {
        const within = days.filter((one) => one.day >= addDays(DAY, -90) && one.day < DAY);
        const paid = within.flatMap((one) => one.paid);
        const prices = paidPricesOn(days, DAY);
        expect(text(prices.withoutPromotions)).toBe(plainMedian(paid));
        expect(text(prices.withPromotions)).toBe(plainMedian([...paid, ...within.flatMap((one) => one.promoted)]));
        expect(JSON.stringify(paidPricesOn(days.toReversed(), DAY))).toBe(JSON.stringify(prices));
      }),
    );
  });
});
