import { consoles } from '../../entrypoints/background/consoles/guides.ts';
import type { Reader } from '../../entrypoints/background/consoles/reader.ts';
import { labelKey, type Words } from '../../entrypoints/console.content/reading/text.ts';

/**
 * What words are: a label; one of several choices that the reader turns into a code; a text that is the value as it
 * stands; or what says that there is none.
 */
type Role = 'label' | 'choice' | 'text' | 'none';

interface Entry {
  readonly words: Words;
  readonly role: Role;
}

/** The words that the guide to one page kind knows, in every language. */
export class Vocabulary {
  readonly #entries: readonly Entry[];

  constructor(readerId: string) {
    const reader = Object.values(consoles)
      .flatMap(({ readers }) => readers)
      .find(({ id }) => id === readerId) as Reader;
    const found = new Map<Words, Role>();
    collectWords(reader.layouts, 'label', found);
    this.#entries = [...found].map(([words, role]) => ({ words, role }));
  }

  /** Whether a text is a word of the page's language, or English. */
  knows(text: string, language: string): boolean {
    return this.#meanings(text, language).length > 0;
  }

  /** Whether a text stands for a value: one of several choices, or that there is none. */
  hasChoice(text: string, language: string): boolean {
    return this.#meanings(text, language).some(({ role }) => role === 'choice' || role === 'none');
  }

  /** Whether a text is only ever a value. */
  isValue(text: string, language: string): boolean {
    return this.#meanings(text, language).every(({ role }) => role === 'none' || role === 'text');
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
    const meaning = meanings.find(({ role }) => (role === 'choice') === asChoice) ?? meanings[0];
    if (!meaning) return null;
    const there = meaning.words[to] ?? meaning.words.en;
    return there?.[Math.min(meaning.index, there.length - 1)] ?? null;
  }

  #meanings(text: string, language: string): (Entry & { readonly index: number })[] {
    const key = labelKey(text);
    if (key === '') return [];
    return this.#entries.flatMap(({ words, role }) =>
      Object.keys(words)
        .filter((tag) => tag === 'en' || isOf(tag, language))
        .map((tag) => ({ words, role, index: (words[tag] ?? []).findIndex((word) => labelKey(word) === key) }))
        .filter(({ index }) => index >= 0)
        // Its own language first.
        .reverse(),
    );
  }
}

function isOf(tag: string, language: string): boolean {
  return tag.toLowerCase() === language.toLowerCase() || tag.split('-')[0] === language.split('-')[0];
}

function collectWords(data: unknown, role: Role, found: Map<Words, Role>): void {
  if (typeof data !== 'object' || data === null) return;
  if (isWords(data)) {
    if (!found.has(data)) found.set(data, role);
    return;
  }
  const { kind } = data as { kind?: unknown };
  for (const [name, value] of Object.entries(data)) {
    const own = name === 'none' ? 'none' : name === 'known' ? 'text' : name === 'choices' ? choicesOf(kind) : role;
    collectWords(value, own, found);
  }
}

function choicesOf(kind: unknown): Role {
  return kind === 'text' ? 'text' : 'choice';
}

function isWords(data: object): data is Words {
  const entries = Object.entries(data);
  return (
    entries.length > 0 && entries.every(([tag, list]) => /^[a-z]{2}(-[A-Z]{2})?$/.test(tag) && Array.isArray(list))
  );
}
