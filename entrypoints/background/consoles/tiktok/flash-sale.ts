import { defineReader } from '../reader.ts';
import { promotionLayout } from './promotion.ts';

// Changing one is inferred from the product discount.
const ROUTES = /^\/promotion\/marketing-tools\/(?:regular-|live-|creator-)?flash-sale\/(?:create|edit)(?:\/|$)/;

/** A flash sale being made: the general one, and those of regular, LIVE and creator sales. */
export const flashSale = defineReader({
  id: 'tiktok/flash-sale',
  evidence: {
    seen: '2026-09',
    certainty: 'B',
    note: 'Name: certain (A). Times and percentage: one or two scripts. How a row names its product, and where a fixed price stands: inferred.',
  },
  matches: (address) => ROUTES.test(address.pathname),
  layouts: [promotionLayout('name_input')],
});
