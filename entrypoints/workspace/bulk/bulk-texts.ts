import type { BulkFailure, OpenedFile } from '../files/checking/worker-messages.ts';
import { namedFileSentence } from '../files/reading/named-file-texts.ts';
import type { TextName, Texts } from '../shell/texts.ts';

export const kindTexts: Readonly<Record<OpenedFile['kind'], TextName>> = {
  'unified-flat-file': 'bulkKindUnified',
  'legacy-flat-file': 'bulkKindLegacy',
  'listings-report': 'bulkKindListings',
  'processing-report': 'bulkKindProcessing',
  coupons: 'bulkKindCoupons',
  columns: 'bulkKindColumns',
};

const failureTexts: Readonly<Record<Exclude<BulkFailure['reason'], 'cancelled' | 'nothing-to-check'>, TextName>> = {
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
export function failureSentence(failure: BulkFailure, { say, language }: Pick<Texts, 'say' | 'language'>): string {
  if (failure.reason === 'nothing-to-check') return namedFileSentence(failure.named, 'check', language);
  const row = 'row' in failure ? (failure.row ?? 0) : 0;
  const headings = 'headings' in failure ? failure.headings : '';
  return failure.reason === 'cancelled' ? '' : say(failureTexts[failure.reason], { row, headings });
}

/** Where the headings stand, and which rows around them are not checked. */
export function asideSentence(
  { headingRow, aside }: Pick<OpenedFile, 'headingRow' | 'aside'>,
  { say, list }: Pick<Texts, 'say' | 'list'>,
): string {
  const part = (name: 'bulkAbove' | 'bulkBelow', rows: readonly number[]) =>
    rows.length === 0 ? '' : say(name, { count: rows.length, rows: list(ranges(rows)) });
  const above = aside.filter((row) => row < headingRow);
  const below = aside.filter((row) => row > headingRow);
  return `${say('bulkAside', { heading: headingRow })}${part('bulkAbove', above)}${part('bulkBelow', below)}`;
}

/** Rows that follow each other are named together: 1, 2, 3, 6 become "1–3" and "6". */
function ranges(rows: readonly number[]): readonly string[] {
  const found: [first: number, last: number][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else found.push([row, row]);
  }
  return found.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
}
