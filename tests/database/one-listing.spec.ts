import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { finding } from '../background/finding.ts';
import { chromiumOptions, scriptOf } from '../readers/console-pages.ts';
import type {} from './database-in-page.ts';

// One product is one listing, in whatever order pages and reports show its numbers together. In a real database.

test.use({ launchOptions: chromiumOptions });

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

const found = finding({});

/** Shows a store all of them, one after the other, and answers what lists and counts have in the end. */
async function show(page: Page, store: string, seen: readonly Sighting[]) {
  return page.evaluate(
    async ({ store, seen, found }) => {
      const { knownListingsOf, storeCheck, storeImport, catalogueSlice, storeSummary, listingIn, recordOf, isIgnored } =
        database;
      const [marketplace = '', site = ''] = store.split('|');
      const row = {
        key: store,
        marketplace,
        site,
        sellerName: 'Demo',
        sellerId: null,
        currency: 'USD',
        seen: '2026-11-20',
      };
      const fact = (value: string, page: string) => ({ value, page, day: '2026-11-20' });
      const ignored: { store: string; listing: string; rule: string; item: null; name: string; day: string }[] = [];
      const told: string[] = [];
      const shownAs = (numbers: Sighting['numbers']) =>
        listingIn(
          Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, { state: 'read', value, via: '' }])),
        );
      let now = 1_795_000_000_000;
      for (const { by, numbers, ignores } of seen) {
        now += 1000;
        const shown = shownAs(numbers);
        if (!shown) continue;
        if (by === 'report') {
          const { sku = null, asin = null } = shown;
          const facts = { quantity: fact('3', 'report/listings') };
          const record = {
            id: `${now}`,
            at: now,
            kind: 'listings',
            fileName: 'a',
            stores: [store],
            rows: 1,
            skipped: {},
          };
          await storeImport(
            {
              record: { ...record, from: null, to: null },
              stores: [],
              orders: null,
              listings: new Map([[store, [{ listing: shown.listing, sku, asin, facts }]]]),
            },
            () => undefined,
          );
          continue;
        }
        const [known] = await knownListingsOf(store, [shown]);
        const identity = known?.identity ?? shown;
        const record = recordOf(identity);
        const kind = record.split(':')[0] as string;
        const topic = { sku: 'offer', asin: 'coupon', skc: 'coupon', spu: 'content' }[kind] ?? 'offer';
        const said = Object.fromEntries(
          Object.entries(numbers).map(([name, text]) => [name, fact(text, `demo/${kind}`)]),
        );
        const check = {
          identity,
          name: record.slice(record.indexOf(':') + 1),
          currency: 'USD',
          address: 'https://demo.example/',
          said: { ...said, title: fact(`Title of ${record}`, `demo/${kind}`) },
          findings: [{ ...found, topic, rule: `demo/${kind}`, values: { of: record } }],
          topics: new Set([topic]),
          margin: null,
        };
        await storeCheck(row as never, [check] as never, now);
        if (ignores) ignored.push({ store, listing: record, rule: `demo/${kind}`, item: null, name: '', day: '' });
        if (ignores) told.push(JSON.stringify(numbers));
      }
      const filter = { store, found: null, worst: null, search: '', sort: 'name', descending: false } as const;
      const { total, rows } = await catalogueSlice(filter, 0, 100);
      const summary = await storeSummary(store);
      const lost: string[] = [];
      for (const [index, numbers] of told.entries()) {
        const [known] = await knownListingsOf(store, [shownAs(JSON.parse(numbers))]);
        const rule = ignored[index]?.rule ?? '';
        if (!known || !isIgnored({ ignored } as never, store, known.identity, rule, null)) lost.push(numbers);
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
    },
    { store, seen, found },
  );
}

let stores = 0;
function storeOf(marketplace: string): string {
  stores += 1;
  return `${marketplace}|${marketplace === 'amazon' ? 'US' : 'global'}|Demo ${stores}`;
}

test.beforeEach(async ({ page }) => {
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Demo</title>' }),
  );
  await page.goto('https://database.example/');
  const script = await scriptOf(join(import.meta.dirname, 'database-in-page.ts'), 'inPage');
  await page.addScriptTag({ content: script });
});

for (const [marketplace, names] of [
  ['amazon', amazon],
  ['temu', temu],
] as const)
  test(`what ${marketplace} shows of a product in any order, and again, is the same listing once`, async ({ page }) => {
    test.setTimeout(180_000);
    const inTwoOrders = world(names).chain((seen) =>
      fc.record({ seen: fc.constant(seen), other: fc.shuffledSubarray(seen, { minLength: seen.length }) }),
    );
    await fc.assert(
      fc.asyncProperty(inTwoOrders, async ({ seen, other }) => {
        const first = await show(page, storeOf(marketplace), seen);
        const second = await show(page, storeOf(marketplace), other);
        const again = await show(page, storeOf(marketplace), [...seen, ...other]);
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
  });

test('lists and counts made anew have the same listings', async ({ page }) => {
  const seen: Sighting[] = [
    { by: 'page', numbers: { asin: 'M1' }, ignores: false },
    { by: 'page', numbers: { sku: 'S1', asin: 'M1' }, ignores: false },
    { by: 'page', numbers: { asin: 'M2' }, ignores: false },
    { by: 'page', numbers: { sku: 'S2', asin: 'M2' }, ignores: false },
    { by: 'page', numbers: { sku: 'S3', asin: 'M2' }, ignores: false },
  ];
  const store = storeOf('amazon');
  const before = await show(page, store, seen);
  expect(before.rows.map(({ listing }) => listing)).toEqual(['asin:M2', 'sku:S1', 'sku:S2', 'sku:S3']);
  const after = await page.evaluate(async (key) => {
    await database.repairRows();
    const filter = { store: key, found: null, worst: null, search: '', sort: 'name', descending: false } as const;
    const { rows } = await database.catalogueSlice(filter, 0, 100);
    return { rows, summary: await database.storeSummary(key) };
  }, store);
  expect(after.rows.map(({ listing }) => listing).sort()).toEqual(before.rows.map(({ listing }) => listing));
  expect({ ...after.summary, store: '' }).toEqual(before.summary);
});

test('what is taken out of a listing is taken out of all its rows, and counted out once', async ({ page }) => {
  const store = storeOf('amazon');
  await show(page, store, [
    { by: 'page', numbers: { asin: 'M1' }, ignores: false },
    { by: 'page', numbers: { sku: 'S1', asin: 'M1' }, ignores: false },
    { by: 'page', numbers: { sku: 'S2', asin: 'M2' }, ignores: false },
  ]);
  const after = async (of: { store: string; listing: string } | null, rule: string) =>
    page.evaluate(
      async ({ of, rule, store }) => {
        if (of) await database.removeFindings(of, (one) => one.rule === rule, 1_795_000_900_000);
        else
          for (let last: string | null = ''; last !== null; )
            ({ last } = await database.removeOff(store, new Set([rule]), last, 1, 1_795_000_900_000));
        const summary = await database.storeSummary(store);
        return { listings: summary?.listings, errors: summary?.counts.error, problems: summary?.problems };
      },
      { of, rule, store },
    );
  // By the ASIN, which is the SKU's.
  expect(await after({ store, listing: 'asin:M1' }, 'demo/sku')).toMatchObject({ listings: 2, errors: 2 });
  expect(await after(null, 'demo/sku')).toMatchObject({ listings: 2, errors: 1 });
  expect(await after(null, 'demo/asin')).toEqual({ listings: 2, errors: 0, problems: {} });
});
