import type { Rule } from '../../engine/rule.ts';
import crossBorderDeposit from './cross-border-deposit.ts';
import dispatchSla from './dispatch-sla.ts';
import fullManagedDeposit from './full-managed-deposit.ts';
import lateAndCancelRates from './late-and-cancel-rates.ts';
import listingQuota from './listing-quota.ts';
import mallSingaporePromises from './mall-singapore-promises.ts';
import shopHealthUs from './shop-health-us.ts';
import violationPoints from './violation-points.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const accountRules: readonly Rule[] = [
  violationPoints,
  shopHealthUs,
  dispatchSla,
  lateAndCancelRates,
  crossBorderDeposit,
  fullManagedDeposit,
  mallSingaporePromises,
  listingQuota,
];
