import type { IDBPObjectStore, IDBPTransaction } from 'idb';
import type { Site } from '../../../rules/engine/sites.ts';
import { widerThan } from '../rows/listing-identity.ts';
import type { OrderBook } from '../rows/order-book.ts';
import { countDay, type Sale, saleOf, withSales } from '../rows/order-lines.ts';
import type { ImportRow, ListingRow, SeenFact, SeenFacts, StoreRow } from '../rows/rows.ts';
import { isSame } from '../rows/same.ts';
import { allOrNothing, database } from './database.ts';
import { putSummary } from './history.ts';
import { readViews, withWider, writeViews } from './listing-views.ts';
import type { PreflightSchema } from './schema.ts';
import { emptySummary } from './summary.ts';

/** One listing as stated by a report. */
export interface ReportListing {
  /** As in `Identity`. */
  readonly listing: string;
  readonly sku: string | null;
  readonly asin: string | null;
  readonly facts: SeenFacts;
}

export interface ImportToStore {
  readonly record: Omit<ImportRow, 'taken' | 'judged'>;
  /** Shops it has rows of; unknown ones are created. */
  readonly stores: readonly StoreRow[];
  readonly orders: { readonly book: OrderBook; readonly storeOf: (site: Site) => string } | null;
  /** By store key. */
  readonly listings: ReadonlyMap<string, readonly ReportListing[]>;
}

export interface StoredImport {
  /** Rows that counted. */
  readonly taken: number;
  /** Rows of the file that an earlier import counted. */
  readonly duplicates: readonly number[];
  /** The file was already imported: nothing was written. */
  readonly isKnown: boolean;
}

const stores = [
  'stores',
  'listings',
  'findings',
  'summaries',
  'catalogue',
  'days',
  'paidPrices',
  'orderLines',
  'imports',
] as const;
type Transaction = IDBPTransaction<PreflightSchema, typeof stores, 'readwrite'>;

/** Rows read and written per batch. */
const BATCH_SIZE = 500;

/**
 * Stores an import in one transaction: all of it or nothing, even if the worker is ended halfway. Simultaneous imports
 * run one after the other, and each order line counts once. Rejects if the browser refuses, for example for lack of
 * space; then nothing is stored.
 * @param progress called with the completed share, 0 to 1
 */
export async function storeImport(write: ImportToStore, progress: (done: number) => void): Promise<StoredImport> {
  const transaction = (await database()).transaction(stores, 'readwrite', { durability: 'relaxed' });
  return allOrNothing(transaction, async () => {
    const orders = write.orders ? await storeOrders(transaction, write.orders, progress) : NO_ORDERS;
    if (write.orders) await nameAsins(transaction, write.orders, write.record.at);
    const listings = await storeListings(transaction, write, progress);
    const taken = orders.counted + listings.rows;
    const isKnown = orders.changes + listings.changed === 0;
    if (!isKnown) {
      for (const row of write.stores)
        if (!(await transaction.objectStore('stores').get(row.key))) await transaction.objectStore('stores').put(row);
      await transaction.objectStore('imports').put({ ...write.record, taken, judged: false });
    }
    return { taken, duplicates: orders.duplicates, isKnown };
  });
}

interface StoredOrders {
  readonly counted: number;
  /** Sales added or revoked. */
  readonly changes: number;
  readonly duplicates: readonly number[];
}

const NO_ORDERS: StoredOrders = { counted: 0, changes: 0, duplicates: [] };

async function storeOrders(
  transaction: Transaction,
  { book, storeOf }: NonNullable<ImportToStore['orders']>,
  progress: (done: number) => void,
): Promise<StoredOrders> {
  const counts = new Uint8Array(book.length);
  const duplicates: number[] = [];
  const takenBack = new Map<string, Sale[]>();
  let counted = 0;
  let changes = 0;
  const orderLines = transaction.objectStore('orderLines');
  for (const [index, lines] of book.byDay().entries()) {
    const { site, day } = book.days[index] as { site: Site; day: string };
    const store = storeOf(site);
    const known = await orderLines.get([store, day]);
    const found = countDay(known, book, lines);
    for (const line of found.counted) counts[line] = 1;
    for (const line of found.duplicates) duplicates.push(book.rowOf(line));
    for (const sale of found.takenBack) {
      const key = keyOf(store, sale.sku);
      takenBack.set(key, [...(takenBack.get(key) ?? []), sale]);
    }
    counted += found.counted.length;
    changes += found.counted.length + found.takenBack.length;
    const isChanged = found.settled.length !== (known?.settled.length ?? 0) || !isSame(found.open, known?.open ?? []);
    if (isChanged) await orderLines.put({ store, day, settled: found.settled, open: found.open });
    progress((index + 1) / book.days.length / 2);
  }
  await storeSales(transaction, { book, storeOf }, counts, takenBack, progress);
  return { counted, changes, duplicates };
}

async function storeSales(
  transaction: Transaction,
  { book, storeOf }: NonNullable<ImportToStore['orders']>,
  counts: Uint8Array,
  takenBack: Map<string, Sale[]>,
  progress: (done: number) => void,
): Promise<void> {
  const paidPrices = transaction.objectStore('paidPrices');
  const bySku = book.bySku();
  for (let at = 0; at < bySku.length; at += BATCH_SIZE) {
    const some = bySku.slice(at, at + BATCH_SIZE).map((lines, index) => {
      const booked = book.skus[at + index] as OrderBook['skus'][number];
      return { ...booked, store: storeOf(booked.site), lines: lines.filter((line) => counts[line] === 1) };
    });
    const known = await Promise.all(some.map(({ store, sku }) => paidPrices.get([store, sku])));
    await Promise.all(
      some.map(({ store, sku, asin, currency, lines }, index) => {
        const sales = [...lines].map((line) => saleOf(book, line));
        const all = [...sales, ...(takenBack.get(keyOf(store, sku)) ?? [])];
        if (all.length === 0) return undefined;
        const row = known[index];
        return paidPrices.put({
          store,
          sku,
          asin: asin ?? row?.asin ?? null,
          currency,
          days: withSales(row?.days ?? [], all),
        });
      }),
    );
    progress(0.5 + Math.min(1, (at + BATCH_SIZE) / bySku.length) / 2);
  }
}

/** Order lines show SKU and ASIN together, which gives a listing both numbers. */
async function nameAsins(
  transaction: Transaction,
  { book, storeOf }: NonNullable<ImportToStore['orders']>,
  now: number,
): Promise<void> {
  const listings = transaction.objectStore('listings');
  for (let at = 0; at < book.skus.length; at += BATCH_SIZE) {
    const rows = await Promise.all(
      book.skus.slice(at, at + BATCH_SIZE).map(async ({ site, sku, asin }) => {
        const row = asin === null ? undefined : await listings.get([storeOf(site), `sku:${sku}`]);
        return row && row.asin === null ? withWider({ ...row, asin }) : [];
      }),
    );
    for (const [store, some] of Map.groupBy(rows.flat(), (row) => row.store))
      await putRows(transaction, store, some, some, now);
  }
}

/**
 * Writes listing rows. A row that names a wider number for the first time may merge entries of lists and counts into
 * one listing.
 */
async function putRows(
  transaction: Transaction,
  store: string,
  rows: readonly ListingRow[],
  linked: readonly ListingRow[],
  now: number,
): Promise<void> {
  const listings = transaction.objectStore('listings');
  if (linked.length === 0) return void (await Promise.all(rows.map((row) => listings.put(row))));
  const ids = linked.flatMap((row) => [row.listing, ...widerThan(row)]);
  const views = await readViews(listings, transaction.objectStore('findings'), store, ids);
  const before = views.all();
  for (const row of linked) views.which.put(row);
  await Promise.all(rows.map((row) => listings.put(row)));
  const summary = (await transaction.objectStore('summaries').get(store)) ?? emptySummary(store);
  const isCounted = await writeViews(transaction.objectStore('catalogue'), summary, before, views.all());
  if (isCounted) await putSummary(transaction, summary, now);
}

function keyOf(store: string, sku: string): string {
  return `${store}\n${sku}`;
}

async function storeListings(
  transaction: Transaction,
  { listings: byStore, record }: ImportToStore,
  progress: (done: number) => void,
): Promise<{ readonly rows: number; readonly changed: number }> {
  const listings = transaction.objectStore('listings');
  let rows = 0;
  let changed = 0;
  for (const [store, found] of byStore)
    for (let at = 0; at < found.length; at += BATCH_SIZE) {
      const said = found.slice(at, at + BATCH_SIZE);
      rows += said.length;
      const some = (await Promise.all(said.map((one) => withOffers(listings, store, one)))).flat();
      const known = await Promise.all(some.map(({ listing }) => listings.get([store, listing])));
      const asins = await Promise.all(
        some.map(async ({ sku }) =>
          sku === null ? null : ((await transaction.objectStore('paidPrices').get([store, sku]))?.asin ?? null),
        ),
      );
      const next = some.flatMap(({ listing, sku, asin, facts }, index) => {
        const row = known[index];
        const merged = withReport(row?.facts ?? {}, facts);
        if (row && merged === null && (asin === null || row.asin !== null)) return [];
        const named = asin ?? row?.asin ?? asins[index] ?? null;
        return withWider({ store, listing, sku, asin: named, facts: merged ?? row?.facts ?? {} });
      });
      changed += next.length;
      const wider = new Map(known.flatMap((row) => (row ? [[row.listing, widerThan(row).join()]] : [])));
      const linked = next.filter((row) => widerThan(row).join() !== (wider.get(row.listing) ?? ''));
      await putRows(transaction, store, next, linked, record.at);
      progress(Math.min(1, (at + BATCH_SIZE) / found.length));
    }
  return { rows, changed };
}

/** A table's statement about an ASIN holds for each of its offers, too: cost and fees are looked up by SKU. */
async function withOffers(
  listings: IDBPObjectStore<PreflightSchema, typeof stores, 'listings', 'readwrite'>,
  store: string,
  said: ReportListing,
): Promise<readonly ReportListing[]> {
  if (said.sku !== null || said.asin === null) return [said];
  const offers = (await listings.index('asin').getAll([store, said.asin])).filter(({ sku }) => sku !== null);
  return [said, ...offers.map(({ listing, sku, asin }) => ({ listing, sku, asin, facts: said.facts }))];
}

/** The known facts updated from a report; null if it adds nothing. Facts seen later, or on a page that day, stay. */
function withReport(known: SeenFacts, said: SeenFacts): SeenFacts | null {
  const merged: Record<string, SeenFact> = { ...known };
  let changed = false;
  for (const [name, fact] of Object.entries(said)) {
    const before = merged[name];
    if (before && (before.day > fact.day || (before.day === fact.day && before.page !== fact.page))) continue;
    if (isSame(before, fact)) continue;
    merged[name] = fact;
    changed = true;
  }
  return changed ? merged : null;
}

/** Every import, newest first. */
export async function importRows(): Promise<ImportRow[]> {
  return (await (await database()).getAll('imports')).sort((a, b) => b.at - a.at);
}

/** Records that stored listings were checked against some imports. */
export async function recordJudged(ids: readonly string[]): Promise<void> {
  const transaction = (await database()).transaction('imports', 'readwrite');
  for (const id of ids) {
    const row = await transaction.store.get(id);
    if (row) await transaction.store.put({ ...row, judged: true });
  }
  await transaction.done;
}

/** Periods for which a shop's orders were imported, one per report. */
export async function orderPeriods(store: string): Promise<readonly { readonly from: string; readonly to: string }[]> {
  const rows = await (await database()).getAllFromIndex('imports', 'stores', store);
  return rows.flatMap(({ kind, from, to }) =>
    kind === 'orders' && from !== null && to !== null ? [{ from, to }] : [],
  );
}
