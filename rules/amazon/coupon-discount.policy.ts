import file from '../policies/amazon.coupon-discount.json' with { type: 'json' };
import { readPolicy } from '../policy.ts';

/** The discounts a coupon may give, in percent of the current price; both ends are allowed. */
export const couponDiscount = readPolicy(file, { minPercent: 'decimal', maxPercent: 'decimal' });
