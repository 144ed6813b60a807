import type { Rule } from '../../engine/rule.ts';
import currencyAndSites from './currency-and-sites.ts';
import declaredAboveSuggested from './declared-above-suggested.ts';
import declaredBelowCost from './declared-below-cost.ts';
import declaredOverageAmount from './declared-overage-amount.ts';
import declaredUpperBound from './declared-upper-bound.ts';
import euParcelDuty from './eu-parcel-duty.ts';
import exemptionOfferMargin from './exemption-offer-margin.ts';
import highPriceTrafficTarget from './high-price-traffic-target.ts';
import piecesUnitPrice from './pieces-unit-price.ts';
import priceChangeAttempts from './price-change-attempts.ts';
import priceOrderOpen from './price-order-open.ts';
import priceOrdersWaiting from './price-orders-waiting.ts';
import priceUnitSlip from './price-unit-slip.ts';
import repriceJustification from './reprice-justification.ts';
import similarGoods5Percent from './similar-goods-5-percent.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const priceRules: readonly Rule[] = [
  declaredOverageAmount,
  declaredAboveSuggested,
  exemptionOfferMargin,
  highPriceTrafficTarget,
  similarGoods5Percent,
  repriceJustification,
  priceUnitSlip,
  declaredUpperBound,
  priceOrderOpen,
  currencyAndSites,
  piecesUnitPrice,
  declaredBelowCost,
  priceChangeAttempts,
  priceOrdersWaiting,
  euParcelDuty,
];
