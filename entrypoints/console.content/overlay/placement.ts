/** A box in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly left: number;
  readonly top: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Position of a note, relative to the top left corner of its field, so that it can follow without a new choice. */
export interface Placement {
  /** `line`: below, truncated to one line. `none`: not shown. */
  readonly mode: 'below' | 'line' | 'right' | 'marker' | 'none';
  readonly x: number;
  readonly y: number;
}

export const MARKER_SIZE = 22;
/** Height of a one-line note. */
export const LINE_HEIGHT = 24;
export const GAP = 4;
export const SIDE_GAP = 8;
/** Directly next to the field, or past a unit or icon there: a truncated line would cut off the passing number. */
const SIDE_GAPS = [SIDE_GAP, 40];

/** Maximum width of a note: the field's own width; a field under 240 px may have a note wide enough for a sentence. */
export function widestNote(field: Box): number {
  return field.width < 240 ? 320 : Math.min(field.width, 560);
}

/** Constraints on placements. */
export interface Choosing {
  readonly viewport: Size;
  /** The element that contains only the field, such as its cell; the field itself if it is a control. */
  readonly home: Box;
  /** Whether a box is free of the page's controls and texts and of placed notes, and {@link isAllowed}. */
  isFree(box: Box): boolean;
  /** Whether a note may be there at all: in the field's row, and not under anything that stays in place. */
  isAllowed(box: Box): boolean;
  /** Whether a note would be visible there and clearly belong to the field, ignoring what else is near. */
  isShown(box: Box): boolean;
}

/**
 * Chooses the first free placement: below the field, aligned with its left or right edge; to its right; further right;
 * below it, truncated to one line; or, as a bare marker, at one of its corners. A marker may overlap a border but never
 * the field's text. `none` if nothing fits.
 */
export function choosePlacement(
  field: Box,
  note: Size,
  { viewport, home, isFree, isAllowed, isShown }: Choosing,
): Placement {
  const below = { left: field.left, top: field.top + field.height + GAP, ...note };
  if (below.left + below.width <= viewport.width && isFree(below)) return placed('below', field, below);

  const end = { ...below, left: field.left + field.width - note.width };
  if (note.width > field.width && end.left >= 0 && isFree(end)) return placed('below', field, end);

  for (const gap of SIDE_GAPS) {
    const right = {
      left: field.left + field.width + gap,
      top: field.top + (field.height - note.height) / 2,
      ...note,
    };
    if (right.left + right.width + SIDE_GAP <= viewport.width && isFree(right)) return placed('right', field, right);
  }

  const line = { ...below, width: widestNote(field), height: LINE_HEIGHT };
  const fits = line.left + line.width <= viewport.width;
  if (note.height > LINE_HEIGHT && fits && isFree(line)) return placed('line', field, line);

  const isInside = (marker: Box) => marker.left >= 0 && marker.left + MARKER_SIZE <= viewport.width;
  const marker =
    markersBeside(field).find((box) => isInside(box) && isFree(box)) ??
    markersAtCorners(home).find(
      (box) => isInside(box) && isAllowed(box) && (field === home || !overlaps(box, field)),
    ) ??
    // A problem of a control must not stay hidden because of its neighbours: a marker on its border is unambiguous.
    markersAtCorners(home).find((box) => isInside(box) && field === home && isShown(box));
  return marker ? placed('marker', field, marker) : { mode: 'none', x: 0, y: 0 };
}

function markersBeside(field: Box): Box[] {
  const middle = field.top + (Math.min(field.height, 40) - MARKER_SIZE) / 2;
  return [
    markerAt(field.left + field.width + GAP, middle),
    markerAt(field.left - MARKER_SIZE - GAP, middle),
    markerAt(field.left + field.width - MARKER_SIZE, field.top - MARKER_SIZE - 2),
  ];
}

/** On the border, else inside it. */
function markersAtCorners({ left, top, width, height }: Box): Box[] {
  const end = left + width;
  return [
    markerAt(end - MARKER_SIZE / 2, top - MARKER_SIZE / 2),
    markerAt(end - MARKER_SIZE / 2, top),
    markerAt(end - MARKER_SIZE, top),
    markerAt(end - MARKER_SIZE, top + height - MARKER_SIZE),
    markerAt(end - MARKER_SIZE / 2, top + height - MARKER_SIZE),
    markerAt(left - MARKER_SIZE / 2, top),
  ];
}

function markerAt(left: number, top: number): Box {
  return { left, top, width: MARKER_SIZE, height: MARKER_SIZE };
}

function placed(mode: Placement['mode'], field: Box, box: Box): Placement {
  return { mode, x: box.left - field.left, y: box.top - field.top };
}

export function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

/** In whole pixels. */
export function sizeOf(element: HTMLElement): Size {
  return { width: element.offsetWidth, height: element.offsetHeight };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

/** A box enlarged on all sides, by 2 pixels unless stated: a note inside it touches nothing. */
export function grown({ left, top, width, height }: Box, by = 2): Box {
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
}

/** Distance between two boxes in pixels; 0 if they touch. */
export function distance(a: Box, b: Box): number {
  const across = Math.max(a.left - b.left - b.width, b.left - a.left - a.width, 0);
  const down = Math.max(a.top - b.top - b.height, b.top - a.top - a.height, 0);
  return Math.hypot(across, down);
}

/** Points spread over a box, including its corners, at most `across` and `down` apart. */
export function samplePoints(box: Box, across: number, down: number): [x: number, y: number][] {
  const columns = spread(box.left, box.width, across);
  // Lowest first: the most frequent obstacle is the next line of the form.
  const lines = spread(box.top, box.height, down).reverse();
  return lines.flatMap((y) => columns.map((x): [number, number] => [x, y]));
}

/** Positions along a line, including its ends, at most `step` apart. */
function spread(start: number, length: number, step: number): number[] {
  const gaps = Math.ceil(length / step);
  return Array.from({ length: gaps + 1 }, (_, index) => start + (length * index) / gaps);
}

/** Whether a box contains another, within one pixel of rounding. */
export function contains(outer: Box, { left, top, width, height }: Box): boolean {
  return (
    left >= outer.left - 1 &&
    top >= outer.top - 1 &&
    left + width <= outer.left + outer.width + 1 &&
    top + height <= outer.top + outer.height + 1
  );
}

export function middleOf({ left, top, width, height }: Box): Box {
  return { left: left + width / 2, top: top + height / 2, width: 1, height: 1 };
}

/** A box at least as high as `height`. */
export function atLeast(box: Box, height: number): Box {
  const lacking = Math.max(0, height - box.height);
  return { ...box, top: box.top - lacking / 2, height: box.height + lacking };
}

/** The size of a note drawn in a given mode. */
export function sizeAs(mode: Placement['mode'], size: Size): Size {
  if (mode === 'marker') return { width: MARKER_SIZE, height: MARKER_SIZE };
  return mode === 'line' ? { width: size.width, height: LINE_HEIGHT } : size;
}

export function sizeText({ width, height }: Box): string {
  return `${width}x${height}`;
}
