import { beforeEach, describe, expect, test } from 'vitest';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import { countOff, removeFindings, removeOff } from '../../entrypoints/background/database/removals.ts';
import { finding } from './finding.ts';
import { freshDatabase, putRows, rowsStored } from './in-node.ts';
import { check, DAY, NOON, offer, shop, US } from './rows.ts';

freshDatabase();

const off = 'amazon/title-length';
const kept = finding({ rule: 'amazon/bullets-count', level: 'warning' });
const problem = finding({ rule: off });
const waiting = finding({ rule: off, level: 'unknown', wanted: ['title'] });
const LISTINGS = 7;

/** Of seven listings every third only lacks data for the rule. */
beforeEach(async () => {
  const checks = Array.from({ length: LISTINGS }, (_, index) =>
    check(offer(`S${index}`), [index % 3 === 2 ? waiting : problem, kept]),
  );
  await storeCheck(shop(US), checks, NOON);
});

const rulesStored = async () =>
  ((await rowsStored()).findings as { findings: { rule: string }[] }[]).flatMap(({ findings }) =>
    findings.map(({ rule }) => rule),
  );

describe('a rule that is turned off', () => {
  test('is taken out slice by slice, what found a problem first, and comes to an end', async () => {
    const rules = new Set([off]);
    expect(await countOff(US, rules)).toBe(5 + LISTINGS);
    let done = 0;
    let slices = 0;
    for (let last: string | null = ''; last !== null; slices += 1) {
      const removed = await removeOff(US, rules, last, 2, NOON + DAY);
      expect(removed.done).toBeLessThanOrEqual(2);
      done += removed.done;
      last = removed.last;
    }
    // Three slices of problems, then what lacks data in as many as there are listings.
    expect(slices).toBeGreaterThan(5);
    expect(done).toBeGreaterThanOrEqual(LISTINGS);
    expect(new Set(await rulesStored())).toEqual(new Set([kept.rule]));
    const { summaries, catalogue, days } = await rowsStored();
    expect(summaries).toMatchObject([
      {
        listings: LISTINGS,
        counts: { error: 0, warning: LISTINGS, unknown: 0 },
        waiting: {},
        worst: { warning: LISTINGS },
      },
    ]);
    expect(catalogue).toHaveLength(LISTINGS);
    for (const row of catalogue ?? []) expect(row).toMatchObject({ counts: { error: 0, warning: 1, unknown: 0 } });
    expect(days).toMatchObject([
      { day: '2026-11-20', counts: { error: 5 } },
      { day: '2026-11-21', counts: { error: 0 } },
    ]);
    expect(await countOff(US, rules)).toBe(0);
  });

  test('and was never found looks through nothing', async () => {
    expect(await removeOff(US, new Set(['amazon/other']), '', 2, NOON)).toMatchObject({ last: expect.anything() });
    await removeOff(US, new Set([off]), '', 50, NOON);
    await removeOff(US, new Set([off]), '', 50, NOON);
    expect(await removeOff(US, new Set(['amazon/other']), '', 2, NOON)).toEqual({ done: 0, last: null });
  });

  test('does not go round for ever over a row that is named for a problem it does not have', async () => {
    const { findings = [] } = await rowsStored();
    await putRows({ findings: findings.map((row) => ({ ...(row as object), findings: [kept] })) });
    const rules = new Set([off]);
    let last: string | null = '';
    for (let slices = 0; last !== null; slices += 1) {
      expect(slices).toBeLessThan(20);
      ({ last } = await removeOff(US, rules, last, 2, NOON));
    }
  });
});

test('one finding of a listing is taken out, and the others stand', async () => {
  await removeFindings({ store: US, listing: 'sku:S0' }, ({ rule }) => rule === off, NOON + 1000);
  const { findings, summaries } = await rowsStored();
  expect(findings?.[0]).toMatchObject({ listing: 'sku:S0', findings: [kept], problems: [[US, kept.rule, NOON]] });
  expect(findings?.[1]).toMatchObject({ listing: 'sku:S1', findings: [problem, kept] });
  expect(summaries).toMatchObject([{ counts: { error: 4, warning: LISTINGS } }]);
});

test('of a listing that is not stored nothing is taken out', async () => {
  const before = await rowsStored();
  await removeFindings({ store: US, listing: 'sku:other' }, () => true, NOON + DAY);
  expect(await rowsStored()).toEqual(before);
});
