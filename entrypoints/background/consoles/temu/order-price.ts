import { classStem } from '../../../console.content/reading/class-names.ts';
import type { Words } from '../../../console.content/reading/text.ts';
import {
  byColumn,
  byColumnStart,
  byPattern,
  byPrefix,
  count,
  day,
  defineReader,
  type Fields,
  type Locator,
  money,
  text,
  word,
} from '../reader.ts';
import { app, OPEN_TAB, TABLE_CELL, TABLE_HEADER, TABLE_ROW } from './beast.ts';
import * as labels from './labels.ts';

const PRODUCT = classStem('full_productInfo');

const inProduct = (words: Words): Locator[] => [byPrefix(words, PRODUCT), byPrefix(words)];

/** The number of an order. */
const ORDER = 'HJD\\d+';

/** Cells without a product, which has a code of its own under the same word. */
const BESIDE_PRODUCT = `${TABLE_CELL}:not(:has(${PRODUCT})):not(:has(section))`;

const price = { none: labels.none, currency: 'priceCurrency', requiredWith: TABLE_CELL } as const;

/** Of the list and of the dialog that asks for several orders at once; the dialog has no column of SKUs. */
const fields: Fields = {
  sku: text([byPrefix(labels.skuId)], { none: labels.none, form: labels.ID }),
  // The name of the variant is the first line of its cell; id and code of the SKU follow.
  variant: text([byColumnStart(labels.skuColumn)], { form: labels.NAME }),
  adjustNo: text([byColumn(labels.adjustNo), { by: 'pattern', pattern: `^${ORDER}$` }], { form: `^${ORDER}(?!\\d)` }),
  spuId: text(inProduct(labels.spuId), { none: labels.none, form: labels.ID }),
  skcId: text(inProduct(labels.skcId), { none: labels.none, form: labels.ID }),
  productName: text([{ by: 'start', selector: PRODUCT }, byColumnStart(labels.goodsInfo)], { form: labels.NAME }),
  itemCode: text([byPrefix(labels.itemCode, BESIDE_PRODUCT)], { none: labels.none }),
  priceCurrency: word([byColumn(labels.currency), { by: 'has' }], { choices: labels.currencies }),
  declaredPrice: money([byColumn(labels.currentDeclaredPrice)], price),
  suggestedDeclaredPrice: money([byColumn(labels.adjustedDeclaredPrice)], price),
  // The days of an activity stand in a line of their own.
  priceType: text([byColumnStart(labels.priceType)]),
  promotionStart: day([byPattern(labels.PERIOD_START, labels.priceType), byPattern(labels.PERIOD, labels.priceType)]),
  promotionEnd: day([byPattern(labels.PERIOD_END, labels.priceType), byPattern(labels.PERIOD, labels.priceType)]),
  adjustKind: text([byColumn(labels.adjustKind)], { none: labels.none }),
  adjustReason: text([byColumn(labels.adjustReason)], { none: labels.none }),
};

/** How many orders wait, while their tab is the open one: the list is then of them. */
const page: Fields = {
  ordersWaiting: count([{ by: 'pattern', pattern: labels.ORDERS_WAITING, within: OPEN_TAB }]),
};

/** Several orders for one SKU are normal, one for each activity, and one order may be about several SKUs. */
const key = ['adjustNo', 'sku'] as const;
const otherwise = ['variant', 'itemCode'] as const;

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
      fields: page,
      rows: { by: 'selector', selector: TABLE_ROW, fields, key, otherwise },
    },
    {
      generation: null,
      landmarks: [{ table: true }],
      fields: page,
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
