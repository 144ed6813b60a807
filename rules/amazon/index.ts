import type { Rule } from '../rule.ts';
import { contentRules } from './content.ts';
import { couponRules } from './coupon.ts';
import { feeRules } from './fees.ts';
import { offerRules } from './offer.ts';

/** Amazon's rules in the order in which they are worth fixing when several hold for one field. */
export const amazonRules: readonly Rule[] = [...couponRules, ...offerRules, ...contentRules, ...feeRules];
