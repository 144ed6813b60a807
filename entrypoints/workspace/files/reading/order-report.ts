import { currencyOf, type Site } from '../../../../rules/engine/sites.ts';
import { Big } from '../../../../rules/measures/decimals.ts';
import { type LineState, OrderBook } from '../../../background/rows/order-book.ts';
import type { SaleKind } from '../../../background/rows/rows.ts';
import { parseDecimal } from '../../../background/understanding/numbers.ts';
import { dayIn } from '../../../background/understanding/site-days.ts';
import { timeZoneOf } from '../../../background/understanding/time-zones.ts';
import { orderHasher } from './order-hash.ts';
import type { Row } from './rows-of-text.ts';
import { siteOfChannel } from './sales-channel.ts';
import { siteDayLocale, siteLocale } from './site-locale.ts';
import type { SkipReason } from './skipped.ts';
import { localMoment } from './spreadsheet-days.ts';

/** Columns of All Orders that are read. Names and addresses of buyers are never looked at. */
const columns = [
  'amazon-order-id',
  'purchase-date',
  'order-status',
  'sales-channel',
  'sku',
  'asin',
  'quantity',
  'currency',
  'item-price',
  'item-promotion-discount',
  'is-business-order',
  'price-designation',
] as const;
type Column = (typeof columns)[number];

/** Columns without which the report says nothing of prices. */
export const neededOrderColumns: readonly Column[] = [
  'amazon-order-id',
  'purchase-date',
  'order-status',
  'sales-channel',
  'sku',
  'quantity',
  'item-price',
];

/** Enough that rounding decides nothing: a third of a cent has no end. */
const UNIT_PRICE_DIGITS = 8;
/** Different prices remembered at once; few products have more. */
const MOST_REMEMBERED = 50_000;
/** Every time zone's days begin on a quarter of an hour. */
const QUARTER_MS = 15 * 60_000;

type UnitPrice = { readonly price: string; readonly promoted: boolean } | SkipReason;

/** Reads All Orders row by row into a book. */
export class OrderReport {
  readonly book = new OrderBook();
  readonly #at: { readonly [Name in Column]?: number };
  readonly #hash: (order: string, sku: string) => number;
  readonly #prices = new Map<string, UnitPrice>();
  readonly #days = new Map<Site, Map<number, string>>();
  readonly #skip: (reason: SkipReason, row: number) => void;
  /** Rows whose date can be read in two orders, until another row shows the file's. */
  #held: { readonly row: Row; readonly number: number }[] | null = [];
  #isOtherOrder = false;

  /**
   * @param salt of the profile, for the hashes of order lines
   * @param skip told of rows that were held back and then left out
   */
  constructor(headings: Row, salt: Uint8Array, skip: (reason: SkipReason, row: number) => void = () => undefined) {
    this.#skip = skip;
    const found = columns.map((name): [Column, number] => [name, headings.indexOf(name)]);
    this.#at = Object.fromEntries(found.filter(([, index]) => index >= 0));
    this.#hash = orderHasher(salt);
  }

  /** Whether a row that ends early has everything that is read of it. */
  isWholeSoFar(row: Row): boolean {
    return Object.values(this.#at).every((index) => index < row.length);
  }

  /** Takes a row in, or holds it back; says why when it counts nothing. */
  add(row: Row, number: number): SkipReason | null {
    const order = this.#orderIn(row);
    if (order === 'either' && this.#isOtherOrder) return 'no-day';
    if (order === 'either' && this.#held) {
      this.#held.push({ row, number });
      return null;
    }
    if (order === 'site') this.end();
    if (order === 'other') this.#leaveOutHeld();
    return this.#take(row, number);
  }

  /** The file ends, or shows that its dates are in the site's order: what was held back is taken in. */
  end(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const { row, number } of held) {
      const reason = this.#take(row, number);
      if (reason !== null) this.#skip(reason, number);
    }
  }

  /** The file's dates are in another order than the site's, and nobody knows which are which. */
  #leaveOutHeld(): void {
    for (const { number } of this.#held ?? []) this.#skip('no-day', number);
    this.#held = [];
    this.#isOtherOrder = true;
  }

  /** What the date of a row shows of the order of day and month in this file. */
  #orderIn(row: Row): 'none' | 'site' | 'other' | 'either' {
    const date = this.#cell(row, 'purchase-date').trim();
    // As Amazon writes it: year first.
    if (/^\d{4}-/.test(date)) return 'none';
    const site = siteOfChannel(this.#cell(row, 'sales-channel'));
    if (site === null || site === 'other') return 'none';
    const written = localMoment(date, siteDayLocale('amazon', site));
    if (written === null) return 'none';
    if (written === 'other-order') return 'other';
    return written.isEither ? 'either' : /^\d{1,2}\D/.test(date) ? 'site' : 'none';
  }

  #take(row: Row, number: number): SkipReason | null {
    const site = siteOfChannel(this.#cell(row, 'sales-channel'));
    if (site === null) return 'no-site';
    if (site === 'other') return 'other-channel';
    const sku = this.#cell(row, 'sku').trim();
    if (sku === '') return 'no-sku';
    const order = this.#cell(row, 'amazon-order-id').trim();
    if (order === '') return 'no-order';
    const day = this.#dayOf(site, this.#cell(row, 'purchase-date'));
    if (day === null) return 'no-day';
    const state = stateOf(this.#cell(row, 'order-status'));
    const line = { hash: this.#hash(order, sku), site, sku, asin: this.#asinOf(row), day, state, row: number };
    const siteCurrency = currencyOf('amazon', site) ?? '';
    if (state === 'cancelled') {
      this.book.add({ ...line, currency: siteCurrency, price: '', units: 0, sale: 'paid' });
      return 'cancelled';
    }
    const units = wholeUnits(this.#cell(row, 'quantity'));
    if (units === null) return 'no-units';
    const currency = this.#cell(row, 'currency').trim() || siteCurrency;
    if (currency !== siteCurrency) return 'currency';
    const paid = this.#unitPrice(
      this.#cell(row, 'item-price'),
      this.#cell(row, 'item-promotion-discount'),
      units,
      site,
    );
    if (typeof paid === 'string') return paid;
    this.book.add({ ...line, currency, price: paid.price, units, sale: this.#saleOf(row, paid.promoted) });
    return null;
  }

  #cell(row: Row, name: Column): string {
    const index = this.#at[name];
    return index === undefined ? '' : (row[index] ?? '');
  }

  #asinOf(row: Row): string | null {
    const asin = this.#cell(row, 'asin').trim();
    return asin === '' ? null : asin;
  }

  /** A business order, or one at a price for businesses, is kept apart; a discount on the item makes it promoted. */
  #saleOf(row: Row, promoted: boolean): SaleKind {
    const isBusiness =
      this.#cell(row, 'is-business-order').trim().toLowerCase() === 'true' ||
      this.#cell(row, 'price-designation').trim() !== '';
    return isBusiness ? 'business' : promoted ? 'promoted' : 'paid';
  }

  /** Day of a moment, local to the site. */
  #dayOf(site: Site, text: string): string | null {
    const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text.trim());
    if (isWhole) return this.#dayAt(site, Date.parse(text));
    const written = localMoment(text, siteDayLocale('amazon', site));
    if (written === null || written === 'other-order') return null;
    // Amazon's moments are those of UTC, but without the offset nobody knows whether a spreadsheet moved them: at night the
    // day is not certain.
    const { moment } = written;
    const day = this.#dayAt(site, Date.parse(`${moment}Z`));
    return day === moment.slice(0, 10) ? day : null;
  }

  #dayAt(site: Site, moment: number): string | null {
    if (Number.isNaN(moment)) return null;
    const quarter = Math.floor(moment / QUARTER_MS);
    let days = this.#days.get(site);
    if (!days) {
      days = new Map();
      this.#days.set(site, days);
    }
    let day = days.get(quarter);
    if (day === undefined) {
      day = dayIn(timeZoneOf('amazon', site), new Date(moment));
      days.set(quarter, day);
    }
    return day;
  }

  #unitPrice(total: string, discount: string, units: number, site: Site): UnitPrice {
    const key = `${site}\n${total}\n${discount}\n${units}`;
    const known = this.#prices.get(key);
    if (known) return known;
    if (this.#prices.size >= MOST_REMEMBERED) this.#prices.clear();
    const price = unitPrice(total, discount, units, site);
    this.#prices.set(key, price);
    return price;
  }
}

/**
 * (item-price − item-promotion-discount) / quantity: what was paid for one unit. The report's item-price is that of the
 * whole line, and so is the discount.
 */
function unitPrice(total: string, discount: string, units: number, site: Site): UnitPrice {
  if (total.trim() === '') return 'no-price';
  const price = amount(total, site);
  const off = discount.trim() === '' ? new Big(0) : amount(discount, site);
  if (price === null || off === null) return 'number';
  const paid = price.minus(off);
  if (price.lt(0) || off.lt(0) || paid.lt(0)) return 'negative';
  if (paid.eq(0)) return 'free';
  return { price: paid.div(units).round(UNIT_PRICE_DIGITS, Big.roundHalfUp).toFixed(), promoted: off.gt(0) };
}

/** Amazon writes a decimal point; a spreadsheet that saved the file may have written its own separators. */
function amount(text: string, site: Site): Big | null {
  const [, minus = '', digits = ''] = /^([-−]?)(.*)$/s.exec(text.trim()) ?? [];
  const parsed = parseDecimal(digits, siteLocale('amazon', site));
  return parsed === undefined ? null : new Big(`${minus === '' ? '' : '-'}${parsed}`);
}

function wholeUnits(text: string): number | null {
  const units = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return units > 0 ? units : null;
}

/** An order that was sent is paid; every other one may still be cancelled. */
function stateOf(status: string): LineState {
  const word = status.trim().toLowerCase();
  if (word === 'cancelled' || word === 'canceled') return 'cancelled';
  return word.startsWith('shipped') ? 'settled' : 'open';
}
