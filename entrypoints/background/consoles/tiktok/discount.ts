import { count, defineReader, type Fields, text, word } from '../reader.ts';
import * as labels from './labels.ts';
import { promotionLayout } from './promotion.ts';

/** Inferred: the places in which the component kit shows what a server answered. */
const MESSAGES = '[role=alert],[role=status],[aria-live]';

const own: Fields = {
  discountKind: word([{ by: 'choices' }], { choices: labels.discountKinds }),
  // The table is virtual, so that its rows are not all that were chosen.
  products: count([{ by: 'pattern', pattern: labels.CHOSEN_PRODUCTS }]),
  refusalCode: text([{ by: 'pattern', pattern: labels.SILENT_REFUSAL, within: MESSAGES }]),
};

/** A product discount being made or changed. */
export const discount = defineReader({
  id: 'tiktok/discount',
  evidence: {
    seen: '2026-09',
    certainty: 'B',
    note: 'Name, times and percentage: one or two scripts. Kind of discount and number of products: tested in one shop. How a row names its product, where a fixed price stands, and that a message shows the code of a refusal: inferred.',
  },
  matches: (address) => /^\/promotion\/marketing-tools\/discount\/(?:create|edit)(?:\/|$)/.test(address.pathname),
  layouts: [promotionLayout('promotion_name_input', own)],
});
