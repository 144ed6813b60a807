import type { Rule } from '../rule.ts';
import { accountRules } from './account.ts';
import { activityRules } from './activity.ts';
import { contentRules } from './content.ts';
import { mediaRules } from './media.ts';
import { priceRules } from './price.ts';

/** Temu's rules in the order in which they are worth fixing when several hold for one field. */
export const temuRules: readonly Rule[] = [
  ...priceRules,
  ...activityRules,
  ...contentRules,
  ...mediaRules,
  ...accountRules,
];
