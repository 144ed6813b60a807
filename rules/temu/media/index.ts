import type { Rule } from '../../engine/rule.ts';
import imageApparel from './image-apparel.ts';
import imageCount from './image-count.ts';
import imageFormat from './image-format.ts';
import imageLanguage from './image-language.ts';
import imageNonapparel from './image-nonapparel.ts';
import video from './video.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const mediaRules: readonly Rule[] = [
  imageNonapparel,
  imageApparel,
  imageFormat,
  imageCount,
  imageLanguage,
  video,
];
