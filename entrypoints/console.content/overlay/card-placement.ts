import { type Box, boxOf, GAP, type Point, SIDE_GAP, type Size, sizeOf } from './placement.ts';

/** Position of a card: next to its field, or in the corner above the dock if its field is not on the page. */
export function placeOfCard(card: HTMLElement, anchor: Element | null, viewport: Size): Point {
  const size = sizeOf(card);
  if (anchor?.isConnected) return besideAnchor(boxOf(anchor), size, viewport);
  return { left: viewport.width - size.width - 16, top: Math.max(16, viewport.height - size.height - 72) };
}

/** Positions a box inside the viewport, next to an anchor: below it, above it, or wherever it fits. */
export function besideAnchor(anchor: Box, size: Size, viewport: Size): Point {
  const margin = 8;
  const left = clamp(anchor.left, margin, viewport.width - size.width - margin);
  const below = anchor.top + anchor.height + GAP;
  if (below + size.height + margin <= viewport.height) return { left, top: below };
  const above = anchor.top - GAP - size.height;
  if (above >= margin) return { left, top: above };
  const beside = anchor.left + anchor.width + SIDE_GAP;
  const top = clamp(anchor.top, margin, viewport.height - size.height - margin);
  return { left: beside + size.width + margin <= viewport.width ? beside : left, top };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}
