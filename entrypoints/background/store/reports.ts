import { database } from './database.ts';
import type { FindingsRow, ListingRow, StoreRow, SummaryRow } from './schema.ts';

/** Every store with its counts, last seen first. */
export async function storesWithCounts(): Promise<{ store: StoreRow; summary: SummaryRow | undefined }[]> {
  const transaction = (await database()).transaction(['stores', 'summaries'], 'readonly');
  const [stores, summaries] = await Promise.all([
    transaction.objectStore('stores').getAll(),
    transaction.objectStore('summaries').getAll(),
  ]);
  const byStore = new Map(summaries.map((summary) => [summary.store, summary]));
  return stores
    .map((store) => ({ store, summary: byStore.get(store.key) }))
    .sort((a, b) => b.store.seen.localeCompare(a.store.seen));
}

/** The listings of a store in which a rule found a problem, newest first, at most `most`. */
export async function listingsWithProblem(store: string, rule: string, most: number): Promise<FindingsRow[]> {
  const index = (await database()).transaction('findings', 'readonly').store.index('problems');
  // An empty array sorts after every number: the end of this rule's entries.
  const range = IDBKeyRange.bound([store, rule], [store, rule, []]);
  const rows: FindingsRow[] = [];
  let cursor = await index.openCursor(range, 'prev');
  while (cursor && rows.length < most) {
    rows.push(cursor.value);
    cursor = await cursor.continue();
  }
  return rows;
}

/** What is stored of one listing's findings. */
export async function storedFindings(store: string, listing: string): Promise<FindingsRow | undefined> {
  return (await database()).get('findings', [store, listing]);
}

export async function storeRow(key: string): Promise<StoreRow | undefined> {
  return (await database()).get('stores', key);
}

export async function listingRow(store: string, listing: string): Promise<ListingRow | undefined> {
  return (await database()).get('listings', [store, listing]);
}

export async function storeSummary(store: string): Promise<SummaryRow | undefined> {
  return (await database()).get('summaries', store);
}
