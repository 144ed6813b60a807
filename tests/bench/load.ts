/** What the load of a listing editor costs, with and without the extension. */
import { testPage } from '../tools/pages.ts';
import type { Row } from './part.ts';
import { interleaved, withSides } from './sides.ts';
import { median } from './statistics.ts';
import { tracedLoad } from './visit.ts';

export async function measure(): Promise<readonly Row[]> {
  const page = testPage('amazon/listing-editor/gen2-offer-en-us');
  const { ours, plain } = await withSides((sides) => interleaved(sides, (browser) => tracedLoad(browser, page)));
  return [
    { name: 'listing editor: our script', value: median(ours.map((trace) => trace.ours)), unit: 'ms', budget: 15 },
    { name: 'listing editor: all script, with', value: median(ours.map(({ script }) => script)), unit: 'ms' },
    { name: 'listing editor: all script, without', value: median(plain.map(({ script }) => script)), unit: 'ms' },
  ];
}
