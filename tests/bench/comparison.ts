/**
 * The same editors under other ways to watch a page, in turns with ours: the extension built with React and zod in the page,
 * and a scan by axe-core.
 */
import type { Page } from '@playwright/test';
import { CHROME_BUILD, type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import { overlayText } from '../tools/overlay.ts';
import { type TestPage, testPage } from '../tools/pages.ts';
import { type AxeScan, axeScan, axeScript } from './axe-scan.ts';
import type { Row } from './part.ts';
import { buildWithReactAndZod } from './react-zod/build.ts';
import { interleaved, withSides } from './sides.ts';
import { scriptSize, sizeOf } from './size.ts';
import { median } from './statistics.ts';
import type { Trace } from './trace.ts';
import { type Visit, visited } from './visit.ts';

const KEYS = '1234567890';

interface Editor {
  readonly page: TestPage;
  /** What a load may take of the script time that it takes with React and zod. */
  readonly load: number;
}

const editors: Readonly<Record<string, Editor>> = {
  Amazon: { page: testPage('amazon/listing-editor/gen2-offer-en-us'), load: 0.3 },
  Temu: { page: testPage('temu/goods-edit/zh-cn'), load: 0.35 },
  'TikTok Shop': { page: testPage('tiktok/product-edit/en-us'), load: 0.35 },
};

/** What a keystroke may take of it: most of that is reading the page, which is the same code in both. */
const KEYSTROKE = 0.9;

interface Compared extends Visit {
  /** The overlay's text; empty without the extension. */
  readonly drawn: string;
  readonly axe: AxeScan | null;
}

/** What one way cost in one round. */
interface Cost {
  readonly load: number;
  readonly keystroke: number;
  readonly longTasks: number;
  readonly heap: number;
  /** Of the extension; 0 of a scan. */
  readonly longestTask: number;
}

export async function measure(): Promise<readonly Row[]> {
  const build = buildWithReactAndZod();
  const costs = await withSides(async (sides) => {
    const react = await launchChromium({ build, clock: 'machine' });
    try {
      const all: Row[] = [];
      for (const [name, editor] of Object.entries(editors))
        all.push(...(await compared({ ...sides, react }, name, editor)));
      return all;
    } finally {
      await react.close();
    }
  });
  return [...sizes(build), ...costs];
}

function sizes(build: string): Row[] {
  const row = (name: string, value: number) => ({ name: `script, gzip: ${name}`, value, unit: 'kB' });
  return [
    row('ours', scriptSize(CHROME_BUILD).zipped),
    row('React + zod', scriptSize(build).zipped),
    row('axe-core', sizeOf(Buffer.from(axeScript)).zipped),
  ];
}

type Browsers = Readonly<Record<'ours' | 'react' | 'plain', ExtensionBrowser>>;

async function compared(browsers: Browsers, name: string, editor: Editor): Promise<Row[]> {
  const { ours, react, plain } = await interleaved(browsers, (browser) => visit(browser, editor.page));
  requireSameOverlay(name, [...ours, ...react]);
  const heapAlone = median(plain.map(({ heap }) => heap));
  const costs: Readonly<Record<string, readonly Cost[]>> = {
    ours: ours.map((one) => costOf(one, heapAlone)),
    'React + zod': react.map((one) => costOf(one, heapAlone)),
    'axe-core, a scan': plain.flatMap(({ axe }) => (axe ? [costOfScan(axe, heapAlone)] : [])),
  };
  const rows = (what: string, unit: string, read: (cost: Cost) => number): Row[] =>
    Object.entries(costs).map(([way, all]) => ({
      name: `${name}, ${what}: ${way}`,
      value: median(all.map(read)),
      unit,
    }));
  const beside = (what: string, budget: number, read: (cost: Cost) => number): Row => {
    const [own, other] = ['ours', 'React + zod'].map((way) => median((costs[way] ?? []).map(read)));
    return { name: `${name}, ${what}: ours beside React + zod`, value: (own ?? 0) / (other ?? 0), unit: '', budget };
  };
  const longest = Math.max(...(costs.ours ?? []).map(({ longestTask }) => longestTask));
  return [
    beside('script of a load', editor.load, ({ load }) => load),
    beside('script of a keystroke', KEYSTROKE, ({ keystroke }) => keystroke),
    { name: `${name}: longest task of ours, worst run`, value: longest, unit: 'ms', budget: 50 },
    ...rows('script of a load', 'ms', ({ load }) => load),
    ...rows('script of a keystroke', 'ms', ({ keystroke }) => keystroke),
    ...rows('tasks over 50 ms', '', ({ longTasks }) => longTasks),
    ...rows('heap beside the page', 'MB', ({ heap }) => heap),
  ];
}

async function visit(browser: ExtensionBrowser, editor: TestPage): Promise<Compared> {
  let [drawn, axe]: [string, AxeScan | null] = ['', null];
  const done = await visited(browser, editor, editor.expected.settlesAfterMs ?? 0, KEYS, async (page) => {
    if (browser.origin) drawn = await settledOverlay(page);
    else axe = await axeScan(page);
  });
  return { ...done, drawn, axe };
}

function costOf({ load, typing, heap }: Visit, heapAlone: number): Cost {
  if (!typing) throw new Error('There is nothing to type into.');
  return {
    load: load.ours,
    keystroke: typing.ours / KEYS.length,
    longTasks: load.longTasks + typing.longTasks,
    heap: heap - heapAlone,
    longestTask: Math.max(load.longestTask, typing.longestTask),
  };
}

/** A program that knows nothing of what changed runs again after a keystroke. */
function costOfScan({ first, again, heap }: AxeScan, heapAlone: number): Cost {
  const longTasks = (trace: Trace) => trace.longTasks;
  return {
    load: first.script,
    keystroke: again.script,
    longTasks: longTasks(first) + longTasks(again),
    heap: heap - heapAlone,
    longestTask: 0,
  };
}

/** What the overlay says once it says the same for a while. */
async function settledOverlay(page: Page): Promise<string> {
  let last = '';
  for (const end = Date.now() + 15_000; Date.now() < end; await page.waitForTimeout(500)) {
    const now = `${await overlayText(page, 'note-sentence')} ${await overlayText(page, 'dock')}`;
    if (now === last && now.trim() !== '') return now;
    last = now;
  }
  throw new Error('The overlay shows nothing, or does not come to rest.');
}

/** Figures of two overlays that say different things would compare nothing. Spaces between elements say nothing. */
function requireSameOverlay(name: string, all: readonly Compared[]): void {
  const texts = new Set(all.map(({ drawn }) => drawn.replace(/\s/g, '')));
  if (texts.size !== 1) throw new Error(`${name}: the overlays differ: ${[...texts].join(' | ')}`);
}
