import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluator } from '../../../rules/engine/engine.ts';
import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { allRules } from '../../../rules/index.ts';

// What Temu's console says itself: states, measurements, complaints.

const judge = evaluator(allRules, { marketplace: 'temu', site: 'global', day: '2026-11-30' });

function outcome(id: string, wire: WireFacts, unread: readonly FactName[] = []) {
  const found = judge({ facts: parseFacts(wire).facts, unread: new Set(unread) });
  return found.find(({ rule }) => rule.id === id)?.outcome;
}

describe('temu/measured-larger', () => {
  const weighed = (weight: number, measuredWeight: number, tolerance?: number) =>
    outcome('temu/measured-larger', {
      weight: `${weight}`,
      weightUnit: 'g',
      measuredWeight: `${measuredWeight}`,
      ...(tolerance === undefined ? {} : { measureTolerance: `${tolerance}` }),
    })?.kind;

  test('grams above the tolerance are a problem, the tolerance itself and everything below it are none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 100 }), (tens, tolerance) => {
        const weight = tens * 100;
        const most = weight + tens * tolerance;
        expect(weighed(weight, most, tolerance)).toBe('ok');
        expect(weighed(weight, most + 1, tolerance)).toBe('violation');
      }),
    );
  });

  test('sides are compared from long to short, in whatever order they stand', () => {
    const own = { longest: '30', middle: '12', shortest: '8' };
    const turned = { measuredLongest: '8', measuredMiddle: '30', measuredShortest: '12' };
    expect(outcome('temu/measured-larger', { ...own, ...turned })).toMatchObject({ kind: 'ok' });
    const larger = { measuredLongest: '30', measuredMiddle: '14', measuredShortest: '8' };
    expect(outcome('temu/measured-larger', { ...own, ...larger })).toMatchObject({
      kind: 'violation',
      message: 'sides',
      values: { ownSides: ['30', '12', '8'], measuredSides: ['30', '14', '8'] },
    });
  });

  test('a weight in another unit, or two of three sides, compare nothing', () => {
    expect(outcome('temu/measured-larger', { weight: '1', weightUnit: 'kg', measuredWeight: '1500' })?.kind).toBe(
      'unknown',
    );
    const sides = { longest: '30', middle: '12', measuredLongest: '60', measuredMiddle: '60', measuredShortest: '8' };
    expect(outcome('temu/measured-larger', sides)?.kind).toBe('unknown');
  });
});

describe('a complaint of the console itself', () => {
  test('decides where the reference is not on the page, and only there', () => {
    const id = 'temu/activity-price-above-suggested';
    const told = { activityPrice: '8.01', activityPriceError: 'above-reference' };
    expect(outcome(id, told)).toMatchObject({ kind: 'violation', message: 'told' });
    expect(outcome(id, told, ['suggestedActivityPrice'])).toMatchObject({ kind: 'violation', message: 'told' });
    // Left from the price before: what is typed is at most the reference that the page shows.
    expect(outcome(id, { ...told, suggestedActivityPrice: '8.01' })?.kind).toBe('ok');
    expect(outcome(id, { activityPrice: '8.01', activityPriceError: 'not-positive' })?.kind).toBe('unknown');
  });

  test('is not said again of a price that was read', () => {
    const id = 'temu/activity-price-positive';
    expect(outcome(id, { activityPrice: '5.00', activityPriceError: 'not-positive' })?.kind).toBe('ok');
    expect(outcome(id, { activityPriceError: 'not-positive' }, ['activityPrice'])).toMatchObject({ message: 'told' });
  });
});

test('a SKU that has a price is not waiting for one, whatever tab it stands under', () => {
  const pending = (wire: WireFacts) => outcome('temu/retail-price-pending', wire)?.kind;
  expect(pending({ retailPriceStatus: 'to-fill', retailPrice: null })).toBe('violation');
  expect(pending({ retailPriceStatus: 'to-fill' })).toBe('violation');
  expect(pending({ retailPriceStatus: 'to-fill', retailPrice: '9.90' })).toBe('not-applicable');
});
