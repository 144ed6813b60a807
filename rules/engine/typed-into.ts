import { type FactName, factKinds } from './facts.ts';

/**
 * Which other values of its field pass besides a figure: `below` any lower one, `above` any higher one, `exact` none.
 * For a text, `below` means its prefixes.
 */
export type Side = 'below' | 'above' | 'exact';

/** A field that a figure of a fix is typed into. */
interface Typed {
  readonly fields: readonly FactName[];
  readonly side: Side;
}

const prices: readonly FactName[] = [
  'yourPrice',
  'salePrice',
  'basePrice',
  'dealPrice',
  'packPrice',
  'declaredPrice',
  'activityPrice',
  'retailPrice',
  'promotionPrice',
  'price',
];
const starts: readonly FactName[] = ['couponStart', 'saleStart', 'promotionStart'];
const ends: readonly FactName[] = ['couponEnd', 'saleEnd', 'promotionEnd'];
const texts: readonly FactName[] = (Object.keys(factKinds) as FactName[]).filter((name) => factKinds[name] === 'text');

/** Figures of fixes that are values of a field. All others state by how much to change one, or a consequence. */
const figures: { readonly [figure: string]: Typed } = {
  maxPrice: { fields: prices, side: 'below' },
  minPrice: { fields: prices, side: 'above' },
  lowerTo: { fields: prices, side: 'below' },
  raiseTo: { fields: prices, side: 'above' },
  didYouMean: { fields: prices, side: 'exact' },
  lowest: { fields: prices, side: 'exact' },
  maxListPrice: { fields: ['listPrice'], side: 'below' },
  minListPrice: { fields: ['listPrice'], side: 'above' },
  minSellerPrice: { fields: ['minSellerPrice'], side: 'above' },
  maxSellerPrice: { fields: ['maxSellerPrice'], side: 'below' },
  minPercent: { fields: ['couponPercent'], side: 'above' },
  maxPercent: { fields: ['couponPercent'], side: 'below' },
  minCouponPercent: { fields: ['couponPercent'], side: 'above' },
  maxCouponPercent: { fields: ['couponPercent'], side: 'below' },
  min: { fields: ['discountPercent'], side: 'above' },
  max: { fields: ['discountPercent'], side: 'below' },
  minAmount: { fields: ['couponAmount'], side: 'above' },
  maxAmount: { fields: ['couponAmount'], side: 'below' },
  minCouponAmount: { fields: ['couponAmount'], side: 'above' },
  minimalBudget: { fields: ['couponBudget'], side: 'above' },
  fullPeriodBudget: { fields: ['couponBudget'], side: 'above' },
  maximalBudget: { fields: ['couponBudget'], side: 'below' },
  minStock: { fields: ['activityStock', 'stock', 'quantity', 'unitsAvailable'], side: 'above' },
  rounded: { fields: ['weight', 'length', 'width', 'height', 'price', 'stock'], side: 'exact' },
  earliestStart: { fields: starts, side: 'above' },
  latestStart: { fields: starts, side: 'below' },
  earliestEnd: { fields: ends, side: 'above' },
  latestEnd: { fields: ends, side: 'below' },
  shortened: { fields: texts, side: 'below' },
  corrected: { fields: texts, side: 'exact' },
  approvedBrand: { fields: ['brand'], side: 'exact' },
  approvedCategory: { fields: ['category'], side: 'exact' },
};

/**
 * The fields a figure of a fix can be typed into, in order of the finding's marks; empty if nobody enters it. A figure
 * with the name of a marked fact is that field's value, as in the seller's own checks.
 */
export function fieldsFor(figure: string, marks: readonly FactName[]): readonly FactName[] {
  const typed = Object.hasOwn(figures, figure) ? figures[figure] : undefined;
  return marks.filter((mark) => (typed ? typed.fields.includes(mark) : mark === figure));
}

/**
 * Which other values pass besides a figure; null if its name does not determine that, as with a seller's own limits.
 */
export function sideOf(figure: string): Side | null {
  return Object.hasOwn(figures, figure) ? (figures[figure]?.side ?? null) : null;
}
