import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { recentOrders } from '../reports/samples.ts';
import { randomFrom } from '../survival/random.ts';
import { type ExtensionBrowser, launchChromium, stopWorkers } from '../tools/chromium.ts';
import { isWorkingOff } from '../tools/many-listings.ts';
import { testPage } from '../tools/pages.ts';
import { today } from '../tools/pinned-clock.ts';
import { differences } from './differences.ts';
import { type Everything, everything } from './everything.ts';

/**
 * A seller at work: three consoles in three tabs, decisions, an order report, a bulk check. Run once undisturbed and
 * once with the service worker stopped again and again, both must end with the same findings, decisions and imports.
 */

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: { local: { get(key: string): Promise<object> } };
};

export interface Disturbance {
  readonly seed: number;
  /** How often the service worker is stopped. */
  readonly stops: number;
  /** Longest pause between two stops, milliseconds. */
  readonly pause: number;
}

export interface Outcome {
  readonly kept: Everything;
  /** What each console's tab is told in the end, by its page. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  /** The problems of the bulk check, as shown. */
  readonly bulk: readonly string[];
  readonly stops: number;
  /** Edits made in the pages. */
  readonly edits: number;
  readonly imports: number;
  readonly checks: number;
  /** Questions of the extension's own pages that were cut off and asked again, as the seller would. */
  readonly askedAgain: number;
}

interface Field {
  readonly selector: string;
  readonly values: readonly string[];
  /** What stands there in the end. */
  readonly last: string;
}

/** Consoles with a field that is typed into again and again. */
const consoles: readonly { readonly page: string; readonly field: Field }[] = [
  {
    page: 'amazon/listing-editor/gen2-offer-en-us',
    field: {
      selector: '[name="purchasable_offer-0-discounted_price-0-schedule-0-value_with_tax"] input',
      values: ['97.00', '99.00', '98.60', '120.00', ''],
      last: '99.00',
    },
  },
  {
    page: 'temu/activity-detail/zh-cn',
    field: { selector: 'input[currency="CNY"] >> nth=2', values: ['8.00', '8.02', '9.99', '7.00'], last: '8.02' },
  },
  {
    page: 'tiktok/product-edit/en-us',
    field: {
      selector: '#skus tbody tr >> nth=0 >> input >> nth=1',
      values: ['20.00', '19.98', '25.00', '1.00'],
      last: '19.98',
    },
  },
];

/** A check of the seller's own that the page of TikTok Shop fails. */
const OWN_CHECK = {
  id: 'own/not-ours',
  title: 'No other names',
  kind: 'forbidden-words',
  fields: ['title'],
  words: ['Harborline'],
  match: 'word',
  severity: 'warning',
  marketplaces: ['tiktok'],
  sites: 'all',
};

/** Runs the scenario in a fresh profile; `rounds` edits in each tab. */
export async function runScenario(rounds: number, disturbance: Disturbance | null): Promise<Outcome> {
  const browser = await launchChromium();
  try {
    const stopper = disturbance && startStopping(browser, disturbance);
    const seller = new Seller(browser);
    await seller.work(rounds, () => stopper === null || stopper.isDone());
    const stops = stopper ? await stopper.end() : 0;
    return { ...(await seller.outcome()), stops };
  } finally {
    await browser.close();
  }
}

interface Stopper {
  isDone(): boolean;
  /** How often it stopped the worker, once it does no more. */
  end(): Promise<number>;
}

function startStopping({ control }: ExtensionBrowser, { seed, stops, pause }: Disturbance): Stopper {
  const random = randomFrom(seed, 'stops');
  let count = 0;
  let ended = false;
  const stopping = (async () => {
    while (count < stops && !ended) {
      await new Promise((resolve) => setTimeout(resolve, random() * pause));
      await stopWorkers(control);
      count += 1;
    }
    return count;
  })();
  return {
    isDone: () => count >= stops,
    end: () => {
      ended = true;
      return stopping;
    },
  };
}

/** Once, and again until it is enough: what is done twice must not count twice. */
async function again(work: () => Promise<void>, isEnough: () => boolean): Promise<void> {
  do await work();
  while (!isEnough());
}

function isDone(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'done' in answer && answer.done === true;
}

class Seller {
  readonly #browser: ExtensionBrowser;
  readonly #tabs = new Map<string, Page>();
  #edits = 0;
  #askedAgain = 0;
  #imports = 0;
  #checks = 0;
  #bulk: readonly string[] = [];

  constructor(browser: ExtensionBrowser) {
    this.#browser = browser;
  }

  /** Works for some rounds, and on until `isEnough`. */
  async work(rounds: number, isEnough: () => boolean): Promise<void> {
    for (const { page } of consoles) {
      const { address, html } = testPage(page);
      this.#browser.serve(address, html);
      this.#tabs.set(page, await this.#browser.open(address));
    }
    await this.#ask({ kind: 'set-language', language: 'en' });
    await Promise.all([
      this.#edit(rounds, isEnough),
      again(() => this.#decide(), isEnough),
      again(() => this.#importOrders(), isEnough),
      again(() => this.#checkFile(), isEnough),
    ]);
    for (const { page, field } of consoles) await this.#type(page, field.selector, field.last);
  }

  async #edit(rounds: number, isEnough: () => boolean): Promise<void> {
    for (let round = 0; round < rounds || !isEnough(); round += 1)
      for (const { page, field } of consoles)
        await this.#type(page, field.selector, field.values[round % field.values.length] as string);
  }

  async #type(page: string, selector: string, value: string): Promise<void> {
    const tab = this.#tabs.get(page) as Page;
    await tab.bringToFront();
    await tab.locator(selector).first().fill(value);
    this.#edits += 1;
    await tab.waitForTimeout(60);
  }

  /** Decisions of the workspace, each asked again until it is answered. */
  async #decide(): Promise<void> {
    await this.#decided({ kind: 'change-rule', rule: 'amazon/title-length', store: null, on: false });
    await this.#decided({ kind: 'save-check', check: OWN_CHECK, at: null });
    await this.#decided({ kind: 'change-threshold', fact: 'jumpPercent', store: null, input: '15' });
    await this.#decided({ kind: 'change-rule', rule: 'tiktok/price-range', store: null, severity: 'warning' });
    await this.#decided({ kind: 'change-rule', rule: 'amazon/title-length', store: null, on: true });
    await this.#decided({ kind: 'change-rule', rule: 'temu/item-code-charset', store: null, on: false });
  }

  async #decided(message: object): Promise<void> {
    const answer = await this.#ask(message);
    if (!isDone(answer)) throw new Error(`${JSON.stringify(message)} was answered with ${JSON.stringify(answer)}`);
  }

  async #ask(message: object): Promise<unknown> {
    for (;;) {
      const answer = await this.#browser.control.evaluate(
        (request) => chrome.runtime.sendMessage(request).catch(() => undefined),
        message,
      );
      if (answer !== undefined) return answer;
      this.#askedAgain += 1;
    }
  }

  async #open(view: string): Promise<Page> {
    const page = await this.#browser.context.newPage();
    await page.goto(`${this.#browser.origin}/workspace.html#/${view}`);
    return page;
  }

  async #importOrders(): Promise<void> {
    const page = await this.#open('imports');
    const choose = page.getByLabel('Choose files').last();
    const job = page.getByRole('article', { name: 'orders.txt' }).first();
    const buffer = Buffer.from(recentOrders(today()));
    for (;;) {
      await this.#reload(page, choose);
      await choose.setInputFiles({ name: 'orders.txt', mimeType: 'text/plain', buffer });
      const state = await this.#settled(page, job);
      if (state === 'taken') break;
      this.#askedAgain += 1;
      await page.reload();
    }
    this.#imports += 1;
    await page.close();
  }

  /** Reloads until the view is there: its first question may have been cut off. */
  async #reload(page: Page, wanted: ReturnType<Page['locator']>): Promise<void> {
    for (;;) {
      try {
        await wanted.waitFor({ state: 'attached', timeout: 4000 });
        return;
      } catch {
        this.#askedAgain += 1;
        await page.reload();
      }
    }
  }

  async #settled(page: Page, job: ReturnType<Page['locator']>): Promise<'taken' | 'failed'> {
    const taken = job.getByText(/order lines counted|was known already/);
    const name = job.getByLabel('Shop name');
    const failed = job.getByText(/could not|Nothing of this file/);
    for (const end = Date.now() + 20_000; Date.now() < end; await page.waitForTimeout(100)) {
      if (await taken.isVisible()) return 'taken';
      if (await failed.isVisible()) return 'failed';
      if (await name.isVisible()) await this.#nameShop(job).catch(() => undefined);
    }
    return 'failed';
  }

  /** Rejects when the form went away meanwhile: a stopped worker ends the import it belongs to. */
  async #nameShop(job: ReturnType<Page['locator']>): Promise<void> {
    await job.getByLabel('Shop name').fill('Harbor Demo Goods', { timeout: 2000 });
    await job.getByRole('button', { name: 'Import', exact: true }).click({ timeout: 2000 });
  }

  async #checkFile(): Promise<void> {
    const page = await this.#open('bulk');
    const input = page.getByLabel('File to check');
    const problems = page.getByRole('region', { name: 'Problems' }).getByRole('listitem');
    const file = `${import.meta.dirname}/../reports/amazon/coupon_bulk_template.tsv`;
    for (;;) {
      await this.#reload(page, input);
      await input.setInputFiles({ name: 'coupons.tsv', mimeType: 'text/plain', buffer: readFileSync(file) });
      try {
        await page.getByLabel('On the day').fill('2026-11-20', { timeout: 4000 });
        await page.getByRole('button', { name: 'Check', exact: true }).click({ timeout: 4000 });
        await page.getByRole('region', { name: 'Result' }).waitFor({ timeout: 8000 });
        await problems.first().waitFor({ timeout: 8000 });
        break;
      } catch {
        this.#askedAgain += 1;
        await page.reload();
      }
    }
    this.#bulk = await problems.allInnerTexts();
    this.#checks += 1;
    await page.close();
  }

  /** Waits until the settings are worked off in all that is stored. */
  async #workedOff(): Promise<void> {
    const { control } = this.#browser;
    while (await isWorkingOff(control)) await control.waitForTimeout(100);
  }

  /** What is kept and told once nothing is under way any more. */
  async outcome(): Promise<Omit<Outcome, 'stops'>> {
    const told: Record<string, readonly string[]> = {};
    // An import that was stored is judged once more when its view is opened.
    await this.#ask({ kind: 'judge-imports' });
    await this.#workedOff();
    for (const [name, tab] of this.#tabs) {
      const { page } = await this.#browser.judged(tab);
      told[name] = page.findings
        .map(({ id, level, sentence }) => `${level} ${id}: ${sentence.map(({ text }) => text).join('')}`)
        .sort();
    }
    return {
      kept: await everything(this.#browser.control),
      told,
      bulk: this.#bulk,
      edits: this.#edits,
      imports: this.#imports,
      checks: this.#checks,
      askedAgain: this.#askedAgain,
    };
  }
}

/** What a run came to, in one line. */
export function figures({ stops, edits, imports, checks, askedAgain, kept, told, bulk }: Outcome): string {
  const rows = Object.values(kept.rows).reduce((sum, list) => sum + list.length, 0);
  const findings = Object.values(told).reduce((sum, list) => sum + list.length, 0);
  const work = `${stops} stops, ${edits} edits, ${imports} imports, ${checks} bulk checks, ${askedAgain} asked again`;
  return `${work}: ${findings} findings told, ${bulk.length} in the file, ${rows} rows, ${Object.keys(kept.decisions).length} kinds of decisions`;
}

/** Where two runs ended differently, one line a place. */
export function differentEnds(calm: Outcome, disturbed: Outcome): string[] {
  const end = ({ told, bulk, kept }: Outcome) => ({ told, bulk, ...kept });
  return differences(end(calm), end(disturbed));
}
