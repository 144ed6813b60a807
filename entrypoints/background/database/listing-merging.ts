import type { ListingRow } from '../rows/rows.ts';
import { isSame } from '../rows/same.ts';
import { WhichListing } from '../rows/which-listing.ts';
import { ListingViews, readViews, withWider, writeViews } from './listing-views.ts';
import type { Upgrading } from './migrations.ts';
import { emptySummary } from './summary.ts';

/** What of a row says which listing it is; facts of 100,000 of them are not held at once. */
type Linked = Pick<ListingRow, 'listing' | 'asin' | 'facts'>;

/**
 * Makes one listing in lists and counts of what stood there by several numbers, where they have every row by itself.
 * What pages said under each number stays as it is, so that nothing is lost whatever turns up later.
 */
export async function mergeListings(transaction: Upgrading): Promise<void> {
  for (const [store, which] of await linksOf(transaction)) {
    const several = new Set([...which.rows()].flatMap(({ listing }) => idsOfSeveral(which, listing)));
    if (several.size > 0) await mergeStore(transaction, store, several);
  }
}

/** Reads which rows belong together, store by store, and lets each row be found by the wider numbers seen with it. */
async function linksOf(transaction: Upgrading): Promise<Map<string, WhichListing<Linked>>> {
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

/** The ids of a listing's rows where it has more than one. */
function idsOfSeveral(which: WhichListing<Linked>, id: string): string[] {
  const listing = which.listingOf(id);
  return listing === id ? [] : [id, listing];
}

async function mergeStore(transaction: Upgrading, store: string, ids: ReadonlySet<string>): Promise<void> {
  const summary = (await transaction.objectStore('summaries').get(store)) ?? emptySummary(store);
  const [listings, findings] = [transaction.objectStore('listings'), transaction.objectStore('findings')];
  const catalogue = transaction.objectStore('catalogue');
  const done = new Set<string>();
  for (const id of ids) {
    if (done.has(id)) continue;
    const views = await readViews(listings, findings, store, [id]);
    for (const { listing } of views.which.rows()) done.add(listing);
    await writeViews(catalogue, summary, apart(views), views.all());
  }
  await transaction.objectStore('summaries').put(summary);
}

/** Each row as the listing that it was taken for. */
function apart(views: ListingViews): ReturnType<ListingViews['all']> {
  const rows = [...views.which.rows()];
  const each = rows.map((row) => {
    const which = new WhichListing();
    which.put(row);
    const judged = views.judged(row.listing);
    return new ListingViews(which, judged ? [judged] : []).all();
  });
  return new Map(each.flatMap((views) => [...views]));
}
