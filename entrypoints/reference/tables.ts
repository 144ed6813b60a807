import type { Language } from '../background/messages/words.ts';
import { factWord } from '../background/present/messages.ts';
import { list } from '../background/present/values.ts';
import { policyWord } from './policy-texts.ts';

/** A value of a policy that is no single number, text or list of those: categories, tiers, ranges. */
export type Table = readonly unknown[] | { readonly [key: string]: unknown };

/** Facts whose words are the keys of tables, in the order in which a key is looked up. */
const wordFacts = ['feeCategory', 'sizeTier', 'sellerMode', 'preorderKind', 'promotionKind'];

export function isTable(value: unknown): value is Table {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) || value.some((item) => typeof item === 'object' && item !== null);
}

/** A table as lines of text, one for each of its entries. */
export function tableLines(language: Language, table: Table): readonly string[] {
  if (Array.isArray(table)) return table.map((entry) => cell(language, entry));
  return Object.entries(table).map(([key, entry]) => {
    const colon = language === 'en' ? ': ' : '：';
    return `${wordOf(language, key)}${colon}${cell(language, entry)}`;
  });
}

/** A code of a table as a word: a category, a size tier, a part of a fee. */
export function wordOf(language: Language, code: string): string {
  const own = policyWord(language, code);
  if (own !== null) return own;
  for (const fact of wordFacts) {
    const word = factWord(language, fact, code);
    if (word !== code) return word;
  }
  return code;
}

function cell(language: Language, entry: unknown): string {
  if (entry === null) return '–';
  if (Array.isArray(entry)) return isTiers(entry) ? tiers(language, entry) : items(language, entry);
  if (typeof entry !== 'object') return wordOf(language, String(entry));
  return list(
    language,
    Object.entries(entry).map(([key, value]) => {
      const inner = cell(language, value);
      const isNested = typeof value === 'object' && value !== null && !Array.isArray(value);
      return `${wordOf(language, key)} ${isNested ? `(${inner})` : inner}`;
    }),
  );
}

function items(language: Language, entries: readonly unknown[]): string {
  const cells = entries.map((entry) => cell(language, entry));
  const areNumbers = entries.every((entry) => /^-?[\d.]+$/.test(String(entry)));
  if (areNumbers) return cells.join(' / ');
  return isTable(entries) ? cells.join(language === 'en' ? '; ' : '；') : list(language, cells);
}

type Tiers = readonly (readonly [upTo: string | null, number: string])[];

/** Pairs of a limit and the number that holds up to it; the last has no limit. */
function isTiers(entries: readonly unknown[]): entries is Tiers {
  return entries.length > 0 && entries.every((entry) => Array.isArray(entry) && entry.length === 2 && isTier(entry));
}

function isTier([upTo, number]: readonly unknown[]): boolean {
  return (upTo === null || typeof upTo === 'string') && typeof number === 'string' && /^[\d.]+$/.test(number);
}

function tiers(language: Language, entries: Tiers): string {
  return entries
    .map(([upTo, number]) => {
      const range = upTo === null ? wordOf(language, 'above') : `${wordOf(language, 'upTo')} ${upTo}`;
      return language === 'en' ? `${range}: ${number}` : `${range}：${number}`;
    })
    .join(language === 'en' ? '; ' : '；');
}
