import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { besideAnchor } from '../../entrypoints/console.content/overlay/card-placement.ts';
import {
  type Box,
  choosePlacement,
  grown,
  MARKER_SIZE,
  overlaps,
  samplePoints,
  widestNote,
} from '../../entrypoints/console.content/overlay/placement.ts';

const viewport = { width: 1280, height: 900 };
const field: Box = { left: 200, top: 300, width: 420, height: 36 };
const note = { width: 380, height: 24 };

function choose(
  own: Box,
  size: typeof note,
  isFree: (box: Box) => boolean,
  isAllowed = (_: Box) => true,
  isShown = isAllowed,
) {
  return choosePlacement(own, size, { viewport, home: own, isFree, isAllowed, isShown });
}

describe('a note beside its field', () => {
  test('stands below, in line with the left edge, 4 px away', () => {
    expect(choose(field, note, () => true)).toEqual({ mode: 'below', x: 0, y: 40 });
  });

  test('goes to the right where something stands below', () => {
    const below: Box = { left: 200, top: 340, width: 420, height: 30 };
    const placement = choose(field, note, (box) => !overlaps(box, below));
    expect(placement).toEqual({ mode: 'right', x: 428, y: 6 });
  });

  test('goes past a unit beside the field before it is cut to one line', () => {
    const below: Box = { left: 0, top: 366, width: 1280, height: 30 };
    const unit: Box = { left: 628, top: 310, width: 14, height: 16 };
    const isFree = (box: Box) => !overlaps(box, below) && !overlaps(box, unit);
    const placement = choose(field, { width: 420, height: 42 }, isFree);
    expect(placement).toEqual({ mode: 'right', x: 460, y: -3 });
  });

  test('is cut to one line where two do not fit', () => {
    const below: Box = { left: 0, top: 366, width: 1280, height: 30 };
    const right: Box = { left: 622, top: 300, width: 100, height: 40 };
    const isFree = (box: Box) => !overlaps(box, below) && !overlaps(box, right);
    expect(choose(field, { width: 420, height: 42 }, isFree)).toEqual({ mode: 'line', x: 0, y: 40 });
  });

  test('shrinks to a marker in a crowded table and never covers the text of its field', () => {
    const neighbour: Box = { left: 600, top: 0, width: 680, height: 900 };
    const under: Box = { left: 0, top: 337, width: 1280, height: 500 };
    const placement = choose(field, note, (box) => !overlaps(box, neighbour) && !overlaps(box, under));
    expect(placement.mode).toBe('marker');
    expect(placement.x).toBe(-MARKER_SIZE - 4);
  });

  test('without any room sits on the corner of the border', () => {
    const placement = choose(field, note, () => false);
    expect(placement).toEqual({ mode: 'marker', x: 420 - MARKER_SIZE / 2, y: -MARKER_SIZE / 2 });
  });

  test('under a narrow field goes to the left where a value stands to the right', () => {
    const price: Box = { left: 893, top: 214, width: 40, height: 20 };
    const other: Box = { left: 1031, top: 210, width: 40, height: 50 };
    const placement = choose(price, { width: 320, height: 42 }, (box) => !overlaps(box, other));
    expect(placement).toEqual({ mode: 'below', x: 40 - 320, y: 24 });
  });

  test('without any place it may stand in is not shown', () => {
    expect(
      choose(
        field,
        note,
        () => false,
        () => false,
      ).mode,
    ).toBe('none');
  });

  test('a field under 240 px may have a wider note, a wide one never more than 560 px', () => {
    expect(widestNote({ ...field, width: 90 })).toBe(320);
    expect(widestNote({ ...field, width: 300 })).toBe(300);
    expect(widestNote({ ...field, width: 1200 })).toBe(560);
  });
});

const boxes = fc.record({
  left: fc.integer({ min: 0, max: 1200 }),
  top: fc.integer({ min: 0, max: 850 }),
  width: fc.integer({ min: 10, max: 800 }),
  height: fc.integer({ min: 10, max: 200 }),
});

test('a chosen place is free whenever the chooser says it looked', () => {
  fc.assert(
    fc.property(boxes, boxes, (ownField, obstacle) => {
      const placement = choose(ownField, note, (box) => !overlaps(box, obstacle));
      if (placement.mode === 'marker' || placement.mode === 'none') return;
      const place = { left: ownField.left + placement.x, top: ownField.top + placement.y, ...note };
      expect(overlaps(place, obstacle)).toBe(false);
      expect(overlaps(place, ownField)).toBe(false);
    }),
  );
});

test('the card stays in the viewport', () => {
  fc.assert(
    fc.property(boxes, (anchor) => {
      const { left, top } = besideAnchor(anchor, { width: 320, height: 400 }, viewport);
      expect(left).toBeGreaterThanOrEqual(8);
      expect(top).toBeGreaterThanOrEqual(8);
      expect(left + 320).toBeLessThanOrEqual(viewport.width);
      expect(top + 400).toBeLessThanOrEqual(viewport.height);
    }),
  );
});

test('sampled points reach every corner and stand no further apart than asked', () => {
  const points = samplePoints(grown({ left: 0, top: 0, width: 380, height: 40 }), 24, 12);
  for (const corner of [
    [-2, -2],
    [382, -2],
    [-2, 42],
    [382, 42],
  ])
    expect(points).toContainEqual(corner);
  for (const [axis, step] of [24, 12].entries()) {
    const places = [...new Set(points.map((point) => point[axis] as number))].toSorted((a, b) => a - b);
    for (const [index, at] of places.slice(1).entries())
      expect(at - (places[index] as number)).toBeLessThanOrEqual(step);
  }
});
