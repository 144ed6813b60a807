import { custom as because, type RefusalReason } from '../../../rules/own/refusal.ts';
import { labelKey, type Words } from '../../console.content/reading/text.ts';
import type { Locator } from '../consoles/reader.ts';
import { z } from '../messages/schema.ts';
import { isStable } from './stable.ts';

/** Language of a locator that carries no words: it holds in every language. */
export const ANY_LANGUAGE = '*';

/** Longer text beside a control is a hint and no label, as in the reader of forms. */
const LONGEST_LABEL = 80;

const unstable = { params: because('not-stable' satisfies RefusalReason) };

/** One language's words: a label, or the ways in which it is written. */
const words = z
  .record(
    z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
    z
      .array(
        z
          .string()
          .max(LONGEST_LABEL)
          .refine((label) => /\p{L}/u.test(labelKey(label)), { params: because('no-letter') }),
      )
      .min(1)
      .max(5),
  )
  .refine((all) => Object.keys(all).length === 1, { params: because('one-language') });

/** One element by one stable attribute, `[data-testid="price"]`: no position, no class, nothing around it. */
const selector = z.string().max(200).refine(isStableSelector, unstable);

function isStableSelector(text: string): boolean {
  const [, attribute = '', value = ''] = /^(?:[a-z][a-z0-9-]*)?\[([a-z][a-z0-9-]*)="([^"\\]+)"\]$/.exec(text) ?? [];
  return isStable(attribute, value);
}

/** The locators that can be taught: those which say what a field is called, and none that says where it stands. */
export const taughtLocatorSchema = z.discriminatedUnion('by', [
  z
    .strictObject({ by: z.literal('attribute'), attribute: z.string().max(60), value: z.string().max(200) })
    .refine(({ attribute, value }) => isStable(attribute, value), unstable),
  z.strictObject({ by: z.literal('group'), selector }),
  z.strictObject({ by: z.literal('part'), selector }),
  z.strictObject({ by: z.literal('label'), words }),
  z.strictObject({ by: z.literal('column'), words }),
  z.strictObject({ by: z.literal('pair'), words, within: selector.exactOptional() }),
]);

export type TaughtLocator = Extract<
  Locator,
  { readonly by: 'attribute' | 'group' | 'part' | 'label' | 'column' | 'pair' }
>;

/** Locators that find a field of the page itself, and those that find one within each row of a list. */
const ways: { readonly [place in 'page' | 'row']: ReadonlySet<Locator['by']> } = {
  page: new Set(['attribute', 'group', 'part', 'label', 'pair']),
  row: new Set(['part', 'column', 'pair']),
};

export function fitsIn(place: 'page' | 'row', locator: Pick<Locator, 'by'>): boolean {
  return ways[place].has(locator.by);
}

/** The words of a locator, null where it has none. */
export function wordsOf(locator: TaughtLocator): Words | null {
  return 'words' in locator ? locator.words : null;
}

/**
 * The language that words of a page are filed under: its first part, and with the region for Chinese, whose two
 * interfaces share no words. Null for what is no language.
 */
export function wordLanguage(pageLanguage: string): string | null {
  if (/^zh(?:-|$)/i.test(pageLanguage)) return /^zh-(?:TW|HK|MO|Hant)/i.test(pageLanguage) ? 'zh-TW' : 'zh-CN';
  return /^[a-z]{2}(?=-|$)/i.exec(pageLanguage)?.[0].toLowerCase() ?? null;
}
