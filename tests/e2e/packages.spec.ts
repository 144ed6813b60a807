import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { archivePath } from '../tools/archives.ts';
import { launchChromium } from '../tools/chromium.ts';
import { launchFirefox } from '../tools/firefox.ts';
import { testPage } from '../tools/pages.ts';
import { entriesOf, unzip } from '../tools/unzip.ts';

// The archives of `npm run zip`, as the stores take them.

const { address, html } = testPage('amazon/listing-editor/gen2-offer-en-us');

test('what is in the Chrome and Edge archive warns in Chromium', async () => {
  const build = mkdtempSync(join(tmpdir(), 'preflight-archive-'));
  unzip(archivePath('chrome'), build);
  const browser = await launchChromium({ build, clock: 'machine' });
  browser.serve(address, html);
  const { page } = await browser.judged(await browser.open(address));
  expect(page.counts.warning).toBeGreaterThan(0);
  expect(browser.strayRequests).toEqual([]);
  await browser.close();
  rmSync(build, { recursive: true });
});

test('the Firefox archive is installed as it is, and warns', async () => {
  const firefox = await launchFirefox({ build: archivePath('firefox') });
  try {
    firefox.serve(address, html);
    const page = await firefox.open(address);
    await firefox.waitForOverlay(page, ({ notes }) => notes.some(({ level }) => level === 'warning'));
    expect(firefox.strayRequests).toEqual([]);
  } finally {
    await firefox.close();
  }
});

test('the archives hold the manifest at their root, no source map and nothing of the tests', () => {
  for (const kind of ['chrome', 'firefox'] as const) {
    const paths = entriesOf(archivePath(kind)).map(({ path }) => path);
    expect(paths).toContain('manifest.json');
    expect(paths.filter((path) => /\.(?:map|ts|tsx)$|^tests\//.test(path))).toEqual([]);
  }
});
