import { namedFileSentence } from '../files/reading/named-file-texts.ts';
import type { SkipReason } from '../files/reading/skipped.ts';
import type { ImportFailure } from '../files/reading/worker-messages.ts';
import type { TextName, Texts } from '../shell/texts.ts';

/** `skipNoSku` for `no-sku`. */
export function skipText(reason: SkipReason): TextName {
  return `skip${capitals(reason)}` as TextName;
}

const failureTexts: Readonly<Record<Exclude<ImportFailure['reason'], 'nothing-to-keep'>, TextName>> = {
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
  'unknown-report': 'failUnknownReport',
  'no-rows': 'failNoRows',
  'nothing-taken': 'failNothingTaken',
  quota: 'failQuota',
  storage: 'failStorage',
  broken: 'failBroken',
};

/** Why a file was not taken, as a sentence. */
export function failureSentence({ reason, row, named }: ImportFailure, { say, language }: Texts): string {
  if (reason === 'nothing-to-keep') return named ? namedFileSentence(named, 'import', language) : '';
  return say(failureTexts[reason], { row: row ?? 0 });
}

function capitals(reason: string): string {
  return reason
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
