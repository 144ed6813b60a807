/** Lists of 250 rows: their load, and scrolling through those that recycle their rows. */
import type { Page } from '@playwright/test';
import { inventoryPage } from '../consoles/amazon/manage-inventory/rows.ts';
import { goodsPage } from '../consoles/temu/goods-list/rows.ts';
import { productsPage } from '../consoles/tiktok/product-list/rows.ts';
import type { Row } from './part.ts';
import { interleaved, type Sides, withSides } from './sides.ts';
import { median } from './statistics.ts';
import { type Trace, traced } from './trace.ts';
import { openQuiet, type Served, tracedLoad } from './visit.ts';

/** Rows that a list which recycles them has on the page: one screen. */
const SHOWN = 8;
const SCREENS = 10;
/** Of one wheel turn, px: about a screen. */
const HEIGHT = 672;

export async function measure(): Promise<readonly Row[]> {
  return withSides(async (sides) => [
    ...(await loading(sides, 'Amazon', served(inventoryPage({ rows: 250 })))),
    ...(await loading(sides, 'Temu', served(goodsPage({ rows: 250 })))),
    ...(await loading(sides, 'TikTok Shop', served(productsPage({ rows: 250 })))),
    ...(await scrolling(sides, 'Temu', served(goodsPage({ rows: 250, shown: SHOWN })))),
    ...(await scrolling(sides, 'TikTok Shop', served(productsPage({ rows: 250, shown: SHOWN })))),
  ]);
}

function served({ url, html }: { readonly url: string; readonly html: string }): Served {
  return { address: url, html };
}

async function loading(sides: Sides, name: string, list: Served): Promise<Row[]> {
  const { ours } = await interleaved(sides, (browser) => tracedLoad(browser, list));
  const script = ours.map((trace) => trace.ours);
  const longest = ours.map(({ longestTask }) => longestTask);
  return [
    { name: `${name}, 250 rows, load: our script`, value: median(script), unit: 'ms', budget: 200 },
    { name: `${name}, 250 rows: longest task of ours, worst run`, value: Math.max(...longest), unit: 'ms', budget: 50 },
  ];
}

async function scrolling(sides: Sides, name: string, list: Served): Promise<Row[]> {
  const { ours, plain } = await interleaved(sides, async (browser) => {
    const page = await openQuiet(browser, list);
    await page.locator('.list').hover();
    const trace = await traced(page, browser.origin || null, () => scroll(page));
    const top = await page.locator('.list').evaluate((element) => element.scrollTop);
    if (top !== SCREENS * HEIGHT) throw new Error(`The list was scrolled to ${top}.`);
    await page.close();
    return trace;
  });
  const perScreen = (traces: readonly Trace[], read: (trace: Trace) => number) => median(traces.map(read)) / SCREENS;
  return [
    {
      name: `${name}, scrolling: our script per recycled screen`,
      value: perScreen(ours, (trace) => trace.ours),
      unit: 'ms',
      budget: 4,
    },
    {
      name: `${name}, scrolling: all script per screen, without`,
      value: perScreen(plain, ({ script }) => script),
      unit: 'ms',
    },
  ];
}

/** Screen after screen, each read before the next. By the wheel: a script that scrolls would be measured too. */
async function scroll(page: Page): Promise<void> {
  for (let screen = 1; screen <= SCREENS; screen += 1) {
    await page.mouse.wheel(0, HEIGHT);
    await page.waitForTimeout(500);
  }
}
