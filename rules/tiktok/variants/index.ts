import type { Rule } from '../../engine/rule.ts';
import attributeValueLength from './attribute-value-length.ts';
import identifierDigits from './identifier-digits.ts';
import mainImageCount from './main-image-count.ts';
import mainImageSize from './main-image-size.ts';
import packageDimensions from './package-dimensions.ts';
import packageWeight from './package-weight.ts';
import preorderAndMoq from './preorder-and-moq.ts';
import saleAttributes from './sale-attributes.ts';
import sellerSku from './seller-sku.ts';
import sizeChart from './size-chart.ts';
import skuCount from './sku-count.ts';
import stockRange from './stock-range.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const variantRules: readonly Rule[] = [
  mainImageCount,
  mainImageSize,
  sizeChart,
  skuCount,
  saleAttributes,
  sellerSku,
  stockRange,
  packageWeight,
  packageDimensions,
  identifierDigits,
  preorderAndMoq,
  attributeValueLength,
];
