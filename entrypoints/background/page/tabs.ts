import { browser } from 'wxt/browser';
import type { FactName } from '../../../rules/engine/facts.ts';
import type { FieldReadings, ListState, Notice } from '../../console.content/reading/reading.ts';
import type { Counts } from '../messages/words.ts';
import type { Lost } from '../rows/field-health.ts';
import type { Store } from '../shops/stores.ts';
import type { PageFinding } from './findings.ts';
import { type Dictionary, Packer } from './packing.ts';
import type { PageMargin } from './page-margins.ts';

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

/** What is stored of a tab beside its records, which are packed. */
interface StoredState extends PageState {
  readonly dictionary: Dictionary;
  /** Milliseconds since 1970 at which it was last written: where there is no room, the oldest go first. */
  readonly used: number;
}

interface Copy {
  readonly page: TabPage;
  readonly packer: Packer;
}

/** A seller looks at one tab, and types in a few. */
const MOST_COPIES = 4;

// What a tab shows lies in the browser's session storage, so that a stopped worker loses nothing. These are only copies,
// the last used last.
const copies = new Map<number, Copy>();
const queues = new Map<number, Promise<unknown>>();
const awaited = new Map<number, (() => void)[]>();

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

/** What is kept of the tab; null when it is no console page, or what was kept had to make room. */
export async function tabPage(tab: number): Promise<TabPage | null> {
  const copy = copies.get(tab);
  if (copy) return copy.page;
  const stateKey = keyOf(tab);
  const stored = (await browser.storage.session.get(stateKey))[stateKey] as StoredState | undefined;
  if (!stored) return null;
  const { dictionary, used: _used, ...state } = stored;
  const packer = new Packer(dictionary);
  const packed = await browser.storage.session.get(state.keys.map((key) => keyOf(tab, key)));
  const records = new Map<string, PageRecord>();
  for (const key of state.keys) {
    const record = packed[keyOf(tab, key)];
    if (typeof record === 'string') records.set(key, packer.unpack(record) as PageRecord);
  }
  const page = { ...state, records };
  remember(tab, { page, packer });
  return page;
}

/**
 * Keeps what a tab shows. Writes only the records named in `changed`, and takes out those that left. Where there is no
 * room, what was kept of the tabs that were used longest ago goes: they are asked again when they are looked at.
 * @returns whether it is stored; otherwise it is known until the worker is stopped
 */
export async function keepTabPage(tab: number, page: TabPage, changed: Iterable<string>, now: Date): Promise<boolean> {
  const before = copies.get(tab);
  const packer = before && before.page.sequence < page.sequence ? before.packer : new Packer();
  remember(tab, { page, packer });
  for (const arrived of awaited.get(tab) ?? []) arrived();
  awaited.delete(tab);
  const { records, ...state } = page;
  const written: Record<string, unknown> = {};
  // Another dictionary begins with all records.
  for (const key of before?.packer === packer ? changed : records.keys()) {
    const record = records.get(key);
    if (record) written[keyOf(tab, key)] = packer.pack(record);
  }
  written[keyOf(tab)] = { ...state, dictionary: packer.dictionary, used: now.getTime() } satisfies StoredState;
  const gone = [...(before?.page.records.keys() ?? [])].filter((key) => !records.has(key));
  try {
    if (gone.length > 0) await browser.storage.session.remove(gone.map((key) => keyOf(tab, key)));
    await write(tab, written);
    return true;
  } catch {
    // What was stored before is no longer what the tab shows.
    await browser.storage.session.remove(keysOf(tab, page)).catch(() => undefined);
    return false;
  }
}

/** Writes, and makes room for it as long as there is another tab to make room. */
async function write(tab: number, written: Record<string, unknown>): Promise<void> {
  let others: (readonly [tab: number, state: StoredState])[] | null = null;
  for (;;) {
    try {
      return await browser.storage.session.set(written);
    } catch (error) {
      others ??= await statesBut(tab);
      const oldest = others.shift();
      if (!oldest) throw error;
      const [other, state] = oldest;
      copies.delete(other);
      await browser.storage.session.remove(keysOf(other, state));
    }
  }
}

/** What is stored of the other tabs, the one that was used longest ago first. */
async function statesBut(tab: number): Promise<(readonly [tab: number, state: StoredState])[]> {
  const open = await browser.tabs.query({});
  const others = open.flatMap(({ id }) => (id === undefined || id === tab ? [] : [id]));
  const stored = await browser.storage.session.get(others.map((id) => keyOf(id)));
  return others
    .flatMap((id) => {
      const state = stored[keyOf(id)] as StoredState | undefined;
      return state ? [[id, state] as const] : [];
    })
    .sort(([, a], [, b]) => a.used - b.used);
}

/** Resolves when a check of the tab has come, or after so many milliseconds. */
export function nextPage(tab: number, most: number): Promise<void> {
  return new Promise((resolve) => {
    const arrived = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      const others = (awaited.get(tab) ?? []).filter((one) => one !== arrived);
      if (others.length > 0) awaited.set(tab, others);
      else awaited.delete(tab);
      resolve();
    }, most);
    awaited.set(tab, [...(awaited.get(tab) ?? []), arrived]);
  });
}

/** Whether somebody waits for a check of the tab. */
export function isAwaited(tab: number): boolean {
  return awaited.has(tab);
}

/** Forgets a tab that shows no console page any more. */
export async function forgetTab(tab: number): Promise<void> {
  const page = await tabPage(tab);
  copies.delete(tab);
  if (page) await browser.storage.session.remove(keysOf(tab, page));
}

function remember(tab: number, copy: Copy): void {
  copies.delete(tab);
  copies.set(tab, copy);
  for (const oldest of copies.keys()) {
    if (copies.size <= MOST_COPIES) return;
    copies.delete(oldest);
  }
}

function keysOf(tab: number, { keys }: Pick<PageState, 'keys'>): string[] {
  return [keyOf(tab), ...keys.map((key) => keyOf(tab, key))];
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
