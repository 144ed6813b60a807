/**
 * Shared by packed values: words by index, and property names of objects. Append-only, so earlier values can still be
 * unpacked.
 */
export interface Dictionary {
  readonly words: string[];
  readonly shapes: string[][];
}

/** A page cannot grow it without end: words beyond this are written out. */
const MOST_WORDS = 4000;
const MOST_SHAPES = 1000;

/** Properties whose few texts repeat: how a field was found, which rule, which field. */
const REPEATED: ReadonlySet<string> = new Set(['via', 'rule', 'message', 'topic', 'level', 'severity', 'day', 'field']);
/** Prefix of a word's index; a text that starts with it gets a second one. */
const WORD = '~';
const LIST = -1;
/** Marks an object whose property names are written out. */
const ALONE = -2;

/**
 * Packs values into JSON that states shared parts only once. The browser charges an object in session storage at about
 * 2.5 times its JSON, and a list row is mostly names and locators: packed, it takes a tenth.
 */
export class Packer {
  readonly dictionary: Dictionary;
  readonly #words: Map<string, number>;
  readonly #shapes: Map<string, number>;

  constructor(dictionary: Dictionary = { words: [], shapes: [] }) {
    this.dictionary = dictionary;
    this.#words = new Map(dictionary.words.map((word, place) => [word, place]));
    this.#shapes = new Map(dictionary.shapes.map((names, place) => [JSON.stringify(names), place]));
  }

  pack(value: unknown): string {
    return JSON.stringify(this.#packed(value, false));
  }

  unpack(text: string): unknown {
    return this.#unpacked(JSON.parse(text));
  }

  #packed(value: unknown, isRepeated: boolean): unknown {
    if (typeof value === 'string') return this.#text(value, isRepeated);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return [LIST, ...value.map((item) => this.#packed(item, isRepeated))];
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    const names = entries.map(([name]) => name);
    const parts = entries.map(([name, part]) => this.#packed(part, REPEATED.has(name)));
    const shape = placeOf(this.#shapes, this.dictionary.shapes, JSON.stringify(names), names, MOST_SHAPES);
    return shape === null ? [ALONE, names, ...parts] : [shape, ...parts];
  }

  #text(text: string, isRepeated: boolean): string {
    const place = isRepeated ? placeOf(this.#words, this.dictionary.words, text, text, MOST_WORDS) : null;
    if (place !== null) return WORD + place.toString(36);
    return text.startsWith(WORD) ? WORD + text : text;
  }

  #unpacked(value: unknown): unknown {
    if (typeof value === 'string') return this.#written(value);
    if (!Array.isArray(value)) return value;
    const [kind, ...parts] = value;
    if (kind === LIST) return parts.map((part) => this.#unpacked(part));
    const names = kind === ALONE ? (parts.shift() as string[]) : (this.dictionary.shapes[kind] ?? []);
    return Object.fromEntries(names.map((name, index) => [name, this.#unpacked(parts[index])]));
  }

  #written(text: string): string {
    if (!text.startsWith(WORD)) return text;
    const rest = text.slice(WORD.length);
    return rest.startsWith(WORD) ? rest : (this.dictionary.words[Number.parseInt(rest, 36)] ?? '');
  }
}

/** The index of an entry, appending it if there is room; null if not. */
function placeOf<Entry>(
  places: Map<string, number>,
  entries: Entry[],
  key: string,
  entry: Entry,
  most: number,
): number | null {
  const known = places.get(key);
  if (known !== undefined) return known;
  if (entries.length >= most) return null;
  places.set(key, entries.length);
  return entries.push(entry) - 1;
}
