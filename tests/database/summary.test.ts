import { describe, expect, test } from 'vitest';
import { count, emptySummary } from '../../entrypoints/background/database/summary.ts';
import { finding } from './finding.ts';

describe('a store’s counts', () => {
  const findings = [
    finding({}),
    finding({ level: 'warning' }),
    finding({ rule: 'amazon/coupon-price-above-was', level: 'unknown', wanted: ['wasPrice'] }),
    finding({ rule: 'amazon/coupon-budget-low', level: 'unknown', wanted: ['expectedDailyUnits'], quiet: true }),
  ];

  test('go by level and rule, and know which facts are waited for', () => {
    const summary = emptySummary('s');
    count(summary, findings, 1);
    expect(summary).toMatchObject({
      counts: { error: 1, warning: 1, info: 0, unknown: 1 },
      problems: { 'amazon/title-length': { error: 1, warning: 1 } },
      waiting: {
        wasPrice: { 'amazon/coupon-price-above-was': 1 },
        expectedDailyUnits: { 'amazon/coupon-budget-low': 1 },
      },
    });
  });

  test('are as they were once findings are taken out again', () => {
    const summary = emptySummary('s');
    count(summary, findings, 1);
    count(summary, findings, 1);
    count(summary, findings, -1);
    count(summary, findings, -1);
    expect(summary).toEqual(emptySummary('s'));
  });
});
