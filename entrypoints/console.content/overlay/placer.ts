import { hear } from '../hear.ts';
import { isControl } from '../reading/controls.ts';
import { type Bar, boxOfRow, createGrounds, rowAround } from './ground.ts';
import type { OverlayHost } from './host.ts';
import { Look } from './look.ts';
import { isBackground, isComposedAncestor, isCovered, kindOf } from './occupancy.ts';
import { createPinnedFinder, liftOf, pinnedAround } from './pinned.ts';
import { boxAt, fieldOf, homeOf, type Placed, standingText } from './placed.ts';
import {
  atLeast,
  type Box,
  boxOf,
  choosePlacement,
  contains,
  distance,
  MARKER_SIZE,
  middleOf,
  overlaps,
  type Point,
  type Size,
  sizeAs,
  sizeOf,
  sizeText,
  widestNote,
} from './placement.ts';
import { boxOfValue } from './value-box.ts';

/** Keeps notes and the card next to their fields. */
export interface Placer {
  /** Observes which of these elements are in view. */
  observe(anchors: readonly Element[]): void;
  inView(): ReadonlySet<Element>;
  /** @param others the same field of other records, if the anchor is in a list; null in a form */
  add(id: string, note: HTMLElement, anchor: Element, inline: boolean, others: readonly Element[] | null): void;
  drop(id: string): void;
  /** @param placeOf reads the card's current position, in viewport pixels */
  setCard(card: HTMLElement | null, placeOf: (viewport: Size) => Point): void;
  /** Moves notes to their fields in the next frame. */
  placeSoon(): void;
  /** Like `placeSoon`, but chooses placements again: the page around the fields changed. */
  chooseSoon(): void;
  /** A note's text changed: choose its placement again. */
  renew(id: string, inline: boolean): void;
  /** Dims the notes of the field a node belongs to. Called on every key press, so it re-renders nothing. */
  stale(node: Node): void;
  /** Ends all dimming. */
  fresh(): void;
}

/** A sentence grows with every digit typed: leave room for a few more. */
const WIDER = 48;

const DRAWN_AT_ONCE = 30;

/** Height of the dock while its list is closed, in pixels. */
const DOCK_FOOT = 40;

const STALE = 'note-stale';

/** Margin beyond the viewport, so that a note is there before its field scrolls in. */
const VIEW_MARGIN = '80px';

/**
 * Reads the positions of all notes first and writes afterwards, at most once per frame. A note keeps its position
 * relative to its field while the page scrolls; it is chosen again when the field's size, the window or a text changes.
 */
export function createPlacer(
  host: OverlayHost,
  signal: AbortSignal,
  onViewChange: (inView: ReadonlySet<Element>) => void,
): Placer {
  const notes = new Map<string, Placed>();
  const watched = new Set<Element>();
  const visible = new Set<Element>();
  /** Lets another note at the same field be laid out together with the page. */
  const widths = new WeakMap<Element, string>();
  const finder = createPinnedFinder(host.element);
  let pinned: readonly Bar[] = [];
  /** Fixed parts must be searched again. */
  let lookAround = true;
  /** Elements were added or removed: there may be new fixed parts. */
  let isChanged = false;
  /** Elements that finished scrolling and were not examined yet. */
  const scrolled = new Set<EventTarget>();
  /** The dock's lift above its corner, in pixels. */
  let lift = 0;
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
  /** Created once there are many notes: a few are drawn wherever their fields are, and hidden while out of view. */
  let views: IntersectionObserver | null = null;
  // Called right after the browser's layout: reading boxes is free then.
  const sizes = new ResizeObserver(() => place());

  const placeSoon = () => {
    if (frame === 0 && !signal.aborted) frame = requestAnimationFrame(layOut);
  };

  /** After the layout of this frame. */
  const placeThen = () => {
    // Observing an element again triggers one callback, whether or not its size changed.
    sizes.unobserve(document.documentElement);
    sizes.observe(document.documentElement);
  };

  const layOut = () => {
    frame = 0;
    host.ensure();
    placeThen();
  };

  const chooseSoon = () => {
    for (const placed of notes.values()) placed.placement = placed.kept = placed.ground = placed.inner = null;
    isChanged = true;
    placeSoon();
  };

  const place = () => {
    const { clientWidth, currentCSSZoom = 1 } = document.documentElement;
    const viewport = { width: clientWidth * currentCSSZoom, height: innerHeight };
    host.unzoom(currentCSSZoom);
    // After layout: earlier, each style read would force one.
    lookAround ||= [...scrolled].some(changesWhatStays);
    scrolled.clear();
    if (isChanged && !lookAround) lookAround = finder.isOther();
    isChanged = false;
    const dock = lookAround && host.root.querySelector('.dock');
    if (lookAround && (dock || notes.size > 0)) {
      lookAround = false;
      const found = finder.find(viewport);
      const isSame = found.length === pinned.length && found.every(({ from }, index) => from === pinned[index]?.from);
      if (!isSame) for (const placed of notes.values()) placed.ground = null;
      pinned = found;
    }
    const dockLift = dock ? liftOf(lowered(boxOf(dock), lift), pinned, host.element) : lift;
    const fields = new Map<Placed, Box>();
    for (const placed of notes.values()) fields.set(placed, fieldOf(placed));
    const groundOf = createGrounds(viewport);
    for (const [placed, field] of fields) if (!placed.ground && field.width > 0) stand(placed, groundOf);
    const look = new Look();
    const standing = (placed: Placed, field: Box) =>
      placed.isSure ? sizeText(field) : standingText(placed, field, look);
    /** Whether no fixed part covers a box and no clipping ancestor of its field cuts it off. */
    const isSeen = ({ ground }: Placed, box: Box) =>
      !ground?.clips.some((clip) => !contains(look.boxOf(clip), box)) &&
      !ground?.bars.some((bar) => overlaps(look.boxOfBar(bar), box));

    const window = { left: 0, top: 0, ...viewport };
    const unplaced = [...fields].filter(([placed, field]) => {
      // Outside the window it is invisible, and hit testing is impossible.
      if (field.width === 0 || !overlaps(field, window)) return false;
      const { placement } = placed;
      if (!placement || placed.chosenFor !== standing(placed, field)) return true;
      if (!placed.isSure) return false;
      // A fixed part covers the note while its field is visible: there may be another placement.
      return (
        placement.mode !== 'none' && !isSeen(placed, boxAt(field, placed, placement)) && isSeen(placed, middleOf(field))
      );
    });
    for (const [placed, field] of unplaced) prepare(placed, field);
    const measured = unplaced.map(([placed, field]) => ({ placed, field, size: sizeOf(placed.note) }));
    const scrolling = new Set<Element>();
    const taken: Box[] = [];
    if (measured.length > 0)
      for (const [placed, field] of fields) if (placed.placement) taken.push(boxAt(field, placed, placed.placement));
    for (const { placed, field, size } of measured) {
      const { anchor, row } = placed;
      const kind = kindOf(anchor);
      const line = row && atLeast(boxOfRow(row, anchor), MARKER_SIZE);
      let isCutOff = false;
      const isAllowed = (box: Box) => {
        if (line && !contains(line, box)) return false;
        const isHere = isSeen(placed, box);
        isCutOff ||= !isHere;
        return isHere;
      };
      const asked = (box: Box) => ({
        look,
        field: anchor,
        kind,
        away: distance(box, field),
        overlay: host.element,
        isOver: (hit: Element) => !row?.contains(hit) && !hit.contains(anchor) && isOver(hit, anchor, scrolling),
      });
      const isFree = (box: Box) =>
        !taken.some((other) => overlaps(other, box)) && isAllowed(box) && isBackground(box, asked(box));
      const choose = (width: number) => {
        placed.wide = width;
        return choosePlacement(
          field,
          { ...size, width },
          {
            viewport,
            home: homeOf(anchor, field),
            isFree: (box) => (placed.inline || box.width === MARKER_SIZE) && isFree(box),
            isAllowed: (box) => isAllowed(box) && isBackground(box, { ...asked(box), anyGround: true }),
            isShown: isAllowed,
          },
        );
      };
      const { kept, chosenFor, isSure, wide, high } = placed;
      if (kept && isSure && chosenFor === sizeText(field) && size.width <= wide && size.height <= high)
        placed.placement = kept;
      else {
        placed.high = size.height;
        const wider = kept && choose(Math.min(size.width + WIDER, widestNote(field)));
        placed.placement = wider?.mode === 'below' && wider.x === 0 ? wider : choose(size.width);
      }
      placed.kept = null;
      placed.size = sizeAs(placed.placement.mode, size);
      const at = boxAt(field, placed, placed.placement);
      // Hit testing ends at the window's edge: the place is chosen once it scrolls in.
      const isBeyond = !contains(window, at);
      placed.isSure = !isBeyond && !isCutOff;
      placed.chosenFor = standing(placed, field);
      taken.push(at);
    }
    const isHidden = (placed: Placed, field: Box) =>
      field.width === 0 ||
      !overlaps(field, window) ||
      (placed.placement !== null && !isSeen(placed, boxAt(field, placed, placed.placement))) ||
      isCovered(placed.anchor, field, host.element);
    const hidden = new Map([...fields].map(([placed, field]) => [placed, isHidden(placed, field)]));
    const cardPlace = card?.placeOf(viewport);
    // From here on only writes.
    if (dockLift !== lift) {
      lift = dockLift;
      host.root.style.setProperty('--dock-lift', `${lift}px`);
    }
    for (const [placed, field] of fields) draw(placed, field, hidden.get(placed) ?? false);
    if (card && cardPlace) card.element.style.transform = `translate(${cardPlace.left}px, ${cardPlace.top}px)`;
  };

  const stand = (placed: Placed, groundOf: ReturnType<typeof createGrounds>) => {
    placed.row = placed.others && rowAround(placed.anchor, placed.others);
    const { clips, layer, bars } = groundOf(placed.anchor, placed.row);
    const over = [...bars, ...pinned.filter(({ from }) => !layer || isComposedAncestor(layer, from))];
    placed.ground = { clips, layer, bars: over.filter(({ from }) => !isComposedAncestor(from, placed.anchor)) };
  };

  /** Whether an element stays in place over the part of the page that scrolls with the field. */
  const isOver = (hit: Element, anchor: Element, scrolling: Set<Element>) => {
    const fixed = pinnedAround(hit, scrolling);
    return fixed !== null && !isComposedAncestor(fixed, anchor);
  };

  // Setting an unchanged value costs no layout.
  const prepare = ({ note, anchor }: Placed, field: Box) => {
    note.classList.remove('note-marker', 'note-line');
    note.style.maxWidth = `${widestNote(field)}px`;
    widths.set(anchor, note.style.maxWidth);
  };

  const draw = ({ note, placement }: Placed, field: Box, isOut: boolean) => {
    if (!placement || placement.mode === 'none' || isOut) {
      note.style.visibility = 'hidden';
      return;
    }
    for (const mode of ['marker', 'line']) note.classList.toggle(`note-${mode}`, placement.mode === mode);
    note.classList.toggle('note-start', field.left + placement.x < 320);
    note.style.visibility = 'visible';
    note.style.transform = `translate(${Math.round(field.left + placement.x)}px, ${Math.round(field.top + placement.y)}px)`;
  };

  /** Typed text scrolls within its field and moves nothing else. */
  const movesNothing = (target: EventTarget | null) => target instanceof Element && isControl(target);

  const onScroll = ({ target }: Event) => {
    if (!movesNothing(target)) placeThen();
  };

  /**
   * Headers appear, disappear and become sticky while the page scrolls; at the end of a list its last button stays in
   * place.
   */
  const onScrollEnd = ({ target }: Event) => {
    if (!target || movesNothing(target)) return;
    scrolled.add(target);
    placeThen();
  };

  const onResize = () => {
    lookAround = true;
    chooseSoon();
  };

  /** A drawer that slid in or a section that opened: nothing else reports the field's new position. */
  const onMoved = ({ target }: Event) => {
    const isAround = ({ anchor }: Placed) => target instanceof Element && isComposedAncestor(target, anchor);
    if ([...notes.values()].some(isAround)) chooseSoon();
  };

  hear(document, ['scroll'], signal, onScroll);
  hear(document, ['transitionend', 'animationend'], signal, onMoved);
  hear(document, ['scrollend'], signal, onScrollEnd);
  hear(window, ['resize'], signal, onResize);
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
        if (wanted.size >= DRAWN_AT_ONCE) continue;
        // Draw a few at once; the observer soon reports which are out of view. The note is not in the page yet, so
        // boxes are known and it is laid out together with the page.
        widths.set(element, `${widestNote(boxOfValue(element))}px`);
        visible.add(element);
      }
    },
    inView: () => visible,
    add(id, note, anchor, inline, others) {
      const size = { width: 0, height: 0 };
      const placement = {
        placement: null,
        chosenFor: '',
        isSure: true,
        size,
        wide: 0,
        high: 0,
        kept: null,
        ground: null,
      };
      notes.set(id, { note, anchor, inline, others, ...placement, row: null, inner: null });
      note.style.maxWidth = widths.get(anchor) ?? '';
      placeSoon();
    },
    renew(id, inline) {
      const placed = notes.get(id);
      if (!placed) return;
      const { placement } = placed;
      placed.kept = placed.inline === inline && placement?.mode === 'below' && placement.x === 0 ? placement : null;
      placed.placement = placed.inner = null;
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

/** Whether scrolling may have changed the fixed parts: the page at any position, a list at its end. */
function changesWhatStays(scrolled: EventTarget): boolean {
  if (!(scrolled instanceof Element)) return true;
  const { scrollTop, clientHeight, scrollHeight } = scrolled;
  return scrollTop + clientHeight >= scrollHeight - 1;
}

/** The dock's box without its lift: only its foot, whatever is open above it. */
function lowered({ left, top, width, height }: Box, lift: number): Box {
  const foot = Math.min(height, DOCK_FOOT);
  return { left, top: top + height - foot + lift, width, height: foot };
}
