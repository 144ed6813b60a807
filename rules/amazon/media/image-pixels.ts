import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/image-pixels.json' with { type: 'json' };

/**
 * The longest side of the main image has 500 to 10,000 px; from 1,000 px on buyers can zoom in, 1,600 px are advised.
 * The numbers themselves are enough.
 */
export default defineRule({
  id: 'amazon/image-pixels',
  topic: 'media',
  severity: 'warning',
  needs: ['imageWidth', 'imageHeight'],
  uses: ['isFirst'],
  marks: ['imageWidth', 'imageHeight'],
  policy: readPolicy(file, { minimum: 'count', zoom: 'count', advised: 'count', limit: 'count' }),
  quietUnknown: true,
  before({ isFirst }) {
    return isFirst === false ? notApplicable('no-trigger') : undefined;
  },
  check({ imageWidth, imageHeight }, { minimum, zoom, advised, limit }) {
    const longestSide = Math.max(imageWidth, imageHeight);
    if (longestSide >= advised && longestSide <= limit) return ok();
    const values = { imageWidth, imageHeight, longestSide };
    if (longestSide > limit) return violation({ severity: 'error', message: 'tooLarge', values, fix: { limit } });
    if (longestSide < minimum)
      return violation({ severity: 'error', message: 'tooSmall', values, fix: { minimum: zoom, advised } });
    if (longestSide < zoom) return violation({ values, fix: { minimum: zoom, advised } });
    return violation({ severity: 'info', message: 'advised', values, fix: { advised } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { imageWidth: 1600, imageHeight: 400 } },
      { site: 'JP', day: '2026-11-20', facts: { imageWidth: 400, imageHeight: 10000, isFirst: true } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageWidth: 499, imageHeight: 400 },
        gives: { minimum: 1000, advised: 1600 },
        severity: 'error',
      },
      { site: 'US', day: '2026-11-20', facts: { imageWidth: 400, imageHeight: 500 }, severity: 'warning' },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageWidth: 999, imageHeight: 999 },
        gives: { minimum: 1000 },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageWidth: 1000, imageHeight: 1599 },
        gives: { advised: 1600 },
        severity: 'info',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageWidth: 10001, imageHeight: 400 },
        gives: { limit: 10000 },
        severity: 'error',
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { imageWidth: 1000 } }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { imageWidth: 400, imageHeight: 400, isFirst: false } },
      { site: 'US', day: '2026-11-20', facts: { imageWidth: null, imageHeight: null } },
    ],
  },
});
