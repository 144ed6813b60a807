import type { Rule } from '../rule.ts';
import { accountRules } from './account.ts';
import { contentRules } from './content.ts';
import { priceRules } from './price.ts';
import { promotionRules } from './promotion.ts';
import { variantRules } from './variants.ts';

/** TikTok Shop's rules in the order in which they are worth fixing when several hold for one field. */
export const tiktokRules: readonly Rule[] = [
  ...priceRules,
  ...promotionRules,
  ...variantRules,
  ...contentRules,
  ...accountRules,
];
