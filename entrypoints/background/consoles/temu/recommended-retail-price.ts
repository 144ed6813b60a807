import type { Words } from '../../../console.content/reading/text.ts';
import { byColumn, defineReader, type Fields, type Locator, money, text, word } from '../reader.ts';
import { OPEN_TAB, TABLE_CELL, TABLE_HEADER, TABLE_ROW } from './beast.ts';
import * as labels from './labels.ts';

const behind = (words: Words): Locator => ({ by: 'prefix', words });

const fields: Fields = {
  sku: text([byColumn(labels.skuId), behind(labels.skuId)], { none: labels.none, form: labels.ID }),
  itemCode: text([byColumn(labels.itemCodeColumn)], { none: labels.none }),
  retailCurrency: word([byColumn(labels.currency), { by: 'has' }], { choices: labels.currencies }),
  retailPrice: money([byColumn(labels.retailPrice)], {
    none: labels.none,
    currency: 'retailCurrency',
    requiredWith: TABLE_CELL,
  }),
  declaredPrice: money([byColumn(labels.declaredPrice)], { none: labels.none }),
};

/** The open tab says how far the prices in its list have come: those of every row. */
const page: Fields = {
  retailPriceStatus: word([{ by: 'pattern', pattern: labels.RETAIL_PRICE_TAB, within: OPEN_TAB }], {
    choices: labels.retailPriceStates,
  }),
};

/** Compliance of the suggested retail prices (建议零售价合规中心). By words alone. */
export const recommendedRetailPrice = defineReader({
  id: 'temu/recommended-retail-price',
  evidence: {
    seen: '2026-08',
    certainty: 'C',
    note: 'Tabs, and a header in a table of its own, from one project; the columns but for the price are inferred.',
  },
  matches: (address) => /^\/goods\/recommended-retail-price\/?$/.test(address.pathname),
  layouts: [
    {
      generation: null,
      landmarks: [{ selector: TABLE_HEADER }],
      fields: page,
      rows: { by: 'selector', selector: TABLE_ROW, fields, otherwise: ['itemCode'] },
    },
    {
      generation: 'words',
      landmarks: [{ table: true }],
      fields: page,
      rows: {
        by: 'table',
        headers: [labels.skuId, labels.retailPrice, labels.declaredPrice, labels.itemCodeColumn],
        least: 2,
        fields,
      },
    },
  ],
});
