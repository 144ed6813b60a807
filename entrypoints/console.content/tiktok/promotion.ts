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
} from '../reading/reader.ts';
import { CELL, ROW } from './kit.ts';
import * as labels from './labels.ts';

/** The choice of products, on every form of a promotion. */
const SCOPE = '#ProductScope';
const START = '[placeholder="Start Time" i]';
const PERCENT_BOX = 'input[role="spinbutton"][aria-valuemax="100"]';

/**
 * The price in the row of a product whose discount is no percentage: boxes of percentages say that they end at 100.
 * Inferred, for the box has no name; with a box for a limit beside it, it is ambiguous.
 */
const PRICE_CELL = `${ROW}:not(:has(${PERCENT_BOX})) ${CELL}:has(input[role="spinbutton"])`;

/** One product of the promotion. That its name is the first text of its row is inferred. */
const product: Fields = {
  title: text([
    { by: 'start', selector: `${CELL}:has(img)` },
    { by: 'sort', sort: 'words', within: `${CELL}:first-child` },
  ]),
  discountPercent: percent([byPart(`${CELL}:has(${PERCENT_BOX})`)]),
  // Not where both kinds of discount may be named beside the box of one.
  promotionPrice: money([byPair(labels.fixedPrice, `${CELL}:not(:has(${PERCENT_BOX}))`), byPart(PRICE_CELL)]),
};

/** The form of a promotion whose name stands in the control with this id, and its products. */
export function promotionLayout(nameId: string): Layout {
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
    },
    rows: { by: 'selector', selector: `${ROW}:has(${CELL} input):not(:has(${ROW}))`, key: ['title'], fields: product },
  };
}
