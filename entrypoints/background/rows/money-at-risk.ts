import { Big } from '../../../rules/measures/decimals.ts';
import type { Finding } from './finding.ts';

/** What a finding's amount is of: of all that was counted, or of one sold unit. */
export type RiskOf = 'total' | 'unit';

interface Amount {
  /** Figures that say it, the best first. */
  readonly figures: readonly string[];
  readonly of: RiskOf;
}

/** Rules whose findings carry an amount that is lost, charged or locked. Others say nothing of money. */
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
 * The amount a finding carries, exact, in its listing's currency; null where it carries none. The overage of a whole
 * store is left out: it is told listing by listing.
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
