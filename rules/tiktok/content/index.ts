import type { Rule } from '../../engine/rule.ts';
import chineseCharacters from './chinese-characters.ts';
import descriptionLength from './description-length.ts';
import descriptionQuality from './description-quality.ts';
import gpsrContactMissing from './gpsr-contact-missing.ts';
import misleadingClaims from './misleading-claims.ts';
import redirectingTraffic from './redirecting-traffic.ts';
import restrictedWords from './restricted-words.ts';
import titleFormat from './title-format.ts';
import titleLength from './title-length.ts';
import titleProhibitedContent from './title-prohibited-content.ts';
import titleQualityLength from './title-quality-length.ts';
import titleRepetition from './title-repetition.ts';
import titleVarietyWords from './title-variety-words.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const contentRules: readonly Rule[] = [
  titleLength,
  titleFormat,
  chineseCharacters,
  gpsrContactMissing,
  titleProhibitedContent,
  titleRepetition,
  titleQualityLength,
  titleVarietyWords,
  descriptionLength,
  descriptionQuality,
  redirectingTraffic,
  misleadingClaims,
  restrictedWords,
];
