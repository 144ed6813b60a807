import type { CheckAnswer } from '../background/messages/shown.ts';
import type { Changes } from './clock.ts';
import { ask, isGone } from './connection.ts';
import type { OpenPage } from './reading/page.ts';
import type { RecordReading } from './reading/reading.ts';
import { LOOK_AGAIN_MS, Settling } from './settling.ts';

/** Reading yields to the page after this long: well under a frame, so that typing and scrolling stay smooth. */
const SLICE_MS = 6;

/** Readings younger than this are not repeated merely because time has passed. */
const FRESH_MS = 1000;

/** One page, from its recognition until the route leaves it. */
export interface Scope {
  changed(changes: Changes): void;
  /** The seller is typing into a node. */
  typed(node: Node): void;
  /** Read and check everything again, whatever was answered before. */
  recheck(): void;
  /**
   * Read everything again; send only what changed, or everything if a day may have ended since.
   * @param isFresh whether readings from a moment ago suffice
   */
  reread(isFresh?: boolean): void;
}

export interface ScopeHandlers {
  onAnswer(answer: CheckAnswer, keys: readonly string[]): void;
  /** Everything was read again, and the answers still hold. */
  onUnchanged(): void;
  /** Something may still be loading: read everything again after `wait` milliseconds. */
  onUnsettled(wait: number): void;
  onUnanswered(): void;
  /** The extension was updated or removed while the page was open. */
  onGone(): void;
}

/**
 * Reads a page whenever it changes and requests verdicts on what is new. One request is pending at a time; an answer
 * older than the seller's latest typing is discarded and requested again.
 */
export function openScope(page: OpenPage, signal: AbortSignal, handlers: ScopeHandlers): Scope {
  const readings = new Map<string, RecordReading>();
  const answered = new Map<string, string>();
  const settling = new Settling();
  /** Everything besides the records in the last answered snapshot: the set of records, notices, the shop. */
  let answeredRest = '';
  /** Records changed without elements being added or removed; otherwise all. */
  let dirty: Set<string> | 'all' = 'all';
  /** When everything was last read in one pass; milliseconds of the page's clock. */
  let readAll = 0;
  /** The half hour of the last verdict. */
  let answeredIn = 0;
  let sequence = 0;
  let working = false;

  const work = async () => {
    if (working) return;
    working = true;
    try {
      while (isDirty(dirty) && !signal.aborted) {
        const wanted = dirty;
        dirty = new Set();
        await read(wanted);
        if (signal.aborted || !(await send())) break;
      }
    } catch {
      // A page can name elements after DOM properties and so break any reading: log it and try again.
      dirty = 'all';
      handlers.onUnanswered();
    }
    working = false;
  };

  const read = async (wanted: Set<string> | 'all') => {
    const began = performance.now();
    if (wanted !== 'all') {
      for (const key of wanted) keep(key, page.record(key, true));
      // A row now showing another listing replaced the previous one.
      for (const key of readings.keys()) if (!page.stands(key)) readings.delete(key);
      if (wanted.size >= readings.size) readAll = began;
      return;
    }
    const seen = new Set<string>();
    let sliceEnd = began + SLICE_MS;
    for (const record of page.records()) {
      if (record) {
        seen.add(record.key);
        readings.set(record.key, record);
      }
      if (performance.now() < sliceEnd) continue;
      await pause();
      if (signal.aborted) return;
      sliceEnd = performance.now() + SLICE_MS;
    }
    for (const key of readings.keys()) if (!seen.has(key)) readings.delete(key);
    readAll = began;
  };

  const keep = (key: string, record: RecordReading | null) => {
    if (record) readings.set(key, record);
    else readings.delete(key);
  };

  /** Sends what is new. False if there was no answer and retrying immediately would be useless. */
  const send = async (): Promise<boolean> => {
    const keys = [...readings.keys()];
    const texts = new Map<string, string>();
    const records = [...readings.values()].filter((record) => {
      const text = JSON.stringify(record.fields);
      texts.set(record.key, text);
      return answered.get(record.key) !== text;
    });
    const notices = page.notices();
    const store = page.store();
    const list = page.list();
    const around = JSON.stringify([notices, store, list]);
    const now = performance.now();
    settling.read(texts, around, now);
    const { settled, unsettled } = settling.settled(now, document);
    if (!settled) handlers.onUnsettled(LOOK_AGAIN_MS);
    const rest = JSON.stringify([keys, around, settled, unsettled]);
    if (records.length === 0 && rest === answeredRest) {
      handlers.onUnchanged();
      return true;
    }
    sequence += 1;
    const { page: kind, generation, language } = page;
    const answer = await ask({
      kind: 'check',
      snapshot: { sequence, page: kind, generation, language, store, keys, records, notices, list, settled, unsettled },
    });
    if (signal.aborted) return false;
    if (!answer) {
      if (isGone()) handlers.onGone();
      else handlers.onUnanswered();
    }
    if (answer?.sequence !== sequence) return false;
    for (const { key } of records) {
      // Typed into since: the answer is outdated. Ask again even if the old text returns.
      if (dirty === 'all' || dirty.has(key)) answered.delete(key);
      else answered.set(key, texts.get(key) ?? '');
    }
    for (const key of answered.keys()) if (!readings.has(key)) answered.delete(key);
    answeredRest = rest;
    answeredIn = halfHour();
    const current = answer.findings.filter(({ record }) => dirty === 'all' || !dirty.has(record));
    handlers.onAnswer({ ...answer, findings: current }, keys);
    return true;
  };

  const recheck = () => {
    answered.clear();
    answeredRest = '';
    dirty = 'all';
    void work();
  };

  return {
    changed({ nodes, structural }) {
      if (nodes === null || structural) dirty = 'all';
      else for (const node of nodes) dirty = withRecord(dirty, page.keyOf(node));
      void work();
    },
    typed(node) {
      settling.typed(page.keyOf(node));
    },
    recheck,
    reread(isFresh = true) {
      if (answeredIn !== halfHour()) return recheck();
      if (isFresh && performance.now() - readAll < FRESH_MS) return;
      dirty = 'all';
      void work();
    },
  };
}

/** Number of the current half hour. In every site's time zone, days begin with one of them. */
function halfHour(): number {
  return Math.floor(Date.now() / 1_800_000);
}

function isDirty(dirty: Set<string> | 'all'): boolean {
  return dirty === 'all' || dirty.size > 0;
}

function withRecord(dirty: Set<string> | 'all', key: string | null): Set<string> | 'all' {
  if (dirty === 'all' || key === null) return 'all';
  return dirty.add(key);
}

/** Yields to the page. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
