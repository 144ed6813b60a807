import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-content.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-content.json' with { type: 'json' };
import { contentRules } from '../../../rules/amazon/content/index.ts';
import type { WireFacts } from '../../../rules/engine/facts.ts';
import { judging, testSentences } from './family.ts';

const judge = judging(contentRules);
const kindOf = (name: string, facts: WireFacts) => judge(name, facts).kind;

describe('variation-title', () => {
  const rule = 'variation-title';
  const child = { parentage: 'child', size: '350 ml', color: 'Navy Blue' };

  test.each([
    ['Mug 350 ml Navy Blue', []],
    ['Mug 350ML, NAVY-BLUE', []],
    ['Mug Navy Blue', ['350 ml']],
    ['Mug 350 ml', ['Navy Blue']],
    ['Mug', ['350 ml', 'Navy Blue']],
  ])('a child named "%s" lacks %j', (title, words) => {
    const judged = judge(rule, { ...child, title });
    expect(judged.kind).toBe(words.length > 0 ? 'violation' : 'ok');
    expect(judged.fix.words ?? []).toEqual(words);
  });

  test('short values must be words of their own', () => {
    const shirt = { parentage: 'child', color: null };
    expect(kindOf(rule, { ...shirt, size: 'S', title: 'Harborline Socks' })).toBe('violation');
    expect(kindOf(rule, { ...shirt, size: 'S', title: 'Harborline Socks, s' })).toBe('ok');
    expect(kindOf(rule, { ...shirt, size: 'XL', title: 'Harborline Shirt (XL)' })).toBe('ok');
  });

  test('adding what is missing makes it ok', () => {
    const name = fc.stringMatching(/^[A-Za-z]{3,8}( [A-Za-z]{3,8})?$/);
    fc.assert(
      fc.property(name, name, name, (title, size, color) => {
        const facts = { parentage: 'child', title, size, color };
        const judged = judge(rule, facts);
        const added = [title, ...((judged.fix.words ?? []) as string[])].join(', ');
        expect(kindOf(rule, { ...facts, title: added })).toBe('ok');
      }),
    );
  });

  test('a parent names no value of its children', () => {
    const parent = { parentage: 'parent', variationValues: ['Red', 'Navy Blue', 'Red'] };
    expect(judge(rule, { ...parent, title: 'Harborline Mug red, Navy Blue' })).toMatchObject({
      message: 'parent',
      fix: { words: ['Red', 'Navy Blue'] },
    });
    // Part of another word is no value.
    expect(kindOf(rule, { ...parent, title: 'Harborline Redwood Mug' })).toBe('ok');
    expect(kindOf(rule, { parentage: 'parent', color: 'Red', title: 'Red Mug' })).toBe('violation');
    expect(kindOf(rule, { parentage: 'parent', title: 'Red Mug' })).toBe('unknown');
  });

  test('a value that was not read is not taken for empty', () => {
    expect(judge(rule, { parentage: 'child', title: 'Mug' }).missing).toEqual(['size', 'color']);
    expect(judge(rule, { parentage: 'child', title: 'Mug', size: null }).missing).toEqual(['color']);
    expect(kindOf(rule, { parentage: 'child', title: 'Mug', size: null, color: null })).toBe('not-applicable');
    expect(kindOf(rule, { parentage: 'single', title: 'Mug', size: 'S', color: 'Red' })).toBe('not-applicable');
  });
});

testSentences(
  contentRules.filter(({ id }) => id === 'amazon/variation-title'),
  english,
  chinese,
);
