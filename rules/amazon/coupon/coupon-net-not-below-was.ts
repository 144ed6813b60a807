import type { Figures } from '../../engine/outcome.ts';
import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { limit } from '../../engine/policy.ts';
import { type CheckContext, defineRule } from '../../engine/rule.ts';
import { type Big, ceilQuotient, ceilTo, floorQuotient, floorTo, larger, percent } from '../../measures/decimals.ts';
import { couponDiscount } from '../../policies/amazon/coupon-discount.ts';
import { couponWasPrice } from '../../policies/amazon/coupon-was-price.ts';
import { higherReading } from './coupon-eligible-prices.ts';

const MESSAGES = { percent: 'problem', amount: 'amount', onlyPrice: 'onlyPrice' } as const;
const ESTIMATED_MESSAGES = {
  percent: 'estimated',
  amount: 'estimatedAmount',
  onlyPrice: 'estimatedOnlyPrice',
} as const;

/**
 * The price after the coupon is at least 5 % below the Was Price; exactly 5 % is allowed. An estimated Was Price stands
 * in for an unknown one and makes a warning; where it passes by the other reading of Amazon's text, that is said.
 */
export default defineRule({
  id: 'amazon/coupon-net-not-below-was',
  topic: 'coupon',
  severity: 'error',
  needs: ['basePrice', 'couponType'],
  uses: [
    'couponPercent',
    'couponAmount',
    'netPrice',
    'wasPrice',
    'wasPriceEstimate',
    'wasPriceWithoutPromotions',
    'wasPriceWithPromotions',
    'wasPriceExists',
    'isNewAsin',
    'salePrice',
  ],
  // Without a Sale Price the base price is Your Price.
  emptyWhenAbsent: ['salePrice'],
  marks: ['couponPercent', 'couponAmount', 'yourPrice', 'salePrice'],
  bounds: [{ of: 'basePrice', side: 'below', figure: 'maxPrice' }],
  policy: couponWasPrice,
  before({ isNewAsin, wasPriceExists }, { newAsinExempt }) {
    if (isNewAsin && newAsinExempt) return notApplicable('exempt');
    // Without any Was Price, `amazon/coupon-no-sales-history` decides.
    if (wasPriceExists === false) return notApplicable('no-trigger');
    return undefined;
  },
  check(facts, { maxNetOverWas }, context) {
    const { basePrice, couponType, couponPercent, couponAmount, netPrice, wasPrice, wasPriceEstimate } = facts;
    const byAmount = couponType === 'amount';
    const coupon = byAmount ? couponAmount : couponPercent;
    if (coupon === null) return notApplicable('nothing-to-check');
    if (!coupon || !netPrice) return unknown(byAmount ? 'couponAmount' : 'couponPercent');
    const reference = wasPrice ?? wasPriceEstimate;
    if (!reference?.gt(0)) return wasPrice === null ? notApplicable('nothing-to-check') : unknown('wasPrice');
    const highest = reference.times(maxNetOverWas);
    if (netPrice.lte(highest)) return ok();
    if (basePrice.lte(0)) return unknown('basePrice');

    const discount = byAmount ? amountFix(basePrice, highest, context) : percentFix(basePrice, highest, context);
    const maxPrice = byAmount
      ? floorTo(highest.plus(basePrice).minus(netPrice), context.digits)
      : floorQuotient(highest.times(basePrice), netPrice, context.digits);
    const { wasPriceWithoutPromotions, wasPriceWithPromotions } = facts;
    const highestReading = higherReading(wasPriceWithoutPromotions, wasPriceWithPromotions);
    if (!wasPrice && highestReading && netPrice.lte(highestReading.times(maxNetOverWas)))
      return violation({
        severity: 'warning',
        message: 'disputed',
        marks: [byAmount ? 'couponAmount' : 'couponPercent', 'yourPrice', 'salePrice'],
        values: {
          basePrice,
          [byAmount ? 'couponAmount' : 'couponPercent']: coupon,
          // Rounded up: it must not read as the highest one that passes.
          netPrice: ceilTo(netPrice, context.digits),
          wasPriceWithoutPromotions,
          wasPriceWithPromotions,
          maxNetPrice: floorTo(highest, context.digits),
          requiredBelow: maxNetOverWas.minus(1).times(-100),
        },
        fix: { ...discount, maxPrice },
      });
    const messages = wasPrice ? MESSAGES : ESTIMATED_MESSAGES;
    return violation({
      severity: wasPrice ? 'error' : 'warning',
      message: discount === null ? messages.onlyPrice : byAmount ? messages.amount : messages.percent,
      marks: [byAmount ? 'couponAmount' : 'couponPercent', 'yourPrice', 'salePrice'],
      values: {
        basePrice,
        [byAmount ? 'couponAmount' : 'couponPercent']: coupon,
        netPrice: ceilTo(netPrice, context.digits),
        [wasPrice ? 'wasPrice' : 'wasPriceEstimate']: reference,
        maxNetPrice: floorTo(highest, context.digits),
        requiredBelow: maxNetOverWas.minus(1).times(-100),
      },
      fix: { ...discount, maxPrice },
    });
  },
  examples: {
    ok: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '100.00', wasPrice: '100.00', couponType: 'percent', couponPercent: '5' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '32.00', wasPrice: '24.99', couponType: 'percent', couponPercent: '26' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '125.00', wasPrice: '105.2632', couponType: 'amount', couponAmount: '25.00' },
      },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '32.00', wasPrice: '24.99', couponType: 'percent', couponPercent: '10' },
        gives: { minCouponPercent: '26', maxPrice: '26.37' },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '125.00', wasPrice: '105.2632', couponType: 'amount', couponAmount: '24.99' },
        gives: { minCouponAmount: '25.00', maxPrice: '124.99' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '200.00', wasPrice: '100.00', couponType: 'percent', couponPercent: '50' },
        gives: { maxPrice: '190.00' },
      },
      {
        // 3 % would be enough here, but a coupon gives at least 5 %.
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '97.00', wasPrice: '100.00', couponType: 'percent', couponPercent: '2' },
        gives: { minCouponPercent: '5', maxPrice: '96.93' },
      },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { basePrice: '1200', wasPriceEstimate: '1000', couponType: 'amount', couponAmount: '100' },
        gives: { minCouponAmount: '250', maxPrice: '1050' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '32.00', wasPriceEstimate: '24.99', couponType: 'percent', couponPercent: '10' },
        gives: { minCouponPercent: '26', maxPrice: '26.37' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          basePrice: '40.00',
          wasPriceEstimate: '30.00',
          wasPriceWithPromotions: '30.00',
          wasPriceWithoutPromotions: '40.00',
          couponType: 'percent',
          couponPercent: '10',
        },
        gives: { minCouponPercent: '29', maxPrice: '31.66' },
        severity: 'warning',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '200.00', wasPriceEstimate: '100.00', couponType: 'amount', couponAmount: '100.00' },
        gives: { maxPrice: '195.00' },
        severity: 'warning',
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { basePrice: '98.60', couponType: 'percent', couponPercent: '5' } },
      { site: 'US', day: '2026-11-20', facts: { basePrice: '98.60', wasPrice: '98.00', couponType: 'amount' } },
      { site: 'US', day: '2026-11-20', facts: { wasPrice: '98.00', couponType: 'percent', couponPercent: '5' } },
    ],
    notApplicable: [
      {
        site: 'TR',
        day: '2026-11-20',
        facts: { basePrice: '98.60', wasPrice: '98.00', couponType: 'percent', couponPercent: '5' },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { basePrice: '98.60', wasPrice: '98.00', couponType: 'percent', couponPercent: null },
      },
    ],
  },
});

/** The smallest whole percentage that is enough and that a coupon may give, or null when it may not give enough. */
function percentFix(basePrice: Big, highestNet: Big, { day, site }: CheckContext): Figures | null {
  const enough = ceilQuotient(basePrice.minus(highestNet).times(100), basePrice, 0);
  const range = limit(couponDiscount, day, site)?.values;
  if (!range) return { minCouponPercent: enough };
  if (enough.gt(range.maxPercent)) return null;
  return { minCouponPercent: larger(enough, range.minPercent) };
}

/** The smallest amount that is enough and that a coupon may give, or null when it may not give enough. */
function amountFix(basePrice: Big, highestNet: Big, { day, site, digits }: CheckContext): Figures | null {
  const enough = ceilTo(basePrice.minus(highestNet), digits);
  const range = limit(couponDiscount, day, site)?.values;
  if (!range) return { minCouponAmount: enough };
  if (enough.gt(basePrice.times(percent(range.maxPercent)))) return null;
  return { minCouponAmount: larger(enough, ceilTo(basePrice.times(percent(range.minPercent)), digits)) };
}
