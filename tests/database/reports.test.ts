import { beforeEach, describe, expect, test } from 'vitest';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import { storeDays } from '../../entrypoints/background/database/history.ts';
import { changeReadingRow, readingRow, readingRows } from '../../entrypoints/background/database/readings.ts';
import {
  listingsWithProblem,
  storedFindings,
  storeRow,
  storesWithCounts,
} from '../../entrypoints/background/database/reports.ts';
import type { ReadingRow } from '../../entrypoints/background/rows/rows.ts';
import { finding } from './finding.ts';
import { freshDatabase } from './in-node.ts';
import { check, DAY, DE, NOON, offer, shop, US } from './rows.ts';

// What popup and overview show of the shops, their days and how their pages were read.

freshDatabase();

const rule = 'amazon/title-length';

describe('the shops', () => {
  test('come with their counts, last seen first; one without a judged listing has none', async () => {
    await storeCheck(shop(US), [check(offer('A'), [finding({})])], NOON);
    await storeCheck(shop(DE, { seen: '2026-11-21' }), [], NOON);
    expect(await storesWithCounts()).toMatchObject([
      { store: { key: DE }, summary: undefined },
      { store: { key: US }, summary: { listings: 1, counts: { error: 1 } } },
    ]);
    expect(await storeRow(DE)).toEqual(shop(DE, { seen: '2026-11-21' }));
    expect(await storeRow('amazon|US|Nobody')).toBeUndefined();
  });

  test('have a row for each day on which their counts changed, of which the last ones are asked for', async () => {
    for (const [day, errors] of [1, 2, 2, 0].entries()) {
      const findings = Array.from({ length: errors }, (_, item) => finding({ item }));
      await storeCheck(shop(US), [check(offer('A'), findings)], NOON + day * DAY);
    }
    // A second change of the same day takes the place of the first.
    await storeCheck(shop(US), [check(offer('A'), [finding({})])], NOON + 3 * DAY + 60_000);
    const errors = (rows: Awaited<ReturnType<typeof storeDays>>) => rows.map(({ day, counts }) => [day, counts.error]);
    expect(errors(await storeDays(US, 10))).toEqual([
      ['2026-11-20', 1],
      ['2026-11-21', 2],
      ['2026-11-23', 1],
    ]);
    expect(errors(await storeDays(US, 1))).toEqual([['2026-11-23', 1]]);
    expect(await storeDays(DE, 10)).toEqual([]);
  });
});

describe('the listings with a problem', () => {
  beforeEach(async () => {
    for (const [index, sku] of ['A', 'B', 'C', 'D'].entries())
      await storeCheck(shop(US), [check(offer(sku, `B-${sku}`), [finding({ rule })])], NOON + index * 1000);
    await storeCheck(shop(US), [check(offer('E'), [finding({ rule, level: 'unknown' })])], NOON + 9000);
  });

  test('come newest first and no more than were asked for; what only lacks data is none', async () => {
    const found = async (most: number) => (await listingsWithProblem(US, rule, most)).map(({ listing }) => listing);
    expect(await found(10)).toEqual(['sku:D', 'sku:C', 'sku:B', 'sku:A']);
    expect(await found(2)).toEqual(['sku:D', 'sku:C']);
    expect(await listingsWithProblem(DE, rule, 10)).toEqual([]);
  });

  test('are without one of which another page found none since', async () => {
    const product = { listing: 'asin:B-D', sku: null, asin: 'B-D', code: null };
    const [identity] = [{ ...product, listing: 'sku:D', record: 'asin:B-D', aliases: ['asin:B-D'] }];
    await storeCheck(shop(US), [check(identity as never, [], { topics: new Set(['content']) })], NOON + DAY);
    expect((await listingsWithProblem(US, rule, 10)).map(({ listing }) => listing)).toEqual([
      'sku:C',
      'sku:B',
      'sku:A',
    ]);
    expect(await storedFindings(US, 'asin:B-D')).toMatchObject({ listing: 'sku:D', findings: [] });
  });

  test('say what was found of one by any of its ids', async () => {
    expect(await storedFindings(US, 'asin:B-A')).toMatchObject({ listing: 'sku:A', findings: [{ rule }] });
    expect(await storedFindings(US, 'sku:Z')).toBeUndefined();
  });
});

describe('how a page was read', () => {
  const row: ReadingRow = {
    ...{ store: US, page: 'amazon/coupon-create', day: '2026-11-20', generation: null, language: 'en-US' },
    ...{ host: 'sellercentral.amazon.com', fields: {} },
  };

  test('is changed by what there was, and not where nothing is to be written', async () => {
    const seen: (ReadingRow | undefined)[] = [];
    const note = (next: ReadingRow | null) =>
      changeReadingRow(US, row.page, (before) => {
        seen.push(before);
        return next;
      });
    await note(row);
    await note(null);
    await note({ ...row, day: '2026-11-21' });
    expect(seen).toEqual([undefined, row, row]);
    expect(await readingRows()).toEqual([{ ...row, day: '2026-11-21' }]);
    expect(await readingRow(DE, row.page)).toBeUndefined();
  });

  test('is counted by each of two tabs that are read at once', async () => {
    const visit = () =>
      changeReadingRow(US, row.page, (before) => ({ ...row, language: `${before?.language ?? ''}+` }));
    await Promise.all([visit(), visit(), visit()]);
    expect((await readingRow(US, row.page))?.language).toBe('+++');
  });
});
