import { type FactName, factKinds, type Kind } from '../engine/facts.ts';
import type { Topic } from '../engine/rule.ts';

/**
 * Facts that the seller's own checks may use, with the topic under which pages run them. A text is `text` or a list of
 * `texts`; a number is an amount, a percentage, a measure or a count.
 */
const topics = {
  // Texts
  title: 'content',
  productName: 'content',
  productEnName: 'content',
  brand: 'content',
  bullets: 'content',
  highlights: 'content',
  description: 'content',
  searchTerms: 'content',
  itemHighlights: 'content',
  attributeTexts: 'content',
  productType: 'content',
  category: 'content',
  sku: 'content',
  sellerSku: 'content',
  itemCode: 'content',
  gtin: 'content',
  identifier: 'content',
  couponTitle: 'coupon',
  promotionName: 'promotion',
  // Prices
  yourPrice: 'offer',
  salePrice: 'offer',
  basePrice: 'offer',
  shippingPrice: 'offer',
  listPrice: 'offer',
  mapPrice: 'offer',
  minSellerPrice: 'offer',
  maxSellerPrice: 'offer',
  referencePrice: 'offer',
  featuredOfferPrice: 'offer',
  recentSalePrice: 'offer',
  unitCost: 'offer',
  price: 'offer',
  retailPrice: 'offer',
  declaredPrice: 'offer',
  comparablePrice: 'offer',
  suggestedDeclaredPrice: 'offer',
  // Offer
  quantity: 'offer',
  handlingDays: 'offer',
  numberOfItems: 'offer',
  condition: 'offer',
  fulfilment: 'offer',
  saleStart: 'offer',
  saleEnd: 'offer',
  // Coupons and promotions
  couponPercent: 'coupon',
  couponAmount: 'coupon',
  discountPercent: 'coupon',
  netPrice: 'coupon',
  couponBudget: 'coupon',
  couponDays: 'coupon',
  couponStart: 'coupon',
  couponEnd: 'coupon',
  promotionPrice: 'promotion',
  dailyPrice: 'promotion',
  activityPrice: 'promotion',
  activityStock: 'promotion',
  // Product
  bulletCount: 'content',
  skuCount: 'content',
  stock: 'content',
  weight: 'content',
  length: 'content',
  width: 'content',
  height: 'content',
  moq: 'content',
  // Images
  imageCount: 'media',
  carouselCount: 'media',
  mainImageCount: 'media',
  descriptionImages: 'media',
  imageWidth: 'media',
  imageHeight: 'media',
} as const satisfies { readonly [Name in FactName]?: Topic };

export type OwnField = keyof typeof topics;

export const ownFields = Object.keys(topics) as readonly OwnField[];

const textKinds: ReadonlySet<Kind> = new Set<Kind>(['text', 'texts']);
const numberKinds: ReadonlySet<Kind> = new Set<Kind>(['money', 'percent', 'decimal', 'count']);

/** Fields whose words and length can be checked. */
export const textFields = ownFields.filter((name) => textKinds.has(factKinds[name]));

/** Fields whose amount, percentage, measure or count can be checked; images have their own kinds of check. */
export const numberFields = ownFields.filter((name) => numberKinds.has(factKinds[name]) && topics[name] !== 'media');

export const imageCountFields = ['imageCount', 'carouselCount', 'mainImageCount', 'descriptionImages'] as const;

/** Fields that appear on a page only through other fields, which show the mark. */
const shownBy: { readonly [Name in OwnField]?: readonly FactName[] } = {
  basePrice: ['salePrice', 'yourPrice'],
  netPrice: ['couponPercent', 'couponAmount', 'salePrice', 'yourPrice'],
  discountPercent: ['couponPercent', 'couponAmount'],
  couponDays: ['couponEnd', 'couponStart'],
  bulletCount: ['bullets'],
};

export function topicOf(field: OwnField): Topic {
  return topics[field];
}

/** The fields that show a warning about a field, best first. */
export function marksOf(field: OwnField): readonly FactName[] {
  return shownBy[field] ?? [field];
}
