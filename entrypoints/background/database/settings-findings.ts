import type { IDBPTransaction } from 'idb';
import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import type { Finding } from '../rows/finding.ts';
import { type Identity, identityOfRow } from '../rows/listing-identity.ts';
import type { FindingsRow, ListingRow, SeenFacts, StoredMargin, StoreRow } from '../rows/rows.ts';
import { isSame } from '../rows/same.ts';
import { asOne, resolved } from '../rows/which-listing.ts';
import { catalogueRow } from './catalogue.ts';
import { catalogueChanged } from './catalogue-query.ts';
import { allOrNothing, database } from './database.ts';
import { putSummary } from './history.ts';
import { problemsOf, readViews, writeViews } from './listing-views.ts';
import { knownListing, mergeSeen, sourcesOf } from './listings.ts';
import { paidDaysOf } from './paid-prices.ts';
import type { PreflightSchema } from './schema.ts';
import { emptySummary } from './summary.ts';

/** Listings of one transaction: a check of an open page never waits for more than these. */
const AT_ONCE = 200;

export async function storeRows(): Promise<StoreRow[]> {
  return (await database()).getAll('stores');
}

/** What is said of a listing that is judged again. */
export interface Rejudged {
  readonly findings: readonly Finding[];
  readonly margin: StoredMargin | null;
}

/** Judges a stored listing again by what was seen of it and what was paid for its product. */
type Judge = (identity: Identity, seen: SeenFacts, paid: readonly PaidDay[]) => Rejudged;

type Begin = (listing: ListingRow) => FindingsRow | null;

/** How the findings of stored listings are replaced. */
export interface Replacing {
  readonly isReplaced: (finding: Finding) => boolean;
  readonly judge: Judge;
  /** What to begin with for a listing that was never judged; null leaves it alone. */
  readonly begin: Begin;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Replaces some findings of a store's stored listings by what `judge` says now, and keeps lists and counts in step.
 * Stopped in the middle, each listing has its old or its new findings.
 * @param only the only listing to judge, by any of its ids; null: all
 */
export async function replaceFindings(store: string, only: string | null, replacing: Replacing): Promise<void> {
  if (only !== null) {
    const known = (await knownListing(store, only))?.row.listing ?? only;
    await replaceSome(store, IDBKeyRange.only([store, known]), 1, replacing);
    catalogueChanged();
    return;
  }
  let after: string | null = '';
  while (after !== null) after = (await replaceNext(store, after, AT_ONCE, replacing)).last;
}

/** The same for the next listings after one; `last` is null when there are no more. */
export async function replaceNext(
  store: string,
  after: string,
  most: number,
  replacing: Replacing,
): Promise<{ readonly done: number; readonly last: string | null }> {
  // An empty array sorts after every text: the end of this store's listings.
  const rows = await replaceSome(store, IDBKeyRange.bound([store, after], [store, []], true), most, replacing);
  catalogueChanged();
  return { done: rows.length, last: rows.length < most ? null : (rows.at(-1)?.listing ?? null) };
}

export async function countListings(store: string): Promise<number> {
  return (await database()).count('listings', IDBKeyRange.bound([store], [store, []]));
}

const scope = ['listings', 'findings', 'summaries', 'catalogue', 'days', 'paidPrices'] as const;
type Replacement = IDBPTransaction<PreflightSchema, (typeof scope)[number][], 'readwrite'>;

/** One transaction's share: the rows that were looked at. */
async function replaceSome(
  store: string,
  range: IDBKeyRange,
  most: number,
  replacing: Replacing,
): Promise<readonly ListingRow[]> {
  const transaction = (await database()).transaction([...scope], 'readwrite');
  return allOrNothing(transaction, () => replaceIn(transaction, store, range, most, replacing));
}

async function replaceIn(
  transaction: Replacement,
  store: string,
  range: IDBKeyRange,
  most: number,
  { isReplaced, judge, begin, now }: Replacing,
): Promise<readonly ListingRow[]> {
  const listings = transaction.objectStore('listings');
  const findings = transaction.objectStore('findings');
  const summaries = transaction.objectStore('summaries');
  const catalogue = transaction.objectStore('catalogue');
  const rows = await listings.getAll(range, most);
  const summary = (await summaries.get(store)) ?? emptySummary(store);
  const views = await readViews(
    listings,
    findings,
    store,
    rows.map(({ listing }) => listing),
  );
  const { which } = views;
  const before = views.all();
  for (const { listing } of rows) {
    // What is another listing's wider number is judged with that one.
    const row = which.listingOf(listing) === listing ? asOne(which, listing) : null;
    if (!row) continue;
    const earlier = views.of(listing)?.judged;
    const stored = earlier ?? begin(row);
    if (!stored) continue;
    const identity = resolved(identityOfRow(row), which);
    const sources = await sourcesOf(listings, store, identity, which);
    const kept = stored.findings.filter((finding) => !isReplaced(finding));
    const paid = await paidDaysOf(transaction.objectStore('paidPrices'), store, identity);
    const { findings: added, margin } = judge(identity, mergeSeen(identity, sources), paid);
    const isSameMargin = isSame(stored.margin, margin);
    if (earlier && added.length === 0 && kept.length === stored.findings.length && isSameMargin) {
      // A report may have brought another price or title and no other verdict.
      const shown = catalogueRow(row, earlier);
      if (!isSame(await catalogue.get([store, listing]), shown)) await catalogue.put(shown);
      continue;
    }
    const next = [...kept, ...added];
    const topics = [...Object.keys(stored.topics), ...next.map(({ topic }) => topic)];
    const judged = {
      ...stored,
      listing,
      findings: next,
      problems: problemsOf(store, next, now),
      changed: now,
      margin,
      topics: Object.fromEntries(topics.map((topic) => [topic, now])),
    };
    views.putJudged(judged);
    await findings.put(judged);
  }
  if (await writeViews(catalogue, summary, before, views.all())) await putSummary(transaction, summary, now);
  return rows;
}
