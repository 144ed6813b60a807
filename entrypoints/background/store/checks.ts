import type { FactName } from '../../../rules/facts.ts';
import type { Topic } from '../../../rules/rule.ts';
import type { Finding } from '../findings.ts';
import { headlinePrice } from '../headline-price.ts';
import type { Identity } from '../listing-identity.ts';
import { isSame } from '../same.ts';
import { catalogueRow } from './catalogue.ts';
import { catalogueChanged } from './catalogue-query.ts';
import { database } from './database.ts';
import { putSummary } from './history.ts';
import type { FindingsRow, ListingRow, SeenFact, SeenFacts, StoredMargin, StoreRow } from './schema.ts';
import { count, emptySummary } from './summary.ts';

/** What a check of one listing leaves behind. */
export interface ListingCheck {
  readonly identity: Identity;
  readonly name: string;
  readonly currency: string;
  readonly address: string;
  /** What the page said of it. */
  readonly said: SeenFacts;
  readonly findings: readonly Finding[];
  /** Earlier findings on these topics are replaced, those on others stand. */
  readonly topics: ReadonlySet<Topic>;
  /** Null where the item's cost is not known. */
  readonly margin: StoredMargin | null;
}

/**
 * Stores what a check found, in one transaction, so that counts and findings never part, whatever other tab checks the
 * same store at the same time. Writes only what changed. Rejects when the browser refuses; then nothing is stored.
 * @param now milliseconds since 1970
 */
export async function storeCheck(store: StoreRow, checks: readonly ListingCheck[], now: number): Promise<void> {
  const transaction = (await database()).transaction(
    ['stores', 'listings', 'findings', 'summaries', 'observations', 'catalogue', 'days'],
    'readwrite',
    { durability: 'relaxed' },
  );
  const { done } = transaction;
  // The rejection is handled below, also when a request fails first and this one is never reached.
  done.catch(() => undefined);
  const stores = transaction.objectStore('stores');
  const listings = transaction.objectStore('listings');
  const findings = transaction.objectStore('findings');
  const summaries = transaction.objectStore('summaries');
  const observations = transaction.objectStore('observations');
  const catalogue = transaction.objectStore('catalogue');
  const priceFact = headlinePrice(store.marketplace);
  const [known, stored, ...rows] = await Promise.all([
    stores.get(store.key),
    summaries.get(store.key),
    ...checks.map(({ identity: { listing } }) =>
      Promise.all([listings.get([store.key, listing]), findings.get([store.key, listing])]),
    ),
  ]);
  if (!isSame(known, store)) await stores.put(store);

  const summary = stored ?? emptySummary(store.key);
  let counted = false;
  const writes: Promise<unknown>[] = [];
  for (const [index, check] of checks.entries()) {
    const [row, earlier] = rows[index] ?? [];
    const { listing, sku, asin } = check.identity;
    const facts = changedFacts(row?.facts ?? {}, check.said);
    const isChanged = !row || facts !== null;
    const known: ListingRow =
      row && !facts
        ? row
        : { store: store.key, listing, sku, asin: asin ?? row?.asin ?? null, facts: facts ?? row?.facts ?? {} };
    if (isChanged) writes.push(listings.put(known));
    const price = check.said[priceFact]?.value;
    if (facts && typeof price === 'string' && row?.facts[priceFact]?.value !== price)
      writes.push(observations.put({ store: store.key, listing, day: store.seen, price }));
    const next = findingsRow(store.key, check, earlier, now);
    const judged = next ?? earlier;
    if (judged && (next || isChanged)) writes.push(catalogue.put(catalogueRow(known, judged)));
    if (!next) continue;
    if (earlier) count(summary, earlier.findings, -1);
    else summary.listings += 1;
    count(summary, next.findings, 1);
    counted = true;
    writes.push(findings.put(next));
  }
  if (counted) writes.push(putSummary(transaction, summary, now));
  await Promise.all(writes);
  await done;
  catalogueChanged();
}

/** A listing's findings after a check, or null when nothing changed that is worth writing. */
function findingsRow(
  store: string,
  check: ListingCheck,
  earlier: FindingsRow | undefined,
  now: number,
): FindingsRow | null {
  const others = earlier?.findings.filter(({ topic }) => !check.topics.has(topic)) ?? [];
  const next = [...others, ...check.findings];
  const { name, currency, address, margin } = check;
  if (!earlier && check.topics.size === 0) return null;
  const isUnchanged =
    earlier &&
    isSame(earlier.findings, next) &&
    earlier.name === name &&
    earlier.address === address &&
    isSame(earlier.margin ?? null, margin);
  if (isUnchanged) return null;
  const rules = new Set(next.filter(({ level }) => level !== 'unknown').map(({ rule }) => rule));
  return {
    store,
    listing: check.identity.listing,
    name,
    currency,
    address,
    changed: now,
    findings: next,
    problems: [...rules].map((rule) => [store, rule, now]),
    margin,
  };
}

/** The facts with what a page said now, or null when it said nothing new. */
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
