import type { FactName } from '../../../rules/engine/facts.ts';
import type { Topic } from '../../../rules/engine/rule.ts';

/** What a list is of. */
export type ListOf = 'products' | 'coupons' | 'orders' | 'skus';

export interface PageKind {
  /** What its listings are checked for; coupons are added where one is known for the listing. */
  readonly topics: readonly Topic[];
  /** The record `page` holds what all products of the form share. */
  readonly shared?: true;
  /** What the record `page` is checked for itself, beside its products. */
  readonly ownTopics?: readonly Topic[];
  /** Rules of the own topics that are about one product: judged with each, not with what they share. */
  readonly productRules?: readonly string[];
  /** A table of listings: what is missing there for one is missing for all, so it is not said row by row. */
  readonly rows?: true;
  /** Shows values that nobody types there: no slip of the hand is suspected. */
  readonly nothingTyped?: true;
  /** The form creates a coupon; today is the day of its creation. */
  readonly createsCoupon?: true;
  /** A coupon that was seen elsewhere is checked here too, since its price can be changed here. */
  readonly changesPrice?: true;
  /** What is set here decides what is left of a sale, so that is told. */
  readonly tellsMargin?: true;
  /** What is said of an order, not of its SKU, or of others' offers at this moment: it holds on no other page. */
  readonly ofThisPage?: readonly FactName[];
  /** What the rows of its list are; left out: products. */
  readonly list?: ListOf;
  /** The coupon's title is shown with the beginning that the console writes itself. */
  readonly wholeCouponTitle?: true;
}

export const pageKinds: Readonly<Record<string, PageKind>> = {
  'amazon/listing-editor': {
    topics: ['offer', 'content', 'fees'],
    changesPrice: true,
    ofThisPage: ['lowestOfferPrice'],
    tellsMargin: true,
  },
  'amazon/manage-inventory': { topics: ['offer', 'content', 'fees'], rows: true, tellsMargin: true },
  'amazon/pricing-health': { topics: ['offer', 'content', 'fees'], rows: true, tellsMargin: true },
  'amazon/coupon-create': { topics: ['coupon'], shared: true, createsCoupon: true, tellsMargin: true },
  'amazon/coupon-dashboard': { topics: ['coupon'], rows: true, list: 'coupons', wholeCouponTitle: true },
  'temu/goods-edit': {
    topics: ['offer', 'fees'],
    shared: true,
    list: 'skus',
    ownTopics: ['content', 'media'],
    productRules: ['temu/item-code-charset', 'temu/volume-ordering'],
    tellsMargin: true,
  },
  'report/listings': { topics: ['offer', 'content', 'fees'], rows: true, nothingTyped: true },
  'report/inventory': { topics: ['offer', 'stock', 'fees'], rows: true, nothingTyped: true },
  'report/fees': { topics: ['offer', 'fees'], rows: true, nothingTyped: true },
  'report/flat-file': { topics: ['offer', 'content', 'fees'], rows: true },
  'report/table': { topics: ['offer', 'content', 'fees', 'stock'], rows: true },
  'temu/goods-list': { topics: ['offer', 'content'], rows: true, nothingTyped: true },
  'temu/order-price': {
    topics: ['offer', 'fees'],
    rows: true,
    list: 'orders',
    nothingTyped: true,
    ofThisPage: ['adjustNo', 'priceType', 'suggestedDeclaredPrice'],
    tellsMargin: true,
  },
  'temu/product-select': { topics: ['offer', 'fees'], rows: true, tellsMargin: true },
  'temu/high-price': { topics: ['offer', 'account'], nothingTyped: true },
  'temu/activity-detail': { topics: ['promotion'], rows: true },
  'temu/recommended-retail-price': { topics: ['offer'], shared: true, rows: true, nothingTyped: true },
  'tiktok/product-edit': {
    topics: ['offer', 'fees'],
    shared: true,
    list: 'skus',
    ownTopics: ['content', 'media'],
    productRules: ['tiktok/seller-sku', 'tiktok/stock-range'],
    tellsMargin: true,
  },
  'tiktok/product-list': { topics: ['offer', 'fees'], rows: true, nothingTyped: true, tellsMargin: true },
  'tiktok/discount': { topics: ['promotion'], shared: true, ownTopics: ['promotion'], tellsMargin: true },
  'tiktok/flash-sale': { topics: ['promotion'], shared: true, ownTopics: ['promotion'], tellsMargin: true },
  'tiktok/deposit': { topics: ['account'] },
  // No page: a row of a file that is checked before it is uploaded. What is missing there is counted, not said row by row.
  'file/listings': {
    topics: ['offer', 'content', 'media', 'stock', 'fees', 'promotion'],
    rows: true,
    changesPrice: true,
  },
  'file/coupons': { topics: ['coupon'], rows: true, createsCoupon: true },
};

const nothing: PageKind = { topics: [] };

/** What is judged on a kind of page; nothing on one that is not known. */
export function pageKind(page: string | null): PageKind {
  return (page !== null && Object.hasOwn(pageKinds, page) ? pageKinds[page] : undefined) ?? nothing;
}
