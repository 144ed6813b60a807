import type { Finding } from '../rows/finding.ts';
import { identityOfRow, isCode, widerThan, widthOf } from '../rows/listing-identity.ts';
import { oneFindingPerCause, rulesOf, separated } from '../rows/one-cause.ts';
import type { CatalogueRow, FindingsRow, ListingRow, SummaryRow } from '../rows/rows.ts';
import { isSame } from '../rows/same.ts';
import { mergedListing, WhichListing } from '../rows/which-listing.ts';
import { catalogueRow } from './catalogue.ts';
import { count } from './summary.ts';

/** The object stores; their transaction may have others. */
interface Listings {
  get(key: [store: string, listing: string]): Promise<ListingRow | undefined>;
  index(name: 'wider'): { getAll(key: [store: string, id: string]): Promise<ListingRow[]> };
}
interface Judgements {
  get(key: [store: string, listing: string]): Promise<FindingsRow | undefined>;
}
interface Catalogue {
  put(row: CatalogueRow): Promise<unknown>;
  delete(key: [store: string, listing: string]): Promise<unknown>;
}

/** A row as written: with the keys by which wider numbers find it. */
export function withWider(row: ListingRow): ListingRow {
  return { ...row, wider: widerThan(row).map((id) => [row.store, id]) };
}

/** All rows that may form one listing with the rows of some ids, under any of its ids. */
export async function rowsAround(
  listings: Listings,
  store: string,
  ids: Iterable<string>,
  which = new WhichListing(),
): Promise<WhichListing> {
  const asked = new Set<string>();
  let next = new Set(ids);
  while (next.size > 0) {
    const found = await Promise.all(
      [...next].map(async (id) => {
        asked.add(id);
        const [row, narrower] = await Promise.all([
          which.row(id) ?? listings.get([store, id]),
          // Nothing is narrower than a SKU, and nothing is looked up by a seller's code.
          widthOf(id) > 0 ? listings.index('wider').getAll([store, id]) : [],
        ]);
        return row ? [row, ...narrower] : narrower;
      }),
    );
    next = new Set();
    for (const row of found.flat()) {
      which.put(row);
      for (const id of [row.listing, ...widerThan(row)]) if (!asked.has(id) && !isCode(id)) next.add(id);
    }
    // A SKU that was found is already known.
    for (const id of next) if (widthOf(id) === 0 && which.row(id)) addWider(which, id, asked, next);
  }
  return which;
}

function addWider(which: WhichListing, id: string, asked: Set<string>, next: Set<string>): void {
  next.delete(id);
  asked.add(id);
  const row = which.row(id);
  for (const wider of row ? widerThan(row) : []) if (!asked.has(wider)) next.add(wider);
}

/** A listing as lists, counts and cards show it: all its rows merged. */
export interface ListingView {
  readonly row: ListingRow;
  readonly judged: FindingsRow;
}

/** Groups checked rows into listings. */
export class ListingViews {
  readonly which: WhichListing;
  readonly #judged = new Map<string, FindingsRow>();

  constructor(which: WhichListing, judged: Iterable<FindingsRow>) {
    this.which = which;
    for (const row of judged) this.#judged.set(row.listing, row);
  }

  judged(id: string): FindingsRow | undefined {
    return this.#judged.get(id);
  }

  putJudged(row: FindingsRow): void {
    this.#judged.set(row.listing, row);
  }

  /** Null if the listing was never checked. */
  of(listing: string): ListingView | null {
    const judged = this.judgedRowsOf(listing);
    const row = mergedListing(this.which, listing);
    if (judged.length === 0) return null;
    const known = row ?? unknownRow(judged[0] as FindingsRow);
    return { row: known, judged: mergedFindings(known, judged) };
  }

  /** Narrowest first. */
  judgedRowsOf(listing: string): FindingsRow[] {
    const ids = [listing, ...this.which.aliasesOf(listing).reverse()];
    return ids.flatMap((id) => this.#judged.get(id) ?? []);
  }

  /** Every checked listing. */
  all(): Map<string, ListingView> {
    const found = new Map<string, ListingView>();
    for (const id of this.#judged.keys()) {
      const listing = this.which.listingOf(id);
      const view = found.has(listing) ? null : this.of(listing);
      if (view) found.set(listing, view);
    }
    return found;
  }
}

/** A substitute for the facts of findings whose facts are gone. */
function unknownRow({ store, listing }: FindingsRow): ListingRow {
  return { store, listing, sku: null, asin: null, facts: {} };
}

function mergedFindings(row: ListingRow, judged: readonly FindingsRow[]): FindingsRow {
  const [first, ...others] = judged as [FindingsRow, ...FindingsRow[]];
  if (others.length === 0 && first.listing === row.listing) return first;
  const newest = judged.reduce((a, b) => (b.changed > a.changed ? b : a));
  const last = lastJudged(judged);
  const findings = oneFindingPerCause(
    judged.flatMap((one) => separated(one.findings).filter(({ topic }) => last.get(topic)?.row === one)),
  );
  const changed = newest.changed;
  return {
    ...first,
    listing: row.listing,
    name: (judged.find(({ name }) => !isNumberOf(row, name)) ?? first).name,
    address: newest.address || first.address,
    changed,
    findings,
    problems: problemsOf(row.store, findings, changed),
    margin: judged.find(({ margin }) => margin)?.margin ?? null,
    topics: Object.fromEntries([...last].map(([topic, { at }]) => [topic, at])),
  };
}

/** Whether a name is just one of the listing's numbers: another of its rows may know a real one. */
function isNumberOf(row: ListingRow, name: string): boolean {
  const { code } = identityOfRow(row);
  return name === code || [row.listing, ...widerThan(row)].some((id) => id.slice(id.indexOf(':') + 1) === name);
}

/** For each topic the row checked last; on a tie, the narrowest. */
function lastJudged(judged: readonly FindingsRow[]): Map<string, { readonly row: FindingsRow; readonly at: number }> {
  const last = new Map<string, { row: FindingsRow; at: number }>();
  for (const row of judged)
    for (const [topic, at] of Object.entries(row.topics)) {
      const known = last.get(topic);
      if (!known || known.at < at) last.set(topic, { row, at });
    }
  return last;
}

/** Index keys that find a row by the rules with a problem. */
export function problemsOf(store: string, findings: readonly Finding[], at: number): FindingsRow['problems'] {
  const rules = new Set(findings.filter(({ level }) => level !== 'unknown').flatMap(rulesOf));
  return [...rules].map((rule) => [store, rule, at]);
}

/** Reads the listings that some ids refer to, with their findings. */
export async function readViews(
  listings: Listings,
  findings: Judgements,
  store: string,
  ids: Iterable<string>,
): Promise<ListingViews> {
  const asked = [...ids];
  const which = await rowsAround(listings, store, asked);
  // Findings may exist without a row of facts.
  const all = new Set([...asked, ...[...which.rows()].map(({ listing }) => listing)]);
  const judged = await Promise.all([...all].map((id) => findings.get([store, id])));
  return new ListingViews(
    which,
    judged.filter((row) => row !== undefined),
  );
}

/**
 * Updates lists and counts from the listings' former state to the current one. An entry that turned out to belong to
 * another listing is removed and no longer counted separately.
 * @returns whether a count changed
 */
export async function writeViews(
  catalogue: Catalogue,
  summary: SummaryRow,
  before: ReadonlyMap<string, ListingView>,
  after: ReadonlyMap<string, ListingView>,
): Promise<boolean> {
  const writes: (() => Promise<unknown>)[] = [];
  let isCounted = false;
  const counted = (view: ListingView, by: 1 | -1) => {
    count(summary, view.judged.findings, by);
    isCounted = true;
  };
  for (const [listing, view] of before) {
    if (after.has(listing)) continue;
    writes.push(() => catalogue.delete([summary.store, listing]));
    summary.listings -= 1;
    counted(view, -1);
  }
  for (const [listing, view] of after) {
    const earlier = before.get(listing);
    if (earlier?.row === view.row && earlier.judged === view.judged) continue;
    const shown = catalogueRow(view.row, view.judged);
    if (!earlier || !isSame(catalogueRow(earlier.row, earlier.judged), shown)) writes.push(() => catalogue.put(shown));
    if (!earlier) summary.listings += 1;
    else if (isSame(earlier.judged.findings, view.judged.findings)) continue;
    if (earlier) counted(earlier, -1);
    counted(view, 1);
  }
  await Promise.all(writes.map(async (write) => write()));
  return isCounted;
}
