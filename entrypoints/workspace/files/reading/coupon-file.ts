import type { FactName, WireFacts, WireValue } from '../../../../rules/engine/facts.ts';
import { cellValue } from './cells.ts';

// Amazon's spreadsheet for many coupons: reports reference, section 11. One row is one coupon.

/** What a column of the spreadsheet holds. */
export type CouponField =
  | 'asins'
  | 'couponType'
  | 'couponPercent'
  | 'couponAmount'
  | 'couponTitle'
  | 'couponBudget'
  | 'couponStart'
  | 'couponEnd'
  | 'onePerCustomer'
  | 'couponKind';

export interface CouponFile {
  readonly kind: 'coupons';
  /** 0-based, as the indexes below. */
  readonly headingRow: number;
  readonly firstRow: number;
  readonly columns: { readonly [Field in CouponField]?: number };
}

export interface Coupon {
  readonly facts: WireFacts;
  /** Cells that are filled and not understood. */
  readonly unread: ReadonlySet<FactName>;
  /** As they stand in the cell, with those that are there twice. */
  readonly asins: readonly string[];
  /** Cells that every coupon needs and that are empty. */
  readonly empty: readonly CouponField[];
}

/** The instructions above the headings take fewer rows than these. */
const HEADINGS_WITHIN = 50;

/** Headings as documented, without case, quotes and kinds of spaces; German and Japanese have no dates that are known. */
const headings: readonly (readonly [CouponField, RegExp])[] = [
  ['asins', /^asin(?: list|-liste|リスト)$/u],
  ['couponType', /^(?:(?:discount type|rabatttyp) ?\(|割引のタイプ)/u],
  [
    'couponPercent',
    /^(?:(?:coupon|voucher) discount (?:%|percentage) off value|wert des coupon-rabatts für % rabatt)$/u,
  ],
  ['couponPercent', /^クーポンの割引率\(%\)の値$/u],
  // The sign is that of the store's currency.
  ['couponAmount', /^(?:(?:coupon|voucher) discount [^%\s]+ off value|wert des coupon-rabatts für [^%\s]+ rabatt)$/u],
  ['couponAmount', /^クーポンの割引金額の値$/u],
  ['couponTitle', /^(?:(?:coupon|voucher) title|coupontitel|クーポン名)$/u],
  ['couponBudget', /^(?:coupon|voucher)[ -]budget$/u],
  ['couponStart', /^(?:coupon|voucher) start date$/u],
  ['couponEnd', /^(?:coupon|voucher) end date$/u],
  ['onePerCustomer', /^limit redemption to one per customer$/u],
  ['couponKind', /^coupon type$/u],
];

function fieldOf(heading: string): CouponField | null {
  const plain = heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/["'“”„‘’「」*]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  // "Percentage off" is no amount.
  return (
    headings.find(
      ([field, words]) => words.test(plain) && !(field === 'couponAmount' && /percent/u.test(plain)),
    )?.[0] ?? null
  );
}

/** Recognises the spreadsheet by its headings, in any order and any documented language; null for anything else. */
export function recogniseCouponFile(rows: readonly (readonly string[])[]): CouponFile | null {
  for (const [index, row] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const columns: { [Field in CouponField]?: number } = {};
    for (const [column, heading] of row.entries()) {
      const field = fieldOf(heading);
      if (field !== null) columns[field] ??= column;
    }
    if (columns.asins !== undefined && columns.couponTitle !== undefined)
      return { kind: 'coupons', headingRow: index, firstRow: index + 1, columns };
  }
  return null;
}

/** Reads one coupon; null for a row without any cell of one. */
export function couponOf({ columns }: CouponFile, cells: readonly string[]): Coupon | null {
  const written = (field: CouponField) => {
    const column = columns[field];
    return column === undefined ? null : (cells[column] ?? '').trim();
  };
  if (Object.values(columns).every((column) => (cells[column] ?? '').trim() === '')) return null;
  const facts: WireFacts = {};
  const unread = new Set<FactName>();
  for (const field of Object.keys(columns) as CouponField[]) {
    if (field === 'asins') continue;
    const text = written(field) ?? '';
    const value = understood(field, text);
    if (value !== undefined) facts[field] = value;
    else if (text !== '') unread.add(field);
  }
  const asins = (written('asins') ?? '').split(/[;；]/u).flatMap((asin) => asin.trim().toUpperCase() || []);
  facts.couponChildAsins = new Set(asins).size;
  facts.couponRoute = 'bulk';
  return { facts, unread, asins, empty: neededFor(facts).filter((field) => written(field) === '') };
}

/** Every coupon needs these: without one of them there is nothing to create. Derived from what the form asks for. */
function neededFor({ couponType }: WireFacts): readonly CouponField[] {
  const value: readonly CouponField[] =
    couponType === 'percent' ? ['couponPercent'] : couponType === 'amount' ? ['couponAmount'] : [];
  return ['asins', 'couponType', ...value, 'couponTitle', 'couponBudget', 'couponStart', 'couponEnd'];
}

function understood(field: Exclude<CouponField, 'asins'>, text: string): WireValue | undefined {
  if (text === '') return null;
  switch (field) {
    case 'couponType':
      return typeOf(text);
    case 'couponKind':
      return kindOf(text);
    case 'couponStart':
    case 'couponEnd':
      return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : undefined;
    case 'couponAmount':
    case 'couponBudget':
      // A currency sign before or behind the number changes nothing.
      return decimal(text.replaceAll(/^[^\d-]{1,3}|\s*[^\d]{1,3}$/gu, ''));
    case 'couponPercent':
      return decimal(text.replace(/\s*[%％]$/u, ''));
    case 'onePerCustomer': {
      const flag = cellValue('onePerCustomer', text, 'empty');
      return typeof flag === 'boolean' ? flag : undefined;
    }
    case 'couponTitle':
      return text;
  }
}

function decimal(text: string): string | undefined {
  return /^\d{1,12}(?:\.\d{1,6})?$/u.test(text) ? text : undefined;
}

/** The choices are in the store's language and currency: a percentage is named, everything with a sign is an amount. */
function typeOf(text: string): string | undefined {
  if (/[%％]|percent|prozent|割引率|百分比/iu.test(text)) return 'percent';
  return /[$£€¥￥]|\b[A-Z]{3} off\b|割引金額/iu.test(text) ? 'amount' : undefined;
}

/** The exact words of the choices are not known. */
function kindOf(text: string): string | undefined {
  if (/subscribe/iu.test(text)) return 'subscribe-and-save';
  if (/reorder/iu.test(text)) return 'reorder';
  return /standard/iu.test(text) ? 'standard' : undefined;
}
