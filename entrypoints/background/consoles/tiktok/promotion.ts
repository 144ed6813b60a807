import {
  byAttribute,
  byId,
  byLabel,
  byPair,
  byPart,
  type Fields,
  type Layout,
  moment,
  money,
  percent,
  text,
} from '../reader.ts';
import { CELL, ROW } from './kit.ts';
import * as labels from './labels.ts';

/** The choice of products, on every form of a promotion. */
const SCOPE = '#ProductScope';
const START = '[placeholder="Start Time" i]';
const PERCENT_BOX = 'input[role="spinbutton"][aria-valuemax="100"]';

/**
 * A-: captured in one shop, where it held after class and order had failed. The console's own data keeps a fixed price under
 * this name too, so that the name alone says neither.
 */
const NAMED_BOX = 'input[data-prefill-id^="product_discount_percentage__"]';
/** The kinds of discount by the codes of their radio buttons: 1 percentage, 2 fixed price. 1 is a code of the scope as well. */
const chosen = (code: number): string => `:has(input[type="radio"][value="${code}"]:checked)`;
const PERCENT_CHOSEN = `:root${chosen(1)}:not(${chosen(2)})`;
const FIXED_CHOSEN = `:root${chosen(2)}:not(${chosen(1)})`;
const NAMED_CELL = `${CELL}:has(${NAMED_BOX})`;

/**
 * The price in the row of a product whose discount is no percentage: boxes of percentages say that they end at 100.
 * Inferred, for the box has no name; with a box for a limit beside it, it is ambiguous.
 */
const PRICE_CELL = `${ROW}:not(:has(${PERCENT_BOX},${NAMED_BOX})) ${CELL}:has(input[role="spinbutton"])`;

/** One product of the promotion. That its name is the first text of its row is inferred. */
const product: Fields = {
  title: text([
    { by: 'start', selector: `${CELL}:has(img)` },
    { by: 'sort', sort: 'words', within: `${CELL}:first-child` },
  ]),
  // The one amount beside the box. Of a range, or with another amount in the row, it is not known.
  price: money([{ by: 'sort', sort: 'money', within: `${CELL}:not(:has(input))` }]),
  discountPercent: percent([
    byPart(`${CELL}:has(${PERCENT_BOX})`),
    byPart(`${PERCENT_CHOSEN} ${NAMED_CELL}`),
    byPair(labels.percentageOff, NAMED_CELL),
  ]),
  // Not where both kinds of discount may be named beside the box of one.
  promotionPrice: money([
    byPair(labels.fixedPrice, `${CELL}:not(:has(${PERCENT_BOX}))`),
    byPart(`${FIXED_CHOSEN} ${NAMED_CELL}`),
    byPart(PRICE_CELL),
  ]),
};

/**
 * The form of a promotion whose name stands in the control with this id, and its products.
 * @param own fields that this kind of promotion has beside those of all
 */
export function promotionLayout(nameId: string, own: Fields = {}): Layout {
  return {
    generation: null,
    landmarks: [{ selector: `#${nameId}` }, { selector: SCOPE }, { selector: START }],
    fields: {
      promotionName: text([byId(nameId), byLabel(labels.promotionName)], { requiredWith: SCOPE }),
      promotionStartAt: moment([byAttribute('placeholder', 'Start Time'), byLabel(labels.startTime)], {
        requiredWith: SCOPE,
      }),
      promotionEndAt: moment([byAttribute('placeholder', 'End Time'), byLabel(labels.endTime)], {
        requiredWith: SCOPE,
      }),
      ...own,
    },
    rows: { by: 'selector', selector: `${ROW}:has(${CELL} input):not(:has(${ROW}))`, key: ['title'], fields: product },
  };
}
