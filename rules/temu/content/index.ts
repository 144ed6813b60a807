import type { Rule } from '../../engine/rule.ts';
import apparelPriceDiffersInSkc from './apparel-price-differs-in-skc.ts';
import bulletsLocal from './bullets-local.ts';
import descriptionLocal from './description-local.ts';
import dimensionFormatLocal from './dimension-format-local.ts';
import duplicateListing from './duplicate-listing.ts';
import gpsrContactMissing from './gpsr-contact-missing.ts';
import handlingTimeDefault from './handling-time-default.ts';
import itemCodeCharset from './item-code-charset.ts';
import itemCodeLengthLocal from './item-code-length-local.ts';
import localListPrice from './local-list-price.ts';
import measuredLarger from './measured-larger.ts';
import qualificationsMissing from './qualifications-missing.ts';
import requiredCategoryInfo from './required-category-info.ts';
import retailPricePending from './retail-price-pending.ts';
import retailPriceRatio from './retail-price-ratio.ts';
import sensitiveAttributesPending from './sensitive-attributes-pending.ts';
import skuCount from './sku-count.ts';
import titleCharactersLocal from './title-characters-local.ts';
import titleLength from './title-length.ts';
import titleMinWordsSemi from './title-min-words-semi.ts';
import volumeOrdering from './volume-ordering.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const contentRules: readonly Rule[] = [
  apparelPriceDiffersInSkc,
  itemCodeCharset,
  itemCodeLengthLocal,
  volumeOrdering,
  dimensionFormatLocal,
  titleLength,
  titleMinWordsSemi,
  titleCharactersLocal,
  bulletsLocal,
  descriptionLocal,
  localListPrice,
  retailPricePending,
  retailPriceRatio,
  skuCount,
  requiredCategoryInfo,
  gpsrContactMissing,
  duplicateListing,
  qualificationsMissing,
  sensitiveAttributesPending,
  measuredLarger,
  handlingTimeDefault,
];
