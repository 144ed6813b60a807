import type { OverlayHost } from './host.ts';
import { isBackground, isCovered } from './occupancy.ts';
import {
  type Box,
  besideAnchor,
  choosePlacement,
  LINE_HEIGHT,
  MARKER_SIZE,
  overlaps,
  type Placement,
  widestNote,
} from './placement.ts';

/** Keeps notes and the card beside their fields. */
export interface Placer {
  /** Watches which of these elements are in view. */
  observe(anchors: readonly Element[]): void;
  inView(): ReadonlySet<Element>;
  add(id: string, note: HTMLElement, anchor: Element, inline: boolean): void;
  drop(id: string): void;
  setCard(card: HTMLElement | null, anchor: Element | null): void;
  /** Notes follow their fields in the next frame. */
  placeSoon(): void;
  /** As `placeSoon`, and places are chosen anew: the page around the fields changed. */
  chooseSoon(): void;
  /** A note's text changed: its place is chosen anew. */
  renew(id: string, inline: boolean): void;
}

interface Placed {
  readonly note: HTMLElement;
  readonly anchor: Element;
  inline: boolean;
  placement: Placement | null;
  /** Size of the field the placement was chosen for. */
  chosenFor: string;
}

const DRAWN_AT_ONCE = 30;

/** Beyond the viewport's edge, so that a note is there before its field scrolls in. */
const VIEW_MARGIN = '80px';

/**
 * Positions are read for all notes first and written after, once a frame at most. A note keeps its place relative to
 * its field while the page scrolls; it is chosen again when the field's size, the window or the texts change.
 */
export function createPlacer(
  document: Document,
  host: OverlayHost,
  signal: AbortSignal,
  onViewChange: (inView: ReadonlySet<Element>) => void,
): Placer {
  const window = document.defaultView as Window & typeof globalThis;
  const notes = new Map<string, Placed>();
  const watched = new Set<Element>();
  const visible = new Set<Element>();
  let card: { element: HTMLElement; anchor: Element | null } | null = null;
  let frame = 0;

  const onViews = (entries: readonly IntersectionObserverEntry[]) => {
    let isOther = false;
    for (const { target, isIntersecting } of entries) {
      isOther ||= visible.has(target) !== isIntersecting;
      visible[isIntersecting ? 'add' : 'delete'](target);
    }
    if (isOther) onViewChange(visible);
  };
  /** Made once there are many: a few notes are drawn wherever their fields are, and hidden while those are out of view. */
  let views: IntersectionObserver | null = null;
  const sizes = new ResizeObserver(() => placeSoon());
  // Told of an element it has just begun to watch, right after the browser laid the page out: reading boxes is free then.
  const laidOut = new ResizeObserver(() => {
    laidOut.disconnect();
    place();
  });

  const placeSoon = () => {
    if (frame === 0 && !signal.aborted) frame = window.requestAnimationFrame(layOut);
  };

  const layOut = () => {
    frame = 0;
    host.ensure();
    if (notes.size > 0 || card) laidOut.observe(document.documentElement);
  };

  const chooseSoon = () => {
    for (const placed of notes.values()) placed.placement = null;
    placeSoon();
  };

  const place = () => {
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const fields = new Map<Placed, Box>();
    for (const placed of notes.values()) fields.set(placed, boxOf(placed.anchor));
    const unplaced = [...fields].filter(([placed, field]) => needsPlace(placed, field));
    for (const [placed, field] of unplaced) prepare(placed, field);
    const measured = unplaced.map(([placed, field]) => ({ placed, field, size: sizeOf(placed.note) }));
    const taken: Box[] = [];
    for (const [placed, field] of fields) if (placed.placement) taken.push(boxAt(field, placed, placed.placement));
    for (const { placed, field, size } of measured) {
      const isFree = (box: Box) =>
        !taken.some((other) => overlaps(other, box)) && isBackground(document, box, placed.anchor, host.element);
      const isFreeForMarker = (box: Box) => box.width === MARKER_SIZE && isFree(box);
      placed.placement = choosePlacement(field, size, viewport, placed.inline ? isFree : isFreeForMarker);
      const at = { ...boxAt(field, placed, placed.placement), ...sizeAs(placed.placement.mode, size) };
      // Nothing can be hit beyond the window's edge: what stands there is seen, and the place chosen, when it scrolls in.
      placed.chosenFor = at.top < 0 || at.top + at.height > viewport.height ? '' : sizeText(field);
      taken.push(at);
    }
    const hidden = new Map([...fields].map(([placed, field]) => [placed, isHidden(placed, field, viewport)]));
    const cardPlace = card && placeCard(card, viewport);
    // From here on only writes.
    for (const [placed, field] of fields) draw(placed, field, hidden.get(placed) ?? false);
    if (card && cardPlace) card.element.style.transform = `translate(${cardPlace.left}px, ${cardPlace.top}px)`;
  };

  const needsPlace = (placed: Placed, field: Box) =>
    field.width > 0 && (placed.placement === null || placed.chosenFor !== sizeText(field));

  // What is set already costs no layout.
  const prepare = ({ note }: Placed, field: Box) => {
    note.classList.remove('note-marker', 'note-line');
    note.style.maxWidth = `${widestNote(field)}px`;
  };

  const isHidden = (placed: Placed, field: Box, viewport: { width: number; height: number }) => {
    const view = { left: 0, top: 0, ...viewport };
    return field.width === 0 || !overlaps(field, view) || isCovered(document, placed.anchor, field, host.element);
  };

  const draw = ({ note, placement }: Placed, field: Box, isOut: boolean) => {
    if (!placement || isOut) {
      note.style.visibility = 'hidden';
      return;
    }
    note.classList.toggle('note-marker', placement.mode === 'marker');
    note.classList.toggle('note-line', placement.mode === 'line');
    note.classList.toggle('note-start', field.left + placement.x < 320);
    note.style.visibility = 'visible';
    note.style.transform = `translate(${Math.round(field.left + placement.x)}px, ${Math.round(field.top + placement.y)}px)`;
  };

  const placeCard = ({ element, anchor }: NonNullable<typeof card>, viewport: { width: number; height: number }) => {
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    if (anchor?.isConnected) return besideAnchor(boxOf(anchor), size, viewport);
    return { left: viewport.width - size.width - 16, top: Math.max(16, viewport.height - size.height - 72) };
  };

  const listening = { capture: true, passive: true, signal } as const;
  document.addEventListener('scroll', placeSoon, listening);
  window.addEventListener('resize', chooseSoon, { passive: true, signal });
  sizes.observe(document.documentElement);
  signal.addEventListener('abort', () => {
    views?.disconnect();
    sizes.disconnect();
    laidOut.disconnect();
    window.cancelAnimationFrame(frame);
  });

  return {
    observe(anchors) {
      const wanted = new Set(anchors);
      for (const element of watched) {
        if (wanted.has(element)) continue;
        views?.unobserve(element);
        sizes.unobserve(element);
        watched.delete(element);
        visible.delete(element);
      }
      if (!views && wanted.size >= DRAWN_AT_ONCE) {
        views = new IntersectionObserver(onViews, { rootMargin: VIEW_MARGIN });
        for (const element of watched) views.observe(element);
      }
      for (const element of wanted) {
        if (watched.has(element)) continue;
        views?.observe(element);
        sizes.observe(element);
        watched.add(element);
        // A few are drawn at once; the observer soon says which are out of view.
        if (wanted.size < DRAWN_AT_ONCE) visible.add(element);
      }
    },
    inView: () => visible,
    add(id, note, anchor, inline) {
      const placed = { note, anchor, inline, placement: null, chosenFor: '' };
      notes.set(id, placed);
      // Nothing of ours is on the page yet: its boxes are known, and the note is laid out with it.
      if (!host.element.isConnected) prepare(placed, boxOf(anchor));
      placeSoon();
    },
    renew(id, inline) {
      const placed = notes.get(id);
      if (!placed) return;
      placed.placement = null;
      placed.inline = inline;
      placeSoon();
    },
    drop(id) {
      notes.delete(id);
    },
    setCard(element, anchor) {
      card = element && { element, anchor };
      placeSoon();
    },
    placeSoon,
    chooseSoon,
  };
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

function sizeAs(mode: Placement['mode'], size: { width: number; height: number }) {
  if (mode === 'marker') return { width: MARKER_SIZE, height: MARKER_SIZE };
  return mode === 'line' ? { width: size.width, height: LINE_HEIGHT } : size;
}

function sizeText({ width, height }: Box): string {
  return `${width}x${height}`;
}

function sizeOf(note: HTMLElement): { width: number; height: number } {
  return { width: note.offsetWidth, height: note.offsetHeight };
}

function boxAt(field: Box, { note }: Placed, { x, y }: Placement): Box {
  return { left: field.left + x, top: field.top + y, ...sizeOf(note) };
}
