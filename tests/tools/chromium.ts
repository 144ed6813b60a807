import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { findBrowser } from './browsers.mjs';
import { recordNetwork, refuseStrayRequests } from './network.ts';
import { isPagesOwn } from './pages.ts';
import { withPinnedClock } from './pinned-clock.ts';

declare const chrome: {
  tabs: { query(filter: object): Promise<{ id?: number }[]> };
  runtime: { sendMessage<Answer>(message: object): Promise<Answer> };
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
};

export const CHROME_BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');

export interface LaunchOptions {
  /** Language of the browser. The extension follows it where the welcome page is left open, and is told it otherwise. */
  readonly language?: string;
  readonly headless?: boolean;
  readonly dark?: boolean;
  readonly viewport?: { width: number; height: number };
  /** IANA time zone of the machine, for its pages and workers alike. */
  readonly timeZone?: string;
  /** Folder of the unpacked extension; null: the same browser without it. */
  readonly build?: string | null;
  /** `machine`: the extension's clock is the machine's. Otherwise it begins at the moment at which every test does. */
  readonly clock?: 'machine';
  /** Leaves the welcome page open, which would otherwise stand before the pages of a test. */
  readonly welcome?: true;
}

/** A real Chromium with the built extension, whose console pages are served from memory on their real addresses. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  /** `chrome-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** The service worker; a new one after it was stopped. */
  worker(): Promise<Worker>;
  /** Serves a page at an address; other paths of its host answer the same page, as single-page consoles do. */
  serve(address: string, html: string): void;
  /**
   * Every request that was not for a served page: addresses that pages asked for, and servers that anything in the
   * browser, the extension's workers included, tried to reach.
   */
  readonly strayRequests: string[];
  /** Opens a served address in a new tab. */
  open(address: string): Promise<Page>;
  /** Brings a page to the front and answers its tab's id. */
  tabOf(page: Page): Promise<number | null>;
  /** Opens the popup of a page, as large as it is, in a tab of its own. */
  popup(page: Page): Promise<Page>;
  /** What the extension's background answers to one of its own pages. */
  ask<Answer>(message: object): Promise<Answer>;
  /** What the popup would show over a page. */
  overview(page: Page): Promise<Overview>;
  /** As `overview`, once the page has come to rest and the verdict stopped changing. Throws after 25 s without one. */
  judged(page: Page): Promise<Overview & { page: NonNullable<Overview['page']> }>;
  /** A page of the extension's own, for calling its API. Never brought to the front. */
  readonly control: Page;
  /** Throws when a request left the browser, so that no test can forget to look. */
  close(): Promise<void>;
}

/** Chromium's own upkeep, as far as switches do not silence it. */
const BROWSERS_OWN = /(^|\.)(google|googleapis|gstatic|gvt1)\.com$/;

export async function launchChromium(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('Chromium not found: run `npm test` or `npm start`, which install it.');
  const given = options.build === undefined ? CHROME_BUILD : options.build;
  const build = given === null || options.clock === 'machine' ? given : withPinnedClock(given);
  const profile = mkdtempSync(join(tmpdir(), 'preflight-'));
  const strayRequests: string[] = [];
  const pages = new Map<string, string>();
  // Chromium connects to the host of a page ahead of the request, which is then answered from memory.
  const network = await recordNetwork(strayRequests, (host) => BROWSERS_OWN.test(host) || pages.has(host));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    viewport: options.viewport ?? { width: 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.language ?? 'en-US',
    ...(options.timeZone ? { env: { ...process.env, TZ: options.timeZone } } : {}),
    proxy: { server: `http://127.0.0.1:${network.port}` },
    ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
    args: [
      ...(build ? [`--disable-extensions-except=${build}`, `--load-extension=${build}`] : []),
      `--lang=${options.language ?? 'en-US'}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  await context.route(/^https?:/, (route) => {
    const url = new URL(route.request().url());
    const html = pages.get(url.href) ?? (route.request().isNavigationRequest() ? pages.get(url.host) : undefined);
    if (html !== undefined) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    if (!isPagesOwn(url)) strayRequests.push(url.href);
    return route.abort();
  });
  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  // Node knows no origin of this scheme.
  const origin = build ? `chrome-extension://${new URL((await worker()).url()).host}` : '';
  const control = context.pages()[0] ?? (await context.newPage());
  if (build) await control.goto(`${origin}/popup.html?tab=0`);
  const ask = <Answer>(message: object) =>
    control.evaluate((request) => chrome.runtime.sendMessage<Answer>(request), message) as Promise<Answer>;
  if (build && !options.welcome) {
    await (await welcomePage(context)).close();
    // A tab that is closed may take the language that Playwright imitates away from the extension's other pages and workers.
    const language = options.language?.startsWith('zh') ? 'zh-CN' : 'en';
    if (options.language) await ask({ kind: 'set-language', language });
  }

  const tabOf = async (page: Page): Promise<number | null> => {
    await page.bringToFront();
    return control.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      return tab?.id ?? null;
    });
  };
  /** What is stored of a page is stored once it has come to rest. */
  const isAtRest = async (page: Page) => {
    const key = `tab:${await tabOf(page)}`;
    return control.evaluate(
      async (tab) =>
        ((await chrome.storage.session.get(tab))[tab] as { settled?: boolean } | undefined)?.settled === true,
      key,
    );
  };
  const overview = async (page: Page) => ask<Overview>({ kind: 'overview', tab: await tabOf(page) });

  return {
    context,
    origin,
    worker,
    control,
    strayRequests,
    tabOf,
    async popup(page) {
      const tab = await tabOf(page);
      const popup = await context.newPage();
      await popup.setViewportSize({ width: 400, height: 560 });
      await popup.goto(`${origin}/popup.html?tab=${tab}`);
      return popup;
    },
    ask,
    overview,
    serve(address, html) {
      const url = new URL(address);
      url.hash = '';
      pages.set(url.href, html);
      pages.set(url.host, html);
    },
    async open(address) {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    async judged(page) {
      let last = '';
      for (const end = Date.now() + 25_000; Date.now() < end; await page.waitForTimeout(250)) {
        const isResting = await isAtRest(page);
        const now = await overview(page);
        const text = JSON.stringify([isResting, now]);
        if (isResting && now.page && text === last) return { ...now, page: now.page };
        last = text;
      }
      throw new Error(`No steady verdict within 25 s. Last: ${last.slice(0, 500)}`);
    },
    async close() {
      await context.close();
      network.close();
      rmSync(profile, { recursive: true, force: true });
      refuseStrayRequests(strayRequests);
    },
  };
}

/** The page that the extension opens at its installation. */
export async function welcomePage(context: BrowserContext): Promise<Page> {
  const isWelcome = (page: Page) => page.url().endsWith('/workspace.html#/welcome');
  for (const end = Date.now() + 15_000; Date.now() < end; await setTimeout(20)) {
    const found = context.pages().find(isWelcome);
    if (found) return found;
  }
  throw new Error('The extension opened no welcome page within 15 s of its installation.');
}

/** Stops every service worker, as the browser does with idle ones. `page` must be one of the extension's own. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
