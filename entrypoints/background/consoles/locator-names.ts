import { keysOf, type Words } from '../../console.content/reading/text.ts';
import type { FieldLocator, Fields, Layout } from './reader.ts';

/** `name:item_name-0-value`, `taught:label:discount`: the locator that produced the value, for diagnosis. */
export function nameOf(locator: FieldLocator): string {
  const { by, attribute, value, parameter, selector, sort, words, taught } = locator as {
    readonly by: string;
    readonly words?: Words;
    readonly taught?: true;
  } & { readonly [name in 'attribute' | 'value' | 'parameter' | 'selector' | 'sort']?: string };
  const way = (taught ? 'taught:' : '') + (by === 'attribute' ? attribute : by);
  const what = value ?? parameter ?? selector ?? sort ?? (words ? [...keysOf(words)][0] : attribute);
  return what ? `${way}:${what}` : way;
}

/** A layout whose locators carry their names, so that no page has to put them together. */
export function withNames(layout: Layout): Layout {
  const { fields, rows } = layout;
  return {
    ...layout,
    ...(fields ? { fields: named(fields) } : {}),
    ...(rows ? { rows: { ...rows, fields: named(rows.fields) } } : {}),
  };
}

function named(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { ...field, at: field.at.map((locator) => ({ ...locator, via: nameOf(locator) })) },
    ]),
  );
}
