import { wholeWord } from './phrases.ts';

/** An ASIN in running text, in any case: B0 and eight letters or digits. Book ASINs (ISBN-10) look like any number. */
export const ASIN = new RegExp(wholeWord('B0[A-Z0-9]{8}'), 'iu');
