import { classStem } from '../../../console.content/reading/class-names.ts';
import type { Words } from '../../../console.content/reading/text.ts';
import {
  asin,
  byPair,
  byPart,
  count,
  defineReader,
  type Fields,
  flag,
  type Locator,
  money,
  text,
  word,
} from '../reader.ts';
import * as labels from './labels.ts';

/** Rows that are no `tr` were not seen here: inferred. */
const ROW = ':is(tr,[role=row])';
const BODY_ROW = ':is(tbody tr,[role=row])';

const TITLE = classStem('ProductDetails-module__titleContainer');
const SPLIT_BOX = classStem('JanusSplitBox-module__row');
const PRICE_ROW = classStem('VolusPriceInputComposite-module__priceInputRow');
const INVENTORY_CELL = classStem('JanusTable-module__janusCell1');
const FEES = classStem('estimated-fees-cell');

const inPriceRow = (words: Words): Locator[] => [byPair(words, PRICE_ROW), byPair(words)];
/** Order of the lines in the price block: price, minimum, maximum. Their words were captured in English and German only. */
const inOrder = (place: number): Locator => ({
  by: 'place',
  selector: PRICE_ROW,
  first: labels.price,
  place,
  of: 3,
  unlike: labels.priceLines,
});
/** Not in the whole row: 不可售 is the word of a status too. */
const inStock = (words: Words): Locator[] => [byPair(words, SPLIT_BOX), byPair(words, INVENTORY_CELL)];
const PRICES = { requiredWith: `${PRICE_ROW},kat-input-group` };
const PRODUCT_LINK = 'a[href*="/dp/"]';
const featured: Locator[] = [
  byPart(`[data-test-id="FeaturedOfferPrice"] ${classStem('JanusReferencePrice-module__priceText')}`),
  byPair(labels.featuredOffer),
];

/** Current table, rows by `data-sku`. A quantity box exists for offers the seller ships; for FBA only words are known. */
const current: Fields = {
  sku: text([{ by: 'own', attribute: 'data-sku' }]),
  asin: asin([
    byPart(`${TITLE} ${PRODUCT_LINK}`),
    byPair(labels.asinLabel, SPLIT_BOX),
    byPart(PRODUCT_LINK),
    byPair(labels.asinLabel),
  ]),
  title: text([byPart(`${TITLE} a`), byPart(`${PRODUCT_LINK}:not(:has(img,svg))`)]),
  status: text([byPart(`${classStem('Status-module__container')} kat-label`)]),
  fulfilment: word([{ by: 'has' }], { choices: { MFN: labels.availableFbm, AFN: labels.availableFba } }),
  quantity: count([byPair(labels.availableFbm), byPair(labels.availableFba)]),
  inboundQuantity: count(inStock(labels.inbound)),
  reservedQuantity: count(inStock(labels.reserved)),
  unfulfillableQuantity: count(inStock(labels.unfulfillable)),
  yourPrice: money(inPriceRow(labels.price), PRICES),
  minSellerPrice: money([...inPriceRow(labels.minPrice), inOrder(1)], PRICES),
  maxSellerPrice: money([...inPriceRow(labels.maxPrice), inOrder(2)], PRICES),
  featuredOfferPrice: money(featured, { amount: 0 }),
  featuredOfferShipping: money(featured, { amount: 1 }),
  priceAboveReference: flag([{ by: 'has' }, { by: 'pattern', pattern: labels.ABOVE_REFERENCE }], {
    choices: { true: labels.aboveReference },
  }),
  totalFees: money([byPair(labels.totalFees, FEES), byPair(labels.totalFees)]),
  fbaFee: money([byPair(labels.fbaFee, FEES), byPair(labels.fbaFee)]),
};

const column = (name: string): Locator[] => [byPart(`td[data-column="${name}"]`)];

/** Table of 2016-2022. */
const legacy: Fields = {
  sku: text(column('sku')),
  asin: asin([byPart('div[data-column="asin"]')]),
  title: text([byPart('div[data-column="title"]')]),
  status: text(column('status')),
  fulfilment: word(column('fulfillment_channel'), { choices: { MFN: labels.merchant, AFN: labels.byAmazon } }),
  quantity: count(column('quantity')),
  yourPrice: money(column('price'), { requiredWith: 'td,[role=cell]' }),
  minSellerPrice: money(column('minimumPrice')),
  maxSellerPrice: money(column('maximumPrice')),
};

const PRODUCT_CELL = classStem('product-cell-text-content');

/** New table, seen in one extension: columns by how their header starts. No price column is known. */
const cloudscape: Fields = {
  sku: text([
    { by: 'sort', sort: 'sku', within: PRODUCT_CELL },
    { by: 'sort', sort: 'sku' },
  ]),
  asin: asin([
    { by: 'sort', sort: 'asin', within: PRODUCT_CELL },
    { by: 'sort', sort: 'asin' },
  ]),
  title: text([
    { by: 'sort', sort: 'words', within: PRODUCT_CELL },
    { by: 'column', words: labels.productColumn, start: true, first: true },
  ]),
  quantity: count([{ by: 'column', words: labels.inventoryColumn, start: true }]),
};

const ROUTES = /^\/(?:inventory(?:\/|$)|hz\/inventory|myinventory\/|amazonsell\/manage-products)/;

/** Every row of Manage All Inventory. */
export const manageInventory = defineReader({
  id: 'amazon/manage-inventory',
  evidence: {
    seen: '2026-10',
    certainty: 'A',
    note: 'New table: one source (B), price column unknown. FBA quantity: label words only.',
  },
  matches: (address) => ROUTES.test(address.pathname),
  layouts: [
    {
      generation: 'janus',
      landmarks: [
        { selector: classStem('JanusTable-module__table') },
        { selector: `[data-sku] ${classStem('TableCell-module__cellLayout')}` },
        { selector: `[data-sku] ${PRODUCT_LINK}` },
      ],
      rows: { by: 'selector', selector: '[data-sku]', fields: current },
    },
    {
      generation: 'cloudscape',
      landmarks: [{ selector: 'table.awsui-context-compact-table' }, { selector: PRODUCT_CELL }],
      rows: {
        by: 'selector',
        selector: `.awsui-context-compact-table ${BODY_ROW},${ROW}:has(${PRODUCT_CELL})`,
        fields: cloudscape,
      },
    },
    {
      generation: 'legacy',
      landmarks: [{ selector: '.mt-table,#myitable' }, { selector: '[data-column="sku"]' }],
      rows: { by: 'selector', selector: `.mt-row,${ROW}:has(> [data-column="sku"])`, fields: legacy },
    },
    {
      // The new table without its classes, which the header still tells.
      generation: 'cloudscape',
      landmarks: [{ selector: 'thead th' }],
      rows: { by: 'selector', selector: BODY_ROW, fields: cloudscape },
    },
  ],
});
