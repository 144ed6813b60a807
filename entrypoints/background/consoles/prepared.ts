import { keysOf, type Words } from '../../console.content/reading/text.ts';
import type { Field, FieldLocator, Fields, Layout } from './reader.ts';

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

/** A layout of one language with all that can be worked out beforehand, so that no page has to do it. */
export function prepared(layout: Layout): Layout {
  const { fields, rows } = layout;
  return {
    ...layout,
    ...(fields ? { fields: eachPrepared(fields) } : {}),
    ...(rows ? { rows: { ...rows, fields: eachPrepared(rows.fields) } } : {}),
  };
}

function eachPrepared(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, preparedField(field)]));
}

function preparedField(field: Field): Field {
  const { kind, at, choices = {}, known, none, notGiven } = field;
  const names = keysOfAll([...Object.values(choices), known]);
  // An empty text is no text with a remark beside it.
  const said = [...names, ...keysOfAll([kind === 'text' ? undefined : none, notGiven])];
  return {
    ...field,
    at: at.map((locator) => ({ ...locator, via: nameOf(locator) })),
    ...(names.length > 0 ? { names } : {}),
    ...(said.length > 0 ? { said } : {}),
  };
}

function keysOfAll(words: readonly (Words | undefined)[]): string[] {
  return [...new Set(words.flatMap((one) => (one ? [...keysOf(one)] : [])))];
}
