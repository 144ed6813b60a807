import {
  byColumn,
  byColumnStart,
  byPrefix,
  defineReader,
  type Fields,
  type Locator,
  money,
  text,
  word,
} from '../reading/reader.ts';
import type { Words } from '../reading/text.ts';
import { app, TABLE_HEADER, TABLE_ROW } from './beast.ts';
import * as labels from './labels.ts';

const PRODUCT = '[class*="full_productInfo"]';

const inProduct = (words: Words): Locator[] => [byPrefix(words, PRODUCT), byPrefix(words)];

/** Cells without a product, which has a code of its own under the same word. */
const BESIDE_PRODUCT = `td:not(:has(${PRODUCT})):not(:has(section))`;

/** Of the list and of the dialog that asks for several orders at once; the dialog has no column of SKUs. */
const fields: Fields = {
  sku: text([byPrefix(labels.skuId)], { none: labels.none }),
  variant: text([byColumn(labels.skuColumn), byColumn(labels.goodsInfo)]),
  adjustNo: text([byColumn(labels.adjustNo), { by: 'pattern', pattern: '^HJD\\d+$' }]),
  spuId: text(inProduct(labels.spuId), { none: labels.none }),
  skcId: text(inProduct(labels.skcId), { none: labels.none }),
  productName: text([{ by: 'start', selector: PRODUCT }, byColumnStart(labels.goodsInfo)]),
  itemCode: text([byPrefix(labels.itemCode, BESIDE_PRODUCT)], { none: labels.none }),
  declaredPrice: money([byColumn(labels.currentDeclaredPrice)], { none: labels.none, requiredWith: 'td' }),
  suggestedDeclaredPrice: money([byColumn(labels.adjustedDeclaredPrice)], { none: labels.none, requiredWith: 'td' }),
  priceType: text([byColumn(labels.priceType)]),
  priceCurrency: word([byColumn(labels.currency), { by: 'has' }], { choices: labels.currencies }),
};

/** Several orders for one SKU are normal, one for each activity, and one order may be about several SKUs. */
const key = ['adjustNo', 'variant'] as const;
const otherwise = ['sku', 'itemCode', 'priceType'] as const;

/** Orders of the marketplace to change a declared price, to be accepted or refused. */
export const orderPrice = defineReader({
  id: 'temu/order-price',
  evidence: {
    seen: '2026-05',
    certainty: 'A',
    note: 'An order of several SKUs is inferred from explicit rowspans; all saved orders had one.',
  },
  matches: (address) => /^\/main\/adjust-price-manage\/order-price\/?$/.test(address.pathname),
  layouts: [
    {
      generation: 'beast',
      landmarks: [{ selector: `${app('bgb-sca-main')} ${TABLE_HEADER}` }, { selector: `${TABLE_ROW} ${PRODUCT}` }],
      rows: { by: 'selector', selector: TABLE_ROW, fields, key, otherwise },
    },
    {
      generation: null,
      landmarks: [{ table: true }],
      rows: {
        by: 'table',
        headers: [labels.adjustNo, labels.goodsInfo, labels.priceType, labels.adjustedDeclaredPrice, labels.currency],
        least: 3,
        fields,
        key,
        otherwise,
      },
    },
  ],
});
