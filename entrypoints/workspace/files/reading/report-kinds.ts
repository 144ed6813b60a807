import type { FactName, WireValue } from '../../../../rules/engine/facts.ts';
import { currencyOf, type Site, sitesOf } from '../../../../rules/engine/sites.ts';
import { parseDecimal } from '../../../background/understanding/numbers.ts';
import { conditionIn } from './conditions.ts';
import { wholeNumber } from './own-cell.ts';
import { listingsReportHeadings, type ReportHeadings, type ReportLanguage } from './report-headings.ts';
import type { Row } from './rows-of-text.ts';

/**
 * What a cell says; undefined: nothing that is understood, null: known to be empty.
 * @param language of the report, which decides what a comma is in "1,234" and what "Neu" means
 */
export type Understand = (cell: string, language: ReportLanguage) => WireValue | undefined;

/** The cell of a row under a heading; empty where the file has no such column. */
export type CellOf = (heading: string) => string;

export interface ReportColumn {
  readonly fact: FactName;
  readonly heading: string;
  readonly understand: Understand;
  /** Whether the cell speaks of this fact in this row; left out: in every row. */
  readonly speaks?: (row: CellOf) => boolean;
  /** Looked at when the file is checked, and not kept. */
  readonly isCheckedOnly?: true;
}

/** A report of Amazon with one listing a row: where its facts stand. Reference: reports README, 5 to 7. */
export interface ListingReportKind {
  readonly kind: 'listings' | 'inventory' | 'fees';
  /** Groups of headings; a file that has all of one group is this report. */
  readonly proofs: readonly (readonly string[])[];
  readonly sku: string;
  readonly asin: string;
  /** Column that names the site; null where the file does not say. */
  readonly site: string | null;
  /** Column with the ISO day of the data; null where it is that of the file. */
  readonly day: string | null;
  readonly currency: string | null;
  readonly columns: readonly ReportColumn[];
}

const text: Understand = (cell) => (cell.trim() === '' ? null : cell.trim());

/** An amount without a sign: with a decimal point, or with the comma of a spreadsheet that saved it again. */
const money: Understand = (cell, language) => (cell.trim() === '' ? null : parseDecimal(cell, language));

const decimal: Understand = (cell, language) => (cell.trim() === '' ? undefined : parseDecimal(cell, language));

const count: Understand = (cell, language) => wholeNumber(cell, language);

const flag: Understand = (cell) => {
  const word = cell.trim().toLowerCase();
  if (word === 'yes') return true;
  return word === 'no' ? false : undefined;
};

/** An empty fee is one that the report does not know, not none. */
const fee: Understand = decimal;

/** A sale price of 0.0 is none (reports README, 6). */
const salePrice: Understand = (cell, language) => {
  const price = parseDecimal(cell, language);
  return price !== undefined && /^0(?:\.0*)?$/.test(price) ? null : price;
};

/** `DEFAULT` is the seller's own shipping, `AMAZON_NA`, `AMAZON_EU` … Amazon's. */
const fulfilment: Understand = (cell) => {
  const code = cell.trim().toUpperCase();
  if (code === 'DEFAULT' || code === 'MERCHANT') return 'MFN';
  return code.startsWith('AMAZON') ? 'AFN' : undefined;
};

/** The cell is empty for what Amazon has in stock. */
const isShippedBySeller = (row: CellOf) => fulfilment(row('fulfillment-channel'), 'en') === 'MFN';

const condition: Understand = (cell, language) => (cell.trim() === '' ? undefined : conditionIn(cell, language));

const isInCubicFeet = (row: CellOf) => /^cubic feet$/i.test(row('volume-unit-measurement').trim());

const isWeighedIn = (unit: string) => (row: CellOf) => row('unit-of-weight').trim().toLowerCase() === unit;

const column = (
  fact: FactName,
  heading: string,
  understand: Understand,
  speaks?: ReportColumn['speaks'],
): ReportColumn => ({ fact, heading, understand, ...(speaks ? { speaks } : {}) });

/** Active and All Listings (reports README, 5). It names neither site nor currency. */
export const listingsReport: ListingReportKind = {
  kind: 'listings',
  // Japan's report names the ASIN as the product's id only.
  proofs: [
    ['seller-sku', 'asin1', 'price', 'item-name'],
    ['seller-sku', 'product-id', 'price', 'item-name'],
  ],
  sku: 'seller-sku',
  asin: 'asin1',
  site: null,
  day: null,
  currency: null,
  columns: [
    column('title', 'item-name', text),
    // The longest text of a listing, of a whole catalogue, would fill the database.
    { ...column('description', 'item-description', text), isCheckedOnly: true },
    column('yourPrice', 'price', money),
    column('quantity', 'quantity', count, isShippedBySeller),
    column('condition', 'item-condition', condition),
    column('fulfilment', 'fulfillment-channel', fulfilment),
    column('status', 'status', text),
  ],
};

export const listingReportKinds: readonly ListingReportKind[] = [
  listingsReport,
  {
    kind: 'inventory',
    proofs: [['snapshot-date', 'sku', 'available', 'days-of-supply']],
    sku: 'sku',
    asin: 'asin',
    site: 'marketplace',
    day: 'snapshot-date',
    currency: 'currency',
    columns: [
      column('title', 'product-name', text),
      column('yourPrice', 'your-price', money),
      column('salePrice', 'sales-price', salePrice),
      column('featuredOfferPrice', 'featuredoffer-price', decimal),
      column('unitsAvailable', 'available', count),
      column('unitsSold7d', 'units-shipped-t7', count),
      column('daysShort', 'Short term historical days of supply', decimal),
      column('daysLong', 'Long term historical days of supply', decimal),
      column('lowInvExempt', 'Exempted from Low-Inventory-Level fee?', flag),
      column('unitVolumeFt3', 'item-volume', decimal, isInCubicFeet),
    ],
  },
  {
    kind: 'fees',
    // Europe's report has a fee for its own site and one for each other, and not always a column with the site (reports
    // reference, 7; several public programs name both forms).
    proofs: [
      ['sku', 'amazon-store', 'estimated-fee-total', 'expected-fulfillment-fee-per-unit'],
      ['sku', 'estimated-fee-total', 'expected-domestic-fulfilment-fee-per-unit'],
    ],
    sku: 'sku',
    asin: 'asin',
    site: 'amazon-store',
    day: null,
    currency: 'currency',
    columns: [
      column('title', 'product-name', text),
      column('brand', 'brand', text),
      column('category', 'product-group', text),
      column('yourPrice', 'your-price', money),
      column('fulfilment', 'fulfilled-by', fulfilment),
      column('totalFees', 'estimated-fee-total', fee),
      column('referralFee', 'estimated-referral-fee-per-unit', fee),
      column('fbaFee', 'expected-fulfillment-fee-per-unit', fee),
      column('fbaFee', 'expected-domestic-fulfilment-fee-per-unit', fee),
      column('shippingWeightLb', 'item-package-weight', decimal, isWeighedIn('pounds')),
      column('shippingWeightOz', 'item-package-weight', decimal, isWeighedIn('ounces')),
      column('shippingWeightG', 'item-package-weight', decimal, isWeighedIn('grams')),
    ],
  },
];

export interface FoundReport extends ReportHeadings {
  readonly report: ListingReportKind;
}

/** The report that a row of headings begins; null where it begins none. */
export function reportWithHeadings(row: Row): FoundReport | null {
  const own: ReportHeadings = { headings: row.map((heading) => heading.trim()), language: 'en' };
  for (const report of listingReportKinds) {
    const { headings, language } = report === listingsReport ? listingsReportHeadings(row) : own;
    if (report.proofs.some((proof) => proof.every((name) => headings.includes(name))))
      return { report, headings, language };
  }
  return null;
}

/** The site that a report's column names by its code, such as US; null for one that is none. */
export function siteOfCode(code: string): Site | null {
  const site = code.trim().toUpperCase();
  if (site === 'GB') return 'UK';
  return sitesOf.amazon.includes(site) ? site : null;
}

/** Whether amounts in a currency are those of a site's store. */
export function isCurrencyOf(site: Site, currency: string): boolean {
  return currency === '' || currency === currencyOf('amazon', site);
}
