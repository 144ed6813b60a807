import type { Rule } from '../../engine/rule.ts';
import listingErrorExplained from './listing-error-explained.ts';

/** Rules on the error codes of TikTok Shop. */
export const codeRules: readonly Rule[] = [listingErrorExplained];
