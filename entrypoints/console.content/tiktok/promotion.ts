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
import * as labels from './labels.ts';

/** The choice of products, on every form of a promotion. */
const SCOPE = '#ProductScope';
const START = '[placeholder="Start Time"]';
const PERCENT_BOX = 'input[role="spinbutton"][aria-valuemax="100"]';

/** One product of the promotion. That its name is the first text of its row is inferred. */
const product: Fields = {
  title: text([
    { by: 'start', selector: 'td:has(img)' },
    { by: 'sort', sort: 'words', within: 'td:first-child' },
  ]),
  discountPercent: percent([byPart(`td:has(${PERCENT_BOX})`)]),
  // Not where both kinds of discount may be named beside the box of one.
  promotionPrice: money([byPair(labels.fixedPrice, `td:not(:has(${PERCENT_BOX}))`)]),
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
    rows: { by: 'selector', selector: 'tbody tr:has(input):not(:has(tr))', key: ['title'], fields: product },
  };
}
