import { currencyMark } from '../../../background/understanding/currency.ts';

/** Longer ones are sentences. */
const LONGEST_HEADING = 100;

/**
 * The currency that a heading names for its column, in brackets or as its last word: "采购参考价（RMB）", "Cost USD". Null
 * where it names none, or a sign that several currencies share.
 */
export function headingCurrency(heading: string): string | null {
  const text = heading.normalize('NFKC').slice(0, LONGEST_HEADING);
  const named = [
    ...[...text.matchAll(/[([]([^()[\]]*)[)\]]/g)].map(([, inside = '']) => inside),
    /[\s/_-]([^\s/_-]+)\s*$/.exec(text)?.[1] ?? '',
  ];
  for (const word of named) {
    // A single letter is a size or a count to most people.
    const currency = /^[a-z]?$/i.test(word.trim()) ? null : currencyMark(word);
    if (currency) return currency;
  }
  return null;
}
