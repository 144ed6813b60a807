import type { Rule } from '../../engine/rule.ts';
import automatePricingMaxTooHigh from './automate-pricing-max-too-high.ts';
import automatePricingMinTooLow from './automate-pricing-min-too-low.ts';
import featuredOfferExternalPrice from './featured-offer-external-price.ts';
import listPriceAu30Day from './list-price-au-30-day.ts';
import listPriceNotAbovePrice from './list-price-not-above-price.ts';
import listPriceNotSupported from './list-price-not-supported.ts';
import multipackUnitPrice from './multipack-unit-price.ts';
import priceAboveLowestOffer from './price-above-lowest-offer.ts';
import priceAboveTemu from './price-above-temu.ts';
import priceBoundsMissing from './price-bounds-missing.ts';
import priceFarAboveRecent from './price-far-above-recent.ts';
import priceOutsideOwnBounds from './price-outside-own-bounds.ts';
import salePriceDates from './sale-price-dates.ts';
import salePriceNotBelowPrice from './sale-price-not-below-price.ts';

/** Offer rules in the order in which they are worth fixing when several hold for one field. */
export const offerRules: readonly Rule[] = [
  priceOutsideOwnBounds,
  automatePricingMaxTooHigh,
  automatePricingMinTooLow,
  multipackUnitPrice,
  salePriceNotBelowPrice,
  salePriceDates,
  featuredOfferExternalPrice,
  priceAboveTemu,
  priceFarAboveRecent,
  priceAboveLowestOffer,
  listPriceAu30Day,
  listPriceNotSupported,
  listPriceNotAbovePrice,
  priceBoundsMissing,
];
