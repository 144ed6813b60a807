import { browser } from 'wxt/browser';
import type { FactName } from '../../rules/facts.ts';
import type { FieldReadings, ListState, Notice } from '../console.content/reading/reading.ts';
import type { Counts } from './api.ts';
import type { PageFinding } from './findings.ts';
import type { Lost } from './lost-fields.ts';
import type { PageMargin } from './page-margins.ts';
import type { Store } from './stores.ts';

/** A record of the page in a tab: what was read and what was found. */
export interface PageRecord {
  readonly fields: FieldReadings;
  readonly findings: readonly PageFinding[];
  /** What is left of a sale; left out where that is not known. */
  readonly margin?: PageMargin;
}

/** What a tab shows, apart from its records. */
export interface PageState {
  readonly page: string | null;
  /** The layout that was recognised. */
  readonly generation: string | null;
  /** Milliseconds since 1970 at which it was opened. */
  readonly since: number;
  /** BCP 47 language of the page's text: how the console writes numbers and days. */
  readonly language: string;
  readonly store: Store;
  readonly address: string;
  readonly sequence: number;
  readonly keys: readonly string[];
  readonly notices: readonly Notice[];
  /** The page as a whole has come to rest. */
  readonly settled: boolean;
  /** Keys of the records that may still be loading: nothing of them is stored. */
  readonly unsettled: readonly string[];
  /** Names of the sentences about the page as a whole. */
  readonly remarks: readonly string[];
  /** What became of its list; left out on a page without one. */
  readonly list?: ListState | undefined;
  /** Fields that could not be read in any of several rows. */
  readonly unreadRows?: readonly FactName[];
  /** Of those, the ones that checks wait for: told once for the page. */
  readonly untold?: readonly FactName[];
  /** What used to be read on this kind of page; left out: nothing is missed. */
  readonly lost?: Lost;
  /** How the page was read when that was last noted. */
  readonly noted?: string;
}

export interface TabPage extends PageState {
  readonly records: ReadonlyMap<string, PageRecord>;
}

// What a tab shows lies in the browser's session storage, so that a stopped worker loses nothing; this is only a copy.
const copies = new Map<number, TabPage>();
const queues = new Map<number, Promise<unknown>>();

/** Runs one task of a tab after another: an older question never overwrites a newer one. */
export function inTurn<Result>(tab: number, task: () => Promise<Result>): Promise<Result> {
  const before = queues.get(tab) ?? Promise.resolve();
  const result = before.then(task, task);
  const settled = result.catch(() => undefined);
  queues.set(tab, settled);
  void settled.then(() => {
    if (queues.get(tab) === settled) queues.delete(tab);
  });
  return result;
}

/** What the tab shows, or null when it is no console page. */
export async function tabPage(tab: number): Promise<TabPage | null> {
  const copy = copies.get(tab);
  if (copy) return copy;
  const stateKey = keyOf(tab);
  const state = (await browser.storage.session.get(stateKey))[stateKey] as PageState | undefined;
  if (!state) return null;
  const recordKeys = state.keys.map((key) => keyOf(tab, key));
  const stored = await browser.storage.session.get(recordKeys);
  const records = new Map<string, PageRecord>();
  for (const key of state.keys) {
    const record = stored[keyOf(tab, key)] as PageRecord | undefined;
    if (record) records.set(key, record);
  }
  const page = { ...state, records };
  copies.set(tab, page);
  return page;
}

/** Keeps what a tab shows. Writes only the records named in `changed`, and takes out those that left. */
export async function keepTabPage(tab: number, page: TabPage, changed: Iterable<string>): Promise<void> {
  const before = copies.get(tab);
  copies.set(tab, page);
  const { records, ...state } = page;
  const written: Record<string, unknown> = { [keyOf(tab)]: state };
  for (const key of changed) {
    const record = records.get(key);
    if (record) written[keyOf(tab, key)] = record;
  }
  const gone = [...(before?.records.keys() ?? [])].filter((key) => !records.has(key));
  if (gone.length > 0) await browser.storage.session.remove(gone.map((key) => keyOf(tab, key)));
  await browser.storage.session.set(written);
}

/** Forgets a tab that shows no console page any more. */
export async function forgetTab(tab: number): Promise<void> {
  const page = await tabPage(tab);
  copies.delete(tab);
  if (!page) return;
  await browser.storage.session.remove([keyOf(tab), ...page.keys.map((key) => keyOf(tab, key))]);
}

function keyOf(tab: number, record?: string): string {
  return record === undefined ? `tab:${tab}` : `tab:${tab}:${record}`;
}

/** All findings of a page, in the order of its records. */
export function findingsOf(page: TabPage): PageFinding[] {
  return [...page.records.values()].flatMap(({ findings }) => findings);
}

export function countsOf(findings: readonly { readonly level: keyof Counts }[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, unknown: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}
