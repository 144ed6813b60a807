import { expect, type Page, test, type Worker } from '@playwright/test';
import { changedBuild } from '../tools/changed-build.ts';
import { CHROME_BUILD, type ExtensionBrowser, launchChromium } from '../tools/chromium.ts';
import { testPage } from '../tools/pages.ts';

// Nothing leaves the browser: our pages and workers have a policy under which they cannot, and a request that left all
// the same would be seen by every test of the built extension.

/** Tries every way out that the place it runs in knows; each address names its way. Runs in the browser. */
async function tryToSend(origin: string): Promise<string[]> {
  const tried: Promise<unknown>[] = [fetch(`${origin}/fetch`), fetch(`${origin}/no-cors`, { mode: 'no-cors' })];
  const ways = ['fetch', 'no-cors'];
  if (typeof XMLHttpRequest === 'function') {
    ways.push('xhr');
    tried.push(
      new Promise((done) => {
        const request = new XMLHttpRequest();
        request.onloadend = done;
        try {
          request.open('POST', `${origin}/xhr`);
          request.send('x');
        } catch (error) {
          done(error);
        }
      }),
    );
  }
  if (typeof document === 'object') {
    ways.push('image', 'beacon', 'script', 'style');
    navigator.sendBeacon(`${origin}/beacon`, 'x');
    for (const [name, address, attribute] of [
      ['img', 'image', 'src'],
      ['script', 'script', 'src'],
      ['link', 'style', 'href'],
    ] as const) {
      const element = document.createElement(name);
      if (name === 'link') element.setAttribute('rel', 'stylesheet');
      element.setAttribute(attribute, `${origin}/${address}`);
      document.body.append(element);
    }
  }
  await Promise.all(tried.map((one) => one.catch(() => undefined)));
  await new Promise((done) => setTimeout(done, 300));
  return ways;
}

interface Places {
  readonly popup: Page;
  readonly workspace: Page;
  readonly background: Worker;
  readonly bulk: Worker;
  readonly imports: Worker;
}

/** Everywhere that code of ours runs outside consoles. */
async function places(browser: ExtensionBrowser): Promise<Places> {
  const workspace = await browser.context.newPage();
  const started: Worker[] = [];
  workspace.on('worker', (worker) => started.push(worker as unknown as Worker));
  const reports = `${import.meta.dirname}/../reports/amazon`;
  for (const [view, file] of [
    ['bulk', 'coupon_bulk_template.xls'],
    ['imports', 'all_orders_33col_2026.tsv'],
  ]) {
    await workspace.goto(`${browser.origin}/workspace.html#/${view}`);
    const before = started.length;
    await workspace.locator('input[type=file]').first().setInputFiles(`${reports}/${file}`);
    await expect.poll(() => started.length).toBeGreaterThan(before);
  }
  const [bulk, imports] = started as [Worker, Worker];
  return { popup: browser.control, workspace, background: await browser.worker(), bulk, imports };
}

async function tryEverywhere(browser: ExtensionBrowser): Promise<{ tried: string[]; arrived: string[] }> {
  const tried: string[] = [];
  for (const [name, place] of Object.entries(await places(browser)) as [string, Page][]) {
    const origin = `https://${name}.example`;
    const ways = await place.evaluate(tryToSend, origin);
    tried.push(...ways.map((way) => `${name} ${way}`));
  }
  const arrived = browser.strayRequests
    .splice(0)
    .map((address) => new URL(address))
    .map(({ hostname, pathname }) => `${hostname.replace('.example', '')} ${pathname.slice(1)}`.trim());
  return { tried, arrived };
}

test('no page and no worker of ours can connect to anything, by any way there is', async () => {
  const browser = await launchChromium();
  const { tried, arrived } = await tryEverywhere(browser);
  expect(tried.length).toBeGreaterThan(20);
  expect(arrived).toEqual([]);
  await browser.close();
});

test('without that policy the same attempts would be seen, and the test that made them would fail', async () => {
  const build = changedBuild(CHROME_BUILD, (manifest) => {
    delete manifest.content_security_policy;
  });
  const browser = await launchChromium({ build: build.folder });
  const { arrived } = await tryEverywhere(browser);
  for (const name of ['popup', 'workspace', 'background', 'bulk', 'imports'])
    expect(arrived.filter((one) => one.startsWith(`${name} `))).not.toEqual([]);

  const { address, html } = testPage('amazon/listing-editor/gen2-offer-en-us');
  browser.serve(address, html);
  const page = await browser.open(address);
  await page.evaluate(() => fetch('https://page.example/').catch(() => undefined));
  await expect(browser.close()).rejects.toThrow('Requests left the browser: https://page.example/');
  build.remove();
});

test('a frame of ours loads nothing from elsewhere', async () => {
  const browser = await launchChromium();
  await browser.control.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://frame.example/secret';
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 500));
  });
  // Chromium may connect to the host before it asks the policy, and then sends nothing. Nothing of ours makes a frame.
  expect(browser.strayRequests.splice(0).filter((address) => address !== 'https://frame.example:443')).toEqual([]);
  await browser.close();
});

test('no page of ours runs code that is made of text', async () => {
  const browser = await launchChromium();
  const page = await browser.context.newPage();
  for (const path of ['popup.html?tab=0', 'workspace.html', 'reference/en/index.html']) {
    await page.goto(`${browser.origin}/${path}`);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.ran = "inline"';
      document.body.append(script);
      const attribute = document.createElement('button');
      attribute.setAttribute('onclick', 'document.body.dataset.ran = "attribute"');
      document.body.append(attribute);
      attribute.click();
      return document.body.dataset.ran ?? null;
    });
    expect(ran, path).toBeNull();
  }
  await browser.close();
});
