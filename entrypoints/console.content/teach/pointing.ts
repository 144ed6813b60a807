import { createElement } from 'react';
import type { TeachAct, TeachMessage, TeachPreview } from '../../background/messages/teach.ts';
import { ask } from '../connection.ts';
import { hear } from '../hear.ts';
import { Drawn } from '../overlay/Drawn.tsx';
import { createHost } from '../overlay/host.ts';
import { createRoot } from '../overlay/root.ts';
import { CONTROLS, isField } from '../reading/controls.ts';
import { allIn, textOf } from '../reading/items.ts';
import type { OpenPage } from '../reading/page.ts';
import { visibleText } from '../reading/text.ts';
import { cluesOf, fieldAt, type Place, placesOf } from './places.ts';

/** Events hidden from the page while the seller points: a click would press its buttons and close its dialogs. */
const KEPT_FROM_PAGE = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
];

/** Elements the arrow keys step through: every control and every cell. */
const STEPS = `${CONTROLS},td,[role=cell],[role=gridcell],kat-table-cell,th,[role=columnheader]`;

const STEP_KEYS: { readonly [key: string]: 1 | -1 } = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Longer text does not help screen reader users. */
const LONGEST_SPOKEN = 60;

interface BarState {
  /** Description of the pointed element, for screen reader users. */
  readonly pointed: string;
  /** Why the last choice was rejected; empty otherwise. */
  readonly refusal: string;
  readonly preview: TeachPreview | null;
}

export interface Pointing {
  /** Whether a node is ours. */
  owns(node: Node): boolean;
}

/**
 * Lets the seller point at a field, asks whether the reading is right, and has the locator stored. Uses one host
 * element like the overlay's, which is hidden in the meantime.
 * @param onEnd called once, with a sentence if a field was stored; not after `signal` aborts
 */
export function startPointing(
  page: OpenPage,
  message: TeachMessage,
  language: string,
  signal: AbortSignal,
  onEnd: (kept: string) => void,
): Pointing {
  const { texts, styles } = message;
  const host = createHost(
    document,
    styles,
    signal,
    (event) => event.type === 'keydown' && onKey(event as KeyboardEvent),
  );
  const frame = document.createElement('div');
  frame.classList.add('teach-frame');
  const place = document.createElement('div');
  place.lang = language;
  host.root.append(frame, place);
  const root = createRoot(place);
  let state: BarState = { pointed: '', refusal: '', preview: null };
  let field: Element | null = null;
  let chosen: Place | null = null;
  const drawn: { bar: HTMLElement | null } = { bar: null };

  const set = (change: Partial<BarState>) => {
    state = { ...state, ...change };
    const view = state.preview?.bar ?? (state.refusal ? message.refusedBar : message.bar);
    const about = { ref: onDrawn, className: 'teach', role: 'dialog', 'aria-label': texts.teachName, tabIndex: -1 };
    root.render(createElement('section', about, createElement(Drawn<TeachAct>, { view, shared: state, onAct })));
  };

  const onAct = (act: TeachAct) => {
    if (act === 'yes') void keep();
    else if (act === 'again') again();
    else onEnd('');
  };

  const onDrawn = (element: HTMLElement | null) => {
    drawn.bar = element;
  };

  const mark = (element: Element | null) => {
    field = element;
    const box = element?.getBoundingClientRect();
    frame.hidden = !box?.width;
    if (!box) return;
    frame.style.transform = `translate(${Math.round(box.left)}px, ${Math.round(box.top)}px)`;
    frame.style.width = `${Math.round(box.width)}px`;
    frame.style.height = `${Math.round(box.height)}px`;
    // The bar never covers the field: it moves to the other edge.
    drawn.bar?.classList.toggle('teach-low', box.top < drawn.bar.offsetHeight + 24 && box.bottom < innerHeight / 2);
  };

  const step = (by: 1 | -1) => {
    const steps = allIn(document, STEPS).filter(
      (element) => element.checkVisibility() && (!element.matches(CONTROLS) || isField(element)),
    );
    const now = field ? steps.indexOf(field) : -1;
    const next = steps[(now + (now < 0 && by < 0 ? 0 : by) + steps.length) % steps.length];
    if (!next) return;
    next.scrollIntoView({ block: 'nearest' });
    mark(next);
    set({ pointed: spoken(next), refusal: '' });
  };

  const choose = async (element: Element) => {
    const clues = cluesOf(page, message, element);
    const locators = await ask({ kind: 'teach-locators', language: page.language, clues });
    if (signal.aborted) return;
    if (!locators) return set({ refusal: texts.teachUnanswered });
    const places = placesOf(page, message, element, locators);
    if (typeof places === 'string') return set({ refusal: texts.teachSeveral });
    let refusal = texts.teachNothing;
    for (const candidate of places) {
      const { locator, reading: written } = candidate;
      const { page: kind, field: name } = message;
      const asked = { page: kind, language: page.language, field: name, locator };
      const preview = await ask({ kind: 'teach-preview', ...asked, written });
      if (signal.aborted) return;
      if (!preview) return set({ refusal: texts.teachUnanswered });
      refusal = preview.sentence;
      if (!preview.keepable) continue;
      chosen = candidate;
      set({ refusal: '', preview });
      drawn.bar?.querySelector('button')?.focus();
      return;
    }
    set({ refusal });
  };

  const again = () => {
    chosen = null;
    set({ preview: null });
    drawn.bar?.focus();
  };

  const keep = async () => {
    const { locator } = chosen ?? {};
    const { page: kind, field: name } = message;
    const answer = await ask({ kind: 'taught', page: kind, language: page.language, field: name, locator });
    if (signal.aborted) return;
    if (answer?.done) onEnd(texts.teachSaved);
    else set({ preview: null, refusal: answer?.sentence ?? texts.teachUnanswered });
  };

  const isOurs = ({ target }: Event) => target === host.element;

  const onKey = (event: KeyboardEvent) => {
    const by = STEP_KEYS[event.key];
    const isButton = isOurs(event) && !drawn.bar?.matches(':focus');
    if (event.key === 'Tab' || (isButton && event.key !== 'Escape' && !by)) return;
    keepFromPage(event);
    if (event.key === 'Escape') onEnd('');
    else if (state.preview) return;
    else if (by) step(by);
    else if (event.key === 'Enter' && field) void choose(field);
  };

  const onMove = (event: Event) => {
    const [target] = event.composedPath();
    if (isOurs(event) || state.preview || !(target instanceof Element)) return;
    mark(fieldAt(target));
  };

  const onPress = (event: Event) => {
    if (isOurs(event)) return;
    keepFromPage(event);
    const [target] = event.composedPath();
    if (event.type !== 'click' || state.preview || !(target instanceof Element)) return;
    mark(fieldAt(target));
    if (field) void choose(field);
  };

  hear(window, KEPT_FROM_PAGE, signal, onPress, false);
  hear(window, ['pointermove'], signal, onMove);
  hear(window, ['keydown'], signal, onKey, false);
  hear(window, ['scroll', 'resize'], signal, () => mark(field));
  signal.addEventListener('abort', () => {
    root.render(null);
    host.remove();
  });

  host.ensure();
  mark(null);
  set({});
  drawn.bar?.focus();
  return { owns: (node) => node === host.element };
}

function keepFromPage(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function spoken(element: Element): string {
  const name = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent;
  return visibleText(name ?? textOf(element)).slice(0, LONGEST_SPOKEN);
}
