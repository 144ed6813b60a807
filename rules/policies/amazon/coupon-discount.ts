import { readPolicy } from '../../engine/policy.ts';
import file from './coupon-discount.json' with { type: 'json' };

/** The discounts a coupon may give, in percent of the current price; both ends are allowed. */
export const couponDiscount = readPolicy(file, { minPercent: 'decimal', maxPercent: 'decimal' });
