import type { Rule } from '../../engine/rule.ts';
import appealWindow from './appeal-window.ts';
import bulkyFreightTemplate from './bulky-freight-template.ts';
import highPriceRateRedLine from './high-price-rate-red-line.ts';
import newListingSuspension from './new-listing-suspension.ts';
import semiSettlementDate from './semi-settlement-date.ts';
import stockOrderDispatch from './stock-order-dispatch.ts';

/** In the order in which they are worth fixing when several hold for one field. */
export const accountRules: readonly Rule[] = [
  highPriceRateRedLine,
  semiSettlementDate,
  bulkyFreightTemplate,
  stockOrderDispatch,
  newListingSuspension,
  appealWindow,
];
