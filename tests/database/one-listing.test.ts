import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueSlice } from '../../entrypoints/background/database/catalogue-query.ts';
import { storeCheck } from '../../entrypoints/background/database/checks.ts';
import { storeImport } from '../../entrypoints/background/database/imports.ts';
import { knownListingsOf } from '../../entrypoints/background/database/listings.ts';
import { removeFindings, removeOff } from '../../entrypoints/background/database/removals.ts';
import { repairRows } from '../../entrypoints/background/database/repair.ts';
import { storeSummary } from '../../entrypoints/background/database/reports.ts';
import { listingIn, recordOf } from '../../entrypoints/background/rows/listing-identity.ts';
import { isIgnored } from '../../entrypoints/background/seller/decision-lookups.ts';
import type { Decisions, Ignored } from '../../entrypoints/background/seller/decision-types.ts';
import type { Topic } from '../../rules/engine/rule.ts';
import { fieldsOf } from '../background/readings.ts';
import { finding } from './finding.ts';
import { freshDatabase } from './in-node.ts';
import { shop } from './rows.ts';

// One product is one listing, in whatever order pages and reports show its numbers together.

freshDatabase();

/** What a page or a report shows of a product: some of its numbers, narrowest first. */
interface Sighting {
  readonly by: 'page' | 'report';
  readonly numbers: { readonly [name: string]: string };
  /** The seller ignores what is found there. */
  readonly ignores: boolean;
}

const amazon = ['sku', 'asin'] as const;
const temu = ['sku', 'skcId', 'spuId'] as const;
const prefixes: Readonly<Record<string, string>> = { sku: 'sku:', asin: 'asin:', skcId: 'skc:', spuId: 'spu:' };

/** Products of one marketplace: some share their wider numbers. A number belongs to one wider number. */
const world = (names: typeof amazon | typeof temu) =>
  fc
    .record({
      middles: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      tops: fc.array(fc.nat(1), { minLength: 3, maxLength: 3 }),
      seen: fc.array(
        fc.record({
          sku: fc.nat(5),
          shows: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
          by: fc.constantFrom('page' as const, 'page' as const, 'report' as const),
          ignores: fc.boolean(),
        }),
        { minLength: 1, maxLength: 10 },
      ),
    })
    .map(({ middles, tops, seen }) =>
      seen.flatMap(({ sku, shows, by, ignores }): Sighting[] => {
        const middle = middles[sku] ?? 0;
        const chain = [`S${sku}`, `M${middle}`, `T${tops[middle] ?? 0}`];
        const numbers = Object.fromEntries(
          names.flatMap((name, index) => (shows[index] ? [[name, chain[index] as string]] : [])),
        );
        if (Object.keys(numbers).length === 0) return [];
        // A report has a SKU in each row, and of wider numbers the ASIN alone.
        if (by === 'report' && (!numbers.sku || names !== amazon)) return [{ by: 'page', numbers, ignores }];
        return [{ by, numbers, ignores }];
      }),
    );

/** The listings that there are, worked out by hand: who has a wider number alone. */
function expected(seen: readonly Sighting[]): Set<string> {
  const links = new Map<string, Set<string>>();
  const judged = new Set<string>();
  for (const { by, numbers } of seen) {
    const [own, ...wider] = Object.entries(numbers).map(([name, text]) => `${prefixes[name]}${text}`);
    if (own === undefined) continue;
    if (by === 'page') judged.add(own);
    for (const id of wider) links.set(id, (links.get(id) ?? new Set()).add(own));
  }
  const meant = (id: string): string => {
    const those = new Set([...(links.get(id) ?? [])].map(meant));
    return those.size === 1 ? ([...those][0] as string) : id;
  };
  return new Set([...judged].map(meant));
}

const fact = (value: string, page: string) => ({ value, page, day: '2026-11-20' });
const shownAs = (numbers: Sighting['numbers']) => listingIn(fieldsOf(numbers));

/** Which topic a page is about that shows a number as its narrowest. */
const topics: Readonly<Record<string, Topic>> = { sku: 'offer', asin: 'coupon', skc: 'coupon', spu: 'content' };

async function reported(store: string, numbers: Sighting['numbers'], now: number): Promise<void> {
  const shown = shownAs(numbers);
  if (!shown) return;
  const { listing, sku, asin } = shown;
  const record = { id: `${now}`, at: now, kind: 'listings', fileName: 'a', stores: [store], rows: 1, skipped: {} };
  const facts = { quantity: fact('3', 'report/listings') };
  await storeImport(
    {
      record: { ...record, from: null, to: null },
      stores: [],
      orders: null,
      listings: new Map([[store, [{ listing, sku, asin, facts }]]]),
    },
    () => undefined,
  );
}

/** @returns under which id its page is stored, and what is found there */
async function checked(store: string, numbers: Sighting['numbers'], now: number) {
  const shown = shownAs(numbers);
  const [known] = await knownListingsOf(store, [shown]);
  const identity = known?.identity ?? shown;
  if (!identity) throw new Error('A product without numbers');
  const record = recordOf(identity);
  const kind = record.slice(0, record.indexOf(':'));
  const topic = topics[kind] ?? 'offer';
  const rule = `demo/${kind}`;
  const said = Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, fact(text, rule)]));
  const check = {
    identity,
    name: record.slice(record.indexOf(':') + 1),
    currency: 'USD',
    address: 'https://demo.example/',
    said: { ...said, title: fact(`Title of ${record}`, rule) },
    findings: [finding({ topic, rule, values: { of: record } })],
    topics: new Set([topic]),
    margin: null,
  };
  await storeCheck(shop(store), [check], now);
  return { record, rule };
}

const everything = (store: string) =>
  ({ store, found: null, worst: null, search: '', sort: 'name', descending: false }) as const;

/** Shows a store all of them, one after the other, and answers what lists and counts have in the end. */
async function show(store: string, seen: readonly Sighting[]) {
  const ignored: Ignored[] = [];
  const told: Sighting['numbers'][] = [];
  let now = 1_795_000_000_000;
  for (const { by, numbers, ignores } of seen) {
    now += 1000;
    if (by === 'report') {
      await reported(store, numbers, now);
      continue;
    }
    const { record, rule } = await checked(store, numbers, now);
    if (!ignores) continue;
    ignored.push({ store, listing: record, rule, item: null, name: '', day: '' });
    told.push(numbers);
  }
  const { total, rows } = await catalogueSlice(everything(store), 0, 100);
  const summary = await storeSummary(store);
  const lost: Sighting['numbers'][] = [];
  for (const [index, numbers] of told.entries()) {
    const [known] = await knownListingsOf(store, [shownAs(numbers)]);
    const rule = ignored[index]?.rule ?? '';
    const decided = { ignored } as unknown as Decisions;
    if (!known || !isIgnored(decided, store, known.identity, rule, null)) lost.push(numbers);
  }
  return {
    total,
    rows: rows
      .map(({ store: _store, changed: _changed, found, ...shown }) => ({
        ...shown,
        tags: found.map(([, tag]) => tag).sort(),
      }))
      .sort((a, b) => (a.listing < b.listing ? -1 : 1)),
    summary: summary ? { ...summary, store: '' } : null,
    lost,
  };
}

let stores = 0;
function storeOf(marketplace: string): string {
  stores += 1;
  return `${marketplace}|${marketplace === 'amazon' ? 'US' : 'global'}|Demo ${stores}`;
}

test.each([
  ['amazon', amazon],
  ['temu', temu],
] as const)(
  'what %s shows of a product in any order, and again, is the same listing once',
  async (marketplace, names) => {
    const inTwoOrders = world(names).chain((seen) =>
      fc.record({ seen: fc.constant(seen), other: fc.shuffledSubarray(seen, { minLength: seen.length }) }),
    );
    await fc.assert(
      fc.asyncProperty(inTwoOrders, async ({ seen, other }) => {
        const first = await show(storeOf(marketplace), seen);
        const second = await show(storeOf(marketplace), other);
        const again = await show(storeOf(marketplace), [...seen, ...other]);
        expect(first.rows.map(({ listing }) => listing).sort()).toEqual([...expected(seen)].sort());
        expect(second).toEqual(first);
        expect(again).toEqual(first);
        expect(first.total).toBe(first.rows.length);
        expect(first.summary?.listings ?? 0).toBe(first.total);
        const errors = first.rows.reduce((sum, { counts }) => sum + counts.error, 0);
        expect(first.summary?.counts.error ?? 0).toBe(errors);
        expect(first.lost).toEqual([]);
      }),
      { numRuns: 60, seed: 14 },
    );
  },
);

test('lists and counts made anew have the same listings', async () => {
  const seen: Sighting[] = [
    { by: 'page', numbers: { asin: 'M1' }, ignores: false },
    { by: 'page', numbers: { sku: 'S1', asin: 'M1' }, ignores: false },
    { by: 'page', numbers: { asin: 'M2' }, ignores: false },
    { by: 'page', numbers: { sku: 'S2', asin: 'M2' }, ignores: false },
    { by: 'page', numbers: { sku: 'S3', asin: 'M2' }, ignores: false },
  ];
  const store = storeOf('amazon');
  const before = await show(store, seen);
  expect(before.rows.map(({ listing }) => listing)).toEqual(['asin:M2', 'sku:S1', 'sku:S2', 'sku:S3']);
  const listed = await catalogueSlice(everything(store), 0, 100);
  await repairRows();
  expect(await catalogueSlice(everything(store), 0, 100)).toEqual(listed);
  expect({ ...(await storeSummary(store)), store: '' }).toEqual(before.summary);
});

test('what is taken out of a listing is taken out of all its rows, and counted out once', async () => {
  const store = storeOf('amazon');
  await show(store, [
    { by: 'page', numbers: { asin: 'M1' }, ignores: false },
    { by: 'page', numbers: { sku: 'S1', asin: 'M1' }, ignores: false },
    { by: 'page', numbers: { sku: 'S2', asin: 'M2' }, ignores: false },
  ]);
  const counted = async () => {
    const summary = await storeSummary(store);
    return { listings: summary?.listings, errors: summary?.counts.error, problems: summary?.problems };
  };
  const now = 1_795_000_900_000;
  const removeAll = async (rule: string) => {
    for (let last: string | null = ''; last !== null; )
      ({ last } = await removeOff(store, new Set([rule]), last, 1, now));
  };
  // By the ASIN, which is the SKU's.
  await removeFindings({ store, listing: 'asin:M1' }, ({ rule }) => rule === 'demo/sku', now);
  expect(await counted()).toMatchObject({ listings: 2, errors: 2 });
  await removeAll('demo/sku');
  expect(await counted()).toMatchObject({ listings: 2, errors: 1 });
  await removeAll('demo/asin');
  expect(await counted()).toEqual({ listings: 2, errors: 0, problems: {} });
});
