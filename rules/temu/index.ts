import type { Rule } from '../engine/rule.ts';
import { accountRules } from './account/index.ts';
import { activityRules } from './activity/index.ts';
import { codeRules } from './codes/index.ts';
import { contentRules } from './content/index.ts';
import { mediaRules } from './media/index.ts';
import { priceRules } from './price/index.ts';

/** Temu's rules in the order in which they are worth fixing when several hold for one field. */
export const temuRules: readonly Rule[] = [
  ...priceRules,
  ...activityRules,
  ...codeRules,
  ...contentRules,
  ...mediaRules,
  ...accountRules,
];
