import { defineReader } from '../reading/reader.ts';
import { promotionLayout } from './promotion.ts';

/** A product discount being made or changed. */
export const discount = defineReader({
  id: 'tiktok/discount',
  evidence: {
    seen: '2026-09',
    certainty: 'B',
    note: 'Name, times and percentage: one or two scripts. How a row names its product, and where a fixed price stands: inferred.',
  },
  matches: (address) => /^\/promotion\/marketing-tools\/discount\/(?:create|edit)(?:\/|$)/.test(address.pathname),
  layouts: [promotionLayout('promotion_name_input')],
});
