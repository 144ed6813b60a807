import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { findBrowser } from './browsers.mjs';
import { type Connection, contextOf, type RequestEvent } from './firefox-connection.ts';
import { type FirefoxOverlay, overlayReader } from './firefox-overlay.ts';
import { recordNetwork, refuseStrayRequests } from './network.ts';
import { isPagesOwn } from './pages.ts';
import { withPinnedClock } from './pinned-clock.ts';

declare const browser: {
  tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]>; remove(tab: number): Promise<void> };
  runtime: { sendMessage(message: object): Promise<Overview> };
};

export const FIREFOX_BUILD = resolve(import.meta.dirname, '../../.output/firefox-mv3');

/** The id in the Firefox manifest. */
const EXTENSION_ID = 'preflight@preflight-extension';
/** Firefox makes up the host of an extension's own pages for each profile, unless the profile already names it. */
const EXTENSION_HOST = '6b1f2c52-7f0e-4b0e-9d2e-3f5d1c2b4a69';
const ORIGIN = `moz-extension://${EXTENSION_HOST}`;

export interface FirefoxOptions {
  /** Folder of the unpacked extension, whose clock then begins at the moment at which every test does, or its archive. */
  readonly build?: string;
  readonly viewport?: { width: number; height: number };
}

/** A real Firefox with the built extension, whose console pages are served from memory on their real addresses. */
export interface FirefoxBrowser extends FirefoxOverlay {
  /** Serves a page at an address; other paths of its host answer the same page, as single-page consoles do. */
  serve(address: string, html: string, headers?: Readonly<Record<string, string>>): void;
  /**
   * Every request that was not for a served page: addresses that pages and content scripts asked for, and servers that
   * anything in the browser, the extension's background included, tried to reach.
   */
  readonly strayRequests: string[];
  /** Opens a served address in a new tab. */
  open(address: string): Promise<Page>;
  /** Opens the popup as a page of its own, as it would be over `page`. */
  openPopup(page: Page): Promise<Page>;
  /** Opens a page of the extension's own, such as `/workspace.html#/imports`. */
  openOwn(path: string): Promise<Page>;
  /** What the popup would show over a page. */
  overview(page: Page): Promise<Overview>;
  /** Presses Alt+Shift+letter as the browser's own window receives it from the keyboard. */
  shortcut(letter: string): Promise<void>;
  /** Ends the extension's background page, as Firefox does with an idle one. */
  stopBackground(): Promise<void>;
  /** Throws when a request left the browser, so that no test can forget to look. */
  close(): Promise<void>;
}

export async function launchFirefox(options: FirefoxOptions = {}): Promise<FirefoxBrowser> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('Firefox not found: run `npm test`, which installs it.');
  const given = options.build ?? FIREFOX_BUILD;
  const isArchive = given.endsWith('.zip');
  if (!existsSync(isArchive ? given : join(given, 'manifest.json')))
    throw new Error(`No extension in ${given}: run \`npm run build\`.`);
  const build = isArchive ? given : withPinnedClock(given);
  const strayRequests: string[] = [];
  const network = await recordNetwork(strayRequests, (host) => BROWSERS_OWN.test(host));
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    defaultViewport: options.viewport ?? { width: 1280, height: 900 },
    // Without it a driver may neither open an extension's pages nor press keys that belong to the browser's window.
    args: ['--remote-allow-system-access'],
    // Firefox heeds the address of its own settings service only with this.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_HOST }),
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': network.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': network.port,
    },
  });
  const close = async () => {
    await firefox.close();
    network.close();
    refuseStrayRequests(strayRequests);
  };
  try {
    return { ...(await install(firefox, build, strayRequests)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function install(
  firefox: Browser,
  build: string,
  strayRequests: string[],
): Promise<Omit<FirefoxBrowser, 'close'>> {
  const { connection } = firefox as unknown as { connection: Connection };
  const served = await interceptRequests(connection, strayRequests);
  await firefox.installExtension(build);
  const openOwn = async (path: string) => {
    const page = await firefox.newPage();
    await goToOwn(connection, page, `${ORIGIN}${path}`);
    return page;
  };
  const control = await openOwn('/popup.html?tab=0');
  await closeWelcome(control);

  const tabOf = async (page: Page): Promise<number | null> => {
    await page.bringToFront();
    return control.evaluate(async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      return tab?.id ?? null;
    });
  };

  return {
    strayRequests,
    ...overlayReader(connection),
    serve(address, html, headers = {}) {
      const url = new URL(address);
      url.hash = '';
      served.set(url.href, { html, headers });
      served.set(url.host, { html, headers });
    },
    async open(address) {
      const page = await firefox.newPage();
      await page.goto(address);
      return page;
    },
    openOwn,
    openPopup: async (page) => openOwn(`/popup.html?tab=${await tabOf(page)}`),
    async overview(page) {
      const tab = await tabOf(page);
      return control.evaluate((id) => browser.runtime.sendMessage({ kind: 'overview', tab: id }), tab);
    },
    shortcut: (letter) => pressInWindow(connection, letter),
    stopBackground: () =>
      runInWindow(connection, `await WebExtensionPolicy.getByID('${EXTENSION_ID}').extension.terminateBackground();`),
  };
}

/** Puppeteer's own `goto` waits for events that Firefox does not send for an extension's page. */
/** The page that the extension opens at its installation would stand before the pages of a test. */
async function closeWelcome(control: Page): Promise<void> {
  const closed = () =>
    control.evaluate(async () => {
      const tabs = await browser.tabs.query({});
      const welcome = tabs.find(({ url }) => url?.endsWith('/workspace.html#/welcome'));
      if (welcome?.id !== undefined) await browser.tabs.remove(welcome.id);
      return welcome !== undefined;
    });
  for (const end = Date.now() + 15_000; !(await closed()); await pause())
    if (Date.now() > end) throw new Error('The extension opened no welcome page within 15 s of its installation.');
}

async function goToOwn(connection: Connection, page: Page, address: string): Promise<void> {
  await connection.send('browsingContext.navigate', { context: contextOf(page), url: address, wait: 'none' });
  const isLoaded = () =>
    page
      .evaluate((wanted) => document.readyState === 'complete' && location.href === wanted, address)
      // The tab may be on its way from one process to another.
      .catch(() => false);
  for (const end = Date.now() + 15_000; !(await isLoaded()); await pause())
    if (Date.now() > end) throw new Error(`${address} did not load.`);
}

interface Served {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers requests of every tab from memory. Keys are addresses without a fragment, and hosts. */
async function interceptRequests(connection: Connection, strayRequests: string[]): Promise<Map<string, Served>> {
  const served = new Map<string, Served>();
  const answer = ({ request, navigation }: RequestEvent): Promise<unknown> => {
    const url = new URL(request.url);
    url.hash = '';
    const page = served.get(url.href) ?? (navigation === null ? undefined : served.get(url.host));
    if (page) return connection.send('network.provideResponse', responseOf(request.request, page));
    if (!isPagesOwn(url)) strayRequests.push(url.href);
    return connection.send('network.failRequest', { request: request.request });
  };
  connection.on('network.beforeRequestSent', (event) => {
    // A tab that is closed takes its requests along.
    if (event.isBlocked) answer(event).catch(() => undefined);
  });
  await connection.send('network.addIntercept', {
    phases: ['beforeRequestSent'],
    urlPatterns: ['http', 'https'].map((protocol) => ({ type: 'pattern', protocol })),
  });
  return served;
}

function responseOf(request: string, { html, headers }: Served): object {
  const all = { 'content-type': 'text/html; charset=utf-8', ...headers };
  return {
    request,
    statusCode: 200,
    reasonPhrase: 'OK',
    headers: Object.entries(all).map(([name, value]) => ({ name, value: { type: 'string', value } })),
    body: { type: 'base64', value: Buffer.from(html).toString('base64') },
  };
}

/** Firefox's own upkeep, as far as preferences do not silence it. */
const BROWSERS_OWN = /(^|\.)(mozilla\.(com|net|org)|firefox\.com)$/;

/**
 * Keys that WebDriver presses go to the page alone; those of an extension's command belong to the browser's window. The
 * window's own text input processor takes them as it takes the keyboard's.
 */
function pressInWindow(connection: Connection, letter: string): Promise<void> {
  const keys = [
    { key: 'Alt', code: 'AltLeft', keyCode: 18 },
    { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
    { key: letter, code: `Key${letter}`, keyCode: letter.charCodeAt(0) },
  ];
  return runInWindow(
    connection,
    `const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    if (!processor.beginInputTransactionForTests(window, () => true)) throw new Error('The window takes no keys.');
    const keys = ${JSON.stringify(keys)}.map((key) => new KeyboardEvent('', key));
    for (const key of keys) processor.keydown(key);
    for (const key of keys.toReversed()) processor.keyup(key);`,
  );
}

/** Runs statements in the browser's own window, with its powers. */
async function runInWindow(connection: Connection, statements: string): Promise<void> {
  const { result: tree } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    result: { contexts: { context: string }[] };
  };
  const { result } = (await connection.send('script.evaluate', {
    expression: `(async () => {${statements}})()`,
    target: { context: tree.contexts[0]?.context },
    awaitPromise: true,
  })) as { result: { exceptionDetails?: { text: string } } };
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
}

function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 50));
}
