import type { Rule } from '../engine/rule.ts';
import { accountRules } from './account/index.ts';
import { codeRules } from './codes/index.ts';
import { contentRules } from './content/index.ts';
import { priceRules } from './price/index.ts';
import { promotionRules } from './promotion/index.ts';
import { variantRules } from './variants/index.ts';

/** TikTok Shop's rules in the order in which they are worth fixing when several hold for one field. */
export const tiktokRules: readonly Rule[] = [
  ...priceRules,
  ...promotionRules,
  ...variantRules,
  ...codeRules,
  ...contentRules,
  ...accountRules,
];
