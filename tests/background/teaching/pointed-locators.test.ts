import { describe, expect, test } from 'vitest';
import { consoleRequests } from '../../../entrypoints/background/messages/requests.ts';
import type { PointedClues } from '../../../entrypoints/background/messages/teach.ts';
import { pointedLocators } from '../../../entrypoints/background/teaching/pointed-locators.ts';

const clues: PointedClues = {
  isControl: true,
  inRow: false,
  attributes: [
    { name: 'name', value: 'discount', isOwn: true },
    { name: 'class', value: 'css-1x2y3z', isOwn: true },
    { name: 'id', value: 'row-830217', isOwn: false },
    { name: 'data-testid', value: 'discount-row', isOwn: false },
  ],
  labels: ['discount', '%'],
  header: 'discount (%)',
  before: 'your discount',
};

describe('an element that was pointed at', () => {
  test('in a form is found by its own stable attribute, its label, then what is around it alone', () => {
    expect(pointedLocators(clues, 'de-DE')).toEqual([
      { by: 'attribute', attribute: 'name', value: 'discount' },
      { by: 'label', words: { de: ['discount'] } },
      { by: 'group', selector: '[name="discount"]' },
      { by: 'group', selector: '[data-testid="discount-row"]' },
    ]);
  });

  test('in a row is found by stable attributes, its header, then the text before it', () => {
    expect(pointedLocators({ ...clues, inRow: true }, 'zh-CN')).toEqual([
      { by: 'part', selector: '[name="discount"]' },
      { by: 'part', selector: '[data-testid="discount-row"]' },
      { by: 'column', words: { zh: ['discount (%)'] } },
      { by: 'pair', words: { zh: ['your discount'] } },
    ]);
  });

  test.each([
    ['no name at all', { attributes: [], header: '', before: '' }],
    ['only names of this visit', { attributes: [{ name: 'id', value: ':r1:', isOwn: true }], header: '', before: '' }],
    ['only signs around it', { attributes: [], header: '%', before: '…' }],
    ['only texts too long to be labels', { attributes: [], header: 'a'.repeat(81), before: 'b'.repeat(200) }],
    [
      'a stable name with a quote in it',
      { attributes: [{ name: 'id', value: 'a"]b', isOwn: true }], header: '', before: '' },
    ],
  ])('with %s is found by nothing', (_, some) => {
    expect(pointedLocators({ ...clues, isControl: false, ...some }, 'en')).toEqual([]);
  });

  test('may stand among attributes and texts of any number and length', () => {
    const long = 'x'.repeat(100_000);
    const attributes = Array.from({ length: 5000 }, () => ({ name: long, value: long, isOwn: false }));
    const sent = {
      kind: 'teach-locators',
      language: 'en',
      clues: { ...clues, attributes, labels: [long], header: long },
    };
    const { clues: kept } = consoleRequests['teach-locators'].parse(sent);
    expect(JSON.stringify(kept).length).toBeLessThan(120_000);
  });
});
