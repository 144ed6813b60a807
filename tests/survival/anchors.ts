import type { PageGuide } from '../../entrypoints/background/consoles/guide.ts';
import type { Field, Fields, Locator } from '../../entrypoints/background/consoles/reader.ts';
import { keysOf, labelKey, type Words } from '../../entrypoints/console.content/reading/text.ts';
import type { TrueRecord } from './truth.ts';

/**
 * Whether anything that the guide knows of a field still stands on the page: one of its attributes, selectors, labels
 * or headers. Kept apart from the engine and generous: what it finds need not lead to the field without doubt.
 */
export class Anchors {
  readonly #page: Document;
  readonly #guide: PageGuide;
  readonly #texts = new Map<Element, ReadonlySet<string>>();

  constructor(page: Document, guide: PageGuide) {
    this.#page = page;
    this.#guide = guide;
  }

  leadTo(record: TrueRecord, field: string): boolean {
    const scope = record.isPage || !record.around?.isConnected ? this.#page.documentElement : record.around;
    return this.#fieldsNamed(field, record.isPage).some((found) =>
      found.at.some((at) => this.#stands(at, found, scope)),
    );
  }

  #fieldsNamed(name: string, isPage: boolean): Field[] {
    return this.#guide.layouts.flatMap(({ fields, rows }) => {
      const found = (isPage ? fields : rows?.fields)?.[name as keyof Fields];
      return found ? [found] : [];
    });
  }

  #stands(at: Locator, field: Field, scope: Element): boolean {
    const page = this.#page.documentElement;
    const hits = (selector: string) => matchesIn(scope, selector);
    switch (at.by) {
      case 'attribute':
        return hits(`[${at.attribute}="${CSS.escape(at.value)}"]`) || at.value.includes('#');
      case 'group':
        return hits(at.selector);
      case 'label':
        return this.#says(page, at.words);
      case 'choices':
      case 'has':
        return Object.values(field.choices ?? {}).some((words) => words && this.#says(scope, words));
      case 'own':
        return scope.hasAttribute(at.attribute);
      case 'part':
      case 'start':
        return hits(at.selector);
      case 'pair':
      case 'prefix':
        return (at.within === undefined || hits(at.within)) && this.#says(scope, at.words);
      case 'place':
        return hits(at.selector) && this.#says(scope, at.first);
      case 'column':
        return this.#says(page, at.words);
      case 'sort':
        return at.within === undefined || hits(at.within);
      case 'pattern':
        return (at.within === undefined || hits(at.within)) && (at.under === undefined || this.#says(page, at.under));
      case 'tally':
        return hits(at.within) && (!at.words || this.#says(scope, at.words));
      default:
        return true;
    }
  }

  /** Whether one of these words stands somewhere as a text of its own, before a colon, or as an attribute. */
  #says(scope: Element, words: Words): boolean {
    let texts = this.#texts.get(scope);
    if (!texts) {
      texts = textsIn(scope);
      this.#texts.set(scope, texts);
    }
    for (const key of keysOf(words)) if (texts.has(key)) return true;
    return false;
  }
}

const SPOKEN = ['aria-label', 'kat-aria-label', 'label', 'text', 'emphasis', 'value'];

function textsIn(scope: Element): ReadonlySet<string> {
  const found = new Set<string>();
  for (const element of elementsIn(scope)) {
    for (const name of SPOKEN) found.add(labelKey(element.getAttribute(name) ?? ''));
    const texts = [element.textContent ?? '', ...Array.from(element.childNodes, ({ nodeValue }) => nodeValue ?? '')];
    for (const text of texts) {
      if (text.length > 200) continue;
      found.add(labelKey(text));
      found.add(labelKey(text.split(/[:：]/, 1)[0] as string));
    }
  }
  found.delete('');
  return found;
}

function matchesIn(scope: Element, selector: string): boolean {
  if (scope.matches(selector)) return true;
  for (const element of elementsIn(scope)) if (element.matches(selector)) return true;
  return false;
}

function elementsIn(scope: Element | ShadowRoot): Element[] {
  const inside = [...scope.querySelectorAll('*')];
  const all = scope.nodeType === Node.ELEMENT_NODE ? [scope as Element, ...inside] : inside;
  return all.flatMap((element) => [element, ...(element.shadowRoot ? elementsIn(element.shadowRoot) : [])]);
}
