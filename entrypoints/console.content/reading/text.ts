import { once } from '../once.ts';

/**
 * Words of a page by language: a BCP 47 tag, or its first part for every region. English is always tried. A guide
 * contains only those of its page's language, as label keys.
 */
export type Words = { readonly [language: string]: readonly string[] };

/** Matches most text of a page: nothing to clean up. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Text as displayed: single spaces between words, no invisible characters at the ends. */
export function visibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/**
 * Normalizes a label: ignores width, case, quotes, spaces, and surrounding colons and stars. Labels are compared as a
 * whole; part of a label is a different label ("Price", "Business price").
 */
export function labelKey(text: string): string {
  let key = keys.get(text);
  if (key === undefined) {
    // Labels repeat from row to row, titles do not, so clearing the cache now and then costs nothing.
    if (keys.size > 2000) keys.clear();
    key = reduced(text);
    keys.set(text, key);
  }
  return key;
}

const keys = new Map<string, string>();

function reduced(text: string): string {
  // Most labels contain no characters that exist in several forms.
  const isPlain = !/[^ -_a-~]/.test(text);
  const seen = isPlain
    ? visibleText(text)
    : visibleText(text.normalize('NFKC'))
        .replace(/[‘’‚‛`´]/g, "'")
        .replace(/[“”„«»]/g, '"');
  return seen.toLowerCase().replace(/^[\s*:|]+|[\s*:|]+$/g, '');
}

/** The label keys of a guide's words. */
export function keysOf(words: Words): ReadonlySet<string> {
  let found = sets.get(words);
  if (!found) {
    found = new Set(Object.values(words).flat());
    sets.set(words, found);
  }
  return found;
}

const sets = new WeakMap<Words, ReadonlySet<string>>();

/** The regular expression of a guide. */
export const regexOf = once((source: string) => new RegExp(source));

/**
 * A regular expression that finds a guide's pattern in joined lines wherever it matches a single one; null if it may
 * match beyond its line.
 */
export const regexOfLines = once((source: string) =>
  LOOKS_AROUND.test(source.replace(LOOKS_AT_WORDS, '')) ? null : new RegExp(source, 'm'),
);

const LOOKS_AROUND = /\(\?<?!/;
/** Like a text's end, a line's end is neither a letter nor a digit. */
const LOOKS_AT_WORDS = /\(\?<?!\[(?:\\[wd]|[A-Za-z\d-])+\]\)/g;

/** Ten characters: `B0…`, or the ISBN of a book. */
const ASIN = /(?<![A-Za-z0-9])(B0[A-Z0-9]{8})(?![A-Za-z0-9])/g;

/** The distinct ASINs of the form `B0…` in a text. */
export function asinsIn(text: string): string[] {
  return text.includes('B0') ? [...new Set(Array.from(text.matchAll(ASIN), (match) => match[1] as string))] : [];
}

/** The ASIN a product link leads to. */
export function asinOfLink(address: string): string | null {
  return /\/(?:dp|gp\/product)\/([A-Z0-9]{10})(?![A-Z0-9])/.exec(address)?.[1] ?? null;
}

// Zero-width characters, direction marks and the soft hyphen; the joiners stay, they shape letters and emoji.
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** The text without direction marks and other invisible characters. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
