import { currencyOf, type Site } from '../../../rules/sites.ts';
import { isCode } from '../listing-identity.ts';
import { dayIn } from '../site-days.ts';
import { type ReportListing, storeImport } from '../store/imports.ts';
import type { SeenFact, StoreRow } from '../store/schema.ts';
import { timeZoneOf } from '../time-zones.ts';
import { FlatFileReport } from './flat-file-report.ts';
import { ListingReport } from './listing-report.ts';
import { MappedTable, type TableMapping } from './mapped-table.ts';
import { OrderReport } from './order-report.ts';
import {
  type FlatFile,
  headingsOf,
  MOST_ROWS_ABOVE,
  type NothingToKeep,
  type OwnTable,
  type Recognised,
  recognise,
  recogniseNothingToKeep,
  recogniseTemplate,
  unknownTable,
} from './recognise.ts';
import { SkippedRows, type SkipReason } from './skipped.ts';
import { openTable, type Row, type Table } from './table.ts';
import { UnreadableTable } from './unreadable-table.ts';
import type {
  FoundSite,
  FromImportWorker,
  ImportFailure,
  ImportStore,
  StoreChoice,
  ToImportWorker,
} from './worker-messages.ts';

/**
 * Takes in one file: reads it in small parts, adds up in memory, tells the page what it found, and stores all of it at
 * once when the page says for which store. Ended before that, it has stored nothing. It has no API of the browser's
 * extensions, only files and the database.
 */

/** Between two messages on how far it is; milliseconds. */
const PROGRESS_MS = 100;

const scope = self as unknown as {
  postMessage(message: FromImportWorker): void;
  onmessage: ((event: MessageEvent<ToImportWorker>) => void) | null;
};

interface Taken {
  readonly recognised: Recognised | FlatFile | OwnTable;
  readonly file: File;
  readonly orders: OrderReport | null;
  readonly listings: ListingReport | FlatFileReport | null;
  readonly table: { readonly content: MappedTable; readonly mapping: TableMapping } | null;
  readonly skipped: SkippedRows;
  readonly rows: number;
}

let taken: Taken | null = null;
/** Goes on with a table once its columns are explained. */
let explained: ((mapping: TableMapping) => void) | null = null;

scope.onmessage = ({ data }) => {
  if (data.kind === 'map') {
    explained?.(data.mapping);
    return;
  }
  const work = data.kind === 'read' ? read(data.file, data.salt) : store(data);
  work.catch((error) => scope.postMessage({ kind: 'failed', ...failureOf(error) }));
};

/** What the seller can do nothing about but choose another file. */
class UnusableReport extends Error {
  readonly reason: NothingToKeep | 'unknown-report' | 'no-rows' | 'nothing-taken';
  constructor(reason: UnusableReport['reason']) {
    super(reason);
    this.reason = reason;
  }
}

function failureOf(error: unknown): ImportFailure {
  if (error instanceof UnreadableTable) return { reason: error.reason, row: error.row };
  if (error instanceof UnusableReport) return { reason: error.reason, row: null };
  if (error instanceof DOMException)
    return { reason: error.name === 'QuotaExceededError' ? 'quota' : 'storage', row: null };
  return { reason: 'broken', row: null };
}

async function read(file: File, salt: Uint8Array): Promise<void> {
  const table = await openTable(file, new AbortController().signal);
  const found = await readRows(table, file, salt);
  taken = found;
  const { orders, listings, skipped, rows, recognised } = found;
  const sites = orders ? sitesOfOrders(orders) : listings ? sitesOfListings(listings) : sitesOfTable(found.table);
  if (rows === 0) throw new UnusableReport('no-rows');
  if (sites.length === 0) throw new UnusableReport('nothing-taken');
  const days = (orders?.book.days ?? []).map(({ day }) => day).sort();
  const own = [...(listings?.lines.values() ?? [])].flatMap(({ day }) => (day === null ? [] : [day])).sort();
  scope.postMessage({
    kind: 'read',
    report: recognised.kind,
    format: table.format,
    encoding: table.encoding,
    rows,
    sites,
    skipped: { counts: skipped.counts(), rows: skipped.named() },
    from: days[0] ?? own[0] ?? null,
    to: days.at(-1) ?? own.at(-1) ?? null,
  });
}

async function readRows(table: Table, file: File, salt: Uint8Array): Promise<Taken> {
  const progress = paced((rows: number) =>
    scope.postMessage({ kind: 'progress', step: 'read', rows, share: table.progress() }),
  );
  const skipped = new SkippedRows();
  const above: Row[] = [];
  let recognised: Taken['recognised'] | null = null;
  let add: ((row: Row, number: number) => SkipReason | null) | null = null;
  let orders: OrderReport | null = null;
  let listings: Taken['listings'] = null;
  let mapped: Taken['table'] = null;
  let number = 0;
  let rows = 0;
  const take = (row: Row) => {
    number += 1;
    if (row.length === 1 && row[0]?.trim() === '') return;
    rows += 1;
    const isWhole = row.length === recognised?.headings.length || recognised?.kind === 'flat-file';
    const reason = isWhole ? (add?.(row, number) ?? null) : 'cells';
    if (reason !== null) skipped.add(reason, number);
  };
  const begin = async () => {
    const nothing = recogniseNothingToKeep(above);
    if (nothing) throw new UnusableReport(nothing);
    recognised = recognise(above) ?? recogniseTemplate(above) ?? headingsOf(above);
    if (!recognised) throw new UnusableReport('unknown-report');
    if (recognised.kind === 'table') {
      const mapping = await askMapping(recognised, above);
      const content = new MappedTable(mapping);
      mapped = { content, mapping };
      add = (row) => content.add(row);
    } else if (recognised.kind === 'flat-file') {
      const report = new FlatFileReport(recognised.file);
      listings = report;
      add = (row) => report.add(row);
    } else if (recognised.kind === 'orders') {
      const report = new OrderReport(recognised.headings, salt);
      orders = report;
      add = (row, at) => report.add(row, at);
    } else {
      const report = new ListingReport(recognised.report, recognised.headings);
      listings = report;
      add = (row) => report.add(row);
    }
    number = recognised.from;
    for (const row of above.slice(recognised.from)) take(row);
    above.length = 0;
  };
  for await (const batch of table.rows()) {
    let rest: readonly Row[] = batch;
    if (!recognised) {
      above.push(...batch);
      rest = [];
      if (above.length > MOST_ROWS_ABOVE || recognise(above)) await begin();
    }
    for (const row of rest) take(row);
    progress(rows);
  }
  if (!recognised) await begin();
  return {
    recognised: recognised as unknown as Taken['recognised'],
    file,
    orders,
    listings,
    table: mapped,
    skipped,
    rows,
  };
}

function askMapping({ from }: OwnTable, rows: readonly Row[]): Promise<TableMapping> {
  return new Promise((resolve) => {
    explained = resolve;
    scope.postMessage({ kind: 'unknown-table', ...unknownTable(rows, from - 1) });
  });
}

/** Calls at most once in a while. */
function paced<Argument>(call: (argument: Argument) => void): (argument: Argument) => void {
  let last = 0;
  return (argument) => {
    const now = performance.now();
    if (now - last < PROGRESS_MS) return;
    last = now;
    call(argument);
  };
}

function sitesOfOrders({ book }: OrderReport): FoundSite[] {
  const rows = new Map<Site, number>();
  for (const [index, lines] of book.byDay().entries()) {
    const site = book.days[index]?.site as Site;
    rows.set(site, (rows.get(site) ?? 0) + lines.length);
  }
  return [...rows].map(([site, count]) => ({ marketplace: 'amazon', site, rows: count }));
}

function sitesOfListings({ lines }: Pick<ListingReport, 'lines'>): FoundSite[] {
  const rows = Map.groupBy(lines.values(), ({ site }) => site);
  return [...rows].map(([site, found]) => ({ marketplace: 'amazon', site, rows: found.length }));
}

function sitesOfTable(table: Taken['table']): FoundSite[] {
  if (!table || table.content.listings.size === 0) return [];
  const { marketplace, site } = table.mapping;
  return [{ marketplace, site, rows: table.content.listings.size }];
}

async function store({ id, now, stores, choices }: ToImportWorker & { kind: 'store' }): Promise<void> {
  if (!taken) throw new Error('There is nothing to store yet.');
  const { recognised, file, orders, listings, table, skipped, rows } = taken;
  const chosen = new Map(choices.map((choice) => [choice.site, storeOf(choice, stores, now, table?.mapping.currency)]));
  const at = (site: Site | null): StoreRow => {
    const found = chosen.get(site);
    if (!found) throw new Error('A site has no store.');
    return found;
  };
  const progress = paced((share: number) => scope.postMessage({ kind: 'progress', step: 'store', rows, share }));
  const days = (orders?.book.days ?? []).map(({ day }) => day).sort();
  const reported = listings ? reportListings(listings, recognised, file, at, now) : tableListings(taken, at, now);
  const reportedDays = [...reported.values()].flat().flatMap(({ facts }) => Object.values(facts).map(({ day }) => day));
  const {
    taken: counted,
    duplicates,
    isKnown,
  } = await storeImport(
    {
      record: {
        id,
        at: now,
        kind: recognised.kind,
        fileName: file.name,
        stores: [...new Set([...chosen.values()].map(({ key }) => key))],
        rows,
        skipped: skipped.counts(),
        from: days[0] ?? least(reportedDays),
        to: days.at(-1) ?? most(reportedDays),
      },
      stores: [...chosen.values()],
      orders: orders && { book: orders.book, storeOf: (site) => at(site).key },
      listings: reported,
    },
    progress,
  );
  for (const row of duplicates) skipped.add('duplicate', row);
  scope.postMessage({
    kind: 'stored',
    taken: counted,
    codes: [...reported.values()].flat().filter(({ listing }) => isCode(listing)).length,
    isKnown,
    skipped: { counts: skipped.counts(), rows: skipped.named() },
  });
}

const NO_LISTINGS: ReadonlyMap<string, readonly ReportListing[]> = new Map();

function least(days: readonly string[]): string | null {
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
}

function most(days: readonly string[]): string | null {
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** @param read the currency in which a table's prices were read, for a store that is made of it */
function storeOf(
  { store: chosen }: StoreChoice,
  stores: readonly ImportStore[],
  now: number,
  read: string | undefined,
): StoreRow {
  const known = 'key' in chosen ? stores.find(({ key }) => key === chosen.key) : undefined;
  const marketplace = known?.marketplace ?? ('name' in chosen ? chosen.marketplace : 'amazon');
  const site = known?.site ?? ('name' in chosen ? chosen.site : '');
  const sellerName = known?.name ?? ('name' in chosen ? chosen.name : null);
  return {
    key: known?.key ?? `${marketplace}|${site}|${sellerName}`,
    marketplace,
    site,
    sellerName,
    sellerId: null,
    currency: known?.currency ?? currencyOf(marketplace, site) ?? read ?? 'USD',
    seen: dayIn(timeZoneOf(marketplace, site), new Date(now)),
  };
}

function reportListings(
  { lines }: Pick<ListingReport, 'lines'>,
  { kind }: Taken['recognised'],
  file: File,
  at: (site: Site | null) => StoreRow,
  now: number,
): ReadonlyMap<string, readonly ReportListing[]> {
  const byStore = new Map<string, ReportListing[]>();
  for (const { site, sku, asin, day, facts } of lines.values()) {
    const { key, marketplace, site: of } = at(site);
    const made = dayOf(file, { marketplace, site: of }, now);
    const seen: Record<string, SeenFact> = {};
    for (const [name, value] of Object.entries(facts)) seen[name] = { value, page: `report/${kind}`, day: day ?? made };
    const found = byStore.get(key) ?? [];
    byStore.set(key, found);
    found.push({ listing: `sku:${sku}`, sku, asin, facts: seen });
  }
  return byStore;
}

/** What a table of the seller's own says. */
function tableListings(
  { table, file }: Taken,
  at: (site: Site | null) => StoreRow,
  now: number,
): ReadonlyMap<string, readonly ReportListing[]> {
  if (!table) return NO_LISTINGS;
  const store = at(table.mapping.site);
  const day = dayOf(file, store, now);
  const found = [...table.content.listings.values()].map(({ facts, ...identity }) => ({
    ...identity,
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, value]): [string, SeenFact] => [name, { value, page: 'report/table', day }]),
    ),
  }));
  return new Map([[store.key, found]]);
}

/** A file that names no day is as old as it is; a clock that is wrong does not make it newer than today. */
function dayOf(file: File, { marketplace, site }: Pick<StoreRow, 'marketplace' | 'site'>, now: number): string {
  return dayIn(timeZoneOf(marketplace, site), new Date(Math.min(file.lastModified, now)));
}
