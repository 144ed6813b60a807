import type { IDBPTransaction } from 'idb';
import type { FindingsRow, ListingRow, SummaryRow } from '../rows/rows.ts';
import { isSame } from '../rows/same.ts';
import { WhichListing } from '../rows/which-listing.ts';
import { catalogueRow } from './catalogue.ts';
import { readViews, withWider } from './listing-views.ts';
import type { ShapedName } from './row-shapes.ts';
import type { PreflightSchema } from './schema.ts';
import { count, emptySummary } from './summary.ts';

/**
 * A transaction over everything: of what lists and counts are made, and these. A narrower one would do, but whether a wider
 * one may stand in for it is answered by the compiler according to the order in which it sees the files.
 */
type Building = IDBPTransaction<PreflightSchema, ShapedName[], 'readwrite'>;

/** The identifying part of a row: the facts of 100,000 rows are never held at once. */
type Linked = Pick<ListingRow, 'listing' | 'asin' | 'facts'>;

/**
 * Rebuilds list rows and shop counts from listings and findings. Data stored under several numbers of one listing
 * yields one row.
 */
export async function buildCatalogue(transaction: Building): Promise<void> {
  const links = await linksOf(transaction);
  const summaries = new Map<string, SummaryRow>();
  const several = new Map<string, Set<string>>();
  for await (const { value: judged } of transaction.objectStore('findings')) {
    const { store, listing } = judged;
    const summary = summaries.get(store) ?? emptySummary(store);
    summaries.set(store, summary);
    const which = links.get(store);
    const meant = which?.listingOf(listing) ?? listing;
    const isAlone = !which || (meant === listing && which.aliasesOf(listing).length === 0);
    if (isAlone) {
      await list(transaction, summary, await transaction.objectStore('listings').get([store, listing]), judged);
      continue;
    }
    const known = several.get(store) ?? new Set();
    several.set(store, known.add(meant));
  }
  for (const [store, listings] of several)
    for (const listing of listings) {
      const views = await readViews(transaction.objectStore('listings'), transaction.objectStore('findings'), store, [
        listing,
      ]);
      const view = views.of(listing);
      if (view) await list(transaction, summaries.get(store) ?? emptySummary(store), view.row, view.judged);
    }
  for (const summary of summaries.values()) await transaction.objectStore('summaries').put(summary);
}

async function list(
  transaction: Building,
  summary: SummaryRow,
  row: ListingRow | undefined,
  judged: FindingsRow,
): Promise<void> {
  const { store, listing, findings } = judged;
  summary.listings += 1;
  count(summary, findings, 1);
  const known = row ?? { store, listing, sku: null, asin: null, facts: {} };
  await transaction.objectStore('catalogue').put(catalogueRow(known, judged));
}

/** Reads which rows belong together, shop by shop, and indexes each row under the wider numbers seen with it. */
async function linksOf(transaction: Building): Promise<Map<string, WhichListing<Linked>>> {
  const found = new Map<string, WhichListing<Linked>>();
  for await (const cursor of transaction.objectStore('listings')) {
    const row = withWider(cursor.value);
    if (!isSame(row.wider, cursor.value.wider)) await cursor.update(row);
    const { store, listing, asin, facts } = row;
    const which = found.get(store) ?? new WhichListing<Linked>();
    found.set(store, which);
    const { skcId, spuId, productId } = facts;
    which.put({
      listing,
      asin,
      facts: { ...(skcId ? { skcId } : {}), ...(spuId ? { spuId } : {}), ...(productId ? { productId } : {}) },
    });
  }
  return found;
}
