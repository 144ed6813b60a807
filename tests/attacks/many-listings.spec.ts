import { expect, test } from '@playwright/test';
import type { ListingsAnswer } from '../../entrypoints/background/messages/listings.ts';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import type { SettingsAnswer, SettingsOverview } from '../../entrypoints/background/messages/settings.ts';
import { stopWorkers } from '../tools/chromium.ts';
import { browser, launchForEachTest } from '../tools/each-test.ts';
import { fillListings, rules, store } from '../tools/many-listings.ts';

// A setting changes what is said of very many stored listings: it is answered at once and worked off behind that.

const LISTINGS = Number(process.env.PREFLIGHT_MANY_LISTINGS ?? 1200);
/** On a busy machine; `npm run bench` has the budgets. */
const SOON_MS = 2000;
const rule = `amazon/${rules[0]}`;

launchForEachTest();
test.setTimeout(LISTINGS > 10_000 ? 600_000 : 120_000);

const overview = () => browser.ask<Overview>({ kind: 'overview', tab: null });
const settings = () => browser.ask<SettingsOverview>({ kind: 'settings' });
const change = (parts: object) => browser.ask<SettingsAnswer>({ kind: 'change-rule', rule, store: null, ...parts });
const isUpdating = ({ remarks }: { remarks: readonly string[] }) =>
  remarks.some((remark) => remark.startsWith('Updating '));
const listed = (found: string | null) =>
  browser.ask<ListingsAnswer>({
    ...{ kind: 'listings', store, found, worst: null, search: '', sort: 'name', descending: false },
    ...{ from: 0, most: 100 },
  });

async function timed<Answer>(ask: () => Promise<Answer>): Promise<{ answer: Answer; ms: number }> {
  const start = performance.now();
  const answer = await ask();
  return { answer, ms: performance.now() - start };
}

/** How many listings the rule is told of, in all that counts or lists them. */
async function toldOf() {
  const [{ stores }, { total, rows }] = await Promise.all([overview(), listed(rule)]);
  const problem = stores[0]?.problems.find((one) => one.rule === rule);
  return { counted: problem?.count ?? 0, listed: total, rows: rows.length };
}

/** Waits until all is worked off; answers the longest that anyone waited for the popup meanwhile, and what it said. */
async function workedOff() {
  let longest = 0;
  const said: string[] = [];
  for (;;) {
    const { answer, ms } = await timed(overview);
    if (!isUpdating(answer) && !isUpdating(await settings())) return { longest, said };
    longest = Math.max(longest, ms);
    said.push(...answer.remarks);
    // As somebody who looks now and then.
    await browser.control.waitForTimeout(200);
  }
}

test('a check that is turned off is told of nowhere from then on, and taken out behind it', async () => {
  await fillListings(browser.control, LISTINGS);
  expect((await toldOf()).counted).toBeGreaterThan(LISTINGS / 10);
  const { errors } = await counts();
  const start = performance.now();
  const { answer, ms } = await timed(() => change({ on: false }));
  expect(answer).toEqual({ done: true });
  expect(await toldOf()).toEqual({ counted: 0, listed: 0, rows: 0 });
  expect((await counts()).errors).toBeLessThan(errors);
  const before = (await listed(null)).rows;
  const { longest, said } = await workedOff();
  const after = (await listed(null)).rows;
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `off: answered in ${ms.toFixed(0)} ms, popup at most ${longest.toFixed(0)} ms, all in ${seconds.toFixed(1)} s; ${said[0] ?? ''}`,
  );
  expect(ms).toBeLessThan(SOON_MS);
  expect(longest).toBeLessThan(SOON_MS);
  expect(before.map(({ counts: shown }) => shown)).toEqual(after.map(({ counts: shown }) => shown));
  expect(await toldOf()).toEqual({ counted: 0, listed: 0, rows: 0 });
  expect(await storedWith(rule)).toBe(0);
});

test('what is left to do goes on after the worker was stopped, and the popup says how far it is', async () => {
  await fillListings(browser.control, LISTINGS);
  // Judged again one by one: every listing has another severity then.
  const { ms } = await timed(() => change({ severity: 'info' }));
  let stops = 0;
  const said = new Set<string>();
  for (; stops < 3; stops += 1) {
    const { remarks } = await overview();
    for (const remark of remarks) said.add(remark);
    await browser.control.waitForTimeout(300);
    await stopWorkers(browser.control);
  }
  const { longest } = await workedOff();
  console.log(`severity: answered in ${ms.toFixed(0)} ms, popup at most ${longest.toFixed(0)} ms`);
  expect(ms).toBeLessThan(SOON_MS);
  expect([...said].join()).toMatch(/Updating [\d,]+ of [\d,]+ listings/);
  expect(await levelsOf(rule)).not.toContain('error');
  expect(await browser.control.evaluate(() => chrome.storage.local.get('updates'))).toEqual({});
});

test('a change that is taken back while it is worked off leaves all as it was judged before', async () => {
  await fillListings(browser.control, LISTINGS);
  await change({ severity: 'warning' });
  await workedOff();
  const before = await toldOf();
  await change({ on: false });
  const [decision] = (await overview()).decisions;
  await browser.ask({ kind: 'undo', decision: decision?.id });
  await workedOff();
  expect(await toldOf()).toEqual(before);
});

const counts = async () => {
  const { error = 0, warning = 0, info = 0 } = (await overview()).stores[0]?.counts ?? {};
  return { errors: error + warning + info };
};

declare const chrome: { storage: { local: { get(key: string): Promise<object> } } };

interface StoredFinding {
  readonly rule: string;
  readonly level: string;
}

/** Every stored finding. */
const storedFindings = () =>
  browser.control.evaluate(
    () =>
      new Promise<StoredFinding[]>((resolve, reject) => {
        const open = indexedDB.open('preflight');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('findings').objectStore('findings').getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result.flatMap((row) => row.findings));
          };
        };
      }),
  );
const storedWith = async (id: string) => (await storedFindings()).filter((one) => one.rule === id).length;
const levelsOf = async (id: string) => [
  ...new Set((await storedFindings()).filter((one) => one.rule === id).map(({ level }) => level)),
];
