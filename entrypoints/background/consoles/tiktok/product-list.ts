import { classEnd, classStart, classStem } from '../../../console.content/reading/class-names.ts';
import { byPart, defineReader, type Fields, money, text } from '../reader.ts';
import { BODY_ROW, CELL } from './kit.ts';
import * as labels from './labels.ts';

/** The cell with the pencil for changing a price in place; stock has one too, but no amount. */
const EDITABLE_CELL = `${CELL}:has(${classStem('row-hover-show-icon')})`;

const product: Fields = {
  productId: text([
    { by: 'prefix', words: labels.productId, within: CELL },
    { by: 'sort', sort: 'digits', within: `${CELL}:has(img)` },
  ]),
  title: text([
    { by: 'start', selector: `div${classStart('content-')}` },
    { by: 'start', selector: `${CELL}:has(img)` },
  ]),
  status: text([{ by: 'has' }], { choices: labels.statuses }),
  price: money(
    // Not any amount of the row: sales and fees may be amounts too.
    [byPart('s'), { by: 'sort', sort: 'money', within: EDITABLE_CELL }],
    { requiredWith: CELL },
  ),
  // Beside a price that is crossed out there is no word that names the other one.
  promotionPrice: money([{ by: 'prefix', words: labels.promotionPrice, within: CELL }], { requiredWith: 's' }),
};

/** Every row of Manage products. */
export const productList = defineReader({
  id: 'tiktok/product-list',
  evidence: {
    seen: '2026-10',
    certainty: 'B',
    note: 'Titles and ids: several sources. Of the words for a status only "Live" was captured. Which amount is the price where there are several: inferred.',
  },
  matches: (address) => /^\/product\/(?:manage|list)(?:\/|$)/.test(address.pathname),
  layouts: [
    {
      generation: null,
      landmarks: [
        { heading: labels.manageProducts },
        { selector: '[placeholder="Product name, ID, or SKU"]' },
        { selector: classEnd('-table-tr') },
      ],
      rows: { by: 'selector', selector: BODY_ROW, key: ['productId'], fields: product },
    },
  ],
});
