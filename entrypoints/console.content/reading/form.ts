import { CONTROLS, isCheckbox, isField, isRadio, liveValue, shadowRootOf } from './controls.ts';
import { isCurrencyMark } from './currency.ts';
import { allIn, itemsIn, textOf } from './items.ts';
import { addTo } from './lists-by-key.ts';
import { labelKey, visibleText } from './text.ts';
import type { Hit } from './value.ts';

// The longest documented label has 40 characters; longer text next to a control is a hint.
const LONGEST_LABEL = 80;
/** How many levels above a control its label may be: the deepest documented row has four. */
const LABEL_DEPTH = 6;

/** How many levels up to look for the time's control near a day's. */
const TIME_DEPTH = 4;

/** "12:01", "9:30:00", "03:15 PM" */
const TIME_OF_DAY = /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?$/i;

/** Attributes by which an element names itself. */
const NAMING = ['aria-label', 'kat-aria-label', 'label'];

/** Attributes with human-readable words, whose case or spaces vary between builds. */
const WORDED = new Set([...NAMING, 'placeholder']);

/** Elements that group the radio buttons of one choice. */
const GROUPS = 'fieldset,[role=radiogroup],[role=group]';

const LABELS = new Set(['kat-label', 'label', 'legend', 'dt', 'th']);

interface Labels {
  /** Labels assigned to the control by markup. */
  readonly marked: string[];
  /** Text that merely precedes it. */
  readonly weak: string[];
}

interface Labelled {
  readonly marked: Map<string, Hit[]>;
  readonly weak: Map<string, Hit[]>;
}

/**
 * The controls of a document and their labels. The list is rebuilt for every reading, which costs one selector. Results
 * that need a tree walk are cached until the tree changes, and verified when used.
 */
export class Form {
  readonly #document: Document;
  readonly #everything: HTMLCollectionOf<Element>;
  #controls: Element[] = [];
  #panels: readonly ShadowRoot[] = [];
  #panelsOf = -1;
  #size = -1;
  #isFresh = false;
  #attributes = new Map<string, Map<string, Element[]>>();
  #labelled: Labelled | null = null;
  #groups: Hit[] | null = null;
  #only = new Map<string, Hit[]>();
  /** Labels from markup, computed once per control: a page may be rebuilt around it on every key press. */
  readonly #said = new WeakMap<Element, Labels>();

  constructor(document: Document) {
    this.#document = document;
    this.#everything = document.getElementsByTagName('*');
  }

  /**
   * Call before each reading. Results found in this task still hold: the page cannot have changed since.
   * @param asBefore no element was added or removed since the last time. Panels are not observed and may have changed
   * all the same.
   */
  refresh(asBefore = false): void {
    if (this.#isFresh) return;
    this.#isFresh = true;
    queueMicrotask(() => {
      this.#isFresh = false;
    });
    this.#attributes.clear();
    if (asBefore && this.#size >= 0 && this.#panels.length === 0) return;
    const size = this.#everything.length;
    const roots = [this.#document, ...this.panels()];
    const controls = roots.flatMap((root) => allIn(root, CONTROLS)).filter(isField);
    const same =
      size === this.#size &&
      controls.length === this.#controls.length &&
      controls.every((control, index) => control === this.#controls[index]);
    this.#controls = controls;
    this.#size = size;
    if (same) return;
    this.#labelled = null;
    this.#groups = null;
    this.#only.clear();
  }

  /** The page's own shadow roots. Searched again if the number of elements on the page changes. */
  panels(): readonly ShadowRoot[] {
    const { length } = this.#everything;
    if (length !== this.#panelsOf) this.#panels = panelsIn(this.#document);
    this.#panelsOf = length;
    return this.#panels;
  }

  withAttribute(attribute: string, value: string): Hit[] {
    const [first, ...others] = this.#with(attribute).get(attributeKey(attribute, value)) ?? [];
    if (!first) return [];
    if (isRadio(first)) return this.groups().filter(({ radios }) => radios?.includes(first));
    return [first, ...others].map(hitOf);
  }

  /** The controls of a list, by item number. `pattern` has `#` in place of the number. */
  numbered(attribute: string, pattern: string): Map<number, Hit[]> {
    const [before = '', after = ''] = pattern.split('#');
    const numbered = new Map<number, Hit[]>();
    for (const [value, controls] of this.#with(attribute)) {
      if (!value.startsWith(before) || !value.endsWith(after)) continue;
      const number = value.slice(before.length, value.length - after.length);
      if (/^\d{1,2}$/.test(number)) numbered.set(Number(number), controls.map(hitOf));
    }
    return numbered;
  }

  /** The only control in each wrapper; a wrapper with several identifies none. */
  onlyIn(selector: string): Hit[] {
    let hits = this.#only.get(selector);
    if (!hits) {
      hits = allIn(this.#document, selector).flatMap((wrapper) => {
        const controls = this.#controls.filter((control) => wrapper.contains(control));
        return controls.length === 1 ? controls.map(hitOf) : [];
      });
      this.#only.set(selector, hits);
    }
    return hits.filter(({ element }) => element.closest(selector) && !isRadio(element));
  }

  /** Controls labelled with one of these label keys. Preceding text counts only if markup assigns no label. */
  labelled(keys: ReadonlySet<string>): Hit[] {
    this.#labelled ??= this.#findLabels();
    const { marked, weak } = this.#labelled;
    const hits = collect(marked, keys);
    const found = hits.length > 0 ? hits : collect(weak, keys);
    // Words may change without elements changing.
    return found.filter((hit) => {
      const labels = labelsOf(hit);
      return [...labels.marked, ...labels.weak].some((key) => keys.has(key));
    });
  }

  /** A control's labels as label keys, most certain first. */
  labelsAt(control: Element): readonly string[] {
    const group = this.groups().find(({ radios }) => radios?.includes(control));
    const { marked, weak } = labelsOf(group ?? hitOf(control));
    return [...marked, ...weak];
  }

  /** Whether the smallest element around several controls contains others. */
  hasOthersAmong(hits: readonly Hit[]): boolean {
    if (hits.length < 2) return false;
    const box = commonParent(hits.map(({ element }) => element));
    return this.#controls.filter((control) => box.contains(control)).length > hits.length;
  }

  groups(): Hit[] {
    this.#groups ??= groupsOf(this.#controls.filter(isRadio));
    return this.#groups;
  }

  #with(attribute: string): Map<string, Element[]> {
    let values = this.#attributes.get(attribute);
    if (!values) {
      values = new Map();
      for (const control of this.#controls) {
        const value = control.getAttribute(attribute);
        if (value) addTo(values, attributeKey(attribute, value), control);
      }
      this.#attributes.set(attribute, values);
    }
    return values;
  }

  #findLabels(): Labelled {
    const found: Labelled = { marked: new Map(), weak: new Map() };
    const hits = this.#controls.filter((control) => !isRadio(control)).map(hitOf);
    for (const hit of [...hits, ...this.groups()]) {
      const labels = this.#said.get(hit.element) ?? labelsOf(hit);
      if (labels.marked.length > 0) this.#said.set(hit.element, labels);
      for (const key of labels.marked) addTo(found.marked, key, hit);
      for (const key of labels.weak) addTo(found.weak, key, hit);
    }
    return found;
  }
}

/**
 * Shadow roots of the page's own elements, which may contain part of a form. Katal's contain one control each and are
 * read as one.
 */
function panelsIn(root: Document | ShadowRoot): ShadowRoot[] {
  return allIn(root, UNUSUAL).flatMap((element) => {
    const panel = element.localName.startsWith('kat-') ? null : shadowRootOf(element);
    return panel ? [panel, ...panelsIn(panel)] : [];
  });
}

/**
 * Excludes most of a page: wrapping an element in a script object is the expensive part, above all for the first of its
 * kind.
 */
const UNUSUAL =
  ':not(a,body,button,div,form,h1,head,html,i,img,input,label,li,link,meta,option,p,path,rect,script,select,span,style,svg,table,tbody,td,textarea,title,tr,' +
  'kat-button,kat-input,kat-input-group,kat-label,kat-link)';

/** An attribute's value as a lookup key: words as a label key, names and ids verbatim. */
export function attributeKey(attribute: string, value: string): string {
  return WORDED.has(attribute) ? labelKey(value) : value;
}

function collect(index: Map<string, Hit[]>, keys: ReadonlySet<string>): Hit[] {
  const hits = new Set<Hit>();
  for (const key of keys) for (const hit of index.get(key) ?? []) hits.add(hit);
  return [...hits];
}

export function hitOf(control: Element): Hit {
  return { element: control, control };
}

/** Groups radio buttons: those with the same name, or in the same group element if they have none. */
function groupsOf(radios: readonly Element[]): Hit[] {
  const groups = new Map<unknown, Element[]>();
  for (const radio of radios) {
    const key = radio.getAttribute('name') ?? radio.closest(GROUPS) ?? radio.parentElement;
    const group = groups.get(key) ?? [];
    group.push(radio);
    groups.set(key, group);
  }
  return Array.from(groups.values(), (group) => ({
    element: commonParent(group),
    radios: group,
    options: group.map((radio) => labelKey(optionText(radio))),
  }));
}

function commonParent(elements: readonly Element[]): Element {
  let parent = elements[0] as Element;
  while (!elements.every((element) => parent.contains(element)) && parent.parentElement) parent = parent.parentElement;
  return parent === elements[0] ? (parent.parentElement ?? parent) : parent;
}

function optionText(radio: Element): string {
  const said = NAMING.map((attribute) => radio.getAttribute(attribute)).find((text) => text !== null);
  if (said) return said;
  if (radio.localName === 'kat-radiobutton') return textOf(radio);
  const labels = (radio as HTMLInputElement).labels;
  if (labels?.length) return Array.from(labels, textOf).join(' ');
  for (let beside = radio.nextSibling; beside; beside = beside.nextSibling) {
    // The next button's own words start here.
    if (beside.nodeType === Node.ELEMENT_NODE && holdsControl(beside as Element)) break;
    const text = visibleText(beside.textContent ?? '');
    if (text !== '') return text;
  }
  return '';
}

function labelsOf(hit: Hit): Labels {
  return hit.radios ? groupLabels(hit.element) : controlLabels(hit.element);
}

function groupLabels(group: Element): Labels {
  const labels: Labels = { marked: [], weak: [] };
  const owner = group.closest(GROUPS);
  // A fieldset around the whole form does not belong to this group.
  const named =
    owner && itemsIn(owner).filter((item) => item.isControl && !isRadio(item.element)).length === 0 ? owner : group;
  saidOf(named, labels);
  const legend = named.localName === 'fieldset' ? named.querySelector('legend') : null;
  if (legend) addLabel(labels.marked, textOf(legend));
  if (labels.marked.length === 0) labelBefore(named, labels);
  return labels;
}

function controlLabels(control: Element): Labels {
  const labels: Labels = { marked: [], weak: [] };
  saidOf(control, labels);
  for (const label of (control as HTMLInputElement).labels ?? []) addLabelElement(label, labels);
  const around = control.closest('label');
  if (around && !(control as HTMLInputElement).labels) addLabelElement(around, labels);
  if (labels.marked.length === 0) labelBefore(control, labels);
  return labels;
}

/** Adds the names an element gives itself. */
function saidOf(element: Element, labels: Labels): void {
  for (const attribute of NAMING) addLabel(labels.marked, element.getAttribute(attribute) ?? '');
  const ids = element.getAttribute('aria-labelledby');
  if (!ids) return;
  const root = element.getRootNode() as Document | ShadowRoot;
  const texts = ids.split(/\s+/).map((id) => root.getElementById?.(id));
  addLabel(labels.marked, texts.map((named) => (named ? textOf(named) : '')).join(' '));
}

/** Adds a label's whole text without units, and its beginning, since it may contain hints. */
function addLabelElement(label: Element, labels: Labels): void {
  const texts = itemsIn(label).filter((item) => !item.isControl && !isUnit(item.text));
  addLabel(labels.marked, texts.map((item) => item.text).join(' '));
  addLabel(labels.weak, texts[0]?.text ?? '');
}

function addLabel(labels: string[], text: string): void {
  const key = labelKey(text);
  if (key !== '' && key.length <= LONGEST_LABEL && !labels.includes(key)) labels.push(key);
}

/** Adds the label preceding an element in its row, as far up as the row goes. */
function labelBefore(element: Element, labels: Labels): void {
  let node: Element | null = element;
  for (let depth = 0; node && depth < LABEL_DEPTH; depth += 1) {
    if (labelAmongSiblings(node, element, labels)) return;
    node = node.parentElement;
    if (!node || node.localName === 'body' || node.localName === 'form') return;
  }
}

/** True if the search is over: a label was found, or another control is in between. */
function labelAmongSiblings(node: Element, control: Element, labels: Labels): boolean {
  let weak = '';
  for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
    if (sibling.nodeType === Node.TEXT_NODE) {
      const text = visibleText(sibling.nodeValue ?? '');
      if (text !== '' && !isUnit(text)) weak ||= text;
      continue;
    }
    if (sibling.nodeType !== Node.ELEMENT_NODE) continue;
    const before = sibling as Element;
    if (holdsControl(before)) {
      addLabel(labels.weak, weak);
      return true;
    }
    if (LABELS.has(before.localName)) {
      if (isLabelOfAnother(before, control)) return true;
      addLabel(labels.marked, textOf(before));
      return true;
    }
    const text = textOf(before);
    if (text !== '' && !isUnit(text)) weak ||= text;
  }
  addLabel(labels.weak, weak);
  return weak !== '';
}

function holdsControl(element: Element): boolean {
  if (element.matches(CONTROLS)) return isField(element);
  return allIn(element, CONTROLS).some((control) => isField(control) && !isCheckbox(control));
}

function isLabelOfAnother(label: Element, control: Element): boolean {
  const target = label.getAttribute('for');
  // A label may refer to an id that the page has removed.
  return target !== null && target !== control.id && !!control.ownerDocument.getElementById(target);
}

/** `$`, `USD$`, `%`: belongs to the amount, not to its name. */
function isUnit(text: string): boolean {
  return /^[%％٪]$/.test(text) || isCurrencyMark(text);
}

/** The unit directly before or after a control, such as `$`; empty if there is none. */
export function unitBeside(control: Element): string {
  const group = control.closest('kat-input-group');
  if (group) return itemsIn(group).find((item) => !item.isControl && isUnit(item.text))?.text ?? '';
  for (const sibling of [control.previousSibling, control.nextSibling]) {
    const near = sibling?.nodeType === Node.TEXT_NODE && visibleText(sibling.nodeValue ?? '') === '' ? null : sibling;
    const text = visibleText(near?.textContent ?? '');
    if (text !== '' && text.length <= 6 && isUnit(text)) return text;
  }
  const previous = control.previousElementSibling?.textContent ?? '';
  return isUnit(visibleText(previous)) ? previous : '';
}

/** Whether a control contains only a time of day. */
export function isTimeOfDay(control: Element): boolean {
  return TIME_OF_DAY.test(visibleText(liveValue(control)?.text ?? ''));
}

/** The time of day in the control following a day's; undefined if the next one is another field. */
export function timeBehind(control: Element): string | undefined {
  let box = control.parentElement;
  for (let depth = 0; box && depth < TIME_DEPTH; depth += 1, box = box.parentElement) {
    const controls = allIn(box, CONTROLS).filter(isField);
    const next = controls[controls.indexOf(control) + 1];
    if (next) return isTimeOfDay(next) ? visibleText(liveValue(next)?.text ?? '') : undefined;
  }
  return undefined;
}
