import type { PaidDay, PricedUnits } from '../../../rules/measures/paid-prices.ts';
import type { OrderBook } from './order-book.ts';
import type { OpenOrderLine, OrderLinesRow, SaleKind } from './rows.ts';

/** Units sold at a price on a day; negative if revoked. */
export interface Sale {
  readonly sku: string;
  readonly day: string;
  readonly price: string;
  readonly units: number;
  readonly sale: SaleKind;
}

export interface CountedDay {
  readonly settled: Float64Array;
  readonly open: OpenOrderLine[];
  /** Lines of the book to count. */
  readonly counted: readonly number[];
  /** Lines already counted by an earlier import. */
  readonly duplicates: readonly number[];
  /** Sales that an earlier import counted and that no longer hold. */
  readonly takenBack: readonly Sale[];
}

/**
 * Decides which lines of one day count. Each order line counts once, whichever files contain it. A newer file replaces
 * an open line, or revokes it if the order was cancelled.
 */
export function countDay(
  known: Pick<OrderLinesRow, 'settled' | 'open'> | undefined,
  book: OrderBook,
  lines: Uint32Array,
): CountedDay {
  const settled = new Set(known?.settled);
  const open = new Map((known?.open ?? []).map((line) => [line.hash, line]));
  // Open lines of this file, by hash: if a file contains a line twice, the later one counts.
  const fresh = new Map<number, number>();
  const duplicates: number[] = [];
  const counted = new Set<number>();
  const takenBack: Sale[] = [];
  for (const line of lines) {
    const hash = book.hashOf(line);
    const state = book.stateOf(line);
    if (settled.has(hash)) {
      if (state !== 'cancelled') duplicates.push(line);
      continue;
    }
    const earlier = open.get(hash);
    const before = fresh.get(hash);
    if (state === 'open' && earlier && isSameSale(earlier, book, line)) {
      duplicates.push(line);
      continue;
    }
    if (before !== undefined) {
      counted.delete(before);
      duplicates.push(before);
      fresh.delete(hash);
    } else if (earlier) {
      const { sku, price, units, sale } = earlier;
      takenBack.push({ sku, day: book.dayOf(line).day, price, units: -units, sale });
    }
    open.delete(hash);
    if (state === 'open') {
      open.set(hash, openLine(book, line));
      fresh.set(hash, line);
    } else settled.add(hash);
    if (state !== 'cancelled') counted.add(line);
  }
  return {
    settled: Float64Array.from(settled),
    open: [...open.values()],
    counted: [...counted],
    duplicates,
    takenBack,
  };
}

function isSameSale(earlier: OpenOrderLine, book: OrderBook, line: number): boolean {
  return (
    earlier.price === book.priceOf(line) && earlier.units === book.unitsOf(line) && earlier.sale === book.saleOf(line)
  );
}

function openLine(book: OrderBook, line: number): OpenOrderLine {
  return {
    hash: book.hashOf(line),
    sku: book.skuOf(line).sku,
    price: book.priceOf(line),
    units: book.unitsOf(line),
    sale: book.saleOf(line),
  };
}

/** Converts a line of the book into a sale. */
export function saleOf(book: OrderBook, line: number): Sale {
  return {
    sku: book.skuOf(line).sku,
    day: book.dayOf(line).day,
    price: book.priceOf(line),
    units: book.unitsOf(line),
    sale: book.saleOf(line),
  };
}

/** A product's days with further sales added, in order. Days that net to nothing are dropped. */
export function withSales(days: readonly PaidDay[], sales: readonly Sale[]): PaidDay[] {
  const byDay = new Map(days.map((day) => [day.day, day]));
  for (const [day, added] of Map.groupBy(sales, (sale) => sale.day)) {
    const known = byDay.get(day);
    const list = (kind: SaleKind) =>
      withUnits(
        known?.[kind] ?? [],
        added.filter(({ sale }) => sale === kind),
      );
    const business = list('business');
    byDay.set(day, {
      day,
      paid: list('paid'),
      promoted: list('promoted'),
      ...(business.length > 0 ? { business } : {}),
    });
  }
  return [...byDay.values()]
    .filter(({ paid, promoted, business = [] }) => paid.length + promoted.length + business.length > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function withUnits(sold: readonly PricedUnits[], sales: readonly Sale[]): readonly PricedUnits[] {
  if (sales.length === 0) return sold;
  const unitsAt = new Map(sold);
  for (const { price, units } of sales) unitsAt.set(price, (unitsAt.get(price) ?? 0) + units);
  return [...unitsAt].filter(([, units]) => units > 0);
}
