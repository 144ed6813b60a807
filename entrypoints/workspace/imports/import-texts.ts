import type { SkipReason } from '../files/reading/skipped.ts';
import type { ImportFailure } from '../files/reading/worker-messages.ts';
import type { TextName } from '../shell/texts.ts';

/** `skipNoSku` for `no-sku`. */
export function skipText(reason: SkipReason): TextName {
  return `skip${capitals(reason)}` as TextName;
}

/** Why a file was not taken, as a sentence. */
export const failureTexts: Readonly<Record<ImportFailure['reason'], TextName>> = {
  empty: 'failEmpty',
  pdf: 'failPdf',
  picture: 'failPicture',
  archive: 'failArchive',
  'web-page': 'failWebPage',
  binary: 'failBinary',
  workbook: 'failWorkbook',
  locked: 'failLocked',
  'no-sheet': 'failNoSheet',
  'too-large': 'failTooLarge',
  encoding: 'failEncoding',
  'quote-not-closed': 'failQuoteNotClosed',
  'record-too-long': 'failRecordTooLong',
  gone: 'failGone',
  'low-inventory-report': 'failLowInventoryReport',
  'coupon-template': 'failCouponTemplate',
  'unknown-report': 'failUnknownReport',
  'no-rows': 'failNoRows',
  'nothing-taken': 'failNothingTaken',
  quota: 'failQuota',
  storage: 'failStorage',
  broken: 'failBroken',
};

function capitals(reason: string): string {
  return reason
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
