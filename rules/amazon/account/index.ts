import type { Rule } from '../../engine/rule.ts';
import annualVerificationDue from './annual-verification-due.ts';
import informDeadline from './inform-deadline.ts';
import informDisclosure from './inform-disclosure.ts';
import informHighVolume from './inform-high-volume.ts';
import informNoticeExpected from './inform-notice-expected.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const accountRules: readonly Rule[] = [
  informDeadline,
  annualVerificationDue,
  informHighVolume,
  informNoticeExpected,
  informDisclosure,
];
