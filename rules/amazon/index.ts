import type { Rule } from '../rule.ts';
import { accountRules } from './account.ts';
import { contentRules } from './content.ts';
import { couponRules } from './coupon.ts';
import { dealRules } from './deals.ts';
import { feeRules } from './fees.ts';
import { mediaRules } from './media.ts';
import { offerRules } from './offer.ts';
import { stockRules } from './stock.ts';

/** Amazon's rules in the order in which they are worth fixing when several hold for one field. */
export const amazonRules: readonly Rule[] = [
  ...couponRules,
  ...offerRules,
  ...dealRules,
  ...contentRules,
  ...mediaRules,
  ...stockRules,
  ...feeRules,
  ...accountRules,
];
