import type { CheckAnswer } from '../background/messages/shown.ts';
import type { Changes } from './clock.ts';
import { ask } from './connection.ts';
import type { OpenPage } from './reading/page.ts';
import type { RecordReading } from './reading/reading.ts';
import { LOOK_AGAIN_MS, Settling } from './settling.ts';

/** Reading pauses for the page after this long. Well under a frame, so that typing and scrolling stay smooth. */
const SLICE_MS = 6;

/** What was read this short a time ago is not read again for nothing but the time that passed. */
const FRESH_MS = 1000;

/** One page, from the moment it was recognised until the route leaves it. */
export interface Scope {
  changed(changes: Changes): void;
  /** The seller types into a node, right now. */
  typed(node: Node): void;
  /** Everything must be read again and judged again, whatever was answered before. */
  recheck(): void;
  /**
   * Everything must be read again; only what changed is sent, or all when a day may have ended since.
   * @param isFresh whether what was read a moment ago will do
   */
  reread(isFresh?: boolean): void;
}

export interface ScopeHandlers {
  onAnswer(answer: CheckAnswer, keys: readonly string[]): void;
  /** Everything was read again, and what was answered holds. */
  onUnchanged(): void;
  /** Something may still be loading: all is to be read again after so many milliseconds. */
  onUnsettled(wait: number): void;
  onUnanswered(): void;
  /** The extension was updated or removed under the open page. */
  onGone(): void;
}

/**
 * Reads a page whenever it changed and asks for a verdict on what is new. One question is under way at a time; an
 * answer that is older than what the seller has typed since is not shown but asked again.
 */
export function openScope(page: OpenPage, signal: AbortSignal, handlers: ScopeHandlers): Scope {
  const readings = new Map<string, RecordReading>();
  const answered = new Map<string, string>();
  const settling = new Settling();
  /** Everything beside the records that was answered last: which records there are, notices, the store. */
  let answeredRest = '';
  /** Records in which something changed while every element stayed; all where elements came or went. */
  let dirty: Set<string> | 'all' = 'all';
  /** When everything was last read, in one go; milliseconds of the page's clock. */
  let readAll = 0;
  /** The half hour in which a verdict was last given. */
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
      // A page can name its elements after the DOM's own properties and so break any reading: said, and tried again.
      dirty = 'all';
      handlers.onUnanswered();
    }
    working = false;
  };

  const read = async (wanted: Set<string> | 'all') => {
    const began = performance.now();
    if (wanted !== 'all') {
      for (const key of wanted) keep(key, page.record(key, true));
      // A row that shows another listing now took the place of the one before.
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

  /** Sends what is new. False when there was no answer and asking again at once would be no use. */
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
    const reply = await ask({
      kind: 'check',
      snapshot: { sequence, page: kind, generation, language, store, keys, records, notices, list, settled, unsettled },
    });
    if (signal.aborted) return false;
    if (reply.state === 'gone') handlers.onGone();
    else if (reply.state === 'unanswered') handlers.onUnanswered();
    if (reply.state !== 'answered' || reply.answer.sequence !== sequence) return false;
    for (const { key } of records) {
      // Typed into since: what was answered is out of date. Ask again even if the old text comes back.
      if (dirty === 'all' || dirty.has(key)) answered.delete(key);
      else answered.set(key, texts.get(key) ?? '');
    }
    for (const key of answered.keys()) if (!readings.has(key)) answered.delete(key);
    answeredRest = rest;
    answeredIn = halfHour();
    const current = reply.answer.findings.filter(({ record }) => dirty === 'all' || !dirty.has(record));
    handlers.onAnswer({ ...reply.answer, findings: current }, keys);
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

/** Number of the half hour now is in. With one of them a day begins, in the time zone of every site. */
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

/** Lets the page run. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
