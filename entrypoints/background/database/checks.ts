import type { IDBPTransaction } from 'idb';
import type { FactName } from '../../../rules/engine/facts.ts';
import type { Topic } from '../../../rules/engine/rule.ts';
import { byLevel, type Finding } from '../rows/finding.ts';
import { headlinePrice } from '../rows/headline-price.ts';
import { type Identity, idsFor, recordOf } from '../rows/listing-identity.ts';
import { oneFindingPerCause, separated } from '../rows/one-cause.ts';
import type {
  FindingsRow,
  ListingRow,
  PaidPricesRow,
  SeenFact,
  SeenFacts,
  StoredMargin,
  StoreRow,
} from '../rows/rows.ts';
import { isSame } from '../rows/same.ts';
import { dayIn } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';
import { forgetCatalogueResults } from './catalogue-query.ts';
import { allOrNothing, database } from './database.ts';
import { putSummary } from './history.ts';
import { type ListingViews, problemsOf, readViews, withWider, writeViews } from './listing-views.ts';
import type { PreflightSchema } from './schema.ts';
import { emptySummary } from './summary.ts';

/** The result of checking one listing. */
export interface ListingCheck {
  readonly identity: Identity;
  readonly name: string;
  readonly currency: string;
  readonly address: string;
  /** Facts stated by the page. */
  readonly said: SeenFacts;
  readonly findings: readonly Finding[];
  /** Earlier findings on these topics are replaced; those on others stay. */
  readonly topics: ReadonlySet<Topic>;
  /** Null if the item's cost is unknown. */
  readonly margin: StoredMargin | null;
}

const scope = [
  'stores',
  'listings',
  'findings',
  'summaries',
  'observations',
  'catalogue',
  'days',
  'paidPrices',
] as const;
type Checking = IDBPTransaction<PreflightSchema, (typeof scope)[number][], 'readwrite'>;

/**
 * Stores the result of a check in one transaction: counts and findings stay consistent even if another tab checks the
 * same shop at the same time. Writes only changes. Rejects if the browser refuses; then nothing is stored.
 * @param now milliseconds since 1970
 */
export async function storeCheck(store: StoreRow, shown: readonly ListingCheck[], now: number): Promise<void> {
  const checks = mergeByListing(shown);
  const transaction = (await database()).transaction([...scope], 'readwrite', { durability: 'relaxed' });
  await allOrNothing(transaction, () => writeCheck(transaction, store, checks, now));
  forgetCatalogueResults();
}

async function writeCheck(
  transaction: Checking,
  store: StoreRow,
  checks: readonly ListingCheck[],
  now: number,
): Promise<void> {
  const stores = transaction.objectStore('stores');
  const listings = transaction.objectStore('listings');
  const findings = transaction.objectStore('findings');
  const observations = transaction.objectStore('observations');
  const priceFact = headlinePrice(store.marketplace);
  const [known, stored, views, ...asins] = await Promise.all([
    stores.get(store.key),
    transaction.objectStore('summaries').get(store.key),
    readViews(
      listings,
      findings,
      store.key,
      checks.flatMap(({ identity }) => [recordOf(identity), ...idsFor(identity)]),
    ),
    ...checks.map(({ identity }) => soldAs(transaction.objectStore('paidPrices'), store.key, identity)),
  ]);
  if (!isSame(known, store)) await stores.put(store);

  const priceDay = dayIn(timeZoneOf(store.marketplace, store.site), new Date(now));
  const summary = stored ?? emptySummary(store.key);
  const before = views.all();
  // Compute everything before writing anything.
  const writes: (() => Promise<unknown>)[] = [];
  for (const [index, check] of checks.entries()) {
    const row = views.which.row(recordOf(check.identity));
    const next = listingRow(store.key, check, row, asins[index] ?? null);
    if (next !== row) {
      views.which.put(next);
      writes.push(() => listings.put(next));
    }
    const price = check.said[priceFact]?.value;
    if (typeof price === 'string' && row?.facts[priceFact]?.value !== price)
      writes.push(() => observations.put({ store: store.key, listing: next.listing, day: priceDay, price }));
  }
  for (const check of checks) {
    const judged = findingsRow(store.key, check, views, now);
    if (!judged) continue;
    views.putJudged(judged);
    writes.push(() => findings.put(judged));
  }
  const isCounted = await writeViews(transaction.objectStore('catalogue'), summary, before, views.all());
  if (isCounted) writes.push(() => putSummary(transaction, summary, now));
  await Promise.all(writes.map(async (write) => write()));
}

/** A listing may have several rows on one page, one for each price order: a finding in any of them counts. */
function mergeByListing(checks: readonly ListingCheck[]): ListingCheck[] {
  const groups = Map.groupBy(checks, ({ identity }) => recordOf(identity));
  return [...groups.values()].map((group) => group.reduce(together));
}

function together(one: ListingCheck, other: ListingCheck): ListingCheck {
  const findings = new Map<string, Finding>();
  for (const finding of separated([...one.findings, ...other.findings])) {
    const key = JSON.stringify([finding.rule, finding.item]);
    const known = findings.get(key);
    if (!known || byLevel(finding, known) < 0) findings.set(key, finding);
  }
  return {
    ...other,
    said: { ...one.said, ...other.said },
    findings: oneFindingPerCause([...findings.values()]),
    topics: new Set([...one.topics, ...other.topics]),
  };
}

/** The ASIN that imported orders state for a SKU whose page shows none. */
async function soldAs(
  paidPrices: { get(key: [store: string, sku: string]): Promise<PaidPricesRow | undefined> },
  store: string,
  identity: Identity,
): Promise<string | null> {
  const record = recordOf(identity);
  if (!record.startsWith('sku:') || identity.asin !== null) return null;
  return (await paidPrices.get([store, record.slice('sku:'.length)]))?.asin ?? null;
}

/** A record's row after a check; the existing row if the check adds nothing. */
function listingRow(
  store: string,
  { identity, said }: ListingCheck,
  row: ListingRow | undefined,
  soldAs: string | null,
): ListingRow {
  const listing = recordOf(identity);
  const isItself = listing === identity.listing;
  const facts = changedFacts(row?.facts ?? {}, said);
  const asin = (isItself || listing.startsWith('asin:') ? identity.asin : null) ?? row?.asin ?? soldAs;
  if (row && !facts && asin === row.asin) return row;
  const sku = isItself ? identity.sku : null;
  return withWider({ store, listing, sku, asin, facts: facts ?? row?.facts ?? {} });
}

/** A record's findings after a check; null if nothing worth writing changed. */
function findingsRow(store: string, check: ListingCheck, views: ListingViews, now: number): FindingsRow | null {
  const listing = recordOf(check.identity);
  const earlier = views.judged(listing);
  const others = separated(earlier?.findings ?? []).filter(({ topic }) => !check.topics.has(topic));
  const next = oneFindingPerCause([...others, ...check.findings]);
  const { name, currency, address, margin } = check;
  if (!earlier && check.topics.size === 0) return null;
  const isUnchanged =
    earlier &&
    isSame(earlier.findings, next) &&
    earlier.name === name &&
    earlier.address === address &&
    isSame(earlier.margin, margin) &&
    isLastWord(earlier, check, views);
  if (isUnchanged) return null;
  const topics = Object.fromEntries([...check.topics].map((topic) => [topic, now]));
  return {
    store,
    listing,
    name,
    currency,
    address,
    changed: now,
    findings: next,
    problems: problemsOf(store, next, now),
    margin,
    topics: { ...earlier?.topics, ...topics },
  };
}

/**
 * Whether no other row of the listing was checked on the same topics later: otherwise the earlier findings apply again.
 */
function isLastWord(earlier: FindingsRow, { topics }: ListingCheck, views: ListingViews): boolean {
  const rows = views.judgedRowsOf(views.which.listingOf(earlier.listing));
  if (rows.length === 1) return true;
  const own = earlier.topics;
  return [...topics].every((topic) =>
    rows.every((row) => row === earlier || (row.topics[topic] ?? -1) < (own[topic] ?? -1)),
  );
}

/** The known facts updated from a page; null if it adds nothing. */
function changedFacts(known: SeenFacts, said: SeenFacts): SeenFacts | null {
  const merged: Record<string, SeenFact> = { ...known };
  let changed = false;
  for (const [name, fact] of Object.entries(said)) {
    if (isSame(known[name as FactName], fact)) continue;
    merged[name] = fact;
    changed = true;
  }
  return changed ? merged : null;
}
