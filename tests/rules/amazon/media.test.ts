import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-media.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-media.json' with { type: 'json' };
import { mediaRules } from '../../../rules/amazon/media/index.ts';
import type { WireFacts } from '../../../rules/engine/facts.ts';
import { judging, testSentences } from './family.ts';

const judge = judging(mediaRules);
const kindOf = (name: string, facts: WireFacts) => judge(name, facts).kind;

describe('image-pixels', () => {
  const rule = 'image-pixels';

  test.each([
    [499, 'error', 'tooSmall'],
    [500, 'warning', 'problem'],
    [999, 'warning', 'problem'],
    [1000, 'info', 'advised'],
    [1599, 'info', 'advised'],
    [10001, 'error', 'tooLarge'],
  ])('%s px is an %s', (longest, severity, message) => {
    for (const [imageWidth, imageHeight] of [
      [longest, 100],
      [100, longest],
      [longest, longest],
    ] as const)
      expect(judge(rule, { imageWidth, imageHeight })).toMatchObject({
        severity,
        message,
        values: { longestSide: longest },
      });
  });

  test('from 1,600 to 10,000 px all is well; only the main image is judged', () => {
    for (const longest of [1600, 10000]) expect(kindOf(rule, { imageWidth: longest, imageHeight: 1 })).toBe('ok');
    expect(kindOf(rule, { imageWidth: 1, imageHeight: 1, isFirst: false })).toBe('not-applicable');
    expect(kindOf(rule, { imageWidth: 1, imageHeight: 1, isFirst: true })).toBe('violation');
  });

  test('what is proposed is one step better, and what is advised is enough', () => {
    const rank = { error: 3, warning: 2, info: 1 } as Record<string, number>;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_000 }), (imageWidth) => {
        const judged = judge(rule, { imageWidth, imageHeight: 1 });
        if (judged.kind === 'ok') return;
        const { minimum, advised, limit } = judged.fix as Record<string, number>;
        const better = judge(rule, { imageWidth: minimum ?? limit ?? advised ?? 0, imageHeight: 1 });
        expect(rank[better.severity ?? ''] ?? 0).toBeLessThan(rank[judged.severity ?? ''] ?? 0);
        if (advised) expect(kindOf(rule, { imageWidth: advised, imageHeight: 1 })).toBe('ok');
      }),
    );
  });
});

describe('image-main-background', () => {
  const rule = 'image-main-background';
  const white = [255, 255, 255];

  test('one corner that is off by one is enough', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(2), fc.nat(254), (corner, part, value) => {
        const cornerRgb = [white, white, white, white].map((rgb) => [...rgb]);
        expect(kindOf(rule, { cornerRgb })).toBe('ok');
        const changed = cornerRgb[corner] as number[];
        changed[part] = value;
        expect(judge(rule, { cornerRgb })).toMatchObject({
          kind: 'violation',
          values: { colour: changed.join(', ') },
          fix: { background: '255, 255, 255' },
        });
      }),
    );
  });

  test('other images may have any background, and no corner says nothing', () => {
    expect(kindOf(rule, { cornerRgb: [[0, 0, 0]], isFirst: false })).toBe('not-applicable');
    expect(kindOf(rule, { cornerRgb: [] })).toBe('unknown');
  });
});

describe('image-file', () => {
  const rule = 'image-file';

  test.each(['jpg', 'JPEG', '.png', 'image/tiff', 'tif', 'GIF'])('%s is taken', (imageFormat) => {
    expect(kindOf(rule, { imageFormat, imageBytes: 1000 })).toBe('ok');
  });

  test.each(['webp', 'image/svg+xml', 'HEIC', 'pngx'])('%s is not', (imageFormat) => {
    expect(judge(rule, { imageFormat })).toMatchObject({ kind: 'violation', message: 'format' });
  });

  test('10 MB are enough, a byte more is shown as more', () => {
    expect(kindOf(rule, { imageFormat: 'png', imageBytes: 10 * 1024 * 1024 })).toBe('ok');
    expect(judge(rule, { imageBytes: 10 * 1024 * 1024 + 1 })).toMatchObject({
      values: { megabytes: '10.01' },
      fix: { maxMegabytes: 10 },
    });
    expect(judge(rule, { imageFormat: 'png' }).missing).toEqual(['imageBytes']);
    expect(judge(rule, { imageBytes: 1 }).missing).toEqual(['imageFormat']);
  });
});

describe('image-count', () => {
  const rule = 'image-count';

  test('what is proposed is enough, one less is not', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.option(fc.nat(20), { nil: undefined }), (imageCount, minImages) => {
        const own: WireFacts = minImages === undefined ? {} : { minImages };
        const { kind, severity, fix } = judge(rule, { ...own, imageCount });
        if (kind === 'ok') return;
        const change = typeof fix.remove === 'number' ? -fix.remove : Number(fix.add);
        if (severity === 'info' || change < 0)
          expect(kindOf(rule, { ...own, imageCount: imageCount + change })).toBe('ok');
        expect(kindOf(rule, { ...own, imageCount: imageCount + change - Math.sign(change) })).toBe('violation');
      }),
    );
  });

  test('9 is the limit, 6 the advice, and one’s own number at most 9', () => {
    expect([0, 1, 5, 6, 9, 10].map((imageCount) => judge(rule, { imageCount }).severity)).toEqual([
      'error',
      'info',
      'info',
      undefined,
      undefined,
      'error',
    ]);
    expect(kindOf(rule, { imageCount: 9, minImages: 20 })).toBe('ok');
    expect(kindOf(rule, { imageCount: 1, minImages: 0 })).toBe('ok');
  });
});

testSentences(mediaRules, english, chinese);
