import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consoles } from '../../entrypoints/background/consoles/guides.ts';
import { regexOf, regexOfLines } from '../../entrypoints/console.content/reading/text.ts';

/** Every pattern that a console's fields are looked for by. */
function patternsIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = 'by' in data && data.by === 'pattern' && 'pattern' in data ? [String(data.pattern)] : [];
  return [...own, ...Object.values(data).flatMap(patternsIn)];
}

const patterns = [...new Set(Object.values(consoles).flatMap(({ readers }) => patternsIn(readers)))];

/** What the consoles' cells are made of, so that many of them are almost what is looked for. */
const words = fc.constantFrom(
  ...['SPU', 'SPU ID', 'SKC ID: 30000000001', '货号', '：', ':', ' ', '-', '3', '29', '天后', '自动废弃', '资质待上传'],
  ...[
    '状态',
    '待提交',
    '提交成功',
    '●',
    '体积',
    '12',
    'cm',
    '*',
    '重量',
    '80',
    'g',
    'gx',
    '净重',
    'HJD000000000000001',
  ],
  ...['2026-11-20', '~', '(', ')', '10000', '1', 'price', 'price plus shipping is above', '待卖家确认', 'x'],
);
const texts = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

describe('a pattern looked for in all lines at once', () => {
  it('there are such patterns', () => {
    expect(patterns.filter((pattern) => regexOfLines(pattern) !== null).length).toBeGreaterThan(5);
  });

  it.each(patterns)('misses no line: %s', (pattern) => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), (lines) => {
        const isMissed = regexOfLines(pattern)?.test(lines.join('\n')) === false;
        expect(isMissed && lines.some((line) => regexOf(pattern).test(line))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['a(?![^:]*:)', 'a(?!\\s)', '(?<!\\D)a', 'a(?![^x])', '^(?!.*b)a', 'a(?!b|\\n)'])(
    'is not tried where what stands around may decide: %s',
    (pattern) => expect(regexOfLines(pattern)).toBeNull(),
  );

  it.each(['a(?![a-z])', '(?<![\\w-])a', '(?<![\\d])a'])(
    'is tried where only a letter or a digit beside it decides: %s',
    (pattern) => expect(regexOfLines(pattern)?.test('b\na\nb')).toBe(true),
  );
});
