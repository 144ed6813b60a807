import { beforeEach, describe, expect, test } from 'vitest';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import { countOff, removeFindings, removeOff } from '../../entrypoints/background/database/removals.ts';
import { listingsWithProblem } from '../../entrypoints/background/database/reports.ts';
import { replaceFindings } from '../../entrypoints/background/database/settings-findings.ts';
import { oneFindingPerCause } from '../../entrypoints/background/rows/one-cause.ts';
import type { FindingsRow } from '../../entrypoints/background/rows/rows.ts';
import { finding } from './finding.ts';
import { freshDatabase, rowsStored } from './in-node.ts';
import { check, DAY, NOON, offer, shop, US } from './rows.ts';

// A stored finding of several rules stays one, whichever of them is judged again, turned off or ignored.

freshDatabase();

const ceiling = (name: string, maxPrice: string) =>
  finding({ rule: `amazon/${name}`, topic: 'promotion', marks: ['dealPrice'], fix: { maxPrice } });
const low = ceiling('deal-price-above-30-day-low', '18.00');
const elsewhere = {
  ...ceiling('deal-price-above-other-retailer', '17.50'),
  level: 'warning',
  severity: 'warning',
} as const;
const reference = { ...ceiling('prime-discount-reference', '19.00'), level: 'warning', severity: 'warning' } as const;

const stored = async () => {
  const { findings = [], summaries = [] } = await rowsStored();
  return { row: findings[0] as FindingsRow, summary: summaries[0] };
};

beforeEach(() => storeCheck(shop(US), [check(offer('S0'), oneFindingPerCause([low, elsewhere, reference]))], NOON));

describe('a joint finding in the database', () => {
  test('counts once, and is found by each of its rules', async () => {
    const { row, summary } = await stored();
    expect(row.findings).toHaveLength(1);
    expect(row.findings[0]).toMatchObject({ rule: low.rule, level: 'error', fix: { maxPrice: '17.50' } });
    expect(summary).toMatchObject({ counts: { error: 1, warning: 0 } });
    for (const { rule } of [low, elsewhere, reference]) {
      expect(await countOff(US, new Set([rule]))).toBe(1);
      expect(await listingsWithProblem(US, rule, 5)).toHaveLength(1);
    }
  });

  test.each([low, elsewhere, reference])('goes on without $rule once it is turned off', async ({ rule }) => {
    await removeOff(US, new Set([rule]), '', 50, NOON + DAY);
    const others = [low, elsewhere, reference].filter((one) => one.rule !== rule);
    const { row, summary } = await stored();
    expect(row.findings).toEqual(oneFindingPerCause(others));
    const level = rule === low.rule ? 'warning' : 'error';
    expect(summary).toMatchObject({ counts: { error: 0, warning: 0, [level]: 1 } });
    expect(await countOff(US, new Set([rule]))).toBe(0);
  });

  test('is gone when all of it is ignored', async () => {
    await removeFindings({ store: US, listing: 'sku:S0' }, ({ fix }) => fix.maxPrice !== undefined, NOON + DAY);
    const { row, summary } = await stored();
    expect(row.findings).toEqual([]);
    expect(summary).toMatchObject({ counts: { error: 0, warning: 0 } });
  });

  test('takes in what one of its rules says now', async () => {
    const now = { ...elsewhere, fix: { maxPrice: '16.00' } };
    await replaceFindings(US, null, {
      isReplaced: ({ rule }) => rule === elsewhere.rule,
      judge: () => ({ findings: [now], margin: null }),
      begin: () => null,
      now: NOON + DAY,
    });
    const { row } = await stored();
    expect(row.findings).toEqual(oneFindingPerCause([low, reference, now]));
    expect(row.findings[0]?.fix).toEqual({ maxPrice: '16.00' });
  });
});
