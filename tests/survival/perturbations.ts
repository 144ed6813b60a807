import { oncePerText } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a change may know of the page, so that it takes away what leads to a value and never the value. */
export interface Scene {
  readonly page: Document;
  /** The page itself, without the console's frame around it, which says which store it is. */
  readonly content: Element;
  /** From 0 to 1, the same again for the same seed. */
  readonly random: () => number;
  /** Whether an element is the value of a field, or holds one. */
  readonly holdsValue: (element: Element) => boolean;
  /** BCP 47. */
  readonly language: string;
  /** Words of the page kind; null where the page is none. */
  readonly vocabulary: Vocabulary | null;
}

export interface Perturbation {
  /**
   * `one`: a release of the console changes one thing, and another way to each field may be left. `several`: more than
   * one way to a field goes at once, or the page is broken; nothing may be wrong, but much may be unreadable.
   */
  readonly extent: 'one' | 'several';
  /** The page changes after it was opened and read. */
  readonly whileOpen?: true;
  readonly apply: (scene: Scene) => void;
}

const TEST_IDS = [
  'data-testid',
  'data-test-id',
  'data-id',
  'data-tid',
  'data-name',
  'data-column',
  'data-report-click-text',
];
const ACCESSIBLE = ['aria-label', 'kat-aria-label', 'aria-labelledby'];

const TABLE_CELLS = 'td,[role=cell]';

/** One amount with two decimals: what stands before it, its whole, its fraction, and what stands behind it. */
const SPLIT_AMOUNT = /^\s*([$€£¥₱]?)(\d[\d,]*)(\.\d\d)((?:\s?(?:€|₫|CNY|USD))?)\s*$/;
const AMOUNT = /^\s*[$€£¥₱]?\s?\d[\d.,]*\s?(?:€|₫|CNY|USD)?\s*$/;

/** How a page may change without telling us. Each works on an open document, in the browser. */
export const perturbations = {
  none: { extent: 'one', apply: () => {} },

  'class hashes changed': {
    extent: 'one',
    apply({ page, random }) {
      for (const element of page.querySelectorAll('[class]')) {
        const renamed = classOf(element).replace(
          /(--|__)(_?)\w+(?=\s|$)/g,
          (_all, mark, more) => mark + more + hashOf(random),
        );
        element.setAttribute('class', renamed.replace(/_\d+-\d+-\d+(?=\s|$)/g, `_5-${Math.ceil(random() * 900)}-0`));
      }
    },
  },

  'classes renamed': {
    extent: 'one',
    apply({ content, random }) {
      const renames = oncePerText(random, 0.7);
      const names = new Map<string, string>();
      for (const element of within(content, '[class]')) {
        const renamed = classOf(element)
          .split(/\s+/)
          .map((name) => {
            if (!renames(name)) return name;
            if (!names.has(name)) names.set(name, `c${random().toString(36).slice(2, 8)}`);
            return names.get(name);
          });
        element.setAttribute('class', renamed.join(' '));
      }
      // Its styles go with a class.
      for (const style of content.ownerDocument.querySelectorAll('style'))
        style.textContent = (style.textContent ?? '').replace(/\.([\w-]+)/g, (all, name) => {
          const renamed = names.get(name);
          return renamed ? `.${renamed}` : all;
        });
    },
  },

  'class names that share a stem': {
    extent: 'one',
    apply({ content, random }) {
      for (const element of within(content, '[class]')) {
        const [, stem, suffix] = /^(\S*?[a-z])((?:--|__|_\d)\S*)$/i.exec(classOf(element).split(/\s+/)[0] ?? '') ?? [];
        if (!stem) continue;
        const family = [...element.children, ...(element.parentElement?.children ?? [])];
        for (const one of family.filter((one) => one !== element && random() < 0.5))
          one.setAttribute('class', `${classOf(one)} ${stem}${random() < 0.5 ? 'Left' : 'Desc'}${suffix}`.trim());
      }
    },
  },

  'elements wrapped': {
    extent: 'one',
    apply({ page, content, random }) {
      for (const element of within(content, '*')) {
        if (random() > 0.3 || element.closest('table,kat-table,select,ol,ul,fieldset,kat-radiobutton')) continue;
        const wrapper = page.createElement('div');
        element.replaceWith(wrapper);
        wrapper.append(element);
      }
    },
  },

  'text wrapped': {
    extent: 'one',
    apply({ page, content, random }) {
      for (const element of within(content, 'td,th,label,legend,span,b,p,[role=cell],[role=columnheader]')) {
        if (random() > 0.4 || element.closest('[contenteditable]')) continue;
        const wrapper = page.createElement('span');
        wrapper.append(...element.childNodes);
        element.append(wrapper);
      }
    },
  },

  'ids dropped': {
    extent: 'one',
    apply: ({ content, random }) => {
      for (const element of within(content, '[id]')) if (random() < 0.6) element.removeAttribute('id');
    },
  },

  'names dropped': {
    extent: 'one',
    apply: ({ content, random }) => {
      for (const element of within(content, '[name]:not([type=radio],kat-radiobutton)'))
        if (random() < 0.6) element.removeAttribute('name');
    },
  },

  'test ids dropped': {
    extent: 'one',
    apply({ content, random }) {
      const drops = oncePerText(random, 0.6);
      for (const element of within(content, '*')) {
        for (const name of TEST_IDS)
          if (element.hasAttribute(name) && drops(`${name} ${element.getAttribute(name)}`))
            element.removeAttribute(name);
      }
    },
  },

  'placeholders changed': {
    extent: 'one',
    apply({ content, random }) {
      const changes = oncePerText(random, 0.6);
      for (const element of within(content, '[placeholder]')) {
        const text = element.getAttribute('placeholder') as string;
        if (changes(text)) element.setAttribute('placeholder', `… ${text.length}`);
      }
    },
  },

  'accessible names dropped': {
    extent: 'one',
    apply: ({ content, random }) => {
      for (const element of within(content, ACCESSIBLE.map((name) => `[${name}]`).join())) {
        if (random() < 0.5) for (const name of ACCESSIBLE) element.removeAttribute(name);
      }
    },
  },

  'labels dropped': { extent: 'one', apply: (scene) => changeLabels(scene, 0.3, () => '') },

  'labels reworded': {
    extent: 'one',
    apply(scene) {
      let count = 0;
      changeLabels(scene, 0.5, () => `Übersetzt ${++count}`);
    },
  },

  translated: {
    extent: 'one',
    apply(scene) {
      const { page, vocabulary, language, random } = scene;
      const languages = vocabulary?.languagesBeside(language) ?? [];
      const to = languages[Math.floor(random() * languages.length)];
      if (!vocabulary || !to) return;
      changeLabels(scene, 1, (text, asChoice) => vocabulary.translated(text, language, to, asChoice) ?? text, true);
      page.documentElement.lang = to;
    },
  },

  'moved into a shadow root': {
    extent: 'one',
    apply({ page, content, random }) {
      for (const element of within(content, 'div:has(kat-input,input,kat-textarea)')) {
        if (random() > 0.15 || !element.parentNode) continue;
        const host = page.createElement('x-panel');
        element.replaceWith(host);
        host.attachShadow({ mode: 'open' }).append(element);
      }
    },
  },

  'fields duplicated': {
    extent: 'one',
    apply({ content, random }) {
      const fields =
        'kat-input,kat-textarea,kat-predictive-input,kat-dropdown,kat-date-picker,label:has(input:not([type=radio]))';
      for (const element of within(content, fields)) {
        if (random() > 0.3) continue;
        const copy = element.cloneNode(true) as Element;
        for (const input of [copy, ...copy.querySelectorAll('input')]) {
          if (input.hasAttribute('value')) input.setAttribute('value', `${Math.ceil(random() * 90)}.11`);
        }
        const row = element.closest('.kat-row') ?? element;
        row.parentElement?.append(copy);
      }
    },
  },

  'columns reordered': {
    extent: 'one',
    apply({ page, random }) {
      // Cells that span, and headers in a table of their own, cannot be moved one row at a time.
      for (const table of page.querySelectorAll('table:has(th):has(td):not(:has([rowspan],[colspan]))')) {
        const order = Array.from(table.querySelector('tr')?.children ?? [], () => random());
        for (const row of table.querySelectorAll('tr')) {
          const cells = [...row.children];
          if (cells.length !== order.length || cells.some((cell) => cell.getAttribute('scope') === 'row')) continue;
          row.append(
            ...cells.sort((a, b) => (order[[...cells].indexOf(a)] ?? 0) - (order[[...cells].indexOf(b)] ?? 0)),
          );
        }
      }
    },
  },

  'a column added': {
    extent: 'one',
    apply({ page, random }) {
      for (const table of simpleTables(page)) {
        const at = Math.floor(random() * (table.querySelector('tr')?.children.length ?? 1));
        for (const row of table.querySelectorAll('tr')) {
          const cell = page.createElement(row.closest('thead') ? 'th' : 'td');
          cell.textContent = row.closest('thead') ? 'Forecast' : `$${(random() * 90).toFixed(2)}`;
          row.children[at]?.before(cell);
        }
      }
    },
  },

  'a column taken away': {
    extent: 'one',
    apply({ page, random }) {
      for (const table of simpleTables(page)) {
        const count = table.querySelector('tr')?.children.length ?? 0;
        const at = Math.floor(random() * count);
        for (const row of table.querySelectorAll('tr')) if (row.children.length === count) row.children[at]?.remove();
      }
    },
  },

  'rows reordered': {
    extent: 'one',
    apply({ content, random }) {
      for (const rows of listsIn(content, random)) rows[0]?.parentElement?.append(...rows);
    },
  },

  'rows recycled': {
    extent: 'one',
    whileOpen: true,
    // A virtual list shows other records in the elements it has.
    apply({ content, random }) {
      for (const rows of listsIn(content, random)) {
        const places = [...(rows[0]?.parentElement?.children ?? [])].filter((row) => rows.includes(row));
        const shown = places.map((row) => ({ said: saidBy(row), held: [...row.childNodes] }));
        for (const [index, row] of places.entries()) show(row, shown[places.indexOf(rows[index] as Element)]);
      }
    },
  },

  'other amounts nearby': {
    extent: 'one',
    apply({ page, content, random }) {
      for (const element of within(content, 'kat-input,td,.item span')) {
        if (random() > 0.25) continue;
        const hint = page.createElement('span');
        hint.textContent = `Suggested: $${(random() * 90).toFixed(2)}`;
        element.after(hint);
      }
    },
  },

  'tags before amounts': {
    extent: 'one',
    apply: (scene) => addTags(scene, (box, tag) => box.prepend(tag)),
  },

  'tags behind amounts': {
    extent: 'one',
    apply: (scene) => addTags(scene, (box, tag) => box.append(tag)),
  },

  'remarks behind ids': {
    extent: 'one',
    apply({ page, content, random }) {
      for (const cell of within(content, TABLE_CELLS)) {
        if (random() > 0.7 || !/^\s*(?:HJD)?\d{6,}\s*$/.test(cell.textContent ?? '')) continue;
        const remark = page.createElement('div');
        remark.textContent = random() < 0.5 ? '示例备注' : 'Demo remark';
        cell.append(remark);
      }
    },
  },

  'amounts split over elements': {
    extent: 'one',
    apply({ page, content, random }) {
      for (const box of within(content, `${TABLE_CELLS},td span,td div,td p`)) {
        const [, ...parts] = box.childElementCount === 0 ? (SPLIT_AMOUNT.exec(box.textContent ?? '') ?? []) : [];
        if (parts.length === 0 || random() > 0.7) continue;
        box.replaceChildren(
          ...parts.filter(Boolean).map((part) => {
            const piece = page.createElement('span');
            piece.textContent = part;
            return piece;
          }),
        );
      }
    },
  },

  'something behind headers': {
    extent: 'one',
    apply({ content, random }) {
      const tails = ['：', ' (*)', '（?）', '【*】', ':'];
      for (const header of within(content, 'th,[role=columnheader]'))
        if (random() < 0.6 && header.textContent?.trim())
          innermost(header).append(tails[Math.floor(random() * tails.length)] as string);
    },
  },

  'rows made of divs': {
    extent: 'one',
    apply({ page, content }) {
      const roles: Record<string, string> = { table: 'table', tr: 'row', th: 'columnheader', td: 'cell' };
      for (const element of within(content, 'table,thead,tbody,tr,th,td')) {
        const made = page.createElement('div');
        for (const { name, value } of element.attributes)
          made.setAttribute(/^(?:row|col)span$/.test(name) ? `aria-${name}` : name, value);
        made.setAttribute('role', roles[element.localName] ?? 'rowgroup');
        made.style.display = getComputedStyle(element).display;
        made.append(...element.childNodes);
        element.replaceWith(made);
      }
    },
  },

  'a hidden template row': {
    extent: 'one',
    apply({ content, random }) {
      for (const rows of listsIn(content, random)) {
        const template = rows[0]?.cloneNode(true) as HTMLElement | undefined;
        if (!template) continue;
        template.hidden = random() < 0.5;
        template.style.setProperty('display', 'none', 'important');
        for (const element of [template, ...template.querySelectorAll('*')]) {
          for (const { name, value } of [...element.attributes])
            if (/\d/.test(value) && !/^(?:class|style|data-testid|colspan|rowspan)$/.test(name))
              element.setAttribute(name, value.replace(/\d/g, '9'));
          for (const node of element.childNodes)
            if (node.nodeType === Node.TEXT_NODE) node.nodeValue = node.nodeValue?.replace(/\d/g, '9') ?? '';
        }
        rows[0]?.before(template);
      }
    },
  },

  'the header twice': {
    extent: 'one',
    apply({ content, random }) {
      for (const table of within(content, 'table:has(thead):has(td)')) {
        const header = table.querySelector('thead tr:last-child');
        if (!header || table.querySelector('thead')?.querySelector('[rowspan],[colspan]')) continue;
        const again = header.cloneNode(true) as Element;
        if (random() < 0.5) header.after(again);
        else table.querySelector('tbody')?.prepend(again);
      }
    },
  },

  'names and labels dropped': {
    extent: 'several',
    apply(scene) {
      const { content, random } = scene;
      for (const element of within(content, '*')) {
        if (random() < 0.5 && !element.matches('[type=radio],kat-radiobutton')) element.removeAttribute('name');
        if (random() < 0.5) for (const name of ACCESSIBLE) element.removeAttribute(name);
        if (random() < 0.3 && element.matches('kat-label,legend,th') && !scene.holdsValue(element)) element.remove();
      }
    },
  },

  'an unknown language': {
    extent: 'several',
    apply(scene) {
      let count = 0;
      changeLabels(scene, 1, () => `ป้าย ${++count}`);
      scene.page.documentElement.lang = 'th-TH';
    },
  },

  'ids, test ids and classes dropped': {
    extent: 'several',
    apply({ content, random }) {
      for (const element of within(content, '*')) {
        for (const name of ['id', 'class', ...TEST_IDS]) if (random() < 0.6) element.removeAttribute(name);
      }
    },
  },

  'cells lost': {
    extent: 'several',
    apply({ content, random }) {
      for (const cell of within(content, 'td,kat-table-cell,[class*="TableCell-module"]'))
        if (random() < 0.1) cell.remove();
    },
  },

  'headers lost': {
    extent: 'several',
    apply({ content, random }) {
      for (const header of within(content, 'th,[role=columnheader]')) if (random() < 0.15) header.remove();
    },
  },
} as const satisfies { readonly [name: string]: Perturbation };

export type PerturbationName = keyof typeof perturbations;

export const perturbationNames = Object.keys(perturbations) as PerturbationName[];

function classOf(element: Element): string {
  return element.getAttribute('class') ?? '';
}

function hashOf(random: () => number): string {
  return random().toString(36).slice(2, 7);
}

/** Adds a tag to cells that hold one amount with decimals or a sign, and nothing that can be typed into. */
function addTags({ page, content, random }: Scene, add: (cell: Element, tag: Element) => void): void {
  for (const cell of within(content, TABLE_CELLS)) {
    const text = cell.textContent ?? '';
    if (random() > 0.7 || !AMOUNT.test(text) || /^\s*\d*\s*$/.test(text) || cell.querySelector('input')) continue;
    const tag = page.createElement(random() < 0.5 ? 'div' : 'span');
    tag.append(page.createElement('span'));
    (tag.firstChild as Element).textContent = random() < 0.5 ? '示例标签' : 'Demo';
    add(cell, tag);
  }
}

/** The element that holds a header's words. */
function innermost(element: Element): Element {
  const only = element.children.length === 1 ? element.children[0] : undefined;
  return only && only.textContent?.trim() === element.textContent?.trim() ? innermost(only) : element;
}

/** The matching elements of the page itself, as they are now. */
function within(content: Element, selector: string): Element[] {
  return [...content.querySelectorAll(selector)];
}

function simpleTables(page: Document): Iterable<Element> {
  return page.querySelectorAll('table:has(thead):has(td):not(:has([rowspan],[colspan]))');
}

/**
 * The rows of each list in another order. Lists of as many rows have the same order: they may be halves of one table, or
 * a table in parts.
 */
function listsIn(content: Element, random: () => number): Element[][] {
  const lists = new Map<Element | null, Element[]>();
  for (const row of within(content, '[data-sku],table:not(:has([rowspan])) tbody tr,kat-table-row'))
    lists.set(row.parentElement, [...(lists.get(row.parentElement) ?? []), row]);
  const orders = new Map<number, number[]>();
  return [...lists.values()].map((rows) => {
    if (!orders.has(rows.length)) {
      const places = rows.map((_, index) => ({ index, place: index + (random() - 0.5) * 4 }));
      orders.set(
        rows.length,
        places.sort((a, b) => a.place - b.place).map(({ index }) => index),
      );
    }
    return (orders.get(rows.length) as number[]).map((index) => rows[index] as Element);
  });
}

interface Shown {
  readonly said: { name: string; value: string }[];
  readonly held: ChildNode[];
}

function show(row: Element, shown: Shown | undefined): void {
  if (!shown) return;
  for (const { name } of saidBy(row)) row.removeAttribute(name);
  for (const { name, value } of shown.said) row.setAttribute(name, value);
  row.append(...shown.held);
}

function saidBy(element: Element): { name: string; value: string }[] {
  return Array.from(element.attributes, ({ name, value }) => ({ name, value }));
}

/**
 * Changes a share of the words that the guide knows, each wherever it stands: as text, as the label before a colon, or
 * as an attribute. Values stay, unless they are words of a closed set and `withChoices` says so.
 */
function changeLabels(
  scene: Scene,
  share: number,
  changed: (text: string, asChoice: boolean) => string,
  withChoices = false,
): void {
  const { content, random, vocabulary, language } = scene;
  if (!vocabulary) return;
  const changes = oncePerText(random, share);
  const known = new Map<string, string>();
  const isChoiceHere = (text: string) => vocabulary.hasChoice(text, language);
  const inPlaceOf = (text: string, element: Element): string | null => {
    const label = text.trim();
    if (!vocabulary.knows(label, language) || !changes(label)) return null;
    if (vocabulary.isValue(label, language) && !(withChoices && isChoiceHere(label))) return null;
    const asChoice = isChoice(element);
    const key = `${label} ${asChoice}`;
    if (!known.has(key)) known.set(key, changed(label, asChoice));
    return known.get(key) as string;
  };
  for (const root of rootsIn(content)) {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('script,style,option')) continue;
      // Katal's labels keep their words as attributes, and again in their shadow root.
      const attributes = element.localName === 'kat-label' ? ['text', 'emphasis', ...ACCESSIBLE] : ACCESSIBLE;
      const isValue = scene.holdsValue(element);
      for (const name of attributes) {
        const text = element.getAttribute(name);
        const stays = isValue && element.localName === 'kat-label' && !(withChoices && isChoiceHere(text ?? ''));
        const other = text && !stays ? inPlaceOf(text, element) : null;
        if (other !== null) element.setAttribute(name, other);
      }
      if (element.closest(`[contenteditable],textarea`)) continue;
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) continue;
        const [, label = '', colon = '', rest = ''] = /^\s*([^:：]+?)(\s*[:：]\s*)(.*)$/s.exec(node.nodeValue) ?? [];
        const before = label && inPlaceOf(label, element);
        if (before !== null && before !== '') node.nodeValue = `${before}${colon}${rest}`;
        else if (before === '' && rest.trim() !== '') node.nodeValue = rest;
        else if (!isValue || (withChoices && isChoiceHere(node.nodeValue)))
          node.nodeValue = inPlaceOf(node.nodeValue, element) ?? node.nodeValue;
      }
    }
  }
}

function isChoice(element: Element): boolean {
  return element.closest('kat-radiobutton,label:has(input[type=radio]),option,[role=option]') !== null;
}

function rootsIn(root: Element | ShadowRoot): (Element | ShadowRoot)[] {
  return [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
  ];
}
