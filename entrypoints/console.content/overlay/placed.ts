import { CELLS } from '../reading/cells.ts';
import type { Ground } from './ground.ts';
import type { Look } from './look.ts';
import { type Box, boxOf, type Placement, type Size, sizeText } from './placement.ts';
import { boxOfValue, isOneThing } from './value-box.ts';

/** A note and its chosen placement. */
export interface Placed {
  readonly note: HTMLElement;
  readonly anchor: Element;
  readonly others: readonly Element[] | null;
  inline: boolean;
  placement: Placement | null;
  /** Key of the situation the placement was chosen for: the field's size, or its position and surroundings. */
  chosenFor: string;
  /** Whether all places considered were visible: then the placement holds wherever the field is. */
  isSure: boolean;
  /** Size of the note when placed. */
  size: Size;
  /** Width of the box that was found free. */
  wide: number;
  high: number;
  /** Valid until the page around it changes. */
  ground: Ground | null;
  row: Element | null;
  /** The value's box within its element's, valid while that keeps its size. */
  inner: { readonly value: Box; readonly outer: Box } | null;
  /** The note's placement below its field before its text changed: kept as long as the text fits. */
  kept: Placement | null;
}

/** The current box of a field's value. */
export function fieldOf(placed: Placed): Box {
  const now = boxOf(placed.anchor);
  if (!placed.inner || sizeText(placed.inner.outer) !== sizeText(now))
    placed.inner = { value: boxOfValue(placed.anchor), outer: now };
  const { value, outer } = placed.inner;
  return { ...value, left: value.left + now.left - outer.left, top: value.top + now.top - outer.top };
}

/** The box of a note at a placement. */
export function boxAt(field: Box, { size }: Placed, { x, y }: Placement): Box {
  return { left: field.left + x, top: field.top + y, ...size };
}

/** The element that contains a field and nothing else. */
export function homeOf(anchor: Element, field: Box): Box {
  return isOneThing(anchor) ? field : boxOf(anchor.closest(CELLS) ?? anchor.parentElement ?? anchor);
}

/**
 * Serialises a field's position and everything that may clip its note: if it changes, another placement may be
 * possible.
 */
export function standingText({ ground }: Placed, field: Box, look: Look): string {
  const clips = (ground?.clips ?? []).map(look.boxOf);
  const bars = (ground?.bars ?? []).map(look.boxOfBar);
  return [field, ...clips, ...bars].map((box) => `${sizeText(box)}@${box.left},${box.top}`).join();
}
