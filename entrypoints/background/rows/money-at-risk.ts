import { Big } from '../../../rules/measures/decimals.ts';
import type { Finding } from './finding.ts';

/** What a finding's amount refers to: a total, or one sold unit. */
export type RiskOf = 'total' | 'unit';

interface Amount {
  /** Figures that hold the amount, best first. */
  readonly figures: readonly string[];
  readonly of: RiskOf;
}

/** Rules whose findings state an amount that is lost, charged or locked. Other rules state no money. */
const amounts: Readonly<Record<string, readonly Amount[]>> = {
  'temu/declared-overage-amount': [{ figures: ['overageAmount'], of: 'total' }],
  'amazon/low-inventory-fee': [
    { figures: ['feeTotal'], of: 'total' },
    { figures: ['feePerUnit'], of: 'unit' },
  ],
  'amazon/aged-inventory-surcharge': [{ figures: ['fee', 'feeMin'], of: 'total' }],
  'amazon/coupon-fee-recreate-for-cap': [{ figures: ['saving'], of: 'total' }],
  'amazon/referral-fee-cliff': [{ figures: ['gain'], of: 'unit' }],
  'amazon/fba-price-band-edge': [{ figures: ['gain'], of: 'unit' }],
};

/**
 * The amount at risk in a finding: exact, in the listing's currency; null if it states none. The overage of a whole
 * shop is omitted, because it is counted listing by listing.
 */
export function riskOf({ rule, level, message, values, fix }: Finding): { amount: string; of: RiskOf } | null {
  if (level === 'unknown' || message === 'store') return null;
  for (const { figures, of } of amounts[rule] ?? [])
    for (const figure of figures) {
      const value = values[figure] ?? fix[figure];
      if (typeof value === 'string' && new Big(value).gt(0)) return { amount: value, of };
    }
  return null;
}
