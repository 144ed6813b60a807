import { amazonRules } from './amazon/index.ts';
import type { Rule } from './engine/rule.ts';
import { temuRules } from './temu/index.ts';
import { tiktokRules } from './tiktok/index.ts';

/** Every rule of every marketplace. */
export const allRules: readonly Rule[] = [...amazonRules, ...temuRules, ...tiktokRules];
