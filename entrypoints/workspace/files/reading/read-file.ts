import { marketplaces, type Site } from '../../../../rules/engine/sites.ts';
import { understoodColumns } from '../../../background/understanding/mappable.ts';
import { describedRows } from './described-rows.ts';
import { FlatFileReport } from './flat-file-report.ts';
import { MOST_ROWS_ABOVE } from './heading-row.ts';
import { ListingReport } from './listing-report.ts';
import { MappedTable, type TableMapping } from './mapped-table.ts';
import { type NamedFile, namedFile } from './named-files.ts';
import { OrderReport } from './order-report.ts';
import {
  type FlatFile,
  headingsOf,
  type OwnTable,
  type Recognised,
  recognise,
  recogniseTemplate,
  type UnknownTable,
  unknownTable,
} from './recognise.ts';
import type { Row, Table } from './rows-of-text.ts';
import { SkippedRows, type SkipReason } from './skipped.ts';
import type { FoundSite } from './worker-messages.ts';

/** What one file said, added up. */
export interface Taken {
  readonly recognised: Recognised | FlatFile | OwnTable;
  readonly orders: OrderReport | null;
  readonly listings: ListingReport | FlatFileReport | null;
  readonly table: { readonly content: MappedTable; readonly mapping: TableMapping } | null;
  readonly skipped: SkippedRows;
  readonly rows: number;
}

/** What the seller can do nothing about but choose another file. */
export class UnusableReport extends Error {
  readonly reason: 'nothing-to-keep' | 'unknown-report' | 'no-rows' | 'nothing-taken';
  /** Which known file has nothing to keep; null for another reason. */
  readonly named: NamedFile | null;
  constructor(reason: UnusableReport['reason'], named: NamedFile | null = null) {
    super(reason);
    this.reason = reason;
    this.named = named;
  }
}

/** What the reading of a file needs from outside. */
export interface Reading {
  /** Salt of the order numbers' hashes. */
  readonly salt: Uint8Array;
  /** Asks what the columns of a table hold. */
  askMapping(table: UnknownTable): Promise<TableMapping>;
  progress(rows: number): void;
}

/**
 * Reads a file to its end and adds up what it says.
 * @throws UnusableReport when it is none that says something, UnreadableTable when it cannot be read
 */
export async function readRows(table: Table, { salt, askMapping, progress }: Reading): Promise<Taken> {
  const skipped = new SkippedRows();
  const above: Row[] = [];
  let recognised: Taken['recognised'] | null = null;
  let add: ((row: Row, number: number) => SkipReason | null) | null = null;
  let end: () => void = () => undefined;
  let orders: OrderReport | null = null;
  let listings: Taken['listings'] = null;
  let mapped: Taken['table'] = null;
  let number = 0;
  let rows = 0;
  const take = (row: Row) => {
    number += 1;
    if (row.every((cell) => cell.trim() === '')) return;
    rows += 1;
    const reason = isWhole(row) ? (add?.(row, number) ?? null) : 'cells';
    if (reason !== null) skipped.add(reason, number);
  };
  const isWhole = (row: Row): boolean => {
    if (!recognised || recognised.kind === 'flat-file') return true;
    const width = recognised.headings.length;
    if (row.length > width) return row.slice(width).every((cell) => cell.trim() === '');
    // Empty cells at a row's end are not written in a workbook, and many tools leave them out of text.
    if (row.length === width || table.format === 'xlsx' || table.format === 'html' || recognised.kind === 'table')
      return true;
    return (orders ?? (listings as ListingReport)).isWholeSoFar(row);
  };
  const begin = async () => {
    const named = namedFile(above, 'import');
    if (named) throw new UnusableReport('nothing-to-keep', named);
    recognised = recognise(above) ?? recogniseTemplate(above) ?? headingsOf(above);
    if (!recognised) throw new UnusableReport('unknown-report');
    if (recognised.kind === 'table') {
      const described = describedIn(recognised, above);
      above.splice(recognised.from, described);
      number = described;
      const mapping = await askMapping(unknownTable(above, recognised.from - 1));
      const content = new MappedTable(mapping, recognised.headings);
      mapped = { content, mapping };
      add = (row) => content.add(row);
    } else if (recognised.kind === 'flat-file') {
      const report = new FlatFileReport(recognised.file);
      listings = report;
      add = (row, at) => report.add(row, at);
    } else if (recognised.kind === 'orders') {
      const report = new OrderReport(recognised.headings, salt, (reason, at) => skipped.add(reason, at));
      orders = report;
      end = () => report.end();
      add = (row, at) => report.add(row, at);
    } else {
      const report = new ListingReport(recognised);
      listings = report;
      add = (row, at) => report.add(row, at);
    }
    number += recognised.from;
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
  end();
  return {
    recognised: recognised as unknown as Taken['recognised'],
    orders,
    listings,
    table: mapped,
    skipped,
    rows,
  };
}

/** Rows below the headings that explain them, whichever marketplace they are of. */
function describedIn({ headings, from }: OwnTable, rows: readonly Row[]): number {
  const below = rows.slice(from);
  return Math.max(...marketplaces.map((one) => describedRows(below, understoodColumns(headings, one))));
}

/** The sites a file is about, with how many of its rows are each one's. */
export function sitesOf({ orders, listings, table }: Taken): FoundSite[] {
  if (orders) return sitesOfOrders(orders);
  return listings ? sitesOfListings(listings) : sitesOfTable(table);
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
