import { recogniseCouponFile } from './coupon-file.ts';
import { MOST_ROWS_ABOVE } from './heading-row.ts';
import type { Row } from './rows-of-text.ts';

/** Where a file was given: to be imported, or to be checked in Bulk check or on the command line. */
export type Destination = 'import' | 'check';

interface KnownFile {
  /** Where nothing can be done with it; left out: in neither place. */
  readonly refusedBy?: Destination;
  /** Groups of headings; a file whose headings have all of one group is this one. */
  readonly proofs: readonly (readonly string[])[];
}

/**
 * Files of the marketplaces that are known by their headings and say nothing that is read in one place or in both.
 * Headings are written here in small letters. Where a proof comes from stands beside it; "as read by tools" means that
 * several public programs name these columns, and that no sample of the marketplace's own is public.
 */
const knownFiles = {
  // Flat files of the settlement, first and second version, and a part of their columns as sellers cut it out.
  settlement: {
    proofs: [
      ['settlement-id', 'settlement-start-date'],
      ['settlement-id', 'transaction-type'],
      ['settlement-id', 'amount-type', 'amount'],
      ['settlement-id', 'price-type', 'price-amount'],
    ],
  },
  // Date range report, "Transaction": instructions stand above its headings. As read by tools, in English and Japanese.
  transactions: {
    proofs: [
      ['date/time', 'settlement id', 'type'],
      ['日付/時間', '決済番号', 'トランザクションの種類'],
    ],
  },
  // All Orders (reports reference, 4). Imports reads it.
  orders: { refusedBy: 'check', proofs: [['amazon-order-id', 'purchase-date', 'order-status']] },
  // Unshipped and new orders of the seller's own shipping: names and addresses of buyers, prices without order state.
  'unshipped-orders': { proofs: [['order-id', 'order-item-id', 'purchase-date', 'payments-date']] },
  // Manage Inventory Health and Fee Preview (reports reference, 6 and 7). Imports reads both.
  inventory: { refusedBy: 'check', proofs: [['snapshot-date', 'sku', 'available', 'days-of-supply']] },
  fees: { refusedBy: 'check', proofs: [['sku', 'amazon-store', 'estimated-fee-total']] },
  // Bulk check explains its error codes.
  'processing-report': { refusedBy: 'import', proofs: [['original-record-number', 'error-code', 'error-message']] },
  'low-inventory-report': { proofs: [['order id', 'fnsku', 'low-inventory-level fee amount']] },
  // FBA storage fees of a month, and the surcharge for aged stock. As read by tools.
  'storage-fees': {
    proofs: [
      ['fnsku', 'month_of_charge', 'estimated_monthly_storage_fee'],
      ['snapshot-date', 'sku', 'amount-charged'],
    ],
  },
  // FBA customer returns, reimbursements and the inventory ledger. As read by tools.
  returns: { proofs: [['return-date', 'order-id', 'detailed-disposition']] },
  reimbursements: { proofs: [['reimbursement-id', 'amount-total']] },
  ledger: { proofs: [['fnsku', 'disposition', 'starting warehouse balance']] },
  // Business report by child or parent ASIN. As read by tools.
  'business-report': {
    proofs: [
      ['(child) asin', 'units ordered'],
      ['(parent) asin', 'units ordered'],
    ],
  },
  // Reports of Sponsored Products, and of TikTok's ads. As read by tools.
  ads: { proofs: [['campaign name', 'impressions', 'clicks']] },
  // Recognised by its own reader: instructions stand above its headings, and the store's currency in them.
  'coupon-template': { refusedBy: 'import', proofs: [] },
  // TikTok Shop's income of settled orders, its heading in the three spellings that tools read.
  'tiktok-income': {
    proofs: [
      ['order/adjustment id', 'total settlement amount'],
      ['order\\adjustment id', 'total settlement amount'],
      ['order/adjustment id', 'total estimated settlement amount'],
    ],
  },
  // TikTok Shop's orders, with a row under the headings that describes them. An import asks what its columns hold.
  'tiktok-orders': { refusedBy: 'check', proofs: [['order id', 'order status', 'sku id', 'seller sku']] },
  // Temu's orders, with names and addresses of buyers. As read by tools.
  'temu-orders': { proofs: [['订单号', '子订单号', 'sku货号']] },
  // Temu's settlement: income of orders, and the amounts of supplied stock. As read by tools.
  'temu-settlement': {
    proofs: [
      ['订单编号', '账务时间'],
      ['备货单号', '账务时间'],
    ],
  },
} as const satisfies Readonly<Record<string, KnownFile>>;

export type NamedFile = keyof typeof knownFiles;

export const namedFiles = Object.keys(knownFiles) as readonly NamedFile[];

/** Which known file it is, by its first rows, that says nothing where it was given; null for any other file. */
export function namedFile(rows: readonly Row[], destination: Destination): NamedFile | null {
  if (isRefused('coupon-template', destination) && recogniseCouponFile(rows)) return 'coupon-template';
  const refused = namedFiles.filter((name) => isRefused(name, destination));
  for (const row of rows.slice(0, MOST_ROWS_ABOVE)) {
    const headings = new Set(row.map(comparable));
    const found = refused.find((name) =>
      knownFiles[name].proofs.some((proof) => proof.every((heading) => headings.has(heading))),
    );
    if (found) return found;
  }
  return null;
}

/** Whether nothing can be done with a known file in a place. */
export function isRefused(name: NamedFile, destination: Destination): boolean {
  const { refusedBy }: KnownFile = knownFiles[name];
  return refusedBy === undefined || refusedBy === destination;
}

/** Some exports leave two blanks behind a heading, or two within it. */
function comparable(heading: string): string {
  return heading.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
