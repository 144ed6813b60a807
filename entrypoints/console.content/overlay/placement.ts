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

/** Where a note stands, relative to the left top corner of its field, so that it can follow without choosing again. */
export interface Placement {
  /** `line`: below, cut to one line. `none`: nowhere, the note is not shown. */
  readonly mode: 'below' | 'line' | 'right' | 'marker' | 'none';
  readonly x: number;
  readonly y: number;
}

export const MARKER_SIZE = 22;
/** Height of a note of one line. */
export const LINE_HEIGHT = 24;
export const GAP = 4;
export const SIDE_GAP = 8;
/** Right beside the field, or past a unit or an icon that stands there: a line would cut off the number that passes. */
const SIDE_GAPS = [SIDE_GAP, 40];

/** Widest a note may get: the field's own width, but a field under 240 px may have one in which a sentence fits. */
export function widestNote(field: Box): number {
  return field.width < 240 ? 320 : Math.min(field.width, 560);
}

/** What a place may be. */
export interface Choosing {
  readonly viewport: Size;
  /** What holds the field and nothing else, such as its cell; the field itself where it is a control. */
  readonly home: Box;
  /** Whether a box is free of the page's controls and texts, of notes already placed, and {@link isAllowed}. */
  isFree(box: Box): boolean;
  /** Whether a note may stand there at all: in the field's row, and under nothing that stays in place. */
  isAllowed(box: Box): boolean;
  /** Whether a note would be seen there and belongs there, whatever else of the page is as near. */
  isShown(box: Box): boolean;
}

/**
 * Chooses the first place that is free: below the field in line with its left edge or its right, to its right, further
 * right, below it cut to one line, or, as a bare marker, at one of its corners. A marker may overlap a border but never
 * the field's text. `none` where there is no place at all.
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
    // A problem of a control is not silent for its neighbours' sake: on its border a mark is its own.
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

/** A box and some pixels around it, 2 unless said: a note in it then touches nothing. */
export function grown({ left, top, width, height }: Box, by = 2): Box {
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
}

/** How far two boxes are from each other, in pixels; 0 where they touch. */
export function distance(a: Box, b: Box): number {
  const across = Math.max(a.left - b.left - b.width, b.left - a.left - a.width, 0);
  const down = Math.max(a.top - b.top - b.height, b.top - a.top - a.height, 0);
  return Math.hypot(across, down);
}

/** Points spread over a box, its corners among them, no further apart than `across` and `down`. */
export function samplePoints(box: Box, across: number, down: number): [x: number, y: number][] {
  const columns = spread(box.left, box.width, across);
  // The lowest first: what is in the way most often is the next line of the form.
  const lines = spread(box.top, box.height, down).reverse();
  return lines.flatMap((y) => columns.map((x): [number, number] => [x, y]));
}

/** Places along a stretch, its ends among them, no further apart than `step`. */
function spread(start: number, length: number, step: number): number[] {
  const gaps = Math.ceil(length / step);
  return Array.from({ length: gaps + 1 }, (_, index) => start + (length * index) / gaps);
}

/** Whether a box holds another but for a pixel, which is what rounding may take. */
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

/** A box that is high enough for a marker. */
export function atLeast(box: Box, height: number): Box {
  const lacking = Math.max(0, height - box.height);
  return { ...box, top: box.top - lacking / 2, height: box.height + lacking };
}

/** The size of a note where it is drawn in one of its modes. */
export function sizeAs(mode: Placement['mode'], size: Size): Size {
  if (mode === 'marker') return { width: MARKER_SIZE, height: MARKER_SIZE };
  return mode === 'line' ? { width: size.width, height: LINE_HEIGHT } : size;
}

export function sizeText({ width, height }: Box): string {
  return `${width}x${height}`;
}
