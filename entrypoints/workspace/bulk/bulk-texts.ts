import type { BulkFailure, OpenedFile } from '../files/checking/worker-messages.ts';
import type { TextName, Texts } from '../shell/texts.ts';

export const kindTexts: Readonly<Record<OpenedFile['kind'], TextName>> = {
  'unified-flat-file': 'bulkKindUnified',
  'legacy-flat-file': 'bulkKindLegacy',
  'listings-report': 'bulkKindListings',
  'processing-report': 'bulkKindProcessing',
  coupons: 'bulkKindCoupons',
  columns: 'bulkKindColumns',
};

const failureTexts: Readonly<Record<Exclude<BulkFailure['reason'], 'cancelled'>, TextName>> = {
  empty: 'bulkRefusedEmpty',
  pdf: 'bulkRefusedPdf',
  picture: 'bulkRefusedPicture',
  archive: 'bulkRefusedArchive',
  'web-page': 'bulkRefusedWebPage',
  binary: 'bulkRefusedBinary',
  workbook: 'bulkRefusedWorkbook',
  locked: 'bulkRefusedLocked',
  'no-sheet': 'bulkRefusedNoSheet',
  'too-large': 'bulkRefusedTooLarge',
  encoding: 'bulkRefusedEncoding',
  'quote-not-closed': 'bulkRefusedQuote',
  'record-too-long': 'bulkRefusedRecord',
  gone: 'bulkRefusedGone',
  'not-recognised': 'bulkRefusedNotRecognised',
  'too-large-export': 'bulkRefusedExport',
  unexpected: 'bulkRefusedUnexpected',
};

/** Why a file cannot be checked, as a sentence. */
export function failureSentence(failure: BulkFailure, { say }: Texts): string {
  const row = 'row' in failure ? (failure.row ?? 0) : 0;
  const headings = 'headings' in failure ? failure.headings : '';
  return failure.reason === 'cancelled' ? '' : say(failureTexts[failure.reason], { row, headings });
}
