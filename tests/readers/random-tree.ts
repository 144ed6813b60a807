import type { Guide } from '../../entrypoints/background/consoles/guide.ts';
import type { Locator } from '../../entrypoints/background/consoles/reader.ts';
import type { Snapshot } from '../../entrypoints/console.content/reading/reading.ts';
import { randomFrom } from '../survival/random.ts';
import { openPage, recordsOf } from '../tools/open-page.ts';

/** Random documents for the readers. Runs inside the browser, bundled with the readers themselves. */

/** A page to imitate: its guide says which selectors, attributes and words the readers look for. */
export interface Imitated {
  readonly address: string;
  readonly guide: Guide;
}

export interface FuzzResult {
  readonly seed: number;
  /** Address that was imitated. */
  readonly address: string;
  readonly page: string | null;
  /** Elements of the document. */
  readonly nodes: number;
  /** Time of all reading of this document, milliseconds. */
  readonly ms: number;
  readonly snapshot: Omit<Snapshot, 'sequence'> | null;
  /** What a reader threw; null where nothing was. */
  readonly thrown: string | null;
}

/** Builds and reads the documents of some seeds, one after the other. The same seed gives the same document. */
export function fuzzReaders(imitated: readonly Imitated[], from: number, count: number): FuzzResult[] {
  return Array.from({ length: count }, (_, index) => readRandom(imitated, from + index));
}

function readRandom(imitated: readonly Imitated[], seed: number): FuzzResult {
  const random = randomFrom(seed, 'tree');
  const { address, guide } = pick(random, imitated);
  const tree = new RandomTree(random, guide);
  tree.build(document.body);
  const nodes = document.querySelectorAll('*').length;
  const started = performance.now();
  try {
    const { page, snapshot } = readAll(tree, address, guide);
    return { seed, address, page, nodes, ms: performance.now() - started, snapshot, thrown: null };
  } catch (error) {
    const thrown = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
    return { seed, address, page: null, nodes, ms: performance.now() - started, snapshot: null, thrown };
  }
}

/** All that the script in the page asks of a reader, with a document that changes under it. */
function readAll(tree: RandomTree, address: string, guide: Guide) {
  const open = openPage(document, new URL(address), guide);
  const records = recordsOf(open);
  const { page, generation, language } = open;
  const snapshot = {
    page,
    generation,
    language,
    store: open.store(),
    keys: records.map(({ key }) => key),
    records,
    notices: open.notices(),
    settled: true,
    unsettled: [],
  };
  for (let round = 0; round < 3; round += 1) {
    tree.change();
    open.stillHere();
    for (const node of tree.some(5)) open.keyOf(node);
    for (const { key, fields } of records.slice(0, 3)) {
      for (const field of Object.keys(fields).slice(0, 5)) open.element(key, field);
      open.record(key);
    }
  }
  const at = tree.some(1)[0];
  const wanted = {
    page: page ?? '',
    record: records[0]?.key ?? 'page',
    field: Object.keys(records[0]?.fields ?? {})[0] ?? 'title',
  };
  if (at instanceof Element) {
    open.clues(at, wanted);
    open.probe(at, wanted, { by: 'label', words: { en: [tree.word()] } } as Locator);
  }
  return { page, snapshot };
}

type Random = () => number;

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

const TAGS =
  'div div div span span p section form label label legend fieldset table thead tbody tr tr th td td ul li a button h1 h2 svg template style script dialog details textarea select option input input input kat-input kat-label kat-textarea kat-dropdown kat-checkbox kat-radiobutton kat-date-picker kat-predictive-input kat-link kat-alert kat-table-row kat-table-cell kat-option x-panel'.split(
    ' ',
  );
const TYPES = 'text text number date checkbox radio hidden button password file email'.split(' ');
const VALUES = [
  '$19.99',
  '1.234,56 €',
  '¥30.00~69.00',
  '12',
  '30%',
  '-5',
  '2026-11-20',
  '20 Nov 2026',
  'B0DEMO0001',
  'DEMO-MUG-01',
  'true',
  'on',
  '',
  ' ',
  '​',
  '\u202e$5\u202c',
  '\ud83d',
  '<img src=x onerror="throw 1">',
  '٢٫٥٠',
  '９９．９０',
  '*:',
];
const NAMES =
  'name id data-testid data-sku for aria-label aria-labelledby aria-hidden label text emphasis value checked hidden slot role class href contenteditable rowspan colspan headers title data-value unique-id type state options'.split(
    ' ',
  );

class RandomTree {
  readonly #random: Random;
  readonly #words: readonly string[];
  readonly #selectors: readonly string[];
  readonly #values: readonly string[];
  #nodes: Node[] = [];

  constructor(random: Random, guide: Guide) {
    this.#random = random;
    const found = { words: [] as string[], selectors: [] as string[], values: [] as string[] };
    gather(guide, '', found);
    this.#words = found.words;
    this.#selectors = found.selectors;
    this.#values = [...found.values, 'page', 'x'];
  }

  build(body: HTMLElement): void {
    this.#nodes = [];
    const content = document.createElement('div');
    content.id = pick(this.#random, ['sc-content-container', 'page_container_id', 'GEC-main', 'other']);
    document.documentElement.lang = pick(this.#random, ['en-US', 'zh-CN', 'de-DE', '', 'x', '<b>']);
    body.replaceChildren(content);
    // The page's own landmarks and fields first, so that it is recognised often enough.
    const known = Math.floor(this.#random() * 12);
    for (let index = 0; index < known; index += 1) content.append(this.#matching(pick(this.#random, this.#selectors)));
    this.#fill(content, Math.ceil(this.#random() ** 2 * 200));
    if (this.#random() < 0.02) this.#deepen(content);
    if (this.#random() < 0.02)
      content.append(pick(this.#random, ['*', ': ', '\u200b', '$1,', '9', 'B0']).repeat(50_000));
  }

  /** Lets the page move on: nodes go, come and change their place, attributes and values. */
  change(): void {
    for (const node of this.some(6)) {
      const how = this.#random();
      if (how < 0.2) node.parentNode?.removeChild(node);
      else if (how < 0.4 && node instanceof Element) this.#decorate(node);
      else if (how < 0.6) this.#into(node, this.some(1)[0]);
      else if (node instanceof HTMLInputElement && node.type !== 'file') node.value = this.#text();
      else if (node instanceof Element) node.append(this.#text());
    }
  }

  #into(node: Node, parent: Node | undefined): void {
    for (let at = parent; at; at = at.parentNode ?? (at as ShadowRoot).host) if (at === node) return;
    if (parent instanceof Element) parent.append(node);
  }

  some(count: number): Node[] {
    return Array.from({ length: Math.min(count, this.#nodes.length) }, () => pick(this.#random, this.#nodes));
  }

  word(): string {
    return this.#words.length > 0 ? pick(this.#random, this.#words) : 'x';
  }

  #text(): string {
    const at = this.#random();
    if (at < 0.4) return pick(this.#random, VALUES);
    const word = this.word();
    return at < 0.8
      ? word
      : at < 0.9
        ? `* ${word.toUpperCase()}：`
        : `${word} ${pick(this.#random, VALUES)} ${this.word()}`;
  }

  #fill(top: Element, count: number): void {
    let at: Element | ShadowRoot = top;
    for (let index = 0; index < count; index += 1) {
      const element = this.#element();
      at.append(element);
      if (this.#random() < 0.5) element.append(this.#text());
      if (this.#random() < 0.05) element.append(this.#matching(pick(this.#random, this.#selectors)));
      const next = this.#random();
      if (next < 0.45) at = element;
      else if (next < 0.5 && element.localName.includes('-') && !element.shadowRoot)
        at = element.attachShadow({ mode: 'open' });
      else if (next < 0.65) at = at === top ? top : ((at instanceof ShadowRoot ? at.host : at.parentElement) ?? top);
      else if (next < 0.68) at = top;
    }
  }

  #element(): Element {
    const name = pick(this.#random, TAGS);
    const element = document.createElement(name);
    this.#nodes.push(element);
    if (element instanceof HTMLInputElement) element.type = pick(this.#random, TYPES);
    this.#decorate(element);
    return element;
  }

  #decorate(element: Element): void {
    for (let count = Math.floor(this.#random() * 4); count > 0; count -= 1) {
      const name = pick(this.#random, NAMES);
      if (name === 'type') continue;
      element.setAttribute(name, this.#random() < 0.5 ? pick(this.#random, this.#values) : this.#text());
    }
    if ('value' in element && this.#random() < 0.6 && (element as HTMLInputElement).type !== 'file')
      (element as HTMLInputElement).value = this.#text();
    // What a framework keeps on its elements may be of any kind.
    if (element.localName.startsWith('kat-') && this.#random() < 0.4)
      Object.assign(element, { value: pick<unknown>(this.#random, [null, 5, {}, [], undefined, this.#text()]) });
  }

  /** An element that a selector would find, as far as its parts are simple. */
  #matching(selector: string): Element {
    const [first = 'div'] = selector.split(',');
    const parts = first.trim().split(/\s*[\s>+~]\s*(?![^[]*\])/u);
    const made = parts.map((part) => this.#matchingPart(part));
    for (const [index, element] of made.entries()) made[index - 1]?.append(element);
    const last = made.at(-1) as Element;
    if (this.#random() < 0.7) last.append(this.#text());
    if (this.#random() < 0.3) this.#fill(last, 4);
    return made[0] as Element;
  }

  #matchingPart(part: string): Element {
    const tag = /^[a-z][a-z0-9-]*/u.exec(part)?.[0] ?? pick(this.#random, TAGS);
    const element = document.createElement(tag);
    this.#nodes.push(element);
    for (const [, name, , value = ''] of part.matchAll(/\[([\w-]+)(?:([~|^$*]?=)["']?([^"'\]]*)["']?)?\]/gu))
      element.setAttribute(name as string, value);
    for (const [, id] of part.matchAll(/#([\w-]+)/gu)) element.id = id as string;
    for (const [, name] of part.matchAll(/\.([\w-]+)/gu)) element.classList.add(name as string);
    return element;
  }

  /** As deep as a parser makes it. What scripts nest some thousand levels deep crashes Chromium itself. */
  #deepen(top: Element): void {
    let at = top;
    for (let depth = 0; depth < 500; depth += 1) at = at.appendChild(document.createElement('div'));
    at.append(this.#element(), this.#text());
    this.#nodes.push(at);
  }
}

/** All words, selectors and attribute values of a guide. */
function gather(
  value: unknown,
  name: string,
  found: { readonly words: string[]; readonly selectors: string[]; readonly values: string[] },
): void {
  if (typeof value === 'string') {
    if (/selector|within|picker|twin|requiredWith|sellerName|country/u.test(name)) found.selectors.push(value);
    else if (name === 'value' || name === 'start') found.values.push(value.replace('#', '0'));
    else found.words.push(value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const { by, attribute, value: named } = value as { by?: string; attribute?: string; value?: string };
  if (by === 'attribute' && attribute && named)
    found.selectors.push(
      `[${attribute}="${named.replace('#', '0')}"]`,
      `input[${attribute}="${named.replace('#', '0')}"]`,
    );
  for (const [key, part] of Object.entries(value)) gather(part, Array.isArray(value) ? name : key, found);
}
