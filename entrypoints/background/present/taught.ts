import { marketplaces } from '../../../rules/engine/sites.ts';
import type { PresentedTaughtField } from '../messages/teach.ts';
import type { Language } from '../messages/words.ts';
import { marketplaceOf } from '../page/page-fields.ts';
import { type TaughtField, taughtId } from '../teaching/taught-fields.ts';
import type { TaughtLocator } from '../teaching/taught-locators.ts';
import { factHeading, type InterfaceText, interfaceText } from './messages.ts';
import { pageName } from './pages.ts';
import { day, list } from './values.ts';

/** Describes how a taught field is found: "the field labelled “Discount”". */
export function foundBy(locator: TaughtLocator, language: Language): string {
  switch (locator.by) {
    case 'label':
    case 'column':
    case 'pair':
      return interfaceText(language, byWords[locator.by], {
        words: list(language, Object.values(locator.words).flat()),
      });
    case 'attribute':
      return interfaceText(language, 'foundAttribute', { value: locator.value });
    default:
      return interfaceText(language, 'foundPart', { value: /"([^"]+)"/.exec(locator.selector)?.[1] ?? '' });
  }
}

/** The same for a built-in locator, given its name: `label:coupon budget`, `name:item_name`, `part:…`. */
export function foundByName(name: string, language: Language): string {
  const [way = '', ...rest] = name.split(':');
  const what = rest.join(':');
  if (Object.hasOwn(byWords, way))
    return interfaceText(language, byWords[way as keyof typeof byWords], { words: what });
  return way === 'name' || way === 'id'
    ? interfaceText(language, 'foundAttribute', { value: what })
    : interfaceText(language, 'foundDocumented');
}

const byWords = { label: 'foundLabel', column: 'foundColumn', pair: 'foundPair' } as const satisfies Record<
  string,
  InterfaceText
>;

export function presentTaught(field: TaughtField, language: Language): PresentedTaughtField {
  return {
    id: taughtId(field),
    marketplace: marketplaceOf(field.page) ?? marketplaces[0],
    page: pageName(field.page, language),
    label: factHeading(language, field.field),
    language: field.language,
    found: foundBy(field.locator, language),
    day: day(language, field.taught),
    field,
  };
}
