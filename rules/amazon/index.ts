import type { Rule } from '../engine/rule.ts';
import { accountRules } from './account/index.ts';
import { codeRules } from './codes/index.ts';
import { contentRules } from './content/index.ts';
import { couponRules } from './coupon/index.ts';
import { dealRules } from './deals/index.ts';
import { feeRules } from './fees/index.ts';
import { mediaRules } from './media/index.ts';
import { offerRules } from './offer/index.ts';
import { stockRules } from './stock/index.ts';

/** Amazon's rules in the order in which they are worth fixing when several hold for one field. */
export const amazonRules: readonly Rule[] = [
  ...couponRules,
  ...offerRules,
  ...dealRules,
  ...codeRules,
  ...contentRules,
  ...mediaRules,
  ...stockRules,
  ...feeRules,
  ...accountRules,
];
