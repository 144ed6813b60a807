import type { IDBPTransaction } from 'idb';
import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import type { Finding } from '../rows/finding.ts';
import { type Identity, identityOfRow } from '../rows/listing-identity.ts';
import { oneFindingPerCause, separated } from '../rows/one-cause.ts';
import type { FindingsRow, ListingRow, SeenFacts, StoredMargin, StoreRow } from '../rows/rows.ts';
import { isSame } from '../rows/same.ts';
import { mergedListing, resolved } from '../rows/which-listing.ts';
import { catalogueRow } from './catalogue.ts';
import { forgetCatalogueResults } from './catalogue-query.ts';
import { allOrNothing, database } from './database.ts';
import { putSummary } from './history.ts';
import { problemsOf, readViews, writeViews } from './listing-views.ts';
import { knownListing, mergeSeen, sourcesOf } from './listings.ts';
import { paidDaysOf } from './paid-prices.ts';
import type { PreflightSchema } from './schema.ts';
import { emptySummary } from './summary.ts';

/** Listings per transaction: a check of an open page never waits for more. */
const BATCH_SIZE = 200;

export async function storeRows(): Promise<StoreRow[]> {
  return (await database()).getAll('stores');
}

/** The result of checking a stored listing again. */
export interface Rejudged {
  readonly findings: readonly Finding[];
  readonly margin: StoredMargin | null;
}

/** Checks a stored listing again, from its seen facts and the prices paid for its product. */
type Judge = (identity: Identity, seen: SeenFacts, paid: readonly PaidDay[]) => Rejudged;

type Begin = (listing: ListingRow) => FindingsRow | null;

/** How the findings of stored listings are replaced. */
export interface Replacing {
  readonly isReplaced: (finding: Finding) => boolean;
  readonly judge: Judge;
  /** Initial row for a listing that was never checked; null skips it. */
  readonly begin: Begin;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Replaces some findings of a shop's stored listings with the current result of `judge`, and updates lists and counts.
 * If interrupted, each listing has either its old or its new findings.
 * @param only the only listing to check, by any of its ids; null: all
 */
export async function replaceFindings(store: string, only: string | null, replacing: Replacing): Promise<void> {
  if (only !== null) {
    const known = (await knownListing(store, only))?.row.listing ?? only;
    await replaceSome(store, IDBKeyRange.only([store, known]), 1, replacing);
    forgetCatalogueResults();
    return;
  }
  let after: string | null = '';
  while (after !== null) after = (await replaceNext(store, after, BATCH_SIZE, replacing)).last;
}

/** Like {@link replaceFindings}, for the next batch after a listing; `last` is null at the end. */
export async function replaceNext(
  store: string,
  after: string,
  most: number,
  replacing: Replacing,
): Promise<{ readonly done: number; readonly last: string | null }> {
  // An empty array sorts after every text: the end of this shop's listings.
  const rows = await replaceSome(store, IDBKeyRange.bound([store, after], [store, []], true), most, replacing);
  forgetCatalogueResults();
  return { done: rows.length, last: rows.length < most ? null : (rows.at(-1)?.listing ?? null) };
}

export async function countListings(store: string): Promise<number> {
  return (await database()).count('listings', IDBKeyRange.bound([store], [store, []]));
}

const scope = ['listings', 'findings', 'summaries', 'catalogue', 'days', 'paidPrices'] as const;
type Replacement = IDBPTransaction<PreflightSchema, (typeof scope)[number][], 'readwrite'>;

/** One transaction's batch. Returns the processed rows. */
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
    // Another listing's wider number is checked with that listing.
    const row = which.listingOf(listing) === listing ? mergedListing(which, listing) : null;
    if (!row) continue;
    const earlier = views.of(listing)?.judged;
    const stored = earlier ?? begin(row);
    if (!stored) continue;
    const identity = resolved(identityOfRow(row), which);
    const sources = await sourcesOf(listings, store, identity, which);
    const earlierOnes = separated(stored.findings);
    const kept = earlierOnes.filter((finding) => !isReplaced(finding));
    const paid = await paidDaysOf(transaction.objectStore('paidPrices'), store, identity);
    const { findings: added, margin } = judge(identity, mergeSeen(identity, sources), paid);
    const isSameMargin = isSame(stored.margin, margin);
    if (earlier && added.length === 0 && kept.length === earlierOnes.length && isSameMargin) {
      // A report may have changed price or title without changing a verdict.
      const shown = catalogueRow(row, earlier);
      if (!isSame(await catalogue.get([store, listing]), shown)) await catalogue.put(shown);
      continue;
    }
    const next = oneFindingPerCause([...kept, ...added]);
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
