import type { SkipReason } from '../../background/imports/skipped.ts';
import type { ImportFailure } from '../../background/imports/worker-messages.ts';
import type { TextName } from '../texts.ts';

/** `skipNoSku` for `no-sku`. */
export function skipText(reason: SkipReason): TextName {
  return `skip${capitals(reason)}` as TextName;
}

/** `failNoRows` for `no-rows`. */
export function failureText(reason: ImportFailure['reason']): TextName {
  return `fail${capitals(reason)}` as TextName;
}

function capitals(reason: string): string {
  return reason
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
