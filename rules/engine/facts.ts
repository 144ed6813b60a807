import type { Big } from 'big.js';

/**
 * The vocabulary: everything that can be known about a listing, with its unit. A reader's field, a report's column and
 * a seller's entry have the same name if they mean the same thing.
 *
 * Kinds: `money` exact decimal in the store's currency · `percent` percentage points (10 is 10 %) · `decimal` exact
 * measured number, unit in the comment · `count` whole number · `day` ISO day, local to the site · `text` · `texts` ·
 * `moneys` · `flag` · `word` one of a closed set, named in the comment · `moment` ISO day and time without zone, local
 * to the site · `rows` several SKUs of one product, each with facts of its own · `prices` money by site · `colours` RGB
 * triples.
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
  inboundQuantity: 'count', // on the way to the platform's warehouses
  reservedQuantity: 'count', // in its warehouses, for orders and transfers
  unfulfillableQuantity: 'count', // in its warehouses, not to be sold
  handlingDays: 'count',
  transitDays: 'count', // operating days on the way to the buyer
  condition: 'word', // new_new, used_…, refurbished, collectible_…; short forms new, used
  fulfilment: 'word', // MFN, AFN
  numberOfItems: 'count',
  featuredOfferPrice: 'money',
  featuredOfferShipping: 'money',
  lowestOfferPrice: 'money', // the lowest offer on the product, as the page names it; what shipping adds is not said
  referencePrice: 'money',
  referenceSource: 'text',
  externalPrice: 'money', // price with shipping that Amazon found outside Amazon
  priceAboveReference: 'flag', // the console itself says that price and shipping are above its reference
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
  parentage: 'word', // parent, child
  size: 'text', // as the listing names it
  color: 'text', // as the listing names it
  variationValues: 'texts', // sizes and colours of a parent's children
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
  wasPriceEstimate: 'money', // the lower of the next two
  wasPriceWithoutPromotions: 'money', // median of what was paid in orders without a promotion
  wasPriceWithPromotions: 'money', // median of what was paid in all orders
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
  // Deals and promotions
  dealPrice: 'money',
  dealDays: 'count',
  dealSales: 'money',
  dealType: 'word', // lightning, best
  event: 'word', // prime-day, black-friday
  occasion: 'word', // normal, event, black-friday
  standardPrice: 'money',
  floorPrice: 'money',
  lowestPrice30d: 'money', // lowest price paid for one unit in 30 days
  highestPrice90d: 'money', // highest price bought or offered at in 90 days, seasonal goods 180
  competitorPrice: 'money',
  temuPrice: 'money', // what buyers pay on Temu
  promotionPrice: 'money',
  promotionName: 'text',
  nameLength: 'count', // code points of the promotion's name
  durationHours: 'decimal', // hours
  durationMinutes: 'count',
  liveMinutes: 'count',
  countdownSeconds: 'count',
  quantityLimit: 'decimal', // pieces; -1 is no limit
  itemsPerStep: 'count',
  otherPromotionKind: 'word', // product-discount, flash, campaign, live-flash, creator-live
  promotionKind: 'word', // product-discount, flash, campaign, live-flash, creator-live
  promotionStart: 'day',
  promotionEnd: 'day',
  otherPromotionStart: 'day',
  otherPromotionEnd: 'day',
  otherPromotionStartAt: 'moment',
  otherPromotionEndAt: 'moment',
  products: 'count', // in one promotion
  discountKind: 'word', // percent, fixed: what a product discount sets
  refusalCode: 'text', // of a form that was refused, where the console shows it without a reason
  hasSales30d: 'flag',
  promptedMin: 'percent', // limits the promotion form itself states
  promptedMax: 'percent',
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
  feeRate: 'percent',
  feeBase: 'money',
  referralFee: 'money',
  customerPayment: 'money',
  platformDiscount: 'money',
  tax: 'money',
  itemPrice: 'money',
  sellerDiscount: 'money',
  minProfit: 'money', // per unit
  // Stock and warehouse
  units: 'count',
  daysShort: 'decimal', // days of supply, short term
  daysLong: 'decimal', // days of supply, long term
  unitsSold7d: 'count',
  unitsSoldToday: 'count',
  lowInvExempt: 'flag',
  sellerDaysSinceFirstReceived: 'count',
  parentDaysSinceFirstReceived: 'count',
  inNewSelection: 'flag',
  awdShare90d: 'percent',
  isGrocery: 'flag',
  isApparel: 'flag',
  ageDays: 'count',
  agedUnits: 'count',
  unitVolumeFt3: 'decimal', // cubic feet
  returnRate: 'percent',
  unitsShippedMonth: 'count',
  split: 'word', // minimal, partial, optimised
  // Account
  sales12m: 'count',
  gross12m: 'money', // USD
  annualGross: 'money', // USD
  noticeViewedOn: 'day',
  certifiedOn: 'day',
  sellerRatingsMonth: 'count',
  approvedBrand: 'text',
  approvedCategory: 'text',
  minutesSinceApproval: 'count',
  now: 'moment',
  managed: 'word', // self, full-managed, semi-managed
  sellerMode: 'word', // local, intra-EU, local-warehouse, cross-border-warehouse
  depositPaid: 'money',
  shopTier: 'word', // beginner, standard, premium, pro
  listedProducts: 'count', // products the shop has listed
  ordersToday: 'count',
  mallShop: 'flag',
  returnDays: 'count',
  shippingFee: 'money',
  authenticityProof: 'flag',
  businessDaysElapsed: 'count', // business days from order to first carrier scan, or to now
  lateRate: 'percent',
  cancelRate: 'percent',
  storeRating: 'decimal', // stars; a shop without rating has none
  violationPoints: 'count',
  balanceUsd: 'decimal', // US dollars
  healthRating: 'count', // 0 to 1000
  // Images and video, of the original file
  imageWidth: 'count', // px
  imageHeight: 'count', // px
  imageBytes: 'count',
  imageFormat: 'text',
  imageCount: 'count',
  isFirst: 'flag',
  cornerRgb: 'colours', // the four corners
  carouselCount: 'count',
  outerPackageCount: 'count',
  mainImageCount: 'count',
  descriptionImages: 'count',
  sizeChartRequired: 'flag',
  sizeChartShortSide: 'count', // px
  videoSeconds: 'count',
  videoBytes: 'count',
  // Temu
  managedMode: 'word', // full, semi, local
  declaredPrice: 'money',
  previousDeclaredPrice: 'money',
  suggestedDeclaredPrice: 'money',
  comparablePrice: 'money',
  targetPrice: 'money',
  flowLimitStatus: 'word', // none, soon, limited
  orders30d: 'count',
  skus: 'rows',
  skcPrices: 'moneys',
  highPriceRate: 'percent',
  highPriceAmount: 'money',
  qualityScore: 'decimal', // 0 to 100
  selloutScore: 'decimal', // 0 to 100
  selloutGmvScore: 'decimal', // 0 to 100
  reasons: 'count',
  links: 'count',
  rejectReasonLength: 'count', // code points
  learnedCeiling: 'money',
  changesUsed: 'count',
  maxChanges: 'count',
  priceCurrency: 'text', // ISO 4217
  mallCurrency: 'text', // ISO 4217
  retailCurrency: 'text', // ISO 4217
  declaredCurrency: 'text', // ISO 4217
  yuanPerDollar: 'decimal', // the rate by which the console converts
  boundSites: 'texts',
  sitePrices: 'prices',
  numberOfPieces: 'count',
  activityPrice: 'money',
  activityStock: 'count',
  dailyPrice: 'money',
  suggestedActivityPrice: 'money',
  targetActivityStock: 'count',
  suggestedActivityStock: 'count',
  activityDiscountMax: 'decimal', // ratio: 0.70 is 7折
  activityMinStock: 'count',
  pendingPriceOrder: 'flag',
  ordersWaiting: 'count', // price orders that wait for the seller, as their tab says
  ordersShown: 'count', // of them in the list of the page that is open
  hasBigCoupon: 'flag',
  siteLive: 'flag',
  productName: 'text',
  productNameLength: 'count', // code points
  productEnName: 'text',
  itemCode: 'text',
  itemCodeLength: 'count', // code points
  longest: 'decimal', // cm
  middle: 'decimal', // cm
  shortest: 'decimal', // cm
  maxBulletLength: 'count', // code points
  retailPrice: 'money',
  listPriceType: 'count', // 1: no market price
  skusPerSkc: 'count',
  specNames: 'count',
  shipFrom: 'word', // eu, china, elsewhere
  itemKinds: 'count', // kinds of goods in a parcel: different six-digit tariff headings
  consumerPrice: 'money', // what the buyer pays, where the platform sets it; euros for parcels into the EU
  deliveredOn: 'day',
  orderKind: 'word', // urgent, custom, normal
  createdAt: 'moment',
  noticeAt: 'moment',
  suspendedOn: 'day',
  occurrence: 'count',
  requiredEmpty: 'texts', // names of required fields that are empty
  sameNameAndImage: 'flag', // as an earlier product of the shop
  chineseInImage: 'flag',
  bulkyTemplate: 'flag',
  isBulky: 'flag',
  daysUntilVoid: 'count', // until the marketplace voids the product, as its list says
  qualificationsMissing: 'flag', // the list asks for qualifications
  sensitiveState: 'word', // pending, submitted
  measuredLongest: 'decimal', // cm, by the marketplace
  measuredMiddle: 'decimal', // cm, by the marketplace
  measuredShortest: 'decimal', // cm, by the marketplace
  measuredWeight: 'decimal', // grams, by the marketplace
  retailPriceStatus: 'word', // to-fill, to-change, to-confirm, submitted
  activityPriceError: 'word', // above-reference, not-positive: the console's own complaint
  // TikTok Shop
  sellerName: 'text',
  promptedSkuMax: 'count', // limit the form itself states
  manufacturerContact: 'text', // name and address, as the offer states them
  responsiblePerson: 'text', // in the EU, as the offer states it
  manufacturerInEu: 'flag',
  isFood: 'flag', // or a medicine or antique
  attributeTexts: 'texts', // names and values of attributes and variations
  learnedWords: 'texts', // named by earlier errors
  errorCodes: 'texts',
  price: 'money',
  stock: 'decimal', // pieces; below zero when mistyped
  highlights: 'texts',
  text: 'text', // one of title, description and highlights
  longestParagraph: 'count', // code points
  skuCount: 'count',
  attributeTypes: 'count',
  longestValue: 'count', // code points
  longestName: 'count', // code points
  longestAttributeValue: 'count', // code points
  duplicateCombination: 'flag',
  certificates: 'count',
  sellerSku: 'text',
  weight: 'decimal', // in weightUnit
  weightUnit: 'word', // kg, g, lb
  offeredChoices: 'texts', // names of the facts whose value the open form itself offers as a choice
  length: 'decimal', // in dimUnit
  width: 'decimal', // in dimUnit
  height: 'decimal', // in dimUnit
  dimUnit: 'word', // cm, inch
  identifier: 'text',
  identifierType: 'text',
  preorderKind: 'word', // pre-order, made-to-order, custom
  preorderDays: 'count',
  moq: 'count',
  shopifyConnected: 'flag',
  orderedOn: 'day',
  depositNoticeOn: 'day', // of the notice that asks for more
  amazonDealPrice: 'money', // of a deal planned for the same item
  amazonDealOn: 'day',
  // What tells records of Temu and TikTok Shop apart
  productId: 'text',
  spuId: 'text',
  skcId: 'text',
  adjustNo: 'text', // number of a price order
  priceType: 'text', // of a price order
  adjustKind: 'text', // of a price order, the console's own word
  adjustReason: 'text', // of a price order, the console's own words
  variant: 'text', // the words of a SKU's row
  promotionStartAt: 'moment',
  promotionEndAt: 'moment',
  // The seller's own thresholds
  redLine: 'percent',
  minWords: 'count',
  warnAtPoints: 'count', // violation points
  measureTolerance: 'percent', // by how much a measurement may be above what was entered
  ratioMin: 'decimal',
  ratioMax: 'decimal',
  enabled: 'flag',
  minDaysOfSupply: 'count',
  minImages: 'count',
  reminderDays: 'count', // before the yearly certification is due
} as const satisfies Record<string, Kind>;

export type Kind =
  | 'money'
  | 'percent'
  | 'decimal'
  | 'count'
  | 'day'
  | 'moment'
  | 'text'
  | 'word'
  | 'texts'
  | 'moneys'
  | 'flag'
  | 'rows'
  | 'prices'
  | 'colours';

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
  moment: string;
  rows: readonly Facts[];
  prices: { readonly [site: string]: Big };
  colours: readonly (readonly [red: number, green: number, blue: number])[];
}

export type FactType<Name extends FactName> = KindTypes[(typeof factKinds)[Name]];

/** Parsed facts. Omitted: unknown. `null`: known to be empty. */
export type Facts = { [Name in FactName]?: FactType<Name> | null };

/** Facts as they travel and are stored: exact decimals are strings ("18.50"), days are ISO days, counts are integers. */
export type WireValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly (readonly number[])[]
  | readonly WireFacts[]
  | { readonly [site: string]: string }
  | null;
export type WireFacts = { [Name in FactName]?: WireValue };

// Looked up for every fact of every listing: a set is several times as fast as an object with so many properties.
const factNames: ReadonlySet<string> = new Set(Object.keys(factKinds));

export function isFactName(name: string): name is FactName {
  return factNames.has(name);
}
