import type { IDBPIndex, IDBPObjectStore } from 'idb';
import type { CatalogueRow, SummaryRow, Worst } from '../rows/rows.ts';
import { folded, STEP, worstFirst } from './catalogue.ts';
import { database } from './database.ts';
import { rowsAround } from './listing-views.ts';
import type { PreflightSchema } from './schema.ts';

export type CatalogueSort = 'worst' | 'name' | 'price' | 'margin' | 'changed';

/** Filter and order for a shop's listings. */
export interface CatalogueFilter {
  readonly store: string;
  /** Id of a rule, or tag of a topic, that found a problem; null: any finding. */
  readonly found: string | null;
  /** The worst finding; null: any. */
  readonly worst: Worst | null;
  /** Words that must all occur in name, SKU or ASIN; empty: no search. */
  readonly search: string;
  readonly sort: CatalogueSort;
  readonly descending: boolean;
}

export interface CatalogueSlice {
  /** Listings that match the filter. */
  readonly total: number;
  readonly rows: readonly CatalogueRow[];
}

type Catalogue = IDBPObjectStore<PreflightSchema, ['catalogue', 'summaries'], 'catalogue', 'readonly'>;
type IndexName = CatalogueSort | 'found';

/** Rows per read during a full scan: a single database response without a long task. */
const BATCH_SIZE = 4000;

/** A range of an index, read forwards or backwards. */
interface Stretch {
  readonly index: IndexName;
  readonly range: IDBKeyRange;
  readonly backwards: boolean;
  /** Number of listings in it, if the shop's summary knows: counting 100,000 entries takes the database a while. */
  readonly count?: number | undefined;
}

/** The part of a row kept in memory while the seller types a search. */
type Looked = Pick<CatalogueRow, 'listing' | 'search' | 'sortName' | 'sortPrice' | 'sortMargin' | 'changed'>;

/** A result computed from all rows, valid until they change. Only this worker writes the catalogue. */
interface Kept<T> {
  readonly key: string;
  readonly rows: readonly T[];
}

// The last filter's result, where no index covers it, and the rows it was chosen from: the next letter of a search
// needs the same rows again. Lost when the browser ends the idle worker.
let matched: Kept<string> | null = null;
let looked: Kept<Looked> | null = null;
/** Number of listings in ranges that no summary counts: each further slice of a list needs it again. */
const counted = new Map<string, number>();
let changes = 0;

/** Call after every change of the catalogue. */
export function forgetCatalogueResults(): void {
  matched = null;
  looked = null;
  counted.clear();
  changes += 1;
}

/**
 * A slice of the listings that match a filter, starting at a 0-based index. If one index covers both order and filter,
 * only the slice is read. Otherwise all candidates are scanned once and remembered for further slices.
 */
export async function catalogueSlice(filter: CatalogueFilter, from: number, most: number): Promise<CatalogueSlice> {
  const transaction = (await database()).transaction(['catalogue', 'summaries'], 'readonly');
  const catalogue = transaction.objectStore('catalogue');
  const isPlain = filter.search.trim() === '';
  if (isPlain && (filter.sort === 'worst' || (filter.found === null && filter.worst === null))) {
    const summary = await transaction.objectStore('summaries').get(filter.store);
    return sliceOf(catalogue, stretches(filter, summary), from, most);
  }
  const listings = await matching(catalogue, filter);
  const asked = listings.slice(from, from + most);
  const rows = await Promise.all(asked.map((listing) => catalogue.get([filter.store, listing])));
  return { total: listings.length, rows: rows.filter((row) => row !== undefined) };
}

/** One row, by any id of the listing; undefined if it was never checked. */
export async function catalogueRowOf(store: string, id: string): Promise<CatalogueRow | undefined> {
  const transaction = (await database()).transaction(['listings', 'catalogue'], 'readonly');
  const which = await rowsAround(transaction.objectStore('listings'), store, [id]);
  return transaction.objectStore('catalogue').get([store, which.listingOf(id)]);
}

/** Listings with a seller's code, in any shop. */
export async function catalogueRowsWithCode(code: string): Promise<CatalogueRow[]> {
  return (await database()).getAllFromIndex('catalogue', 'code', code);
}

/** IndexedDB sorts an empty array after every number and text. */
const END: never[] = [];

/** The index ranges that hold the listings in order. Listings without a number come last in either direction. */
function stretches(
  { store, found, worst, sort, descending }: CatalogueFilter,
  summary?: SummaryRow,
): readonly Stretch[] {
  if (sort === 'worst') {
    const start = found === null ? [store] : [store, found];
    const index = found === null ? 'worst' : 'found';
    const counts = found === null ? summary?.worst : undefined;
    const one = (level: Worst): Stretch => {
      const place = worstFirst.indexOf(level) * STEP;
      const range = IDBKeyRange.bound([...start, place], [...start, place + STEP], false, true);
      return { index, range, backwards: descending, count: counts?.[level] };
    };
    if (worst !== null) return [one(worst)];
    // Skipping whole ranges is the fastest way to a position far down.
    if (counts) return (descending ? worstFirst.toReversed() : worstFirst).map(one);
    return [{ index, range: IDBKeyRange.bound(start, [...start, END]), backwards: descending }];
  }
  const all = IDBKeyRange.bound([store], [store, END]);
  if (!descending || (sort !== 'price' && sort !== 'margin'))
    return [{ index: sort, range: all, backwards: descending, count: summary?.listings }];
  const none = [store, Number.POSITIVE_INFINITY];
  return [
    { index: sort, range: IDBKeyRange.bound([store], none, false, true), backwards: true },
    { index: sort, range: IDBKeyRange.bound(none, [store, END]), backwards: false },
  ];
}

async function countOf(catalogue: Catalogue, { index, range, count }: Stretch): Promise<number> {
  if (count !== undefined) return count;
  const key = JSON.stringify([index, range.lower, range.upper]);
  const before = changes;
  const known = counted.get(key) ?? (await catalogue.index(index).count(range));
  if (before === changes) counted.set(key, known);
  return known;
}

async function sliceOf(
  catalogue: Catalogue,
  parts: readonly Stretch[],
  from: number,
  most: number,
): Promise<CatalogueSlice> {
  const counts = await Promise.all(parts.map((part) => countOf(catalogue, part)));
  const rows: CatalogueRow[] = [];
  let before = 0;
  for (const [place, part] of parts.entries()) {
    const count = counts[place] ?? 0;
    const first = Math.max(0, from - before);
    const wanted = Math.min(count - first, most - rows.length);
    if (wanted > 0) rows.push(...(await readStretch(catalogue, part, count, first, wanted)));
    before += count;
  }
  return { total: before, rows };
}

/** Reads a descending range from its other end and reverses it: IndexedDB reads many rows at once only forwards. */
async function readStretch(
  catalogue: Catalogue,
  { index: name, range, backwards }: Stretch,
  count: number,
  first: number,
  wanted: number,
): Promise<CatalogueRow[]> {
  const index = catalogue.index(name);
  const skipped = backwards ? count - first - wanted : first;
  const rows = await index.getAll(await rangeFrom(index, range, skipped), wanted);
  return backwards ? rows.reverse() : rows;
}

async function rangeFrom(
  index: IDBPIndex<PreflightSchema, ['catalogue', 'summaries'], 'catalogue', IndexName, 'readonly'>,
  range: IDBKeyRange,
  skipped: number,
): Promise<IDBKeyRange> {
  if (skipped === 0) return range;
  const start = await index.openKeyCursor(range);
  const cursor = start && (await start.advance(skipped));
  return cursor ? IDBKeyRange.bound(cursor.key, range.upper, false, range.upperOpen) : range;
}

/** The matching listings, in order. */
async function matching(catalogue: Catalogue, filter: CatalogueFilter): Promise<readonly string[]> {
  const key = JSON.stringify(filter);
  if (matched?.key === key) return matched.rows;
  const before = changes;
  const words = folded(filter.search).split(/\s+/u).filter(Boolean);
  const all = await scanListings(catalogue, filter);
  const fitting = all.filter(({ search }) => words.every((word) => search.includes(word)));
  if (filter.descending) reverseKnown(fitting, filter.sort);
  const rows = fitting.map(({ listing }) => listing);
  if (before === changes) matched = { key, rows };
  return rows;
}

/** All listings to search, in ascending order: those of the requested rule or worst finding. */
async function scanListings(catalogue: Catalogue, filter: CatalogueFilter): Promise<readonly Looked[]> {
  const key = JSON.stringify({ ...filter, search: '', descending: false });
  if (looked?.key === key) return looked.rows;
  const before = changes;
  const { sort } = filter;
  const isInOrder = sort === 'worst' || (filter.found === null && filter.worst === null);
  const source = stretches({ ...filter, sort: isInOrder ? sort : 'worst', descending: false });
  const rows: Looked[] = [];
  for (const { index, range } of source)
    for await (const { listing, search, sortName, sortPrice, sortMargin, changed } of eachRow(catalogue, index, range))
      rows.push({ listing, search, sortName, sortPrice, sortMargin, changed });
  if (!isInOrder) rows.sort(comparison(sort));
  if (before === changes) looked = { key, rows };
  return rows;
}

async function* eachRow(catalogue: Catalogue, name: IndexName, range: IDBKeyRange): AsyncGenerator<CatalogueRow> {
  const index = catalogue.index(name);
  let rest: IDBKeyRange | null = range;
  while (rest) {
    const rows: CatalogueRow[] = await index.getAll(rest, BATCH_SIZE);
    yield* rows;
    const last = rows.at(-1);
    const [store, tag] = range.lower as string[];
    rest =
      rows.length < BATCH_SIZE || !last
        ? null
        : IDBKeyRange.bound(keyIn(name, last, [store ?? '', tag ?? '']), range.upper, true, range.upperOpen);
  }
}

/** The key of a row in an index. */
function keyIn(name: IndexName, row: CatalogueRow, [store, tag]: [string, string]): (string | number)[] {
  if (name === 'found') return [store, tag, row.worst, row.listing];
  return [store, row[sortKeys[name]], row.listing];
}

const sortKeys = {
  worst: 'worst',
  name: 'sortName',
  price: 'sortPrice',
  margin: 'sortMargin',
  changed: 'changed',
} as const satisfies Record<CatalogueSort, keyof CatalogueRow>;

function comparison(sort: CatalogueSort): (a: Looked, b: Looked) => number {
  if (sort === 'name' || sort === 'worst') return (a, b) => (a.sortName < b.sortName ? -1 : 1);
  const key = sortKeys[sort];
  // Two unknown values are both infinite, and their difference is NaN.
  return (a, b) => (a[key] === b[key] ? 0 : a[key] < b[key] ? -1 : 1);
}

/** Reverses the order but keeps unknown values at the end. */
function reverseKnown(rows: Looked[], sort: CatalogueSort): void {
  const key = sort === 'price' ? 'sortPrice' : sort === 'margin' ? 'sortMargin' : null;
  const unknown = key === null ? -1 : rows.findIndex((row) => row[key] === Number.POSITIVE_INFINITY);
  const known = rows.splice(0, unknown === -1 ? rows.length : unknown);
  rows.unshift(...known.reverse());
}
