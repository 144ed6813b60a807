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

/** Keeps notes and the card beside their fields. */
export interface Placer {
  /** Watches which of these elements are in view. */
  observe(anchors: readonly Element[]): void;
  inView(): ReadonlySet<Element>;
  /** @param others the same field of other records, where the anchor stands in a list; null in a form */
  add(id: string, note: HTMLElement, anchor: Element, inline: boolean, others: readonly Element[] | null): void;
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

/** A sentence gets longer with every digit that is typed: its place is chosen for a few more. */
const WIDER = 48;

const DRAWN_AT_ONCE = 30;

/** Height of the dock while its list is closed, in pixels. */
const DOCK_FOOT = 40;

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
  const finder = createPinnedFinder(host.element);
  let pinned: readonly Bar[] = [];
  /** What stays in place has to be looked for. */
  let lookAround = true;
  /** Elements came or went: something that stays in place may be among them. */
  let isChanged = false;
  /** What came to the end of its scrolling, not looked at yet. */
  const scrolled = new Set<EventTarget>();
  /** How far the dock stands above its corner, in pixels. */
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
    for (const placed of notes.values()) placed.placement = placed.kept = placed.ground = placed.inner = null;
    isChanged = true;
    placeSoon();
  };

  const place = () => {
    const { clientWidth, currentCSSZoom = 1 } = document.documentElement;
    const viewport = { width: clientWidth * currentCSSZoom, height: innerHeight };
    host.unzoom(currentCSSZoom);
    // Now that the page is laid out: asked before, each style would make the browser work it out.
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
    /** Whether nothing that stays in place lies over a box, and what its field stands in cuts nothing of it off. */
    const isSeen = ({ ground }: Placed, box: Box) =>
      !ground?.clips.some((clip) => !contains(look.boxOf(clip), box)) &&
      !ground?.bars.some((bar) => overlaps(look.boxOfBar(bar), box));

    const window = { left: 0, top: 0, ...viewport };
    const unplaced = [...fields].filter(([placed, field]) => {
      // Out of the window nothing is seen of it, and nothing can be asked of what stands there.
      if (field.width === 0 || !overlaps(field, window)) return false;
      const { placement } = placed;
      if (!placement || placed.chosenFor !== standing(placed, field)) return true;
      if (!placed.isSure) return false;
      // What stays in place came over the note, while its field can be seen: there may be another place.
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
      // Nothing can be hit beyond the window's edge: what stands there is seen, and the place chosen, when it scrolls in.
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

  /** Whether something stays in place over the page that the field scrolls with. */
  const isOver = (hit: Element, anchor: Element, scrolling: Set<Element>) => {
    const fixed = pinnedAround(hit, scrolling);
    return fixed !== null && !isComposedAncestor(fixed, anchor);
  };

  // What is set already costs no layout.
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

  /** What is typed scrolls within its field, and moves nothing. */
  const movesNothing = (target: EventTarget | null) => target instanceof Element && isControl(target);

  const onScroll = ({ target }: Event) => {
    if (!movesNothing(target)) placeThen();
  };

  /** Headers come, go and begin to stick while the page scrolls; at the end of a list its last button stays. */
  const onScrollEnd = ({ target }: Event) => {
    if (!target || movesNothing(target)) return;
    scrolled.add(target);
    placeThen();
  };

  const onResize = () => {
    lookAround = true;
    chooseSoon();
  };

  /** A drawer that slid in, a section that opened: where a field stands now nothing else tells. */
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
        // A few are drawn at once; the observer soon says which are out of view. Nothing of what is to be drawn is on the
        // page yet: its boxes are known, and the note is laid out with it.
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

/** Whether what was scrolled may have changed what stays in place: the page anywhere, a list at its end. */
function changesWhatStays(scrolled: EventTarget): boolean {
  if (!(scrolled instanceof Element)) return true;
  const { scrollTop, clientHeight, scrollHeight } = scrolled;
  return scrollTop + clientHeight >= scrollHeight - 1;
}

/** Where the dock stands without its lift: its foot, whatever is open above it. */
function lowered({ left, top, width, height }: Box, lift: number): Box {
  const foot = Math.min(height, DOCK_FOOT);
  return { left, top: top + height - foot + lift, width, height: foot };
}
