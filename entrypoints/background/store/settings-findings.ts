import type { PaidDay } from '../../../rules/paid-prices.ts';
import type { Finding } from '../findings.ts';
import { type Identity, identityOfRow } from '../listing-identity.ts';
import { isSame } from '../same.ts';
import { asOne, resolved } from '../which-listing.ts';
import { catalogueRow } from './catalogue.ts';
import { catalogueChanged } from './catalogue-query.ts';
import { database } from './database.ts';
import { putSummary } from './history.ts';
import { problemsOf, readViews, topicsOf, writeViews } from './listing-views.ts';
import { knownListing, mergeSeen, sourcesOf } from './listings.ts';
import { paidDaysOf } from './paid-prices.ts';
import type { FindingsRow, ListingRow, SeenFacts, StoredMargin, StoreRow } from './schema.ts';
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

/**
 * Replaces some findings of a store's stored listings by what `judge` says now, and keeps lists and counts in step.
 * Stopped in the middle, each listing has its old or its new findings.
 * @param only the only listing to judge, by any of its ids; null: all
 * @param begin what to begin with for a listing that was never judged; null leaves it alone
 * @param now milliseconds since 1970
 */
export async function replaceFindings(
  store: string,
  only: string | null,
  isReplaced: (finding: Finding) => boolean,
  judge: Judge,
  begin: Begin,
  now: number,
): Promise<void> {
  // An empty array sorts after every text: the end of this store's listings.
  const range = (after: string) => IDBKeyRange.bound([store, after], [store, []], true);
  const known = only === null ? null : ((await knownListing(store, only))?.row.listing ?? only);
  let rest: IDBKeyRange | null = known === null ? range('') : IDBKeyRange.only([store, known]);
  while (rest !== null) {
    const last: string | null = await replaceSome(store, rest, isReplaced, judge, begin, now);
    rest = last === null ? null : range(last);
  }
  catalogueChanged();
}

/** One transaction's share; the last listing it did, or null when there are no more. */
async function replaceSome(
  store: string,
  range: IDBKeyRange,
  isReplaced: (finding: Finding) => boolean,
  judge: Judge,
  begin: Begin,
  now: number,
): Promise<string | null> {
  const transaction = (await database()).transaction(
    ['listings', 'findings', 'summaries', 'catalogue', 'days', 'paidPrices'],
    'readwrite',
  );
  const { done } = transaction;
  // The rejection is handled below, also when a request fails first and this one is never reached.
  done.catch(() => undefined);
  const listings = transaction.objectStore('listings');
  const findings = transaction.objectStore('findings');
  const summaries = transaction.objectStore('summaries');
  const catalogue = transaction.objectStore('catalogue');
  const rows = await listings.getAll(range, AT_ONCE);
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
    const isSameMargin = isSame(stored.margin ?? null, margin);
    if (earlier && added.length === 0 && kept.length === stored.findings.length && isSameMargin) {
      // A report may have brought another price or title and no other verdict.
      const shown = catalogueRow(row, earlier);
      if (!isSame(await catalogue.get([store, listing]), shown)) await catalogue.put(shown);
      continue;
    }
    const next = [...kept, ...added];
    const topics = [...Object.keys(topicsOf(stored)), ...next.map(({ topic }) => topic)];
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
  await done;
  return rows.length < AT_ONCE ? null : (rows.at(-1)?.listing ?? null);
}
