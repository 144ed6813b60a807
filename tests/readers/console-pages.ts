import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import type { Guide } from '../../entrypoints/background/consoles/guide.ts';
import { guideTo } from '../../entrypoints/background/consoles/guides.ts';
import { understandFields, understandNotice } from '../../entrypoints/background/understanding/understand.ts';
import type { ListState, Notice, Reading, StoreSignals } from '../../entrypoints/console.content/reading/reading.ts';
import type { WireValue } from '../../rules/engine/facts.ts';
import { findBrowser } from '../tools/browsers.mjs';
import { writingOf } from './writing.ts';

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('Chromium not found: run `npm test` or `npm start`, which install it.');

/** The machine's own Chromium, without the extension. */
export const chromiumOptions = {
  executablePath,
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
};

const CONSOLES = join(import.meta.dirname, '../consoles');

export type ExpectedValue = WireValue | { readonly unreadable: string };

export interface ExpectedRecord {
  readonly sku?: string;
  readonly asin?: string;
  readonly fields: { readonly [field: string]: ExpectedValue };
}

/** What stands beside each test page. Fields that are left out are not on the page. */
export interface Expected {
  readonly url: string;
  readonly language: string;
  readonly page: string | null;
  readonly store: {
    readonly site: string | null;
    readonly sellerName: string | null;
    readonly unknownBecause?: string;
  };
  readonly shared?: ExpectedRecord['fields'];
  readonly records: readonly ExpectedRecord[];
  /** Rows without the name by which the page tells rows apart: not read, unless a changed page leaves that open. */
  readonly unnamed?: readonly ExpectedRecord[];
  readonly notices?: readonly ({ readonly kind: string; readonly asin: string | null } & Notice['amounts'])[];
  /** What became of the list of a page whose rows are not read. */
  readonly list?: ListState;
  /** Milliseconds after which the page rests. */
  readonly settlesAfterMs?: number;
}

export interface ConsolePage {
  /** Path below `tests/consoles` without extension. */
  readonly name: string;
  readonly html: string;
  readonly expected: Expected;
}

/** Every test page with its expected reading beside it. */
export function consolePages(): ConsolePage[] {
  return readdirSync(CONSOLES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.expected.json'))
    .sort()
    .map((file) => {
      const path = join(CONSOLES, file).replace(/\.expected\.json$/, '');
      return {
        name: relative(CONSOLES, path),
        html: readFileSync(`${path}.html`, 'utf8'),
        expected: JSON.parse(readFileSync(`${path}.expected.json`, 'utf8')) as Expected,
      };
    });
}

/** The readers as one script that defines `readers.openPage`. */
export function readerScript(minify = false): Promise<string> {
  return scriptOf(join(import.meta.dirname, '../tools/open-page.ts'), 'readers', minify);
}

/** A module and all that it imports as one script that defines a global of this name. */
export async function scriptOf(entry: string, name: string, minify = false): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify, target: 'es2023', lib: { entry, name, formats: ['iife'] } },
  })) as Rolldown.RolldownOutput[];
  const code = output[0]?.output[0].code;
  if (!code) throw new Error(`${entry} was not bundled.`);
  return code;
}

/** Shows a test page at its real address and puts the readers beside it, as a content script would be. */
export async function openConsole(
  context: BrowserContext,
  shown: ConsolePage,
  script: string,
  tab?: Page,
): Promise<Page> {
  const page = tab ?? (await context.newPage());
  await page.unrouteAll();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown.html }));
  await page.goto(shown.expected.url);
  if (shown.expected.settlesAfterMs) await page.waitForTimeout(shown.expected.settlesAfterMs);
  await page.addScriptTag({ content: script });
  return page;
}

export interface ReadPage {
  readonly page: string | null;
  readonly generation: string | null;
  readonly language: string;
  readonly store: StoreSignals;
  readonly records: readonly { readonly key: string; readonly fields: { readonly [field: string]: Reading } }[];
  readonly notices: readonly Notice[];
  readonly list: ListState | undefined;
}

/** The guide as it arrives in the page: plain data. Null when no reader knows the address. */
export function guideFor(address: string, language: string): Guide | null {
  return JSON.parse(JSON.stringify(guideTo(new URL(address), language))) as Guide | null;
}

/** Opens and reads the page as it is now, numbers and days understood; null when no reader knows the address. */
export async function readConsole(page: Page): Promise<ReadPage | null> {
  const guide = guideFor(page.url(), await page.evaluate(() => document.documentElement.lang));
  if (!guide) return null;
  const read = await page.evaluate((given) => {
    const { readers } = globalThis as unknown as { readers: typeof import('../tools/open-page.ts') };
    const open = readers.openPage(document, new URL(location.href), given);
    return {
      page: open.page,
      generation: open.generation,
      language: open.language,
      store: open.store(),
      records: readers.recordsOf(open),
      notices: open.notices(),
      list: open.list(),
    };
  }, guide);
  const writing = writingOf(read, page.url());
  return {
    ...read,
    records: read.records.map(({ key, fields }) => ({ key, fields: understandFields(fields, writing) })),
    notices: read.notices.map((notice) => understandNotice(notice, writing)),
  };
}
