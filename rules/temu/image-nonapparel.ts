import { Big } from '../decimals.ts';
import { notApplicable, ok, violation } from '../outcome.ts';
import file from '../policies/temu.image-nonapparel.json' with { type: 'json' };
import { readPolicy } from '../policy.ts';
import { defineRule } from '../rule.ts';

/** Other images: ratio 1:1, at least 800 × 800 px, at most 2 MB (local 3 MB); limits pass. */
export default defineRule({
  id: 'temu/image-nonapparel',
  topic: 'media',
  severity: 'error',
  needs: ['isApparel', 'imageWidth', 'imageHeight', 'imageBytes'],
  uses: ['managedMode'],
  marks: ['imageWidth'],
  policy: readPolicy(file, {
    ratio: 'decimal',
    tolerance: 'decimal',
    minWidth: 'count',
    minHeight: 'count',
    maxBytes: 'count',
    localMaxBytes: 'count',
  }),
  quietUnknown: true,
  before: ({ isApparel }) => (isApparel === true ? notApplicable('exempt') : undefined),
  check({ imageWidth, imageHeight, imageBytes, managedMode }, limits) {
    const values = { imageWidth, imageHeight, imageBytes };
    const size = { minWidth: limits.minWidth, minHeight: limits.minHeight };
    if (hasOtherRatio(imageWidth, imageHeight, limits.ratio, limits.tolerance))
      return violation({ message: 'ratio', values: { ...values, reason: 'ratio' }, fix: size });
    if (imageWidth < limits.minWidth || imageHeight < limits.minHeight)
      return violation({ values: { ...values, reason: 'pixels' }, fix: size });
    const maxBytes = managedMode === 'local' ? limits.localMaxBytes : limits.maxBytes;
    if (imageBytes <= maxBytes) return ok();
    return violation({
      message: 'bytes',
      values: { ...values, reason: 'bytes' },
      fix: { maxMegabytes: maxBytes / MEGABYTE },
    });
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: false, imageWidth: 800, imageHeight: 800, imageBytes: 2097152 },
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { isApparel: false, managedMode: 'local', imageWidth: 800, imageHeight: 800, imageBytes: 3145728 },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: false, imageWidth: 799, imageHeight: 799, imageBytes: 1000 },
        gives: { reason: 'pixels', minWidth: 800 },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: false, imageWidth: 1000, imageHeight: 800, imageBytes: 1000 },
        gives: { reason: 'ratio' },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: false, imageWidth: 800, imageHeight: 800, imageBytes: 2097153 },
        gives: { reason: 'bytes', maxMegabytes: 2 },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { isApparel: false, imageWidth: 800, imageHeight: 800 } }],
    notApplicable: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { isApparel: true, imageWidth: 799, imageHeight: 799, imageBytes: 1000 },
      },
      {
        site: 'global',
        day: '2026-04-26',
        facts: { isApparel: false, imageWidth: 799, imageHeight: 799, imageBytes: 1000 },
      },
    ],
  },
});

/** A megabyte is taken as 1,048,576 bytes, which the sheet infers. */
const MEGABYTE = 1_048_576;

function hasOtherRatio(width: number, height: number, ratio: Big, tolerance: Big): boolean {
  if (height === 0) return true;
  // Multiplied by the height, because a division works out 30 digits.
  return new Big(width).minus(ratio.times(height)).abs().gt(tolerance.times(height));
}
