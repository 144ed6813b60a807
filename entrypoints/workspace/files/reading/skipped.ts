/**
 * Why a row of a file was left out: `cells` it has more or fewer cells than there are headings · `no-sku` · `no-order` no
 * order number · `no-day` no date that can be told · `no-site` a sales channel that is no store of ours to know · `other-channel`
 * sold outside the marketplace · `cancelled` · `no-units` a quantity that is no whole number above zero · `no-price` · `number`
 * an amount that is not understood · `unread-cell` a cell is not, and the others were taken · `no-cell` nothing in the columns
 * that were explained · `negative` · `free` nothing was paid · `currency` another one than the store's ·
 * `currency-cell` an amount is in another one, and the rest was taken ·
 * `deletion` a row that deletes its listing · `duplicate` counted before, in this file or an earlier one.
 */
export const skipReasons = [
  'cells',
  'no-sku',
  'no-order',
  'no-day',
  'no-site',
  'other-channel',
  'cancelled',
  'no-units',
  'no-price',
  'number',
  'unread-cell',
  'no-cell',
  'negative',
  'free',
  'currency',
  'currency-cell',
  'deletion',
  'duplicate',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Rows that are named to the seller at most, for each reason. */
const MOST_NAMED = 20_000;

/** Counts rows by the reason why they were left out, and remembers which they were. */
export class SkippedRows {
  readonly #rows = new Map<SkipReason, { count: number; readonly rows: number[] }>();

  add(reason: SkipReason, row: number): void {
    const found = this.#rows.get(reason) ?? { count: 0, rows: [] };
    this.#rows.set(reason, found);
    found.count += 1;
    if (found.rows.length < MOST_NAMED) found.rows.push(row);
  }

  counts(): Partial<Record<SkipReason, number>> {
    return Object.fromEntries([...this.#rows].map(([reason, { count }]) => [reason, count]));
  }

  /** 1-based rows of the file by reason, in order. */
  named(): Partial<Record<SkipReason, readonly number[]>> {
    return Object.fromEntries([...this.#rows].map(([reason, { rows }]) => [reason, rows]));
  }
}
