import type { Rule } from '../rule.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const priceRules: readonly Rule[] = [];
