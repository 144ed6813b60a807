import { amazonRules } from './amazon/index.ts';
import type { Rule } from './rule.ts';

/** Every rule of every marketplace. */
export const allRules: readonly Rule[] = [...amazonRules];
