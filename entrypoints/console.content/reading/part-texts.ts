import { joined, linesOf } from './amounts.ts';
import type { Item } from './items.ts';
import { addTo } from './lists-by-key.ts';
import { labelKey } from './text.ts';
import type { Hit } from './value.ts';

/**
 * The contents of one part of a row. Every field of the row searches the same texts, so their lookup by label, by the
 * words before a colon and by line is built once, on first use.
 */
export class PartTexts {
  readonly items: readonly Item[];
  #texts: readonly Item[] | undefined;
  #labels: ReadonlyMap<string, readonly number[]> | undefined;
  #prefixes: ReadonlyMap<string, readonly number[]> | undefined;
  #spans: readonly (readonly TextSpan[])[] | undefined;

  constructor(items: readonly Item[]) {
    this.items = items;
  }

  /** The items that are not controls. */
  get texts(): readonly Item[] {
    this.#texts ??= this.items.filter(({ isControl }) => !isControl);
    return this.#texts;
  }

  /** Indices of items whose text is one of these label keys, ascending. */
  labelled(keys: Iterable<string>): number[] {
    this.#labels ??= indexed(this.items, ({ text, isControl }) => (isControl ? undefined : labelKey(text)));
    return placesOf(this.#labels, keys);
  }

  /** Indices of items whose text up to its first colon is one of these label keys, ascending. */
  prefixed(keys: Iterable<string>): number[] {
    this.#prefixes ??= indexed(this.items, ({ text }) => {
      const end = colonIn(text);
      return end > 0 ? labelKey(text.slice(0, end)) : undefined;
    });
    return placesOf(this.#prefixes, keys);
  }

  /**
   * Matches of a form in single texts, otherwise in lines, otherwise in everything: its first group, or the whole text.
   */
  matching(form: RegExp): Hit[] {
    for (const spans of this.#all()) {
      const hits = spans.flatMap(({ element, text }) => {
        const found = form.exec(text);
        return found ? [{ element, text: found[1] ?? text }] : [];
      });
      if (hits.length > 0) return hits;
    }
    return [];
  }

  /** Everything {@link matching} searches, one line each. */
  lines(): string {
    return this.#all()
      .flat()
      .map(({ text }) => text)
      .join('\n');
  }

  #all(): readonly (readonly TextSpan[])[] {
    this.#spans ??= spansOf(this.texts);
    return this.#spans;
  }
}

interface TextSpan {
  readonly element: Element;
  readonly text: string;
}

/** Single texts, lines, and everything together. Most parts contain one text, which is all three. */
function spansOf(texts: readonly Item[]): readonly (readonly TextSpan[])[] {
  if (texts.length < 2) return [texts];
  const lines = linesOf(texts).filter((line) => line.length > 1 && line.length < texts.length);
  return [texts, lines.map(spanOf), [spanOf(texts)]];
}

function spanOf(texts: readonly Item[]): TextSpan {
  return { element: (texts[0] as Item).element, text: joined(texts) };
}

/** Index of the first colon of a text, full-width or half-width; -1 if there is none. */
export function colonIn(text: string): number {
  return text.search(/[:：]/);
}

function indexed(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (key !== undefined) addTo(places, key, index);
  }
  return places;
}

function placesOf(places: ReadonlyMap<string, readonly number[]>, keys: Iterable<string>): number[] {
  const found: number[] = [];
  for (const key of keys) found.push(...(places.get(key) ?? []));
  return found.length > 1 ? found.sort((a, b) => a - b) : found;
}
