import { limit, readPolicy } from '../engine/policy.ts';
import type { Site } from '../engine/sites.ts';
import type { Big } from '../measures/decimals.ts';
import file from '../policies/tiktok/transaction-fee.json' with { type: 'json' };

/**
 * TikTok Shop's transaction fee by region and day, in percent of what the buyer pays (`payment`) or of that plus the
 * platform's subsidy (`paymentAndSubsidy`). Regions without a period are not known to charge one.
 */
export const tiktokTransactionFees = readPolicy(file, { base: 'text', rate: 'decimal' });

/** The published rate in percent; null where none is known. */
export function transactionRate(day: string, site: Site): Big | null {
  return limit(tiktokTransactionFees, day, site)?.values?.rate ?? null;
}
