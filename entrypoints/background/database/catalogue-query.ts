import type { IDBPIndex, IDBPObjectStore } from 'idb';
import type { CatalogueRow, SummaryRow, Worst } from '../rows/rows.ts';
import { folded, STEP, worstFirst } from './catalogue.ts';
import { database } from './database.ts';
import { rowsAround } from './listing-views.ts';
import type { PreflightSchema } from './schema.ts';

export type CatalogueSort = 'worst' | 'name' | 'price' | 'margin' | 'changed';

/** Which listings of a store are asked for, and in which order. */
export interface CatalogueFilter {
  readonly store: string;
  /** A rule's id or a topic's tag that found a problem; null: whatever was found. */
  readonly found: string | null;
  /** The worst finding; null: any. */
  readonly worst: Worst | null;
  /** Words that all occur in name, SKU or ASIN; empty: none. */
  readonly search: string;
  readonly sort: CatalogueSort;
  readonly descending: boolean;
}

export interface CatalogueSlice {
  /** Listings that fit the filter. */
  readonly total: number;
  readonly rows: readonly CatalogueRow[];
}

type Catalogue = IDBPObjectStore<PreflightSchema, ['catalogue', 'summaries'], 'catalogue', 'readonly'>;
type IndexName = CatalogueSort | 'found';

/** Rows read at once while all are looked through: one answer of the database, without a long task. */
const AT_ONCE = 4000;

/** Part of an index, read forwards or backwards. */
interface Stretch {
  readonly index: IndexName;
  readonly range: IDBKeyRange;
  readonly backwards: boolean;
  /** How many listings are in it, where the store's summary says so: to count 100,000 entries takes the database a while. */
  readonly count?: number | undefined;
}

/** What of a row is kept while a seller types what to search for. */
type Looked = Pick<CatalogueRow, 'listing' | 'search' | 'sortName' | 'sortPrice' | 'sortMargin' | 'changed'>;

/** What was found out from all rows, until they change. The catalogue is written by the same worker alone. */
interface Kept<T> {
  readonly key: string;
  readonly rows: readonly T[];
}

// Listings of the last filter that no index answers, and what they were chosen from: the next letter of a search asks
// for the same rows once more. The browser ends an idle worker, and this with it.
let matched: Kept<string> | null = null;
let looked: Kept<Looked> | null = null;
/** How many listings are in a stretch that no summary tells of: every next place of a list asks for it again. */
const counted = new Map<string, number>();
let changes = 0;

/** To be called after every change of the catalogue. */
export function catalogueChanged(): void {
  matched = null;
  looked = null;
  counted.clear();
  changes += 1;
}

/**
 * Some of the listings that fit a filter, from a 0-based place on. Where one index has the order and the filter, only
 * what is asked for is read; otherwise all that may fit is looked through once, and remembered for the next places.
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

/** One row, by any id of the listing; undefined for one that was never judged. */
export async function catalogueRowOf(store: string, id: string): Promise<CatalogueRow | undefined> {
  const transaction = (await database()).transaction(['listings', 'catalogue'], 'readonly');
  const which = await rowsAround(transaction.objectStore('listings'), store, [id]);
  return transaction.objectStore('catalogue').get([store, which.listingOf(id)]);
}

/** Listings with a seller's code, in whatever store. */
export async function catalogueRowsWithCode(code: string): Promise<CatalogueRow[]> {
  return (await database()).getAllFromIndex('catalogue', 'code', code);
}

/** An empty array sorts after every number and text. */
const END: never[] = [];

/** The stretches of an index that hold the listings in order. What has no number comes last in either direction. */
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
    // A place far down is reached soonest where whole stretches can be passed by.
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

/** Backwards it is read from the other end and turned round: the database reads many rows at once only forwards. */
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

/** The listings that fit, in order. */
async function matching(catalogue: Catalogue, filter: CatalogueFilter): Promise<readonly string[]> {
  const key = JSON.stringify(filter);
  if (matched?.key === key) return matched.rows;
  const before = changes;
  const words = folded(filter.search).split(/\s+/u).filter(Boolean);
  const all = await lookThrough(catalogue, filter);
  const fitting = all.filter(({ search }) => words.every((word) => search.includes(word)));
  if (filter.descending) turnRound(fitting, filter.sort);
  const rows = fitting.map(({ listing }) => listing);
  if (before === changes) matched = { key, rows };
  return rows;
}

/** All listings among which is searched, in ascending order: those of the rule or of the worst finding asked for. */
async function lookThrough(catalogue: Catalogue, filter: CatalogueFilter): Promise<readonly Looked[]> {
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
    const rows: CatalogueRow[] = await index.getAll(rest, AT_ONCE);
    yield* rows;
    const last = rows.at(-1);
    const [store, tag] = range.lower as string[];
    rest =
      rows.length < AT_ONCE || !last
        ? null
        : IDBKeyRange.bound(keyIn(name, last, [store ?? '', tag ?? '']), range.upper, true, range.upperOpen);
  }
}

/** A row's key in an index. */
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
  // Two that are not known are both infinite, and their difference is no number.
  return (a, b) => (a[key] === b[key] ? 0 : a[key] < b[key] ? -1 : 1);
}

/** The other direction, with what is not known still at the end. */
function turnRound(rows: Looked[], sort: CatalogueSort): void {
  const key = sort === 'price' ? 'sortPrice' : sort === 'margin' ? 'sortMargin' : null;
  const unknown = key === null ? -1 : rows.findIndex((row) => row[key] === Number.POSITIVE_INFINITY);
  const known = rows.splice(0, unknown === -1 ? rows.length : unknown);
  rows.unshift(...known.reverse());
}
