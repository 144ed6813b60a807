import type { Finding } from '../findings.ts';
import { database } from './database.ts';
import { mergeSeen } from './listings.ts';
import type { ListingRow, SeenFacts, StoreRow } from './schema.ts';
import { count, emptySummary } from './summary.ts';

/** Listings of one transaction: a check of an open page never waits for more than these. */
const AT_ONCE = 200;

export async function storeRows(): Promise<StoreRow[]> {
  return (await database()).getAll('stores');
}

/**
 * Replaces some findings of every stored listing of a store by what `judge` says now, and keeps the counts in step.
 * Listings that were never judged are left alone. Stopped in the middle, each listing has its old or its new findings.
 * @param now milliseconds since 1970
 */
export async function replaceFindings(
  store: string,
  isReplaced: (finding: Finding) => boolean,
  judge: (listing: ListingRow, seen: SeenFacts) => readonly Finding[],
  now: number,
): Promise<void> {
  let after: string | null = '';
  while (after !== null) after = await replaceSome(store, after, isReplaced, judge, now);
}

/** One transaction's share; the last listing it did, or null when there are no more. */
async function replaceSome(
  store: string,
  after: string,
  isReplaced: (finding: Finding) => boolean,
  judge: (listing: ListingRow, seen: SeenFacts) => readonly Finding[],
  now: number,
): Promise<string | null> {
  const transaction = (await database()).transaction(['listings', 'findings', 'summaries'], 'readwrite');
  const { done } = transaction;
  // The rejection is handled below, also when a request fails first and this one is never reached.
  done.catch(() => undefined);
  const listings = transaction.objectStore('listings');
  const findings = transaction.objectStore('findings');
  const summaries = transaction.objectStore('summaries');
  // An empty array sorts after every text: the end of this store's listings.
  const rows = await listings.getAll(IDBKeyRange.bound([store, after], [store, []], true), AT_ONCE);
  const summary = (await summaries.get(store)) ?? emptySummary(store);
  let isCounted = false;
  for (const row of rows) {
    const stored = await findings.get([store, row.listing]);
    if (!stored) continue;
    const sameAsin = row.asin === null ? [] : await listings.index('asin').getAll([store, row.asin]);
    const identity = { listing: row.listing, sku: row.sku, asin: row.asin };
    const kept = stored.findings.filter((finding) => !isReplaced(finding));
    const added = judge(row, mergeSeen(identity, row, sameAsin));
    if (added.length === 0 && kept.length === stored.findings.length) continue;
    const next = [...kept, ...added];
    count(summary, stored.findings, -1);
    count(summary, next, 1);
    isCounted = true;
    const rules = new Set(next.filter(({ level }) => level !== 'unknown').map(({ rule }) => rule));
    const problems = [...rules].map((rule): [string, string, number] => [store, rule, now]);
    await findings.put({ ...stored, findings: next, problems, changed: now });
  }
  if (isCounted) await summaries.put(summary);
  await done;
  return rows.length < AT_ONCE ? null : (rows.at(-1)?.listing ?? null);
}
