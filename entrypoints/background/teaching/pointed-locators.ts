import type { Locator } from '../consoles/reader.ts';
import type { PointedClues } from '../messages/teach.ts';
import { isStable } from './stable.ts';

/**
 * Locators for an element that the seller pointed at, in order of trust: a stable attribute, its label, the header above
 * it. Never a position or a class. Empty if nothing identifies it.
 * @param language BCP 47 of the page's text
 */
export function pointedLocators(clues: PointedClues, language: string): Locator[] {
  const words = (key: string) => ({ [language.slice(0, 2).toLowerCase()]: [key] });
  const named = clues.attributes.filter(({ name, value }) => isStable(name, value));
  const selectors = named.map(({ name, value }) => `[${name}="${value}"]`);
  if (clues.isControl && !clues.inRow)
    return [
      ...named
        .filter(({ isOwn }) => isOwn)
        .map(({ name, value }) => ({ by: 'attribute', attribute: name, value }) as const),
      ...clues.labels.filter(isWord).map((label) => ({ by: 'label', words: words(label) }) as const),
      ...selectors.map((selector) => ({ by: 'group', selector }) as const),
    ];
  return [
    ...selectors.map((selector) => ({ by: 'part', selector }) as const),
    ...[clues.header].filter(isWord).map((header) => ({ by: 'column', words: words(header) }) as const),
    ...[clues.before].filter(isWord).map((label) => ({ by: 'pair', words: words(label) }) as const),
  ];
}

function isWord(key: string): boolean {
  return /\p{L}/u.test(key) && key.length <= 80;
}
