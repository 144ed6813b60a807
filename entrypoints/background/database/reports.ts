import { rulesOf } from '../rows/one-cause.ts';
import type { FindingsRow, StoreRow, SummaryRow } from '../rows/rows.ts';
import { database } from './database.ts';
import { readViews } from './listing-views.ts';

/** Every shop with its counts, most recently seen first. */
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

/** A shop's listings in which a rule found a problem, newest first, at most `most`. */
export async function listingsWithProblem(store: string, rule: string, most: number): Promise<FindingsRow[]> {
  const transaction = (await database()).transaction(['listings', 'findings'], 'readonly');
  const findings = transaction.objectStore('findings');
  // An empty array sorts after every number: the end of this rule's entries.
  const range = IDBKeyRange.bound([store, rule], [store, rule, []]);
  const found = new Map<string, FindingsRow>();
  let cursor = await findings.index('problems').openCursor(range, 'prev');
  while (cursor && found.size < most) {
    const { listing } = cursor.value;
    const views = await readViews(transaction.objectStore('listings'), findings, store, [listing]);
    const judged = views.of(views.which.listingOf(listing))?.judged;
    // A later check of the same listing, on another page, may have found no problem.
    if (judged?.findings.some((one) => rulesOf(one).includes(rule) && one.level !== 'unknown'))
      found.set(judged.listing, judged);
    cursor = await cursor.continue();
  }
  return [...found.values()];
}

/** One listing's stored findings, by any of its ids. */
export async function storedFindings(store: string, id: string): Promise<FindingsRow | undefined> {
  const transaction = (await database()).transaction(['listings', 'findings'], 'readonly');
  const [listings, findings] = [transaction.objectStore('listings'), transaction.objectStore('findings')];
  const views = await readViews(listings, findings, store, [id]);
  return views.of(views.which.listingOf(id))?.judged;
}

export async function storeRow(key: string): Promise<StoreRow | undefined> {
  return (await database()).get('stores', key);
}

export async function storeSummary(store: string): Promise<SummaryRow | undefined> {
  return (await database()).get('summaries', store);
}
