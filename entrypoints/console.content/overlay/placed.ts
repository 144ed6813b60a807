import { CELLS } from '../reading/cells.ts';
import type { Ground } from './ground.ts';
import type { Look } from './look.ts';
import { type Box, boxOf, type Placement, type Size, sizeText } from './placement.ts';
import { boxOfValue, isOneThing } from './value-box.ts';

/** A note and the place chosen for it. */
export interface Placed {
  readonly note: HTMLElement;
  readonly anchor: Element;
  readonly others: readonly Element[] | null;
  inline: boolean;
  placement: Placement | null;
  /** What the placement was chosen for: the field's size, or where it stood and in what. */
  chosenFor: string;
  /** Whether all of the places that were looked at could be seen: then the placement holds wherever the field stands. */
  isSure: boolean;
  /** Size of the note as it was placed. */
  size: Size;
  /** Size of the box that was found free. */
  wide: number;
  high: number;
  /** As long as the page around it stays. */
  ground: Ground | null;
  row: Element | null;
  /** The value's box within its element's, as long as that keeps its size. */
  inner: { readonly value: Box; readonly outer: Box } | null;
  /** Where the note stood below its field before its text changed: holds as long as the text fits. */
  kept: Placement | null;
}

/** The box of what a field shows, now. */
export function fieldOf(placed: Placed): Box {
  const now = boxOf(placed.anchor);
  if (!placed.inner || sizeText(placed.inner.outer) !== sizeText(now))
    placed.inner = { value: boxOfValue(placed.anchor), outer: now };
  const { value, outer } = placed.inner;
  return { ...value, left: value.left + now.left - outer.left, top: value.top + now.top - outer.top };
}

/** The box of a note in one of its places. */
export function boxAt(field: Box, { size }: Placed, { x, y }: Placement): Box {
  return { left: field.left + x, top: field.top + y, ...size };
}

/** What holds a field and nothing else. */
export function homeOf(anchor: Element, field: Box): Box {
  return isOneThing(anchor) ? field : boxOf(anchor.closest(CELLS) ?? anchor.parentElement ?? anchor);
}

/** Where a field stands, and all that may cut its note off: another text says that there may be another place. */
export function standingText({ ground }: Placed, field: Box, look: Look): string {
  const clips = (ground?.clips ?? []).map(look.boxOf);
  const bars = (ground?.bars ?? []).map(look.boxOfBar);
  return [field, ...clips, ...bars].map((box) => `${sizeText(box)}@${box.left},${box.top}`).join();
}
