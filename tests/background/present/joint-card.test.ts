import { describe, expect, test } from 'vitest';
import { presentCard } from '../../../entrypoints/background/present/card.ts';
import { oneFindingPerCause } from '../../../entrypoints/background/rows/one-cause.ts';
import { finding } from '../../database/finding.ts';

// The card of several ceilings: one number to copy, and what each of the other rules says by itself.

const marks = ['activityPrice'] as const;
const daily = finding({
  rule: 'temu/activity-price-not-below-daily',
  topic: 'promotion',
  marks,
  values: { activityPrice: '12.00', dailyPrice: '10.00' },
  fix: { maxPrice: '9.00' },
  amended: [
    {
      figure: 'maxPrice',
      field: 'activityPrice',
      side: 'below',
      own: '9.99',
      by: ['temu/activity-price-above-suggested'],
      passes: true,
    },
  ],
});
const suggested = finding({
  rule: 'temu/activity-price-above-suggested',
  topic: 'promotion',
  marks,
  values: { activityPrice: '12.00', suggestedActivityPrice: '9.00' },
  fix: { maxPrice: '9.00' },
});

describe.each(['en', 'zh-CN'] as const)('the card of a joint finding, in %s', (language) => {
  const [joint] = oneFindingPerCause([daily, suggested]);
  if (!joint) throw new Error('nothing is joined');
  const card = presentCard(joint, {
    ...{ id: 'joint', language, marketplace: 'temu', site: 'global', currency: 'CNY', name: null, products: 1 },
    ...{ pageLanguage: 'zh-CN', entered: new Map(), today: '2026-11-30' },
    ...{ canEnter: false, canIgnore: false, teach: null },
  });
  const textOf = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join('');

  test('offers one number to copy', () => {
    expect(card.fixes.map(({ copy }) => copy)).toEqual(['9.00']);
  });

  test('says what each other rule asks for, with no number of its own to be taken for the answer', () => {
    expect(card.reasons).toHaveLength(1);
    const [reason] = card.reasons;
    expect(textOf(reason?.sentence ?? [])).toContain('9.99');
    expect(textOf(reason?.sentence ?? [])).not.toContain('9.00');
    expect(reason?.sentence.some(({ strong }) => strong)).toBe(false);
  });

  test('compares the numbers of all rules', () => {
    expect(card.numbers).toHaveLength(3);
  });
});
