import { type FactName, isFactName } from '../../../rules/engine/facts.ts';
import { custom as because } from '../../../rules/own/refusal.ts';
import { z } from '../messages/schema.ts';
import { fieldNamed, isTeachable, marketplaceOf, readerOf } from '../page/page-fields.ts';
import {
  ANY_LANGUAGE,
  fitsIn,
  type TaughtLocator,
  taughtLocatorSchema,
  wordLanguage,
  wordsOf,
} from './taught-locators.ts';

/** Where a field is on a kind of page in a language, as the seller showed it. One for each page, language and field. */
export interface TaughtField {
  /** Page kind, `amazon/coupon-create`. */
  readonly page: string;
  /** Of the locator's words: `en`, `zh-CN`; `*` where it has none. */
  readonly language: string;
  readonly field: FactName;
  readonly locator: TaughtLocator;
  /** ISO day on which it was shown. */
  readonly taught: string;
}

/** More than these are no repair any more. */
export const MOST_TAUGHT = 500;

/**
 * A taught field as it is stored and shared. A page or field that this Preflight does not have passes: a later one may
 * have it again.
 */
export const taughtFieldSchema = z
  .strictObject({
    page: z.string().regex(/^[a-z]+\/[a-z0-9-]{1,60}$/),
    language: z.string().regex(/^(?:\*|[a-z]{2}(?:-[A-Z]{2})?)$/),
    field: z
      .string()
      .max(60)
      .refine(isFactName, { params: because('unknown-field') }),
    locator: taughtLocatorSchema,
    taught: z.iso.date(),
  })
  .refine(({ language, locator }) => language === languageOfWords(locator as TaughtLocator), {
    path: ['language'],
    params: because('other-language'),
  }) as unknown as z.ZodType<TaughtField>;

function languageOfWords(locator: TaughtLocator): string {
  return Object.keys(wordsOf(locator) ?? {})[0] ?? ANY_LANGUAGE;
}

/** Names a taught field: another with the same name takes its place. */
export function taughtId({ page, language, field }: Pick<TaughtField, 'page' | 'language' | 'field'>): string {
  return `${page} ${language} ${field}`;
}

/** Those that hold on a page of this kind in this language. */
export function taughtFor(all: readonly TaughtField[], page: string, pageLanguage: string): readonly TaughtField[] {
  const language = wordLanguage(pageLanguage);
  return all.filter((one) => one.page === page && (one.language === ANY_LANGUAGE || one.language === language));
}

export type UnknownPlace = 'unknown-marketplace' | 'unknown-page' | 'unknown-field' | 'not-teachable' | 'wrong-place';

/** Why a locator cannot be taught for a field of a page kind; null when it can. */
export function unknownPlace({ page, field, locator }: Omit<TaughtField, 'language' | 'taught'>): UnknownPlace | null {
  if (!marketplaceOf(page)) return 'unknown-marketplace';
  if (!readerOf(page)) return 'unknown-page';
  const places = fieldNamed(page, field);
  if (places.length === 0) return 'unknown-field';
  if (!places.every(isTeachable)) return 'not-teachable';
  return places.some(({ place }) => fitsIn(place, locator)) ? null : 'wrong-place';
}

export type ReadTaught = { readonly taught: TaughtField } | { readonly refused: 'locator' | 'language' | UnknownPlace };

/**
 * What a page's script says it was shown, as it is kept. The words are filed under the page's language, whatever the
 * script filed them under.
 * @param day ISO day
 */
export function readTaught(
  asked: { readonly page: string; readonly language: string; readonly field: string; readonly locator: unknown },
  day: string,
): ReadTaught {
  const language = wordLanguage(asked.language);
  const read = taughtLocatorSchema.safeParse(refiled(asked.locator, language ?? ''));
  if (!read.success) return { refused: language === null ? 'language' : 'locator' };
  if (!isFactName(asked.field)) return { refused: 'unknown-field' };
  const locator = read.data as TaughtLocator;
  const taught = { page: asked.page, field: asked.field, locator, language: languageOfWords(locator), taught: day };
  const unknown = unknownPlace(taught);
  return unknown ? { refused: unknown } : { taught };
}

function refiled(locator: unknown, language: string): unknown {
  if (typeof locator !== 'object' || locator === null || !('words' in locator)) return locator;
  const { words } = locator;
  const all = typeof words === 'object' && words !== null ? Object.values(words).flat() : [];
  return { ...locator, words: { [language]: all } };
}
