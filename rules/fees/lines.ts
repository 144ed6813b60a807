import { deriveFacts } from '../engine/derive.ts';
import type { FactName, Facts } from '../engine/facts.ts';
import { type Figures, limitNotPublished, type Unknown, unknown } from '../engine/outcome.ts';
import { type Certainty, limit, type Period, readPolicy } from '../engine/policy.ts';
import { currencyOf, minorDigits, type Site } from '../engine/sites.ts';
import { toWire, type WireFigures } from '../engine/wire.ts';
import { Big, roundTo, smaller } from '../measures/decimals.ts';
import couponFile from '../policies/amazon/coupon-fee-estimate.json' with { type: 'json' };
import { dealFee, dealFees } from './deal.ts';
import { fbaFees, fbaSegments, inPeak, isMerchantFulfilled } from './fba.ts';
import { bothFees, fbaLowPrice } from './fba-low-price.ts';
import { inboundPlacementFees, placementFee } from './inbound-placement.ts';
import { lowInventoryFee, lowInventoryFees } from './low-inventory.ts';
import { rateAt, referralFees, referralRow, referralTerms } from './referral.ts';
import { feeAt } from './segments.ts';

/** Amazon's fees of one unit, in the order in which they are listed. */
export type FeeName =
  | 'referral'
  | 'closing'
  | 'fba'
  | 'low-inventory'
  | 'inbound-placement'
  | 'coupon'
  | 'deal'
  | 'transaction'
  // The sum that the console shows, in place of those it is made of.
  | 'total';

/** One fee of one sold unit. Amounts are in the site's currency, rounded half up to its minor unit. */
export interface FeeLine {
  readonly fee: FeeName;
  readonly amount: string;
  /** The highest amount, where it lies between two. */
  readonly upTo?: string;
  /** The real fee is higher: the table leaves out a surcharge that holds on this day. */
  readonly atLeast?: true;
  /** What it follows from, by the names of facts and figures. */
  readonly because: WireFigures;
  /** The fact that says it, where it is in no table: read, imported or entered. */
  readonly fact?: FactName;
  /** The dated table; null for an amount or a rate that a fact says. */
  readonly policy: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly certainty: Certainty | null;
}

/** A fee that may be charged and could not be computed. */
export interface OpenFee {
  readonly fee: FeeName;
  /** Facts that would decide it. */
  readonly missing: readonly FactName[];
  /** Set when not a fact but Amazon's own number is missing. */
  readonly reason?: 'limit-not-published';
}

export interface UnitFees {
  /** What the buyer pays for the item alone; null where it is not known. */
  readonly price: string | null;
  readonly lines: readonly FeeLine[];
  readonly open: readonly OpenFee[];
  /** Sum of the amounts; the least there is to pay while something is open, a range or a lower bound. */
  readonly total: string;
}

export interface UnitFeeQuestion {
  /** A store of Amazon. */
  readonly site: Site;
  /** ISO day of the sale, local to the site. */
  readonly day: string;
  /** The unit is sold in the deal that the facts describe; left out: at its price, with a coupon that runs that day. */
  readonly inDeal?: boolean;
}

const NOTHING = new Big(0);

const couponFees = readPolicy(couponFile, {
  perRedemption: 'decimal',
  fixed: 'decimal',
  rate: 'decimal',
  cap: 'decimal',
});

/** One sold unit while its fees are found. */
interface Sale {
  readonly facts: Facts;
  readonly site: Site;
  readonly day: string;
  readonly digits: number;
  readonly inDeal: boolean;
  /** The coupon runs on the day and the unit is not sold in a deal. */
  readonly withCoupon: boolean;
  /** What the buyer pays for the item alone, and the fact that says it. */
  readonly price: Big | null;
  readonly priceFact: 'dealPrice' | 'netPrice' | 'basePrice';
}

interface Found {
  readonly amount: Big;
  readonly because: Figures;
  readonly upTo?: Big;
  readonly atLeast?: boolean;
  /** That says the amount or its rate. */
  readonly fact?: FactName;
  /** Null: a fact says it. */
  readonly table: { readonly id: string; readonly period: Period } | null;
}

/** What one fee comes to: nothing charged (undefined), an amount, or why it cannot be said. */
type Answer = Found | Unknown | undefined;

const fees: readonly (readonly [FeeName, (sale: Sale) => Answer])[] = [
  ['referral', referral],
  ['closing', closing],
  ['fba', fulfilment],
  ['low-inventory', lowInventory],
  ['inbound-placement', placement],
  ['coupon', coupon],
  ['deal', deal],
];

/**
 * Which fees Amazon charges for one sold unit on a day at a site, line by line, and which it may charge that cannot be
 * computed. Monthly storage, the surcharge for aged stock and fees per return are not fees of a sold unit. Never throws.
 */
export function feeLines(known: Facts, question: UnitFeeQuestion): UnitFees {
  const sale = saleOf(known, question);
  const lines: FeeLine[] = [];
  const open: OpenFee[] = [];
  let total = roundTo(NOTHING, sale.digits);
  for (const [fee, find] of fees) {
    const answer = find(sale);
    if (!answer) continue;
    if ('kind' in answer) {
      open.push({ fee, missing: answer.missing, ...(answer.reason ? { reason: answer.reason } : {}) });
      continue;
    }
    const amount = roundTo(answer.amount, sale.digits);
    total = total.plus(amount);
    lines.push(lineOf(fee, amount, answer, sale.digits));
  }
  const shown = shownTotal(sale);
  if (shown && open.some(({ fee }) => inTotal.has(fee))) return withTotal(shown, { lines, open }, sale);
  return { price: priceOf(sale), lines, open, total: total.toFixed(sale.digits) };
}

/** The fees that the console's total is made of. Inferred: its own sum of a row is that of its referral and FBA fee. */
const inTotal: ReadonlySet<FeeName> = new Set<FeeName>(['referral', 'closing', 'fba']);

/** The total is that of the price as it stands, not of what a coupon or a deal makes of it. */
function shownTotal({ facts, inDeal, withCoupon }: Sale): Big | null {
  return inDeal || withCoupon ? null : (facts.totalFees ?? null);
}

function withTotal(shown: Big, { lines, open }: Pick<UnitFees, 'lines' | 'open'>, sale: Sale): UnitFees {
  const others = lines.filter(({ fee }) => !inTotal.has(fee));
  const line = lineOf(
    'total',
    roundTo(shown, sale.digits),
    { amount: shown, because: {}, fact: 'totalFees', table: null },
    sale.digits,
  );
  const all = [line, ...others];
  return {
    price: priceOf(sale),
    lines: all,
    open: open.filter(({ fee }) => !inTotal.has(fee)),
    total: all.reduce((sum, { amount }) => sum.plus(amount), NOTHING).toFixed(sale.digits),
  };
}

function priceOf({ price, digits }: Sale): string | null {
  return price ? roundTo(price, digits).toFixed(digits) : null;
}

function saleOf(known: Facts, { site, day, inDeal = false }: UnitFeeQuestion): Sale {
  const withCoupon = !inDeal && couponRuns(known, day);
  const facts = deriveFacts(withCoupon ? known : withoutCoupon(known), day);
  const priceFact = inDeal ? 'dealPrice' : withCoupon ? 'netPrice' : 'basePrice';
  const digits = minorDigits(currencyOf('amazon', site) ?? 'USD');
  return { facts, site, day, digits, inDeal, withCoupon, priceFact, price: facts[priceFact] ?? null };
}

function couponRuns({ couponType, couponStart, couponEnd, netPrice, discountAmount }: Facts, day: string): boolean {
  if (!couponType && !netPrice && !discountAmount) return false;
  return !(couponStart && couponStart > day) && !(couponEnd && couponEnd < day);
}

/** A coupon that does not run changes no price. */
function withoutCoupon(facts: Facts): Facts {
  const { couponStart: _start, netPrice: _net, discountAmount: _amount, discountPercent: _percent, ...rest } = facts;
  return { ...rest, couponType: null };
}

function lineOf(fee: FeeName, amount: Big, { because, upTo, atLeast, fact, table }: Found, digits: number): FeeLine {
  return {
    fee,
    amount: amount.toFixed(digits),
    ...(upTo ? { upTo: roundTo(upTo, digits).toFixed(digits) } : {}),
    ...(atLeast ? { atLeast: true } : {}),
    because: toWire(because, digits),
    ...(fact ? { fact } : {}),
    policy: table?.id ?? null,
    from: table?.period.from ?? null,
    to: table?.period.to ?? null,
    certainty: table?.period.certainty ?? null,
  };
}

/** What the buyer pays with shipping and gift wrap; the item alone where shipping is not known. */
function totalSalesPrice({ facts, price, inDeal, withCoupon }: Sale): Big | undefined {
  if (!inDeal && !withCoupon && facts.totalSalesPrice) return facts.totalSalesPrice;
  return price?.plus(facts.shippingPrice ?? NOTHING);
}

function referral(sale: Sale): Answer {
  const { facts, site, day } = sale;
  const total = totalSalesPrice(sale);
  if (!total) return unknown(sale.priceFact);
  if (total.lte(0)) return undefined;
  const period = limit(referralFees, day, site);
  const table = period?.values ?? null;
  const terms = referralTerms(facts, table);
  if ('kind' in terms) return terms;
  const amount = feeAt(terms.segments, total);
  if (amount === null) return terms.beyond;
  const because = { totalSalesPrice: total, effectivePercent: roundTo(amount.div(total).times(100), 2) };
  if (facts.referralPercent || !table || !period || !facts.feeCategory)
    return {
      amount,
      because: { ...because, referralPercent: facts.referralPercent },
      ...(facts.referralPercent ? { fact: 'referralPercent' as const } : {}),
      table: null,
    };
  const row = referralRow(table, facts.feeCategory);
  const percentNow = 'kind' in row ? undefined : rateAt(row, total);
  const { feeCategory } = facts;
  return { amount, because: { ...because, feeCategory, percentNow }, table: { id: referralFees.id, period } };
}

/** Media pays it besides. Where the category is not known the referral fee is open already. */
function closing({ facts: { feeCategory }, site, day }: Sale): Answer {
  const period = limit(referralFees, day, site);
  if (!period?.values || !feeCategory) return undefined;
  const row = referralRow(period.values, feeCategory);
  if ('kind' in row || !row.closingFee) return undefined;
  return { amount: row.closingFee, because: { feeCategory }, table: { id: referralFees.id, period } };
}

function fulfilment(sale: Sale): Answer {
  const { facts, site, day } = sale;
  if (isMerchantFulfilled(facts)) return undefined;
  if (facts.fbaFee) return { amount: facts.fbaFee, because: {}, fact: 'fbaFee', table: null };
  // A size tier is known of goods in Amazon's warehouses only.
  if (facts.fulfilment !== 'AFN' && !facts.sizeTier) return unknown('fulfilment');
  const price = facts.yourPrice ?? facts.basePrice;
  if (!price) return unknown('basePrice');
  const period = limit(fbaFees, day, site);
  if (!period) return europeanFulfilment(sale, price);
  const segments = fbaSegments(facts, period.values);
  if ('kind' in segments) return segments;
  const amount = feeAt(segments, price);
  if (amount === null || !period.values) return limitNotPublished();
  const { sizeTier, shippingWeightOz, shippingWeightLb } = facts;
  const { surchargePercent } = period.values;
  return {
    amount,
    because: { yourPrice: price, sizeTier, shippingWeightOz, shippingWeightLb, surchargePercent },
    atLeast: inPeak(day, period.values),
    table: { id: fbaFees.id, period },
  };
}

function europeanFulfilment({ facts, site, day }: Sale, price: Big): Answer {
  const period = limit(fbaLowPrice, day, site);
  if (!period?.values?.sizeTiers) return limitNotPublished();
  const { sizeTier, shippingWeightG, feeCategory } = facts;
  if (!sizeTier) return unknown('sizeTier');
  if (!shippingWeightG) return unknown('shippingWeightG');
  const both = bothFees(period.values.sizeTiers, sizeTier, shippingWeightG);
  if (!both) return limitNotPublished();
  const { allUpTo, mostUpTo, excludedCategories } = period.values;
  // Between both limits the category decides.
  const isOpen = price.gt(allUpTo) && mostUpTo?.gte(price);
  if (isOpen && !feeCategory) return unknown('feeCategory');
  const lowPriceRate = price.lte(allUpTo) || (isOpen === true && !excludedCategories.includes(feeCategory as string));
  const amount = lowPriceRate ? both.lowPriceFee : both.standardFee;
  if (amount === null) return limitNotPublished();
  const because = { yourPrice: price, sizeTier, shippingWeightG, lowPriceRate };
  return { amount, because, table: { id: fbaLowPrice.id, period } };
}

/** Known, or as good as known, to lie in Amazon's warehouses. */
function isFba(facts: Facts): boolean {
  return !isMerchantFulfilled(facts) && Boolean(facts.fulfilment === 'AFN' || facts.fbaFee || facts.sizeTier);
}

function lowInventory({ facts, site, day }: Sale): Answer {
  const period = limit(lowInventoryFees, day, site);
  if (!period?.values || !isFba(facts)) return undefined;
  const found = lowInventoryFee(facts, period.values);
  if ('kind' in found) return found.kind === 'unknown' ? found : undefined;
  if (found.fee === null) return limitNotPublished();
  const { least, most } = found.fee;
  const { daysOfSupply } = found;
  const table = { id: lowInventoryFees.id, period };
  if (period.values.credited)
    return { amount: NOTHING, because: { daysOfSupply, feePerUnit: least, credited: true }, table };
  return { amount: least, because: { daysOfSupply }, table, ...(most.gt(least) ? { upTo: most } : {}) };
}

function placement({ facts, site, day }: Sale): Answer {
  const period = limit(inboundPlacementFees, day, site);
  if (!period || !isFba(facts)) return undefined;
  if (!period.values) return limitNotPublished();
  const found = placementFee(facts, period.values);
  if ('kind' in found) return found;
  const [least, most] = found;
  const { sizeTier, shippingWeightOz, shippingWeightLb, split } = facts;
  return {
    amount: least,
    because: { sizeTier, shippingWeightOz, shippingWeightLb, split },
    table: { id: inboundPlacementFees.id, period },
    ...(most.gt(least) ? { upTo: most } : {}),
  };
}

/** One unit's part of the coupon's fee. The day of the coupon's creation decides about the fee model. */
function coupon({ facts, site, withCoupon, price, priceFact }: Sale): Answer {
  if (!withCoupon) return undefined;
  if (facts.couponFeePerUnit)
    return { amount: facts.couponFeePerUnit, because: {}, fact: 'couponFeePerUnit', table: null };
  const { couponCreatedOn, couponSales } = facts;
  if (!couponCreatedOn) return unknown('couponCreatedOn');
  const period = limit(couponFees, couponCreatedOn, site);
  if (!period?.values) return limitNotPublished();
  const { perRedemption, fixed, rate, cap } = period.values;
  const table = { id: couponFees.id, period };
  if (perRedemption) return { amount: perRedemption, because: { couponCreatedOn }, table };
  if (!couponSales?.gt(0)) return unknown('couponSales');
  if (!price) return unknown(priceFact);
  const variable = couponSales.times(rate);
  const couponFee = fixed.plus(cap ? smaller(variable, cap) : variable);
  return {
    amount: couponFee.times(price).div(couponSales),
    because: { couponCreatedOn, couponFee, couponSales, netPrice: price },
    table,
  };
}

/** One unit's part of the deal's fee. */
function deal({ facts, site, day, inDeal, price }: Sale): Answer {
  const period = inDeal ? limit(dealFees, day, site) : null;
  if (!period?.values) return undefined;
  const fee = dealFee(facts, period.values);
  // Peak events have fees of their own, which are not known.
  if ('kind' in fee) return fee.kind === 'unknown' ? fee : limitNotPublished();
  const { dealSales, dealDays } = facts;
  if (!dealSales?.gt(0)) return unknown('dealSales');
  if (!price) return unknown('dealPrice');
  return {
    amount: fee.times(price).div(dealSales),
    because: { dealFee: fee, dealDays, dealSales, dealPrice: price },
    table: { id: dealFees.id, period },
  };
}
