import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { Big, ceilTo } from '../../measures/decimals.ts';
import file from '../../policies/amazon/image-file.json' with { type: 'json' };

const MEGABYTE = 1_048_576; // bytes

/** An image is a JPEG, PNG, TIFF or GIF file of at most 10 MB (10,485,760 bytes); exactly that much is allowed. */
export default defineRule({
  id: 'amazon/image-file',
  topic: 'media',
  severity: 'warning',
  needs: [],
  uses: ['imageFormat', 'imageBytes'],
  marks: ['imageFormat', 'imageBytes'],
  policy: readPolicy(file, { formats: 'texts', maxMegabytes: 'count' }),
  quietUnknown: true,
  check({ imageFormat, imageBytes }, { formats, maxMegabytes }) {
    if (imageFormat && !formats.includes(nameOf(imageFormat)))
      return violation({ message: 'format', values: { imageFormat }, fix: { formats } });
    const isMeasured = typeof imageBytes === 'number';
    if (isMeasured && imageBytes > maxMegabytes * MEGABYTE)
      return violation({ values: { imageBytes, megabytes: megabytes(imageBytes) }, fix: { maxMegabytes } });
    if (imageFormat && isMeasured) return ok();
    if (imageFormat) return unknown('imageBytes');
    return isMeasured ? unknown('imageFormat') : unknown('imageFormat', 'imageBytes');
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { imageFormat: 'PNG', imageBytes: 10485760 } },
      { site: 'US', day: '2026-11-20', facts: { imageFormat: 'image/jpeg', imageBytes: 204800 } },
      { site: 'US', day: '2026-11-20', facts: { imageFormat: '.tif', imageBytes: 204800 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageFormat: 'PNG', imageBytes: 10485761 },
        gives: { megabytes: '10.01', maxMegabytes: 10 },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { imageFormat: 'webp' },
        gives: { formats: ['JPEG', 'JPG', 'PNG', 'TIFF', 'TIF', 'GIF'] },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { imageFormat: 'PNG' } },
      { site: 'US', day: '2026-11-20', facts: { imageBytes: 1000 } },
      { site: 'US', day: '2026-11-20', facts: {} },
    ],
  },
});

/** "image/jpeg", ".JPG" and "jpeg" in one form. */
function nameOf(format: string): string {
  return format
    .slice(format.lastIndexOf('/') + 1)
    .replace('.', '')
    .toUpperCase();
}

/** Rounded up, so that a file above the limit never reads as the limit. */
function megabytes(bytes: number): Big {
  return ceilTo(new Big(bytes).div(MEGABYTE), 2);
}
