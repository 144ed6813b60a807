/** `node tests/tools/icons.ts`: draws assets/icon/preflight.svg into the PNG files a browser's toolbar and store want. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browsers.mjs';

const SIZES = [16, 32, 48, 96, 128];
const assets = resolve(import.meta.dirname, '../../assets');

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('Chromium not found: run `npm run setup`.');
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage();
const source = readFileSync(join(assets, 'icon/preflight.svg')).toString('base64');
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0"><img style="display:block" width="${size}" height="${size}" src="data:image/svg+xml;base64,${source}">`,
  );
  await page.screenshot({ path: join(assets, `public/icon/${size}.png`), omitBackground: true });
}
await browser.close();
