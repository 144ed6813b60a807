import { expect, test } from '@playwright/test';
import { DATABASE_VERSION } from '../../entrypoints/background/database/migrations.ts';
import { frozenDatabase, LAST_FROZEN } from '../database/frozen.ts';
import { replaceDatabase, storedRows } from '../database/raw-database.ts';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest } from '../tools/each-test.ts';

// A database of each version, made with the browser's own means and not by our code, is opened by today's build.

launchForEachTest();

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
