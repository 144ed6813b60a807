import { Big } from 'big.js';

/**
 * The vocabulary: everything that can be known of a listing, with its unit. A reader's field, a report's column and a
 * seller's entry carry the same name when they mean the same thing.
 *
 * Kinds: `money` exact decimal in the store's currency · `percent` percentage points (10 is 10 %) · `decimal` exact
 * measured number, unit in the comment · `count` whole number · `day` ISO day, local to the site · `text` · `texts` ·
 * `moneys` · `flag` · `word` one of a closed set, named in the comment.
 */
export const factKinds = {
  // Identity
  sku: 'text',
  asin: 'text',
  productType: 'text',
  // Offer
  yourPrice: 'money',
  salePrice: 'money',
  saleStart: 'day',
  saleEnd: 'day',
  basePrice: 'money', // the live Sale Price, otherwise Your Price
  shippingPrice: 'money',
  totalSalesPrice: 'money', // item, shipping and gift wrap, without tax
  listPrice: 'money',
  mapPrice: 'money',
  minSellerPrice: 'money',
  maxSellerPrice: 'money',
  boundSetManually: 'flag',
  recentSalePrice: 'money',
  quantity: 'count',
  handlingDays: 'count',
  condition: 'word', // new_new, used_…, refurbished, collectible_…; short forms new, used
  fulfilment: 'word', // MFN, AFN
  numberOfItems: 'count',
  featuredOfferPrice: 'money',
  featuredOfferShipping: 'money',
  referencePrice: 'money',
  referenceSource: 'text',
  externalPrice: 'money', // price with shipping that Amazon found outside Amazon
  packPrice: 'money',
  packQuantity: 'count',
  singlePrice: 'money', // of one unit sold singly
  jumpPercent: 'percent', // how far above the last paid price the seller wants to be warned
  status: 'text', // the console's own word, in its language
  // Content
  title: 'text',
  titleLength: 'count', // code points
  brand: 'text',
  bullets: 'texts',
  bullet: 'text', // one of `bullets`
  bulletLength: 'count', // code points
  bulletCount: 'count',
  bulletTotalLength: 'count', // code points
  description: 'text',
  descriptionLength: 'count', // code points
  searchTerms: 'text',
  itemHighlights: 'text',
  itemHighlightsLength: 'count', // code points
  isMedia: 'flag',
  isVendor: 'flag',
  gtin: 'text',
  gtinType: 'text',
  // Coupon
  couponType: 'word', // percent, amount
  couponPercent: 'percent',
  couponAmount: 'money',
  discountAmount: 'money',
  discountPercent: 'percent',
  netPrice: 'money',
  couponStart: 'day',
  couponEnd: 'day',
  couponCreatedOn: 'day',
  couponDays: 'count',
  couponBudget: 'money',
  couponSales: 'money',
  redemptions: 'count',
  couponTitle: 'text',
  couponTitleLength: 'count', // code points
  couponKind: 'word', // standard, subscribe-and-save, reorder
  couponRoute: 'word', // form, bulk
  couponChildAsins: 'count',
  couponRows: 'count',
  lastUsedRow: 'count',
  couponStatus: 'text',
  onePerCustomer: 'flag',
  otherCouponExists: 'flag',
  otherCouponStart: 'day',
  otherCouponEnd: 'day',
  otherCouponKind: 'word',
  hoursUntilStart: 'decimal', // hours
  expectedDailyUnits: 'count',
  unitsAvailable: 'count',
  wasPrice: 'money', // at least four decimals when derived
  wasPriceEstimate: 'money',
  wasPriceExists: 'flag',
  requiredNetPrice: 'money',
  suggestedYourPrice: 'money',
  nonPromotionalPrices: 'moneys',
  promotionalPrices: 'moneys',
  isNewAsin: 'flag',
  rating: 'decimal', // stars, 0 to 5
  ratingCount: 'count',
  category: 'text',
  sellerPlan: 'text',
  sellerFeedback: 'decimal', // stars, 0 to 5
  // Deals
  dealPrice: 'money',
  standardPrice: 'money',
  floorPrice: 'money',
  // Fees and cost
  feeCategory: 'word',
  referralPercent: 'percent',
  fbaOrSfp: 'flag',
  fbaFee: 'money',
  totalFees: 'money',
  couponFeePerUnit: 'money',
  unitCost: 'money',
  targetMarginPercent: 'percent',
  sizeTier: 'word',
  shippingWeightOz: 'decimal', // ounces
  shippingWeightLb: 'decimal', // pounds
  shippingWeightG: 'decimal', // grams
} as const satisfies Record<string, Kind>;

export type Kind = 'money' | 'percent' | 'decimal' | 'count' | 'day' | 'text' | 'word' | 'texts' | 'moneys' | 'flag';

export type FactName = keyof typeof factKinds;

interface KindTypes {
  money: Big;
  percent: Big;
  decimal: Big;
  count: number;
  day: string;
  text: string;
  word: string;
  texts: readonly string[];
  moneys: readonly Big[];
  flag: boolean;
}

export type FactType<Name extends FactName> = KindTypes[(typeof factKinds)[Name]];

/** Parsed facts. Left out: not known. `null`: known to be empty. */
export type Facts = { [Name in FactName]?: FactType<Name> | null };

/** Facts as they travel and are stored: exact decimals are strings ("18.50"), days are ISO days, counts are integers. */
export type WireValue = string | number | boolean | readonly string[] | null;
export type WireFacts = { [Name in FactName]?: WireValue };

export interface ParsedFacts {
  facts: Facts;
  /** Facts that were given but could not be understood. They count as not known. */
  rejected: FactName[];
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,10})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(factKinds, name);
}

/** Parses wire facts into exact values. Never throws: what it cannot understand is named in `rejected`. */
export function parseFacts(wire: WireFacts): ParsedFacts {
  const facts: Record<string, unknown> = {};
  const rejected: FactName[] = [];
  for (const name in wire) {
    if (!isFactName(name)) continue;
    const value = wire[name];
    if (value === undefined) continue;
    const parsed = value === null ? null : parseKind(factKinds[name], value);
    if (parsed === undefined) rejected.push(name);
    else facts[name] = parsed;
  }
  return { facts: facts as Facts, rejected };
}

function parseKind(kind: Kind, value: Exclude<WireValue, null>): unknown {
  switch (kind) {
    case 'money':
    case 'percent':
    case 'decimal':
      return parseDecimal(value);
    case 'count':
      return parseCount(value);
    case 'day':
      return typeof value === 'string' && isDay(value) ? value : undefined;
    case 'text':
    case 'word':
      return typeof value === 'string' ? value : undefined;
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
    case 'moneys': {
      if (!Array.isArray(value)) return undefined;
      const amounts = value.map(parseDecimal);
      return amounts.includes(undefined) ? undefined : amounts;
    }
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
  }
}

function parseDecimal(value: unknown): Big | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? new Big(value) : undefined;
  return typeof value === 'string' && DECIMAL.test(value) ? new Big(value) : undefined;
}

function parseCount(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
