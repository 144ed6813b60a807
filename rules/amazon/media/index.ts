import type { Rule } from '../../engine/rule.ts';
import imageCount from './image-count.ts';
import imageFile from './image-file.ts';
import imageMainBackground from './image-main-background.ts';
import imagePixels from './image-pixels.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const mediaRules: readonly Rule[] = [imageFile, imagePixels, imageMainBackground, imageCount];
