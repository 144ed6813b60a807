import type { StoragePlace, StoreGuide } from '../../background/consoles/guide.ts';
import type { StoreMark, StoreSignals } from './reading.ts';
import { labelKey, visibleText } from './text.ts';

/** Reads one document's evidence about its shop, repeatedly; what cannot change is read once. */
export class Store {
  readonly #document: Document;
  readonly #address: URL;
  readonly #guide: StoreGuide;
  #globals: string[] = [];
  #scripts = -1;

  constructor(document: Document, address: URL, guide: StoreGuide) {
    this.#document = document;
    this.#address = address;
    this.#guide = guide;
  }

  signals(): StoreSignals {
    const { sellerName, sellerId, siteParameters, country, picker, storage } = this.#guide;
    const { selector, attribute = '', parameter } = sellerId;
    const shown = selector && this.#document.querySelector(selector)?.getAttribute(attribute);
    const marks: StoreMark[] = [];
    const add = (by: StoreMark['by'], text: string | null | undefined): void => {
      if (text) marks.push({ by, text: text.slice(0, 200) });
    };
    for (const id of this.#pageGlobals()) add('page-global', id);
    for (const parameter of siteParameters) add('address', this.#address.searchParams.get(parameter));
    for (const selector of country) add('header', labelKey(this.#first([selector])));
    const list = picker && this.#document.querySelector<HTMLSelectElement>(picker);
    if (list) add('picker', list.options[list.selectedIndex]?.textContent);
    add('storage', stored(storage?.site));
    const asked = this.#address.searchParams.get(parameter);
    const kept = stored(storage?.sellerId);
    // Tabs of one host share their storage: it may belong to another tab's shop.
    const isOther = asked && kept && asked !== kept;
    return {
      sellerName: this.#first(sellerName) || (isOther ? null : stored(storage?.sellerName)),
      sellerId: shown || (isOther ? null : (asked ?? kept)),
      marks,
    };
  }

  #first(selectors: readonly string[]): string {
    for (const selector of selectors) {
      const text = visibleText(this.#document.querySelector(selector)?.textContent ?? '');
      if (text !== '') return text;
    }
    return '';
  }

  /**
   * Marketplace ids in `ue_mid = '…'`. A content script cannot access the page's globals, only the text of its scripts.
   */
  #pageGlobals(): readonly string[] {
    const { scripts } = this.#document;
    if (scripts.length === this.#scripts) return this.#globals;
    this.#scripts = scripts.length;
    const { pageGlobal } = this.#guide;
    if (!pageGlobal) return [];
    const found = new Set<string>();
    for (const script of scripts) {
      const [before = '', ...others] = script.hasAttribute('src') ? [] : script.text.split(pageGlobal);
      let left = before;
      for (const right of others) {
        const [, id] = /^\s*=\s*['"]([A-Z0-9]+)['"]/.exec(right) ?? [];
        if (id && !/\w/.test(left.slice(-1))) found.add(id);
        left = right;
      }
    }
    this.#globals = [...found];
    return this.#globals;
  }
}

/** The text at the first of these places that has one. */
function stored(places: readonly StoragePlace[] = []): string | null {
  for (const { key, path } of places) {
    try {
      const entry = localStorage.getItem(key);
      const text = path && entry ? path.split('.').reduce((at, name) => at?.[name], JSON.parse(entry)) : entry;
      if (text) return `${text}`;
    } catch {
      // No storage here, or something else in its place.
    }
  }
  return null;
}
