import { expect, test } from '@playwright/test';
import { DATABASE_VERSION } from '../../entrypoints/background/database/migrations.ts';
import { type FrozenStore, frozenDatabase, LAST_FROZEN } from '../database/frozen.ts';
import { replaceDatabase, storedRows } from '../database/raw-database.ts';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest } from '../tools/each-test.ts';

// A database of an earlier version, made with the browser's own means and not by our code, is opened by today's build.

launchForEachTest();

test('every version of the migrations is frozen', () => expect(LAST_FROZEN).toBe(DATABASE_VERSION));

for (let version = 1; version <= LAST_FROZEN; version += 1)
  test(`a database of version ${version} is opened, and nothing in it is lost`, async () => {
    const stores = frozenDatabase(version);
    // A page of ours without a script.
    const raw = await browser.context.newPage();
    await raw.goto(`${browser.origin}/reference/en/index.html`);
    await stopWorkers(browser.control);
    await replaceDatabase(raw, version, stores);

    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/workspace.html#/listings`);
    // What lists and the popup show is there, whether the version had it or a later step made it.
    await expect(page.getByRole('table')).toContainText('Harborline Stoneware Coffee Mugs');
    await page.goto(`${browser.origin}/workspace.html#/overview`);
    await expect(page.getByRole('main')).toContainText('Harbor Demo Goods');
    const found = await storedRows(raw);
    expect(found.version).toBe(DATABASE_VERSION);
    for (const { name, rows } of stores) {
      expect(found.rows[name], name).toHaveLength(rows.length);
      // A later step may add to a row; it takes nothing away.
      expect(found.rows[name], name).toMatchObject([...rows]);
    }
    await page.goto(
      `${browser.origin}/workspace.html#/listing/${encodeURIComponent('amazon|US|Harbor Demo Goods')}/${encodeURIComponent('sku:DEMO-MUG-01')}`,
    );
    const history = page.getByRole('region', { name: 'Price history' });
    await history.getByText('As a table').click();
    await expect(history.getByRole('table').first()).toContainText('$');
  });

type Row = Readonly<Record<string, unknown>>;
const MUG = { store: 'amazon|US|Harbor Demo Goods', listing: 'sku:DEMO-MUG-01' };
const PRODUCT = 'asin:B0DEMO0001';

/** The mug once more, as its coupon page stored it: by its ASIN alone, beside the offer of its SKU. */
function storedTwice(stores: readonly FrozenStore[]): FrozenStore[] {
  const again = (name: string, change: (row: Row) => Row) => {
    const rows = stores.find((store) => store.name === name)?.rows ?? [];
    return rows.filter(({ store, listing }) => store === MUG.store && listing === MUG.listing).map(change);
  };
  const added: Record<string, Row[]> = {
    listings: again('listings', ({ wider: _wider, ...row }) => ({
      ...row,
      listing: PRODUCT,
      sku: null,
      facts: { couponPercent: { value: '10', page: 'amazon/coupon-create', day: '2026-11-21' } },
    })),
    findings: again('findings', (row) => ({
      ...row,
      listing: PRODUCT,
      name: 'B0DEMO0001',
      findings: (row.findings as Row[])
        .slice(0, 1)
        .map((one) => ({ ...one, rule: 'amazon/coupon-price-above-was', topic: 'coupon' })),
      problems: [[MUG.store, 'amazon/coupon-price-above-was', row.changed]],
    })),
    catalogue: again('catalogue', (row) => ({ ...row, listing: PRODUCT, sku: null, name: 'B0DEMO0001', found: [] })),
    observations: again('observations', (row) => ({ ...row, listing: PRODUCT, day: '2026-11-19', price: '97.00' })),
  };
  return stores.map((store) => {
    if (store.name !== 'summaries') return { ...store, rows: [...store.rows, ...(added[store.name] ?? [])] };
    const rows = store.rows.map((row) => ({
      ...row,
      listings: 3,
      counts: { ...(row.counts as Row), info: 2 },
      problems: { ...(row.problems as Row), 'amazon/coupon-price-above-was': { info: 1 } },
      worst: { ...(row.worst as Row), info: 2 },
    }));
    return { ...store, rows };
  });
}

test('what was stored twice, by ASIN and by SKU, is one listing, and nothing that was said of it is lost', async () => {
  const raw = await browser.context.newPage();
  await raw.goto(`${browser.origin}/reference/en/index.html`);
  await stopWorkers(browser.control);
  const stores = storedTwice(frozenDatabase(5));
  await replaceDatabase(raw, 5, stores);
  const page = await browser.context.newPage();
  const address = (listing: string) =>
    `${browser.origin}/workspace.html#/listing/${encodeURIComponent(MUG.store)}/${encodeURIComponent(listing)}`;
  // An address of before leads to the listing that it is now.
  await page.goto(address(PRODUCT));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Harborline Stoneware Coffee Mugs');
  const history = page.getByRole('region', { name: 'Price history' });
  await history.getByText('As a table').click();
  await expect(history.getByRole('table').first()).toContainText('$97.00');
  await expect(history.getByRole('table').first()).toContainText('$98.60');
  const { rows } = await storedRows(raw);
  const listed = (rows.catalogue ?? []) as { listing: string; counts: { info: number } }[];
  expect(listed.map(({ listing, counts }) => [listing, counts.info])).toEqual([
    ['sku:DEMO-MUG-01', 2],
    ['sku:DEMO-TOWEL-BL', 0],
  ]);
  expect(rows.summaries).toMatchObject([{ listings: 2, counts: { error: 1, info: 2 }, worst: { info: 1, error: 1 } }]);
  for (const name of ['listings', 'findings', 'observations'])
    expect(rows[name], name).toHaveLength(stores.find((store) => store.name === name)?.rows.length ?? 0);
});
