import type { OverlayHost } from './host.ts';
import { isBackground, isComposedAncestor, isCovered } from './occupancy.ts';
import {
  type Box,
  boxOf,
  choosePlacement,
  LINE_HEIGHT,
  MARKER_SIZE,
  overlaps,
  type Placement,
  type Point,
  type Size,
  sizeOf,
  widestNote,
} from './placement.ts';

/** Keeps notes and the card beside their fields. */
export interface Placer {
  /** Watches which of these elements are in view. */
  observe(anchors: readonly Element[]): void;
  inView(): ReadonlySet<Element>;
  add(id: string, note: HTMLElement, anchor: Element, inline: boolean): void;
  drop(id: string): void;
  /** @param placeOf reads where the card belongs now, in viewport pixels */
  setCard(card: HTMLElement | null, placeOf: (viewport: Size) => Point): void;
  /** Notes follow their fields in the next frame. */
  placeSoon(): void;
  /** As `placeSoon`, and places are chosen anew: the page around the fields changed. */
  chooseSoon(): void;
  /** A note's text changed: its place is chosen anew. */
  renew(id: string, inline: boolean): void;
  /** Dims the notes of the field that a node belongs to. With every key: nothing is drawn anew for it. */
  stale(node: Node): void;
  /** No note is dimmed any more. */
  fresh(): void;
}

interface Placed {
  readonly note: HTMLElement;
  readonly anchor: Element;
  inline: boolean;
  placement: Placement | null;
  /** Size of the field the placement was chosen for. */
  chosenFor: string;
  /** Size of the box that was found free. */
  wide: number;
  high: number;
  /** Where the note stood below its field before its text changed: holds as long as the text fits. */
  kept: Placement | null;
}

/** A sentence gets longer with every digit that is typed: its place is chosen for a few more. */
const WIDER = 48;

const DRAWN_AT_ONCE = 30;

const STALE = 'note-stale';

/** Beyond the viewport's edge, so that a note is there before its field scrolls in. */
const VIEW_MARGIN = '80px';

/**
 * Positions are read for all notes first and written after, once a frame at most. A note keeps its place relative to
 * its field while the page scrolls; it is chosen again when the field's size, the window or the texts change.
 */
export function createPlacer(
  host: OverlayHost,
  signal: AbortSignal,
  onViewChange: (inView: ReadonlySet<Element>) => void,
): Placer {
  const notes = new Map<string, Placed>();
  const watched = new Set<Element>();
  const visible = new Set<Element>();
  /** So that another note at the same field is laid out with the page. */
  const widths = new WeakMap<Element, string>();
  let card: { element: HTMLElement; placeOf: (viewport: Size) => Point } | null = null;
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
  // Called right after the browser laid the page out: reading boxes is free then.
  const sizes = new ResizeObserver(() => place());

  const placeSoon = () => {
    if (frame === 0 && !signal.aborted) frame = requestAnimationFrame(layOut);
  };

  /** After the layout of this frame. */
  const placeThen = () => {
    // An element that is watched anew is told of once, whether its size changed or not.
    sizes.unobserve(document.documentElement);
    sizes.observe(document.documentElement);
  };

  const layOut = () => {
    frame = 0;
    host.ensure();
    placeThen();
  };

  const chooseSoon = () => {
    for (const placed of notes.values()) placed.placement = placed.kept = null;
    placeSoon();
  };

  const place = () => {
    const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
    const fields = new Map<Placed, Box>();
    for (const placed of notes.values()) fields.set(placed, boxOf(placed.anchor));
    const unplaced = [...fields].filter(([placed, field]) => needsPlace(placed, field));
    for (const [placed, field] of unplaced) prepare(placed, field);
    const measured = unplaced.map(([placed, field]) => ({ placed, field, size: sizeOf(placed.note) }));
    const taken: Box[] = [];
    if (measured.length > 0)
      for (const [placed, field] of fields) if (placed.placement) taken.push(boxAt(field, placed, placed.placement));
    for (const { placed, field, size } of measured) {
      const isFree = (box: Box) =>
        !taken.some((other) => overlaps(other, box)) && isBackground(box, placed.anchor, host.element);
      const isFreeForMarker = (box: Box) => box.width === MARKER_SIZE && isFree(box);
      const choose = (width: number) => {
        placed.wide = width;
        return choosePlacement(field, { ...size, width }, viewport, placed.inline ? isFree : isFreeForMarker);
      };
      const { kept, chosenFor, wide, high } = placed;
      if (kept && chosenFor === sizeText(field) && size.width <= wide && size.height <= high) placed.placement = kept;
      else {
        placed.high = size.height;
        const wider = kept && choose(Math.min(size.width + WIDER, widestNote(field)));
        placed.placement = wider?.mode === 'below' ? wider : choose(size.width);
      }
      placed.kept = null;
      const at = { ...boxAt(field, placed, placed.placement), ...sizeAs(placed.placement.mode, size) };
      // Nothing can be hit beyond the window's edge: what stands there is seen, and the place chosen, when it scrolls in.
      placed.chosenFor = at.top < 0 || at.top + at.height > viewport.height ? '' : sizeText(field);
      taken.push(at);
    }
    const hidden = new Map([...fields].map(([placed, field]) => [placed, isHidden(placed, field, viewport)]));
    const cardPlace = card?.placeOf(viewport);
    // From here on only writes.
    for (const [placed, field] of fields) draw(placed, field, hidden.get(placed) ?? false);
    if (card && cardPlace) card.element.style.transform = `translate(${cardPlace.left}px, ${cardPlace.top}px)`;
  };

  const needsPlace = (placed: Placed, field: Box) =>
    field.width > 0 && (placed.placement === null || placed.chosenFor !== sizeText(field));

  // What is set already costs no layout.
  const prepare = ({ note, anchor }: Placed, field: Box) => {
    note.classList.remove('note-marker', 'note-line');
    note.style.maxWidth = `${widestNote(field)}px`;
    widths.set(anchor, note.style.maxWidth);
  };

  const isHidden = (placed: Placed, field: Box, viewport: Size) => {
    const view = { left: 0, top: 0, ...viewport };
    return field.width === 0 || !overlaps(field, view) || isCovered(placed.anchor, field, host.element);
  };

  const draw = ({ note, placement }: Placed, field: Box, isOut: boolean) => {
    if (!placement || isOut) {
      note.style.visibility = 'hidden';
      return;
    }
    for (const mode of ['marker', 'line']) note.classList.toggle(`note-${mode}`, placement.mode === mode);
    note.classList.toggle('note-start', field.left + placement.x < 320);
    note.style.visibility = 'visible';
    note.style.transform = `translate(${Math.round(field.left + placement.x)}px, ${Math.round(field.top + placement.y)}px)`;
  };

  const listening = { capture: true, passive: true, signal } as const;
  document.addEventListener('scroll', placeThen, listening);
  addEventListener('resize', chooseSoon, { passive: true, signal });
  signal.addEventListener('abort', () => {
    views?.disconnect();
    sizes.disconnect();
    cancelAnimationFrame(frame);
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
        // Nothing of what is to be drawn is on the page yet: its boxes are known, and the note is laid out with it.
        widths.set(element, `${widestNote(boxOf(element))}px`);
        // A few are drawn at once; the observer soon says which are out of view.
        if (wanted.size < DRAWN_AT_ONCE) visible.add(element);
      }
    },
    inView: () => visible,
    add(id, note, anchor, inline) {
      const placed = { note, anchor, inline, placement: null, chosenFor: '', wide: 0, high: 0, kept: null };
      notes.set(id, placed);
      note.style.maxWidth = widths.get(anchor) ?? '';
      placeSoon();
    },
    renew(id, inline) {
      const placed = notes.get(id);
      if (!placed) return;
      const { placement } = placed;
      placed.kept = placed.inline === inline && placement?.mode === 'below' ? placement : null;
      placed.placement = null;
      placed.inline = inline;
      placeSoon();
    },
    stale(node) {
      for (const { note, anchor } of notes.values()) if (isComposedAncestor(anchor, node)) note.classList.add(STALE);
    },
    fresh() {
      for (const { note } of notes.values()) note.classList.remove(STALE);
    },
    drop(id) {
      notes.delete(id);
    },
    setCard(element, placeOf) {
      card = element && { element, placeOf };
      placeSoon();
    },
    placeSoon,
    chooseSoon,
  };
}

function sizeAs(mode: Placement['mode'], size: Size): Size {
  if (mode === 'marker') return { width: MARKER_SIZE, height: MARKER_SIZE };
  return mode === 'line' ? { width: size.width, height: LINE_HEIGHT } : size;
}

function sizeText({ width, height }: Box): string {
  return `${width}x${height}`;
}

function boxAt(field: Box, { note }: Placed, { x, y }: Placement): Box {
  return { left: field.left + x, top: field.top + y, ...sizeOf(note) };
}
