import type { Page } from '@playwright/test';
import type { Overview } from '../../entrypoints/background/messages/overview.ts';
import { guideFor, readerScript } from '../readers/console-pages.ts';
import { plainText } from './build.ts';
import type { DrawnOverlay, NoteView } from './overlay.ts';

/** One thing that is wrong about where a note stands. */
export interface Misplaced {
  readonly note: string;
  readonly fault: string;
}

/** What was measured of a page as it stands now. */
export interface Placements {
  /** Notes in view whose value is known. */
  readonly measured: number;
  /** Of them, those that show words. */
  readonly speaking: number;
  /** Notes in view whose value could not be told, such as one in a closed shadow root. */
  readonly unknown: number;
  readonly misplaced: readonly Misplaced[];
}

interface Target {
  readonly record: string;
  readonly field: string;
}

interface Drawn {
  readonly text: string;
  readonly marker: boolean;
  readonly box: NoteView['box'];
  /** Where it may belong: several when the same sentence stands in several rows. */
  readonly targets: readonly (readonly Target[])[];
}

let script: Promise<string> | undefined;

/**
 * Measures every note in view against the page under it: that it is inside its row and its dialog, that no other value is
 * nearer to it than its own, that it lies over nothing that is fixed or sticks, and the dock over no button that stays.
 * What is a value, a row or fixed is worked out here anew, from the page, and not asked of the overlay.
 */
export async function measurePlacements(
  page: Page,
  { page: judged }: Overview,
  { notes, dock }: DrawnOverlay,
): Promise<Placements> {
  const findings = judged?.findings ?? [];
  const drawn = notes.map((note): Drawn => {
    const targets = findings.filter(({ sentence }) => plainText(sentence) === note.text).map((one) => one.targets);
    return { ...note, targets };
  });
  const guide = guideFor(page.url(), await page.evaluate(() => document.documentElement.lang));
  if (!guide) return { measured: 0, speaking: 0, unknown: 0, misplaced: [] };
  script ??= readerScript();
  if (!(await page.evaluate(() => 'readers' in globalThis))) await page.evaluate(await script);
  return page.evaluate(measure, { drawn, guide, dock });
}

/** Runs in the page: holds all that it calls. */
function measure({ drawn, guide, dock }: { drawn: Drawn[]; guide: object; dock: NoteView['box'] | null }): Placements {
  type Box = { left: number; top: number; width: number; height: number };
  const { openPage, recordsOf } = (globalThis as unknown as { readers: typeof import('./open-page.ts') }).readers;
  const open = openPage(document, new URL(location.href), guide as Parameters<typeof openPage>[2]);
  const keys = recordsOf(open).map(({ key }) => key);

  const isControl = (element: Element) =>
    element.matches(
      'input:not([type=hidden]),textarea,select,[contenteditable=true],kat-input,kat-textarea,kat-dropdown,kat-date-picker',
    );
  /** Through shadow roots. */
  const holds = (outer: Element, inner: Node) => {
    for (let at: Node | null = inner; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null)
      if (at === outer) return true;
    return false;
  };
  const isAmount = (text: string) =>
    /\d/.test(text) && text.replace(/\D/g, '').length <= 9 && (text.match(/\p{L}/gu)?.length ?? 0) <= 3;
  const boxOf = (element: Element): Box => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  };
  const textBox = (node: Node): Box => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { left, top, width, height };
  };
  const gap = (a: Box, b: Box) =>
    Math.hypot(
      Math.max(a.left - b.left - b.width, b.left - a.left - a.width, 0),
      Math.max(a.top - b.top - b.height, b.top - a.top - a.height, 0),
    );
  const meet = (a: Box, b: Box) => {
    const left = Math.max(a.left, b.left);
    const top = Math.max(a.top, b.top);
    const width = Math.min(a.left + a.width, b.left + b.width) - left;
    const height = Math.min(a.top + a.height, b.top + b.height) - top;
    return width > 1 && height > 1 ? { left, top, width, height } : null;
  };
  const isInside = (inner: Box, outer: Box, slack = 1) =>
    inner.left >= outer.left - slack &&
    inner.top >= outer.top - slack &&
    inner.left + inner.width <= outer.left + outer.width + slack &&
    inner.top + inner.height <= outer.top + outer.height + slack;
  /** The page's own element that shows in the middle of a box. */
  const shownAt = ({ left, top, width, height }: Box) =>
    document
      .elementsFromPoint(left + width / 2, top + height / 2)
      .find((element) => element.localName !== 'preflight-overlay') ?? null;
  const isInView = (box: Box) =>
    box.width > 0 &&
    box.left < innerWidth &&
    box.top < innerHeight &&
    box.left + box.width > 0 &&
    box.top + box.height > 0;

  /** Every amount and every control that shows, through open shadow roots. */
  const values: { element: Element; box: Box; isControl: boolean }[] = [];
  const pinned: Element[] = [];
  const collect = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'preflight-overlay' || /^(script|style|option)$/.test(element.localName)) continue;
      if (element.shadowRoot) collect(element.shadowRoot);
      if (/^(fixed|sticky)$/.test(getComputedStyle(element).position)) pinned.push(element);
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (isControl(element)) values.push({ element, box: boxOf(element), isControl: true });
      for (const node of element.childNodes)
        if (node.nodeType === 3 && isAmount(node.nodeValue ?? ''))
          values.push({ element, box: textBox(node), isControl: false });
    }
  };
  collect(document);

  const contentOf = (element: Element): Box => {
    if (isControl(element) || element.shadowRoot) return boxOf(element);
    const own = values.filter((value) => holds(element, value.element)).map(({ box }) => box);
    const [first, ...others] = own.length > 0 ? own : [textBox(element)];
    const all = others.reduce((sum, box) => {
      const left = Math.min(sum.left, box.left);
      const top = Math.min(sum.top, box.top);
      return {
        left,
        top,
        width: Math.max(sum.left + sum.width, box.left + box.width) - left,
        height: Math.max(sum.top + sum.height, box.top + box.height) - top,
      };
    }, first as Box);
    return all.width > 0 ? all : boxOf(element);
  };
  const elementOf = (targets: readonly Target[]) => {
    for (const { record, field } of targets) {
      const element = open.element(record, field);
      if (element) return { element, record, field };
    }
    return null;
  };

  const misplaced: Misplaced[] = [];
  let measured = 0;
  let unknown = 0;
  const taken = new Map<Element, string>();
  for (const { text, box, targets, marker } of drawn) {
    if (!isInView(box)) continue;
    const say = (fault: string) => misplaced.push({ note: `${text.slice(0, 60)}${marker ? ' (marker)' : ''}`, fault });
    const places = targets
      .map(elementOf)
      .filter((place) => place !== null)
      .map((place) => ({ ...place, content: contentOf(place.element) }))
      .sort((a, b) => gap(a.content, box) - gap(b.content, box));
    const [own] = places;
    if (!own) {
      unknown += 1;
      continue;
    }
    measured += 1;
    if (taken.get(own.element) === text) say('a second one at the same value: one of them is nearer to a stranger');
    taken.set(own.element, text);
    const { element, content, record, field } = own;
    const away = gap(content, box);

    if (record !== 'page') {
      const others = keys.flatMap((key) => (key === record ? [] : (open.element(key, field) ?? [])));
      let row: Element = element;
      while (
        row.parentElement &&
        !row.matches('tr,[role=row]') &&
        !others.some((other) => row.parentElement?.contains(other))
      )
        row = row.parentElement;
      const spanning = element.closest<HTMLTableCellElement>('td[rowspan]');
      if (row !== document.documentElement && row !== element) {
        const isIn = isInside(box, boxOf(row)) || (spanning && isInside(box, boxOf(spanning)));
        if (!isIn) say(`out of its row: ${JSON.stringify(box)} in ${JSON.stringify(boxOf(row))}`);
      }
    }

    const ownIsControl = isControl(element);
    const ownIsAmount = !ownIsControl && isAmount(element.textContent ?? '');
    for (const value of values) {
      if (!ownIsControl && !ownIsAmount) break;
      if (ownIsControl && !value.isControl) continue;
      if (holds(element, value.element) || holds(value.element, element)) continue;
      if (!isInView(value.box)) continue;
      if (gap(value.box, box) < away - 0.5 || (gap(value.box, box) === 0 && away === 0 && meet(value.box, box)))
        say(
          `nearer to another value: ${Math.round(gap(value.box, box))} px to "${value.element.outerHTML.slice(0, 60)}", ${Math.round(away)} px to its own`,
        );
    }

    for (const part of pinned) {
      if (holds(part, element)) continue;
      const over = meet(boxOf(part), box);
      if (over && part.contains(shownAt(over))) say(`over what stays in place: ${part.outerHTML.slice(0, 80)}`);
    }

    const dialog = element.closest('dialog,[role=dialog],[aria-modal=true]');
    if (dialog && !isInside(box, boxOf(dialog))) say('out of its dialog');
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (at === document.body || at === document.documentElement) break;
      if (getComputedStyle(at).position === 'fixed') break;
      const scrolls = /auto|scroll/.test(getComputedStyle(at).overflow) && at.clientHeight > 0;
      if (scrolls && !isInside(box, boxOf(at))) say('out of what scrolls it');
    }
  }

  if (dock) {
    // Cells of a column that stays go with their rows, and a drawer is no bar.
    const bars = pinned.filter((part) => !part.matches('td') && boxOf(part).height < innerHeight / 2);
    const buttons = pinned.flatMap((part) => [...part.querySelectorAll('button')]);
    for (const part of [...bars, ...buttons]) {
      const over = meet(boxOf(part), dock);
      if (over && isInView(over) && part.contains(shownAt(over)))
        misplaced.push({ note: 'the dock', fault: `over what stays in place: ${part.outerHTML.slice(0, 80)}` });
    }
  }

  return { measured, speaking: drawn.filter(({ marker }) => !marker).length, unknown, misplaced };
}
