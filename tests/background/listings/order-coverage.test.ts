import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderCoverage } from '../../../entrypoints/background/listings/order-coverage.ts';
import { addDays } from '../../../rules/measures/days.ts';

const day = '2026-11-21';

test('the days before today that order reports cover are counted, each once', () => {
  expect(orderCoverage([], day)).toBeNull();
  expect(orderCoverage([{ from: '2026-09-01', to: '2026-11-20' }], day)).toEqual({
    ...{ from: '2026-09-01', to: '2026-11-20', covered: 81, of: 90 },
  });
  const overlapping = [
    { from: '2026-11-10', to: '2026-11-21' },
    { from: '2026-10-01', to: '2026-10-31' },
    { from: '2026-10-20', to: '2026-11-01' },
  ];
  expect(orderCoverage(overlapping, day)).toEqual({ from: '2026-10-01', to: '2026-11-20', covered: 43, of: 90 });
});

test('orders that are too old, or of today alone, cover nothing', () => {
  expect(orderCoverage([{ from: '2026-01-01', to: '2026-08-22' }], day)).toBeNull();
  expect(orderCoverage([{ from: '2026-01-01', to: '2026-08-23' }], day)?.covered).toBe(1);
  expect(orderCoverage([{ from: day, to: day }], day)).toBeNull();
});

test('whatever the reports, it is the number of their days among the 90', () => {
  const period = fc
    .tuple(fc.integer({ min: -120, max: 10 }), fc.integer({ min: 0, max: 40 }))
    .map(([from, length]) => ({ from: addDays(day, from), to: addDays(day, from + length) }));
  fc.assert(
    fc.property(fc.array(period, { maxLength: 8 }), (periods) => {
      const days = Array.from({ length: 90 }, (_, back) => addDays(day, -1 - back));
      const within = days.filter((one) => periods.some(({ from, to }) => one >= from && one <= to)).sort();
      const found = orderCoverage(periods, day);
      expect(found?.covered ?? 0).toBe(within.length);
      if (found) expect([found.from, found.to]).toEqual([within[0], within.at(-1)]);
    }),
  );
});
