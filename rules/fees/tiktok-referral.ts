import { limit, readPolicy } from '../engine/policy.ts';
import type { Site } from '../engine/sites.ts';
import type { Big } from '../measures/decimals.ts';
import file from '../policies/tiktok/referral-fee.json' with { type: 'json' };

/**
 * TikTok Shop's referral fee by region and day. `base`: what the rate applies to. `payment`: what the customer pays plus
 * the platform's discount, without tax; `paymentWithTax`: the same with tax; `item`: the item's price less the seller's
 * discount. `rate` in percent, left out where no table is known; `perOrder` in the region's currency.
 */
export const tiktokReferralFees = readPolicy(file, { base: 'text', rate: 'decimal', perOrder: 'decimal' });

/** The published rate in percent, or null where the seller must enter it. */
export function publishedRate(day: string, site: Site): Big | null {
  return limit(tiktokReferralFees, day, site)?.values?.rate ?? null;
}
