import type { Kind } from './facts.ts';

/**
 * What rules compute in addition to the facts: fixes, limits and estimates, with their units. A figure that is a fact's
 * value keeps the fact's name and is not listed here.
 */
export const figureKinds = {
  maxPrice: 'money',
  minPrice: 'money',
  maxNetPrice: 'money',
  minAmount: 'money',
  maxAmount: 'money',
  minPercent: 'percent',
  maxPercent: 'percent',
  minCouponPercent: 'percent',
  minCouponAmount: 'money',
  maxCouponPercent: 'percent',
  storeMinimum: 'money',
  unitsMissing: 'count',
  maxDays: 'count',
  couponFee: 'money',
  saving: 'money',
  minimalBudget: 'money',
  maximalBudget: 'money',
  fullPeriodBudget: 'money',
  stackedNet: 'money',
  limit: 'count',
  minimum: 'count',
  addProducts: 'count',
  removeProducts: 'count',
  bothLimits: 'count', // products of a promotion that has both purchase limits
  ordersElsewhere: 'count', // price orders on other pages of their list
  removeCharacters: 'count',
  addCharacters: 'count',
  removeBytes: 'count',
  bytes: 'count',
  shortened: 'text', // the part of a text that fits
  characters: 'texts',
  words: 'texts',
  phrases: 'texts',
  earliestStart: 'day',
  latestStart: 'day',
  earliestEnd: 'day',
  latestEnd: 'day',
  maxUnitsPerOrder: 'count',
  maxDiscountPerOrder: 'money',
  lowerTo: 'money',
  raiseTo: 'money',
  feeNow: 'money',
  feeThen: 'money',
  percentNow: 'percent',
  percentThen: 'percent',
  gain: 'money', // what the seller keeps more per unit
  lowPriceRate: 'flag',
  margin: 'percent',
  itemNumber: 'count', // 1-based position of the checked item of a list
  count: 'count',
  allowedAbove: 'percent', // how far above the reference a price may be
  requiredBelow: 'percent', // how far below the reference a price must be
  minRating: 'decimal', // stars
  lockHours: 'count', // hours before the start
  recheckHours: 'count', // hours
  windowDays: 'count', // days an estimate looks back
  feeShare: 'percent', // of the coupon's sales
  maxMonths: 'count',
  lastRow: 'count', // 1-based row of a spreadsheet
  files: 'count',
  effectivePercent: 'percent', // a fee as a share of the price
  closingFee: 'money',
  enteredMinimum: 'money', // the seller's bound as it stands
  enteredMaximum: 'money', // the seller's bound as it stands
  priceLimit: 'money', // the price a bound must stay under
  minReferralFee: 'money',
  lowPriceLimit: 'money', // highest price with the low-price rate
  lowPriceFee: 'money',
  standardFee: 'money',
  minListPrice: 'money', // lowest List Price that shows a strike-through
  addBullets: 'count',
  removeBullets: 'count',
  rewritten: 'texts', // how the words in question would read right
  lengths: 'texts', // the lengths that are allowed
  checkDigit: 'text',
  corrected: 'text', // the identifier as it would be valid
  addWords: 'count',
  chargedUnits: 'count',
  credited: 'flag',
  daysLeft: 'count',
  deadline: 'moment',
  dealFee: 'money',
  didYouMean: 'money',
  difference: 'money',
  dueOn: 'day',
  duty: 'money',
  assumedHandlingDays: 'count', // operating days
  assumedTransitDays: 'count', // operating days
  fee: 'money',
  feeMin: 'money',
  feeMax: 'money',
  feePerUnit: 'money',
  feeTotal: 'money',
  field: 'word', // the field whose number does not fit
  lastDay: 'day',
  lastMoment: 'moment',
  lowest: 'money',
  min: 'percent',
  max: 'percent',
  maxHours: 'count',
  maxListPrice: 'money',
  maxMinutes: 'count',
  minMinutes: 'count',
  minSeconds: 'count',
  maxSeconds: 'count',
  balanceAbove: 'decimal', // US dollars
  deposit: 'money',
  minStock: 'count',
  missing: 'money', // an amount, or the names of what is missing
  newFloor: 'money',
  newListingsLimited: 'flag',
  overageAmount: 'money', // difference times orders
  surplus: 'texts', // sites with a price that are not bound
  profit: 'money', // per unit
  minScore: 'decimal',
  rounded: 'decimal',
  value: 'decimal',
  digits: 'count', // before the point
  wordCount: 'count',
  remove: 'count',
  minWidth: 'count', // px
  minHeight: 'count', // px
  maxMegabytes: 'count',
  megabytes: 'decimal',
  formats: 'texts',
  add: 'count',
  unitNames: 'texts',
  ownSides: 'texts', // cm, longest first, as entered
  measuredSides: 'texts', // cm, longest first, as measured
  errorCode: 'text',
  otherCodes: 'texts', // of the same listing, beside `errorCode`
  percent: 'percent',
  pointsLeft: 'count',
  profitAfterCut: 'money', // per unit
  profitAtSuggestion: 'money', // per unit
  reason: 'word', // which part of the condition was broken
  settleOn: 'day',
  sorted: 'texts', // longest first
  until: 'day',
  waitMinutes: 'count',
  withdrawalLimitAmount: 'money',
  withdrawalLimitUntil: 'day',
  returnLimit: 'percent', // return rate above which returns are charged
  daysOfSupply: 'decimal',
  ageThen: 'count', // days, at the snapshot
  snapshotOn: 'day',
  thresholdAmount: 'money', // from which a law or a notice applies
  longestSide: 'count', // px
  advised: 'count',
  colour: 'text', // red, green, blue
  background: 'text', // red, green, blue
  surchargePercent: 'percent',
} as const satisfies Record<string, Kind>;

export type FigureName = keyof typeof figureKinds;
