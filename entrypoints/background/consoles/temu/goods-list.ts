import { classStem } from '../../../console.content/reading/class-names.ts';
import type { Words } from '../../../console.content/reading/text.ts';
import {
  byColumn,
  byColumnStart,
  byPattern,
  byPrefix,
  count,
  decimal,
  defineReader,
  type Fields,
  flag,
  type Locator,
  money,
  text,
  word,
} from '../reader.ts';
import { app, TABLE_CELL, TABLE_HEADER, TABLE_ROW } from './beast.ts';
import * as labels from './labels.ts';

const PRODUCT = classStem('product-info_infoContainer');

const inProduct = (words: Words): Locator[] => [byPrefix(words, PRODUCT), byPrefix(words)];

const said = (pattern: string): Locator => ({ by: 'pattern', pattern });

/** One part of what a cell about a measurement says; a dash says that there is none. */
const measured = (pattern: string, under: Words) =>
  decimal([byPattern(pattern, under), byPattern(labels.OTHERWISE, under)], { none: labels.none });

/** Each row is one SKU; the product stands in the first row of its SKUs only. */
const fields: Fields = {
  // Every capture has these columns: without one, a row is not read whole.
  sku: text([byColumn(labels.skuId)], { none: labels.none, form: labels.ID, requiredWith: TABLE_CELL }),
  spuId: text(inProduct(labels.spuId), { form: labels.ID }),
  skcId: text(inProduct(labels.skcId), { form: labels.ID }),
  productName: text([{ by: 'start', selector: PRODUCT }, byColumnStart(labels.productInfo)], { form: labels.NAME }),
  variant: text([byColumn(labels.specification)], { none: labels.none }),
  // Not the code inside the product, which is that of the SKC.
  itemCode: text([byColumn(labels.itemCodeColumn)], { none: labels.none }),
  // Of "$2.99 人民币报价:20.36 CNY（参考价）" the first amount; the second is a conversion.
  declaredPrice: money([byColumn(labels.declaredPrice)], { amount: 0, none: labels.none, requiredWith: TABLE_CELL }),
  // "申报价格(USD)换算汇率: 1USD=6.8104CNY", captured in 2026-08 in a mall that declares in dollars.
  yuanPerDollar: decimal([{ by: 'header', words: labels.declaredPrice, pattern: labels.YUAN_PER_DOLLAR }]),
  // B: two scripts and a captured text. Without the warning there is no such day, as long as the product's cell is there.
  daysUntilVoid: count([said(labels.DAYS_UNTIL_VOID), said(labels.UNTIL_VOID), said(labels.PRODUCT_READ)], {
    none: labels.noWarning,
  }),
  // B: a captured text, and a public copy of the page that has it in an element of its own.
  qualificationsMissing: flag([said(labels.QUALIFICATIONS_MISSING), said(labels.PRODUCT_READ)], {
    choices: labels.qualificationsMissing,
  }),
  sensitiveState: word(
    [byPattern(labels.SENSITIVE_STATE, labels.sensitiveColumn), byPattern(labels.OTHERWISE, labels.sensitiveColumn)],
    { choices: labels.sensitiveStates, none: labels.none },
  ),
  // C: the headers are one project's.
  unitsSoldToday: count([byColumn(labels.soldToday)], { none: labels.none }),
  unitsSold7d: count([byColumn(labels.soldIn7Days)], { none: labels.none }),
  longest: measured(labels.LONGEST, labels.sellerMeasurement),
  middle: measured(labels.MIDDLE, labels.sellerMeasurement),
  shortest: measured(labels.SHORTEST, labels.sellerMeasurement),
  weight: measured(labels.WEIGHT, labels.sellerMeasurement),
  weightUnit: word([byPattern(labels.WEIGHT_UNIT, labels.sellerMeasurement)], { choices: labels.weightUnits }),
  measuredLongest: measured(labels.LONGEST, labels.platformMeasurement),
  measuredMiddle: measured(labels.MIDDLE, labels.platformMeasurement),
  measuredShortest: measured(labels.SHORTEST, labels.platformMeasurement),
  measuredWeight: measured(labels.WEIGHT, labels.platformMeasurement),
};

/** A row without its SKU: SKUs of one product differ in these. */
const otherwise = ['skcId', 'variant', 'itemCode', 'productName'] as const;

/** The store's products, one row for each SKU. */
export const goodsList = defineReader({
  id: 'temu/goods-list',
  evidence: { seen: '2026-08', certainty: 'A', note: 'Trailing columns differ between the captures.' },
  matches: (address) => /^\/goods\/list\/?$/.test(address.pathname),
  layouts: [
    {
      generation: 'beast',
      landmarks: [{ selector: `${app('temu-sca-goods')} ${TABLE_HEADER}` }, { selector: `${TABLE_ROW} ${PRODUCT}` }],
      rows: { by: 'selector', selector: TABLE_ROW, fields, otherwise },
    },
    {
      generation: null,
      landmarks: [{ table: true }],
      rows: {
        by: 'table',
        headers: [labels.productInfo, labels.skuId, labels.itemCodeColumn, labels.declaredPrice],
        least: 3,
        fields,
        otherwise,
      },
    },
  ],
});
