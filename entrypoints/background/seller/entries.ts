import { type FactName, factKinds, type Kind, type WireFacts } from '../../../rules/engine/facts.ts';
import { codeListing, type Identity, recordOf } from '../rows/listing-identity.ts';
import { STORE_SUBJECT } from './store-subject.ts';

/**
 * Scope of a seller-entered value. `asin`: every listing of the ASIN in the shop · `listing` · `item`: every listing
 * with the seller's code · `store`: the whole shop · `page`: only the open form, because the fact is an unreadable
 * field of it.
 */
export type EntryScope = 'asin' | 'listing' | 'item' | 'store' | 'page';

interface Enterable {
  readonly scope: EntryScope;
  /** Values of a closed set, best known first. */
  readonly choices?: readonly string[];
}

const enterables: { readonly [Name in FactName]?: Enterable } = {
  wasPrice: { scope: 'asin' },
  wasPriceExists: { scope: 'asin' },
  isNewAsin: { scope: 'asin' },
  rating: { scope: 'asin' },
  ratingCount: { scope: 'asin' },
  isMedia: { scope: 'asin' },
  otherCouponExists: { scope: 'asin' },
  otherCouponStart: { scope: 'asin' },
  otherCouponEnd: { scope: 'asin' },
  otherCouponKind: { scope: 'asin', choices: ['standard', 'subscribe-and-save', 'reorder'] },
  feeCategory: { scope: 'listing' },
  shippingPrice: { scope: 'listing' },
  unitCost: { scope: 'item' },
  fbaFee: { scope: 'listing' },
  fbaOrSfp: { scope: 'listing' },
  referralPercent: { scope: 'listing' },
  couponFeePerUnit: { scope: 'listing' },
  floorPrice: { scope: 'listing' },
  dealPrice: { scope: 'listing' },
  recentSalePrice: { scope: 'listing' },
  boundSetManually: { scope: 'listing' },
  unitsAvailable: { scope: 'listing' },
  expectedDailyUnits: { scope: 'listing' },
  couponSales: { scope: 'listing' },
  redemptions: { scope: 'listing' },
  numberOfItems: { scope: 'listing' },
  shippingWeightOz: { scope: 'listing' },
  shippingWeightLb: { scope: 'listing' },
  shippingWeightG: { scope: 'listing' },
  sizeTier: { scope: 'listing' },
  packQuantity: { scope: 'listing' },
  singlePrice: { scope: 'listing' },
  externalPrice: { scope: 'listing' },
  sellerPlan: { scope: 'store', choices: ['Professional', 'Individual'] },
  sellerFeedback: { scope: 'store' },
  targetMarginPercent: { scope: 'store' },
  jumpPercent: { scope: 'store' },
  isVendor: { scope: 'store' },
  temuPrice: { scope: 'listing' },
  lowestPrice30d: { scope: 'listing' },
  hasSales30d: { scope: 'listing' },
  competitorPrice: { scope: 'listing' },
  feeRate: { scope: 'listing' },
  suggestedDeclaredPrice: { scope: 'listing' },
  comparablePrice: { scope: 'listing' },
  shipFrom: { scope: 'listing', choices: ['eu', 'china', 'elsewhere'] },
  itemKinds: { scope: 'listing' },
  consumerPrice: { scope: 'listing' },
  manufacturerContact: { scope: 'listing' },
  responsiblePerson: { scope: 'listing' },
  manufacturerInEu: { scope: 'listing' },
  isFood: { scope: 'listing' },
  handlingDays: { scope: 'listing' },
  transitDays: { scope: 'listing' },
  pendingPriceOrder: { scope: 'listing' },
  previousDeclaredPrice: { scope: 'listing' },
  targetPrice: { scope: 'listing' },
  orders30d: { scope: 'listing' },
  dailyPrice: { scope: 'listing' },
  suggestedActivityPrice: { scope: 'listing' },
  learnedCeiling: { scope: 'listing' },
  amazonDealPrice: { scope: 'listing' },
  amazonDealOn: { scope: 'listing' },
  daysShort: { scope: 'listing' },
  daysLong: { scope: 'listing' },
  unitsSold7d: { scope: 'listing' },
  customerPayment: { scope: 'listing' },
  platformDiscount: { scope: 'listing' },
  tax: { scope: 'listing' },
  sellerDiscount: { scope: 'listing' },
  isApparel: { scope: 'listing' },
  isGrocery: { scope: 'listing' },
  highestPrice90d: { scope: 'listing' },
  returnRate: { scope: 'listing' },
  unitsShippedMonth: { scope: 'listing' },
  lowInvExempt: { scope: 'listing' },
  inNewSelection: { scope: 'listing' },
  parentDaysSinceFirstReceived: { scope: 'listing' },
  awdShare90d: { scope: 'listing' },
  units: { scope: 'listing' },
  ageDays: { scope: 'listing' },
  agedUnits: { scope: 'listing' },
  unitVolumeFt3: { scope: 'listing' },
  minutesSinceApproval: { scope: 'listing' },
  approvedBrand: { scope: 'listing' },
  approvedCategory: { scope: 'listing' },
  split: { scope: 'listing', choices: ['minimal', 'partial', 'optimised'] },
  sellerRatingsMonth: { scope: 'store' },
  sellerDaysSinceFirstReceived: { scope: 'store' },
  flowLimitStatus: { scope: 'listing', choices: ['none', 'soon', 'limited'] },
  managed: { scope: 'store', choices: ['self', 'full-managed', 'semi-managed'] },
  managedMode: { scope: 'store', choices: ['full', 'semi', 'local'] },
  sellerMode: { scope: 'store', choices: ['local', 'intra-EU', 'local-warehouse', 'cross-border-warehouse'] },
  highPriceRate: { scope: 'store' },
  depositPaid: { scope: 'store' },
  shopTier: { scope: 'store', choices: ['beginner', 'standard', 'premium', 'pro'] },
  listedProducts: { scope: 'store' },
  ordersToday: { scope: 'store' },
  depositNoticeOn: { scope: 'store' },
  mallShop: { scope: 'store' },
  returnDays: { scope: 'store' },
  shippingFee: { scope: 'store' },
  authenticityProof: { scope: 'store' },
  shopifyConnected: { scope: 'store' },
  lateRate: { scope: 'store' },
  cancelRate: { scope: 'store' },
  storeRating: { scope: 'store' },
  violationPoints: { scope: 'store' },
  balanceUsd: { scope: 'store' },
  healthRating: { scope: 'store' },
  sales12m: { scope: 'store' },
  gross12m: { scope: 'store' },
  annualGross: { scope: 'store' },
  noticeViewedOn: { scope: 'store' },
  suspendedOn: { scope: 'store' },
  occurrence: { scope: 'store' },
  certifiedOn: { scope: 'store' },
  minProfit: { scope: 'store' },
  yourPrice: { scope: 'page' },
  salePrice: { scope: 'page' },
  saleStart: { scope: 'page' },
  saleEnd: { scope: 'page' },
  listPrice: { scope: 'page' },
  minSellerPrice: { scope: 'page' },
  maxSellerPrice: { scope: 'page' },
  quantity: { scope: 'page' },
  condition: {
    scope: 'page',
    choices: [
      'new_new',
      'used_like_new',
      'used_very_good',
      'used_good',
      'used_acceptable',
      'collectible',
      'refurbished',
    ],
  },
  fulfilment: { scope: 'page', choices: ['MFN', 'AFN'] },
  couponType: { scope: 'page', choices: ['percent', 'amount'] },
  couponPercent: { scope: 'page' },
  couponAmount: { scope: 'page' },
  couponStart: { scope: 'page' },
  couponEnd: { scope: 'page' },
  couponBudget: { scope: 'page' },
  couponTitle: { scope: 'page' },
  couponKind: { scope: 'page', choices: ['standard', 'subscribe-and-save', 'reorder'] },
  couponCreatedOn: { scope: 'page' },
  onePerCustomer: { scope: 'page' },
  price: { scope: 'page' },
  declaredPrice: { scope: 'page' },
  retailPrice: { scope: 'page' },
  activityPrice: { scope: 'page' },
  activityStock: { scope: 'page' },
  activityDiscountMax: { scope: 'page' },
  activityMinStock: { scope: 'page' },
  promotionPrice: { scope: 'page' },
  discountPercent: { scope: 'page' },
  promotionStart: { scope: 'page' },
  promotionEnd: { scope: 'page' },
  durationHours: { scope: 'page' },
  durationMinutes: { scope: 'page' },
  weight: { scope: 'page' },
  length: { scope: 'page' },
  width: { scope: 'page' },
  height: { scope: 'page' },
  stock: { scope: 'page' },
  dealDays: { scope: 'page' },
  dealSales: { scope: 'page' },
  dealType: { scope: 'page', choices: ['lightning', 'best'] },
  event: { scope: 'page', choices: ['prime-day', 'black-friday'] },
  occasion: { scope: 'page', choices: ['normal', 'event', 'black-friday'] },
  weightUnit: { scope: 'page', choices: ['kg', 'g', 'lb'] },
  dimUnit: { scope: 'page', choices: ['cm', 'inch'] },
};

/** How a fact can be entered; null if it cannot. */
export function enterable(name: FactName): Enterable | null {
  return enterables[name] ?? null;
}

/** The subject an entry is stored under; null if the page does not show which listing it is. */
export function entrySubject(scope: EntryScope, identity: Identity | null): string | null {
  if (scope === 'store') return STORE_SUBJECT;
  if (!identity) return null;
  if (scope === 'item' && identity.code !== null) return codeListing(identity.code);
  return scope === 'asin' && identity.asin ? `asin:${identity.asin}` : recordOf(identity);
}

/**
 * Subjects whose entries apply to a listing, in groups; later groups take precedence. Within a group of the listing's
 * own subjects, the newest entry wins.
 */
export function entrySubjects(identity: Identity | null): readonly (readonly string[])[] {
  if (!identity) return [[STORE_SUBJECT]];
  const { asin, listing, code, aliases = [], shared = [] } = identity;
  const asinId = asin ? `asin:${asin}` : null;
  const isNamed = asinId === null || [...aliases, ...shared].includes(asinId);
  return [
    [STORE_SUBJECT],
    ...shared.map((id) => [id]),
    ...(isNamed ? [] : [[asinId]]),
    [...aliases, listing],
    ...(code ? [[codeListing(code)]] : []),
  ];
}

/**
 * Other subjects under which an entry of the same scope may be stored, from when the listing was known by another
 * number.
 */
export function subjectsAlike(scope: EntryScope, identity: Identity | null): readonly string[] {
  if (scope !== 'listing' || !identity) return [];
  return [...(identity.aliases ?? []), identity.listing];
}

type Sources = (facts: WireFacts) => readonly FactName[];

const price: Sources = (facts) => ['yourPrice', ...(facts.salePrice ? (['saleStart', 'saleEnd'] as const) : [])];

/** Only the kind of discount the coupon uses is needed; both while that is unknown. */
const discount: Sources = ({ couponType }) => {
  if (couponType === 'percent') return ['couponPercent'];
  if (couponType === 'amount') return ['couponAmount'];
  return ['couponPercent', 'couponAmount'];
};

/** Sources of computed facts: to supply the key, supply these. */
const computedFrom: { readonly [Name in FactName]?: Sources } = {
  basePrice: price,
  totalSalesPrice: price,
  standardPrice: () => ['yourPrice'],
  discountAmount: (facts) => [...discount(facts), ...price(facts)],
  discountPercent: (facts) => [...discount(facts), ...price(facts)],
  netPrice: (facts) => [...price(facts), ...discount(facts)],
  couponDays: () => ['couponStart', 'couponEnd'],
  hoursUntilStart: () => ['couponStart'],
  titleLength: () => ['title'],
  descriptionLength: () => ['description'],
  couponTitleLength: () => ['couponTitle'],
  itemHighlightsLength: () => ['itemHighlights'],
  bulletLength: () => ['bullets'],
  bullet: () => ['bullets'],
  bulletCount: () => ['bullets'],
  bulletTotalLength: () => ['bullets'],
  maxBulletLength: () => ['bullets'],
  productNameLength: () => ['productName'],
  itemCodeLength: () => ['itemCode'],
  nameLength: () => ['promotionName'],
  durationHours: () => ['promotionStartAt', 'promotionEndAt'],
  durationMinutes: () => ['promotionStartAt', 'promotionEndAt'],
  longestParagraph: () => ['description'],
  longest: () => ['length', 'width', 'height'],
  middle: () => ['length', 'width', 'height'],
  shortest: () => ['length', 'width', 'height'],
};

/**
 * The facts to supply so that all `missing` ones become known: computed facts are replaced by their unknown sources.
 */
export function wantedFacts(missing: readonly FactName[], facts: WireFacts): readonly FactName[] {
  const wanted = new Set<FactName>();
  for (const name of missing) {
    const sources = (computedFrom[name]?.(facts) ?? [name]).filter((source) => facts[source] === undefined);
    for (const source of sources.length > 0 ? sources : [name]) wanted.add(source);
  }
  return [...wanted];
}

type EntryKind = 'money' | 'percent' | 'decimal' | 'count' | 'day' | 'text' | 'flag' | 'choice';

const typedAsText: ReadonlySet<Kind> = new Set<Kind>(['moment', 'texts', 'moneys', 'rows', 'prices', 'colours']);

/** The unit of an enterable fact, as the card's input needs it. */
export function entryKind(name: FactName): EntryKind {
  const kind: Kind = factKinds[name];
  if (enterables[name]?.choices || kind === 'word') return 'choice';
  return typedAsText.has(kind) ? 'text' : (kind as EntryKind);
}
