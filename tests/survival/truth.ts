import type { OpenPage } from '../../entrypoints/console.content/reading/page.ts';
import type { RecordReading } from '../../entrypoints/console.content/reading/reading.ts';
import type { Expected, ExpectedValue } from '../readers/console-pages.ts';

/** One record of a page before it changed: what must be read, and where it stands. */
export interface TrueRecord {
  /** A row that has no name: it need not be read. */
  readonly isUnnamed?: true;
  /** Whether it is the page's own record. */
  readonly isPage: boolean;
  readonly values: { readonly [field: string]: ExpectedValue };
  /** The elements that hold each value; a list has several, a part of the address none. */
  readonly elements: ReadonlyMap<string, readonly Element[]>;
  /** The smallest element around all of them. */
  readonly around: Element | null;
}

/**
 * The expected records of a page with the elements they were read from.
 * @param records as they were read before anything changed, in the order of the page
 */
export function truthOf(expected: Expected, open: OpenPage, records: readonly RecordReading[]): TrueRecord[] {
  const wanted = [...(expected.shared ? [{ fields: expected.shared }] : []), ...expected.records];
  const unnamed = (expected.unnamed ?? []).map(({ fields }) => ({
    isUnnamed: true as const,
    isPage: false,
    values: fields,
    elements: new Map<string, Element[]>(),
    around: null,
  }));
  const named = wanted.map(({ fields, ...identity }, index): TrueRecord => {
    const values: Record<string, ExpectedValue> = { ...identity, ...fields };
    const key = records[index]?.key;
    const elements = new Map<string, Element[]>();
    for (const name of key === undefined ? [] : Object.keys(values)) {
      const value = values[name];
      const boxes = Array.isArray(value) ? value.map((_, item) => `${name}.${item}`) : [name];
      const found = boxes.map((box) => open.element(key as string, box)).filter((element) => element !== null);
      if (found.length > 0) elements.set(name, found);
    }
    return { isPage: key === 'page', values, elements, around: around([...elements.values()].flat()) };
  });
  return [...named, ...unnamed];
}

function around(elements: readonly Element[]): Element | null {
  let node: Element | null = elements[0] ?? null;
  while (node && !elements.every((element) => node?.contains(element))) node = parentOf(node);
  return node?.closest('tr,[role=row],kat-table-row,[data-sku]') ?? node;
}

/** The element around another one, through shadow roots. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? ((element.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;
}

/** Whether a value that stood on the page is not there any more. */
export function isGone({ elements }: TrueRecord, field: string): boolean {
  return elements.get(field)?.some((element) => !element.isConnected) ?? false;
}

/** Whether an element is a value of the page, or around one. */
export function valuesOf(truth: readonly TrueRecord[]): (element: Element) => boolean {
  const values = new Set<Element>();
  const around = new Set<Element>();
  for (const { elements } of truth)
    for (const element of [...elements.values()].flat()) {
      values.add(element);
      for (let node = parentOf(element); node; node = parentOf(node)) around.add(node);
    }
  return (element) => {
    if (around.has(element)) return true;
    // A row may be the value of its own attribute: what is in it is not.
    for (let node: Element | null = element; node; node = parentOf(node))
      if (values.has(node)) return !around.has(node);
    return false;
  };
}
