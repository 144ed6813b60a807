import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import english from '../../assets/locales/en/rules.amazon-more.json' with { type: 'json' };
import chinese from '../../assets/locales/zh-CN/rules.amazon-more.json' with { type: 'json' };
import { contentRules } from '../../rules/amazon/content/index.ts';
import { offerRules } from '../../rules/amazon/offer/index.ts';
import type { WireFacts } from '../../rules/engine/facts.ts';
import errors from '../../rules/policies/amazon/listing-error-explained.json' with { type: 'json' };
import { judging, testSentences } from './amazon-family.ts';

const rules = [...contentRules, ...offerRules].filter(({ id }) => Object.hasOwn(english, id));
const judge = judging(rules);
const kindOf = (name: string, facts: WireFacts) => judge(name, facts).kind;

describe('gtin-exemption-wait', () => {
  const rule = 'gtin-exemption-wait';
  const approved = { brand: 'Acme', approvedBrand: 'Acme' };

  test('30 minutes are enough, and the wait leads there', () => {
    fc.assert(
      fc.property(fc.nat(60), (minutesSinceApproval) => {
        const judged = judge(rule, { ...approved, minutesSinceApproval });
        expect(judged.kind).toBe(minutesSinceApproval >= 30 ? 'ok' : 'violation');
        if (judged.kind === 'ok') return;
        expect(minutesSinceApproval + Number(judged.fix.waitMinutes)).toBe(30);
      }),
    );
  });

  test.each(['acme', 'ACME', 'Acme ', ' Acme', 'Ac me', ''])('"%s" is not "Acme"', (brand) => {
    expect(judge(rule, { ...approved, brand, minutesSinceApproval: 45 })).toMatchObject({
      message: 'brand',
      fix: { approvedBrand: 'Acme' },
    });
  });

  test('an identifier without any word of an approval is no use of one', () => {
    expect(kindOf(rule, { gtin: '4006381333931', brand: 'Acme' })).toBe('not-applicable');
    expect(kindOf(rule, { gtin: '', brand: 'Acme' })).toBe('unknown');
    expect(kindOf(rule, { gtin: '4006381333931', brand: 'acme', approvedBrand: 'Acme' })).toBe('violation');
    expect(judge(rule, { brand: 'Acme' }).missing).toEqual(['minutesSinceApproval', 'approvedBrand']);
  });
});

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

describe('listing-error-explained', () => {
  const codes = errors.periods.flatMap(({ values }) => values.codes);
  const texts = (of: object): string[] => Object.keys(of).filter((key) => /^\d+$/.test(key));

  test('every code of the list has its sentence, and no other', () => {
    const id = 'amazon/listing-error-explained';
    expect(texts(english[id]).toSorted()).toEqual(codes.toSorted());
    expect(texts(chinese[id]).toSorted()).toEqual(codes.toSorted());
  });

  test('the first known one is explained', () => {
    expect(judge('listing-error-explained', { errorCodes: ['1', '8541', '5665'] }).values).toEqual({
      errorCode: '8541',
    });
    expect(kindOf('listing-error-explained', { errorCodes: ['18027', ' 8541'] })).toBe('ok');
  });
});

// The general sentence on error codes is for a code without one of its own; there is none now.
testSentences(
  rules.filter(({ id }) => id !== 'amazon/listing-error-explained'),
  english,
  chinese,
);
