/** What a keystroke in a listing editor costs, and how soon its warning is drawn. */
import { type ExtensionBrowser, stopWorkers } from '../tools/chromium.ts';
import { testPage } from '../tools/pages.ts';
import { ROUNDS, type Row } from './part.ts';
import { interleaved, withSides } from './sides.ts';
import { median, percentile } from './statistics.ts';
import { type Trace, traced } from './trace.ts';
import { openQuiet, tracedTyping } from './visit.ts';

const KEYSTROKES = '1234567890'.repeat(2);
const PRICE = '[name="purchasable_offer-0-our_price-0-schedule-0-value_with_tax"] input';

const editor = testPage('amazon/listing-editor/gen2-offer-en-us');

export async function measure(): Promise<readonly Row[]> {
  return withSides(async (sides) => {
    const { ours, plain } = await interleaved(sides, async (browser) => {
      const page = await openQuiet(browser, editor);
      const trace = await tracedTyping(browser, page, page.locator(PRICE).first(), KEYSTROKES);
      await page.close();
      return trace;
    });
    const perKey = (traces: readonly Trace[], read: (trace: Trace) => number) =>
      median(traces.map(read)) / KEYSTROKES.length;
    const warm = percentile(await drawn(sides.ours, false), 95);
    const stopped = percentile(await drawn(sides.ours, true), 95);
    return [
      { name: 'our script per keystroke', value: perKey(ours, (trace) => trace.ours), unit: 'ms', budget: 2 },
      { name: 'all script per keystroke, with', value: perKey(ours, ({ script }) => script), unit: 'ms' },
      { name: 'all script per keystroke, without', value: perKey(plain, ({ script }) => script), unit: 'ms' },
      { name: 'keystroke to warning, p95, warm worker', value: warm, unit: 'ms', budget: 150 },
      { name: 'keystroke to warning, p95, stopped worker', value: stopped, unit: 'ms', budget: 400 },
    ];
  });
}

/** Times from a keystroke that changes the verdict until the frame that draws it. */
async function drawn(browser: ExtensionBrowser, stopFirst: boolean): Promise<number[]> {
  const page = await openQuiet(browser, editor);
  const times: number[] = [];
  // 98.60 and 198.60 differ in the verdict: a sale price of 98.60 is or is not below Your Price.
  for (let round = 0; round < ROUNDS * 4; round += 1) {
    if (stopFirst) await stopWorkers(browser.control);
    await page.locator(PRICE).first().focus();
    await page.keyboard.press('Home');
    const trace = await traced(page, browser.origin, async () => {
      await page.keyboard.press(round % 2 === 0 ? '1' : 'Delete');
      await page.waitForTimeout(900);
    });
    const last = trace.inputToDrawn.at(-1);
    if (last === undefined) throw new Error('A keystroke that changes the verdict drew nothing.');
    times.push(last);
  }
  await page.close();
  return times;
}
