import { readPolicy } from '../../engine/policy.ts';
import file from './coupon-was-price.json' with { type: 'json' };

/** Coupon prices against the Was Price, shared by the three Was Price rules. */
export const couponWasPrice = readPolicy(file, {
  maxBaseOverWas: 'decimal',
  maxNetOverWas: 'decimal',
  /** Whether any exemption holds yet; the rating's numbers are there from the same day. */
  newAsinExempt: 'flag',
  exemptRating: 'decimal',
  /** 0 where no number of ratings is named. */
  exemptRatingCount: 'count',
});
