import type { Page } from '@playwright/test';

/** All that the extension keeps, without what differs from run to run by its nature. */
export interface Everything {
  /** Rows by object store. */
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
  readonly decisions: Readonly<Record<string, unknown>>;
}

declare const chrome: { storage: { local: { get(keys: null): Promise<Record<string, unknown>> } } };

/**
 * Reads database and decisions as they lie there. `page` is one of the extension's own.
 * @param leftOut names of members to leave out, wherever they stand
 */
export async function everything(page: Page, leftOut: Iterable<string> = OF_THE_RUN): Promise<Everything> {
  const { rows, decisions } = await page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('preflight');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = [...opened.objectStoreNames];
    const rows: Record<string, unknown[]> = {};
    for (const name of names)
      rows[name] = await new Promise((resolve) => {
        const request = opened.transaction(name).objectStore(name).getAll();
        request.onsuccess = () =>
          resolve(
            request.result.map((row: { settled?: Float64Array }) =>
              row.settled ? { ...row, settled: row.settled.length } : row,
            ),
          );
      });
    opened.close();
    return { rows, decisions: await chrome.storage.local.get(null) };
  });
  const names = new Set(leftOut);
  return { rows: without(rows, names), decisions: without(decisions, names) };
}

/** Moments, days, random names and salted hashes are of their run alone. */
const OF_THE_RUN = new Set([
  'at',
  'changed',
  'since',
  'lastVisit',
  'lastRead',
  'visits',
  'day',
  'seen',
  'id',
  'hash',
  'importSalt',
]);

function without<Value>(value: Value, leftOut: ReadonlySet<string>): Value {
  if (Array.isArray(value)) return value.map((part) => without(part, leftOut)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !leftOut.has(key));
  return Object.fromEntries(
    kept.map(([key, part]) => [key, withoutMoments(key, part) ?? inOrder(key, without(part, leftOut))]),
  ) as Value;
}

/** A listing's findings stand in the order in which they were found, which says nothing: a page and a setting differ. */
function inOrder(key: string, part: unknown): unknown {
  if (key !== 'findings' || !Array.isArray(part)) return part;
  const named = part.map((one: unknown) => [JSON.stringify(one), one] as const);
  return named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** What has a moment in each of its entries: how many problems an index holds, what the topics are that were judged. */
function withoutMoments(key: string, part: unknown): unknown {
  if (key === 'problems' && Array.isArray(part)) return part.length;
  if (key === 'topics' && typeof part === 'object' && part !== null && !Array.isArray(part))
    return Object.keys(part).sort();
  return null;
}
