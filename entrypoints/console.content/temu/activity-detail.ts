import { byColumn, byPair, byPart, count, defineReader, type Fields, money, text } from '../reading/reader.ts';
import { TABLE_ROW } from './beast.ts';
import * as labels from './labels.ts';

/** Only the price of an activity says its currency; CNY is documented, other malls are inferred to say theirs. */
const PRICE = 'input[currency]';
const STOCK = 'input[min][max]:not([currency])';

const fields: Fields = {
  sku: text([{ by: 'prefix', words: labels.skuId }], { none: labels.none }),
  itemCode: text([{ by: 'prefix', words: labels.itemCode }], { none: labels.none }),
  activityPrice: money([byPart(`:has(> ${PRICE})`), byColumn(labels.activityPrice)], { requiredWith: 'td' }),
  activityStock: count([byPart(`:has(> ${STOCK})`), byColumn(labels.activityStock)], {
    requiredBeside: 'activityPrice',
  }),
  priceCurrency: text([{ by: 'part', selector: PRICE, attribute: 'currency' }]),
  suggestedActivityPrice: money(
    [
      { by: 'prefix', words: labels.suggestedActivityPrice },
      byColumn(labels.suggestedActivityPrice),
      byPair(labels.suggestedActivityPrice),
    ],
    { none: labels.none },
  ),
};

/** Enrolling SKUs in an activity. Half of each row is fixed at the left; the other half holds what the seller enters. */
export const activityDetail = defineReader({
  id: 'temu/activity-detail',
  evidence: {
    seen: '2026-06',
    certainty: 'B',
    note: 'Inputs from several scripts. Headers and the place of the reference price are not known.',
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
        key: ['itemCode'],
      },
    },
  ],
});
