import type { Rule } from '../../engine/rule.ts';
import listingErrorExplained from './listing-error-explained.ts';

/** Rules on the error codes of Amazon. */
export const codeRules: readonly Rule[] = [listingErrorExplained];
