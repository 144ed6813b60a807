import { browser } from 'wxt/browser';
import type { FactName } from '../../../rules/engine/facts.ts';
import type { FieldReadings, ListState, Notice } from '../../console.content/reading/reading.ts';
import type { Counts } from '../messages/words.ts';
import type { Lost } from '../rows/field-health.ts';
import type { Store } from '../shops/stores.ts';
import type { PageFinding } from './findings.ts';
import { type Dictionary, Packer } from './packing.ts';
import type { PageMargin } from './page-margins.ts';

/** A record of a tab's page: readings and findings. */
export interface PageRecord {
  readonly fields: FieldReadings;
  readonly findings: readonly PageFinding[];
  /** Margin; omitted if unknown. */
  readonly margin?: PageMargin;
}

/** State of a tab's page, without its records. */
export interface PageState {
  readonly page: string | null;
  /** The recognised layout. */
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
  /** The whole page has settled. */
  readonly settled: boolean;
  /** Keys of the records that may still be loading: nothing of them is stored. */
  readonly unsettled: readonly string[];
  /** Text keys of the remarks about the whole page. */
  readonly remarks: readonly string[];
  /** State of its list; omitted on a page without one. */
  readonly list?: ListState | undefined;
  /** Fields that are unreadable in every one of several rows. */
  readonly unreadRows?: readonly FactName[];
  /** Those of them that checks wait for: reported once for the page. */
  readonly untold?: readonly FactName[];
  /** Fields read on this page kind before and now missing; omitted if none. */
  readonly lost?: Lost;
  /** The page's reading health when last recorded. */
  readonly noted?: string;
}

export interface TabPage extends PageState {
  readonly records: ReadonlyMap<string, PageRecord>;
}

/** Stored state of a tab, without its records, which are packed. */
interface StoredState extends PageState {
  readonly dictionary: Dictionary;
  /** When it was last written, in milliseconds since 1970: the oldest are evicted when space runs out. */
  readonly used: number;
}

interface Copy {
  readonly page: TabPage;
  readonly packer: Packer;
}

/** A seller looks at one tab, and types in a few. */
const MOST_COPIES = 4;

// Tab state lives in the browser's session storage, so a stopped worker loses nothing. These are only copies, most
// recently used last.
const copies = new Map<number, Copy>();
const queues = new Map<number, Promise<unknown>>();
const awaited = new Map<number, (() => void)[]>();

/** Runs a tab's tasks one after another: an older request never overwrites a newer one. */
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

/** The stored page of a tab; null if it is not a console page or was evicted. */
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
 * Stores a tab's page. Writes only the records in `changed` and deletes those that left. If space runs out, the least
 * recently used tabs are evicted; they are asked again when viewed.
 * @returns whether it was stored; if not, it is known until the worker stops
 */
export async function keepTabPage(tab: number, page: TabPage, changed: Iterable<string>, now: Date): Promise<boolean> {
  const before = copies.get(tab);
  const packer = before && before.page.sequence < page.sequence ? before.packer : new Packer();
  remember(tab, { page, packer });
  for (const arrived of awaited.get(tab) ?? []) arrived();
  awaited.delete(tab);
  const { records, ...state } = page;
  const written: Record<string, unknown> = {};
  // A new dictionary needs all records.
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
    // The stored state is outdated.
    await browser.storage.session.remove(keysOf(tab, page)).catch(() => undefined);
    return false;
  }
}

/** Writes, evicting other tabs for as long as space runs out. */
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

/** Stored states of the other tabs, least recently used first. */
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

/** Resolves when a check of the tab has arrived, or after `most` milliseconds. */
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

/** Whether a caller waits for a check of the tab. */
export function isAwaited(tab: number): boolean {
  return awaited.has(tab);
}

/** Forgets a tab that no longer shows a console page. */
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
