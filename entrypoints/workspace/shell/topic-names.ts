import type { SettingsRule } from '../../background/messages/settings.ts';
import type { TextName } from './texts.ts';

/** Topics in display order, with their names. */
export const topicNames: readonly (readonly [SettingsRule['topic'], TextName])[] = [
  ['coupon', 'topicCoupon'],
  ['offer', 'topicOffer'],
  ['promotion', 'topicPromotion'],
  ['content', 'topicContent'],
  ['media', 'topicMedia'],
  ['stock', 'topicStock'],
  ['fees', 'topicFees'],
  ['account', 'topicAccount'],
];
