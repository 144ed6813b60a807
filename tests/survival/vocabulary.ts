import { consoles } from '../../entrypoints/console.content/guides.ts';
import type { Reader } from '../../entrypoints/console.content/reading/reader.ts';
import { labelKey, type Words } from '../../entrypoints/console.content/reading/text.ts';

/** The words that the guide to one page kind knows, in every language. */
export class Vocabulary {
  readonly #entries: readonly { readonly words: Words; readonly isChoice: boolean }[];

  constructor(readerId: string) {
    const reader = Object.values(consoles)
      .flatMap(({ readers }) => readers)
      .find(({ id }) => id === readerId) as Reader;
    const found = new Map<Words, boolean>();
    collectWords(reader.layouts, false, found);
    this.#entries = [...found].map(([words, isChoice]) => ({ words, isChoice }));
  }

  /** Whether a text is a word of the page's language, or English. */
  knows(text: string, language: string): boolean {
    return this.#meanings(text, language).length > 0;
  }

  /** Whether a text is one of several choices, or says that there is none. */
  hasChoice(text: string, language: string): boolean {
    return this.#meanings(text, language).some(({ isChoice }) => isChoice);
  }

  /** Languages in which at least one word of the page is documented, without the one it is in. */
  languagesBeside(language: string): string[] {
    const tags = new Set(this.#entries.flatMap(({ words }) => Object.keys(words)));
    return [...tags].filter((tag) => !isOf(tag, language)).sort();
  }

  /**
   * A word in another language, or in English where it is not documented there; null when it is no word of the page.
   * @param asChoice whether it names one of several choices
   */
  translated(text: string, from: string, to: string, asChoice: boolean): string | null {
    const meanings = this.#meanings(text, from);
    const meaning = meanings.find(({ isChoice }) => isChoice === asChoice) ?? meanings[0];
    if (!meaning) return null;
    const there = meaning.words[to] ?? meaning.words.en;
    return there?.[Math.min(meaning.index, there.length - 1)] ?? null;
  }

  #meanings(text: string, language: string): { words: Words; isChoice: boolean; index: number }[] {
    const key = labelKey(text);
    if (key === '') return [];
    return this.#entries.flatMap(({ words, isChoice }) =>
      Object.keys(words)
        .filter((tag) => tag === 'en' || isOf(tag, language))
        .map((tag) => ({ words, isChoice, index: (words[tag] ?? []).findIndex((word) => labelKey(word) === key) }))
        .filter(({ index }) => index >= 0)
        // Its own language first.
        .reverse(),
    );
  }
}

function isOf(tag: string, language: string): boolean {
  return tag.toLowerCase() === language.toLowerCase() || tag.split('-')[0] === language.split('-')[0];
}

function collectWords(data: unknown, isChoice: boolean, found: Map<Words, boolean>): void {
  if (typeof data !== 'object' || data === null) return;
  if (isWords(data)) {
    if (!found.has(data)) found.set(data, isChoice);
    return;
  }
  for (const [name, value] of Object.entries(data))
    collectWords(value, isChoice || name === 'choices' || name === 'none', found);
}

function isWords(data: object): data is Words {
  const entries = Object.entries(data);
  return (
    entries.length > 0 && entries.every(([tag, list]) => /^[a-z]{2}(-[A-Z]{2})?$/.test(tag) && Array.isArray(list))
  );
}
