import { beforeEach, describe, expect, test } from 'vitest';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import {
  countListings,
  type Replacing,
  replaceFindings,
  replaceNext,
} from '../../entrypoints/background/database/settings-findings.ts';
import type { FindingsRow } from '../../entrypoints/background/rows/rows.ts';
import { finding } from './finding.ts';
import { freshDatabase, putRows, rowsStored } from './in-node.ts';
import { check, DAY, DE, NOON, offer, said, shop, US } from './rows.ts';

// The findings of stored listings are replaced by what is said of them now.

freshDatabase();

const old = finding({ rule: 'amazon/title-length' });
const kept = finding({ rule: 'amazon/bullets-count', level: 'warning' });
const now = finding({ rule: 'amazon/title-length', level: 'info', severity: 'info' });
const LISTINGS = 205;

const names = Array.from({ length: LISTINGS }, (_, index) => `S${String(index).padStart(3, '0')}`);

beforeEach(async () => {
  await storeCheck(
    shop(US),
    names.map((sku) => check(offer(sku, `B-${sku}`), [old, kept], { said: said({ title: `Title ${sku}` }) })),
    NOON,
  );
  await storeCheck(shop(DE), [check(offer('S000'), [old])], NOON);
});

const replacing = (parts: Partial<Replacing> = {}): Replacing => ({
  isReplaced: ({ rule }) => rule === old.rule,
  judge: () => ({ findings: [now], margin: null }),
  begin: () => null,
  now: NOON + DAY,
  ...parts,
});

const rowsOf = async (store: string) =>
  ((await rowsStored()).findings as FindingsRow[]).filter((row) => row.store === store);

describe('what is judged again', () => {
  test('is every listing of the store and none of another, and what was found by other rules stands', async () => {
    await replaceFindings(US, null, replacing());
    for (const row of await rowsOf(US))
      expect(row).toMatchObject({ findings: [kept, now], changed: NOON + DAY, topics: { content: NOON + DAY } });
    expect(await rowsOf(DE)).toMatchObject([{ findings: [old], changed: NOON }]);
    const { summaries = [] } = await rowsStored();
    expect(summaries).toMatchObject([
      { store: DE, counts: { error: 1 } },
      { store: US, listings: LISTINGS, counts: { error: 0, warning: LISTINGS, info: LISTINGS } },
    ]);
  });

  test('goes on after the last listing that was done, each once', async () => {
    expect(await countListings(US)).toBe(LISTINGS);
    const judged: string[] = [];
    const judge: Replacing['judge'] = ({ listing }) => {
      judged.push(listing);
      return { findings: [now], margin: null };
    };
    let after: string | null = '';
    let done = 0;
    while (after !== null) {
      const slice: Awaited<ReturnType<typeof replaceNext>> = await replaceNext(US, after, 50, replacing({ judge }));
      done += slice.done;
      after = slice.last;
      // Stopped here, each listing has its old or its new findings.
      const fresh = (await rowsOf(US)).filter(
        ({ findings }) => findings.includes(now) || findings[1]?.level === 'info',
      );
      expect(fresh).toHaveLength(done);
    }
    expect(done).toBe(LISTINGS);
    expect(judged).toEqual(names.map((sku) => `sku:${sku}`));
  });

  test('is one listing alone, by any of its ids', async () => {
    await replaceFindings(US, 'asin:B-S007', replacing());
    const changed = (await rowsOf(US)).filter((row) => row.changed > NOON).map(({ listing }) => listing);
    expect(changed).toEqual(['sku:S007']);
  });

  test('is judged by what was seen of it and what was paid for its product', async () => {
    const days = [{ day: '2026-11-01', paid: [['9.50', 2]] as const, promoted: [] }];
    await putRows({ paidPrices: [{ store: US, sku: 'S001', asin: 'B-S001', currency: 'USD', days }] });
    const asked: unknown[] = [];
    const judge: Replacing['judge'] = (identity, seen, paid) => {
      asked.push([identity.listing, identity.asin, seen.title?.value, paid]);
      return { findings: [], margin: null };
    };
    await replaceFindings(US, 'sku:S001', replacing({ judge }));
    expect(asked).toEqual([['sku:S001', 'B-S001', 'Title S001', days]]);
  });

  test('and found the same is left as it was, with its day', async () => {
    const before = await rowsStored();
    await replaceFindings(
      US,
      null,
      replacing({ isReplaced: () => false, judge: () => ({ findings: [], margin: null }) }),
    );
    expect(await rowsStored()).toEqual(before);
  });

  test('has its new margin, although nothing else was found', async () => {
    const margin = { percent: '12.5', atMost: false };
    await replaceFindings(
      US,
      'sku:S000',
      replacing({ isReplaced: () => false, judge: () => ({ findings: [], margin }) }),
    );
    expect((await rowsOf(US))[0]).toMatchObject({ margin, findings: [old, kept] });
    expect((await rowsStored()).catalogue).toContainEqual(
      expect.objectContaining({ store: US, listing: 'sku:S000', margin }),
    );
  });
});

describe('a listing that was never judged', () => {
  const row = { store: US, listing: 'sku:NEW', sku: 'NEW', asin: null, facts: said({ title: 'New' }), wider: [] };
  const isListed = async () =>
    ((await rowsStored()).catalogue as { listing: string }[]).some(({ listing }) => listing === 'sku:NEW');

  test('is left alone where nothing says what to begin with', async () => {
    await putRows({ listings: [row] });
    await replaceFindings(US, null, replacing());
    expect(await isListed()).toBe(false);
  });

  test('is judged for the first time, listed and counted', async () => {
    await putRows({ listings: [row] });
    const begin: Replacing['begin'] = ({ store, listing }) => {
      const nothing = { findings: [], problems: [], margin: null, topics: {} };
      return { store, listing, name: 'New', currency: 'USD', address: '', changed: 0, ...nothing };
    };
    await replaceFindings(US, null, replacing({ begin }));
    expect(await isListed()).toBe(true);
    expect((await rowsStored()).summaries?.[1]).toMatchObject({ listings: LISTINGS + 1 });
  });
});

test('a judgement that throws leaves the whole slice as it was', async () => {
  const before = await rowsStored();
  const judge: Replacing['judge'] = ({ listing }) => {
    if (listing === 'sku:S010') throw new TypeError('A rule is wrong');
    return { findings: [now], margin: null };
  };
  await expect(replaceNext(US, '', 50, replacing({ judge }))).rejects.toThrow('A rule is wrong');
  expect(await rowsStored()).toEqual(before);
});
