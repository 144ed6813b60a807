import { type Hit, hitsWith, wholeWord } from './phrases.ts';

const ASIN = new RegExp(wholeWord('B0[A-Z0-9]{8}'), 'iu');
const ASIN_SIGN = /B0/i;

/** ASINs in running text, in any case: B0 and eight letters or digits. Book ASINs (ISBN-10) look like any number. */
export function asinsIn(text: string): readonly Hit[] {
  return hitsWith(ASIN_SIGN, text, ASIN);
}
