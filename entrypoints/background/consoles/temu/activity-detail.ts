import { classStem } from '../../../console.content/reading/class-names.ts';
import { byColumn, byPair, byPart, byPrefix, count, defineReader, type Fields, money, text, word } from '../reader.ts';
import { FORM_ITEM, TABLE_CELL, TABLE_ROW } from './beast.ts';
import * as labels from './labels.ts';

/** Only the price of an activity says its currency; CNY is documented, other malls are inferred to say theirs. */
const PRICE = 'input[currency]';
const STOCK = 'input[min][max]:not([currency])';

/** The row of the form that holds a SKU's price is called after it: `80000000001_activityPrice`. */
const FORM_ID = '[id$="_activityPrice"]';

/** A cell of one SKU alone; those of its product reach over the rows of all its SKUs. */
const OWN_CELL = `${TABLE_CELL}:is(:not([rowspan]),[rowspan="1"])`;

/** What else of a row is about something of its own, such as the stock. */
const BESIDE_PRICE = `:is(${FORM_ITEM},${TABLE_CELL}):not(:has(${PRICE}))`;

/** The console's own complaint about a price. */
const PRICE_ERROR = `${TABLE_CELL}:has(${PRICE}) ${classStem('Form_itemError')}:not(${BESIDE_PRICE} *)`;

const price = { none: labels.none, currency: 'priceCurrency' } as const;

const fields: Fields = {
  sku: text([{ by: 'part', selector: FORM_ID, attribute: 'id' }, byPrefix(labels.skuId)], {
    none: labels.none,
    form: labels.ID,
  }),
  skcId: text([byPrefix(labels.skcId)], { none: labels.none, form: labels.ID }),
  spuId: text([byPrefix(labels.spuId)], { none: labels.none, form: labels.ID }),
  // The product has a code under the same word.
  itemCode: text(
    [{ by: 'prefix', words: labels.itemCode, under: labels.skuAttributes }, byPrefix(labels.itemCode, OWN_CELL)],
    { none: labels.none },
  ),
  priceCurrency: text([{ by: 'part', selector: PRICE, attribute: 'currency' }]),
  activityPrice: money([byPart(`:has(> ${PRICE})`), byColumn(labels.activityPrice)], {
    currency: 'priceCurrency',
    requiredWith: TABLE_CELL,
  }),
  activityPriceError: word([{ by: 'pattern', pattern: labels.ACTIVITY_PRICE_ERROR, within: PRICE_ERROR }], {
    choices: labels.activityPriceErrors,
  }),
  activityStock: count([byPart(`:has(> ${STOCK})`), byColumn(labels.activityStock)], {
    requiredBeside: 'activityPrice',
  }),
  dailyPrice: money([byColumn(labels.dailyPrice)], price),
  suggestedActivityPrice: money(
    [
      byPrefix(labels.suggestedActivityPrice),
      byColumn(labels.suggestedActivityPrice),
      byPair(labels.suggestedActivityPrice),
    ],
    price,
  ),
};

/** Enrolling SKUs in an activity. Half of each row is fixed at the left; the other half holds what the seller enters. */
export const activityDetail = defineReader({
  id: 'temu/activity-detail',
  evidence: {
    seen: '2026-06',
    certainty: 'B',
    note: 'Inputs and the id of the SKU from several scripts. Headers from one public note.',
  },
  matches: (address) => /^\/activity\/marketing-activity\/detail-new\/?$/.test(address.pathname),
  layouts: [
    {
      generation: null,
      landmarks: [{ selector: `${TABLE_ROW} ${PRICE}` }],
      rows: {
        by: 'selector',
        selector: `${TABLE_ROW}:has(${PRICE})`,
        twin: `${TABLE_ROW}:not(:has(${PRICE}))`,
        fields,
        otherwise: ['itemCode'],
      },
    },
  ],
});
