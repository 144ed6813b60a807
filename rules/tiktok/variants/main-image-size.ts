import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/main-image-size.json' with { type: 'json' };

/** Main images: 300–4,000 px a side, at most 10 MB, a listed format; a first image under 600 px is advised against. */
export default defineRule({
  id: 'tiktok/main-image-size',
  topic: 'media',
  severity: 'error',
  needs: ['imageWidth', 'imageHeight', 'imageBytes'],
  uses: ['imageFormat', 'isFirst'],
  marks: ['imageWidth'],
  policy: readPolicy(file, {
    minSide: 'count',
    maxSide: 'count',
    maxBytes: 'count',
    formats: 'texts',
    advisedFirst: 'count',
  }),
  quietUnknown: true,
  check({ imageWidth, imageHeight, imageBytes, imageFormat, isFirst }, limits) {
    const values = { imageWidth, imageHeight };
    const shorter = Math.min(imageWidth, imageHeight);
    if (shorter < limits.minSide) return violation({ values, fix: { minimum: limits.minSide } });
    if (Math.max(imageWidth, imageHeight) > limits.maxSide)
      return violation({ message: 'tooLarge', values, fix: { limit: limits.maxSide } });
    if (imageBytes > limits.maxBytes)
      return violation({ message: 'bytes', values: { imageBytes }, fix: { maxMegabytes: limits.maxBytes / MEGABYTE } });
    if (imageFormat && !limits.formats.includes(imageFormat.toLowerCase().replace('.', '')))
      return violation({ message: 'format', values: { imageFormat }, fix: { formats: limits.formats } });
    if (!isFirst || shorter >= limits.advisedFirst) return ok();
    return violation({ severity: 'info', message: 'first', values, fix: { minimum: limits.advisedFirst } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { imageWidth: 300, imageHeight: 300, imageBytes: 1000 } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageWidth: 4000, imageHeight: 4000, imageBytes: 10485760, imageFormat: 'WEBP' },
      },
      { site: 'US', day: '2026-11-20', facts: { imageWidth: 600, imageHeight: 600, imageBytes: 1000, isFirst: true } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageWidth: 299, imageHeight: 300, imageBytes: 1000 },
        gives: { minimum: 300 },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageWidth: 4001, imageHeight: 300, imageBytes: 1000 },
        gives: { limit: 4000 },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageWidth: 600, imageHeight: 600, imageBytes: 10485761 },
        gives: { maxMegabytes: 10 },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageWidth: 600, imageHeight: 600, imageBytes: 1, imageFormat: 'gif' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageWidth: 599, imageHeight: 600, imageBytes: 1000, isFirst: true },
        gives: { minimum: 600 },
        severity: 'info',
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { imageWidth: 600 } }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { imageWidth: 1, imageHeight: 1, imageBytes: 1 } }],
  },
});

const MEGABYTE = 1_048_576;
