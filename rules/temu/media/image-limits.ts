import type { Facts } from '../../engine/facts.ts';
import { type Outcome, ok, violation } from '../../engine/outcome.ts';
import type { Limits } from '../../engine/policy.ts';
import { Big } from '../../measures/decimals.ts';

/** What the policies on images say: width to height with its tolerance, px, bytes. */
export const imageShape = {
  ratio: 'decimal',
  tolerance: 'decimal',
  minWidth: 'count',
  minHeight: 'count',
  maxBytes: 'count',
  localMaxBytes: 'count',
} as const;

interface Image {
  readonly imageWidth: number;
  readonly imageHeight: number;
  readonly imageBytes: number;
  readonly managedMode?: Facts['managedMode'];
}

/** Judges an image by its ratio, then its pixels, then its size. */
export function judgeImage(image: Image, limits: Limits<typeof imageShape>): Outcome {
  const { imageWidth, imageHeight, imageBytes, managedMode } = image;
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
}

/** A megabyte is taken as 1,048,576 bytes, which the sheet infers. */
const MEGABYTE = 1_048_576;

function hasOtherRatio(width: number, height: number, ratio: Big, tolerance: Big): boolean {
  if (height === 0) return true;
  // Multiplied by the height, because a division works out 30 digits.
  return new Big(width).minus(ratio.times(height)).abs().gt(tolerance.times(height));
}
