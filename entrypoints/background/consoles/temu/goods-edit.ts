import { classStem } from '../../../console.content/reading/class-names.ts';
import {
  byColumn,
  byGroup,
  byLabel,
  byPair,
  byPart,
  count,
  decimal,
  defineReader,
  type Fields,
  money,
  text,
  word,
} from '../reader.ts';
import { FORM_ITEM, NUMBER, SELECT } from './beast.ts';
import * as labels from './labels.ts';

const FORM = '#page_container_id form';

/** Images of carousel and SKU have one class: the box tells them apart. */
const IMAGE = 'img';

/** Two links of the menu that only a full-managed store has, and none of a semi-managed one. */
const FULL_MANAGED =
  'body:has(a[href*="/stock/fully-mgt/"]):not(:has(a[href="/main/flux-analysis"])) a[href="/main/flux-analysis-full"]';

/**
 * Inferred: the link to the traffic page of a semi-managed store, the word 半托 in the menu, and neither of the links of
 * a full-managed one. Two signals that agree, as the reference asks.
 */
const SEMI_MANAGED =
  'body:has([data-report-click-text*="半托"]):not(:has(a[href*="/stock/fully-mgt/"],a[href="/main/flux-analysis-full"])) a[href="/main/flux-analysis"]';

const product: Fields = {
  // The ids are the names of the form's values; that the controls carry them is inferred from how the form makes ids.
  productName: text([
    byGroup('[id="productName"]'),
    byLabel(labels.productName),
    byGroup(`${FORM} textarea[placeholder*="商品名称"],${FORM} input[placeholder*="商品名称"]`),
  ]),
  productEnName: text([byGroup('[id="productEnName"]')]),
  carouselCount: count([{ by: 'tally', selector: IMAGE, within: FORM_ITEM, words: labels.carousel }]),
  outerPackageCount: count([{ by: 'tally', selector: IMAGE, within: FORM_ITEM, words: labels.outerPackage }]),
  managedMode: word([{ by: 'part', selector: `${FULL_MANAGED},${SEMI_MANAGED}`, attribute: 'href' }], {
    choices: { full: { en: ['/main/flux-analysis-full'] }, semi: { en: ['/main/flux-analysis'] } },
  }),
};

/** Where no line of a table holds a SKU, nothing says which SKU a side belongs to: those that differ are ambiguous. */
const sides: Fields = {
  longest: decimal([byLabel(labels.longest)]),
  middle: decimal([byLabel(labels.middle)]),
  shortest: decimal([byLabel(labels.shortest)]),
};

/** A part of a SKU: its form row has the path of the value as its id. */
const partOf = (path: string, control: string): string => `[id$=".${path}"] ${control}`;

const sku: Fields = {
  declaredPrice: money(
    [byPart(partOf('supplierPrice', NUMBER)), byPart('[id$=".supplierPrice"]'), byColumn(labels.declaredPrice)],
    { requiredWith: '[id$=".supplierPrice"]' },
  ),
  // Where in the control's wrapper the currency stands is inferred.
  declaredCurrency: word(
    [
      byPart(partOf('supplierPrice', `${NUMBER} > :first-child:not(input)`)),
      byPart(partOf('supplierPrice', ':has(> input) > :first-child:not(input)')),
    ],
    { choices: labels.currencySigns },
  ),
  // Of the two inputs the one for the currency shows a choice and cannot be typed into.
  retailPrice: money([
    byPart(partOf('suggestSalesPrice', NUMBER)),
    byPart(partOf('suggestSalesPrice', ':has(> input:not([readonly]))')),
    byColumn(labels.retailPrice),
  ]),
  retailCurrency: word(
    [byPart(partOf('suggestSalesPrice', SELECT)), byPart(partOf('suggestSalesPrice', ':has(> input[readonly])'))],
    { choices: labels.currencies },
  ),
  numberOfPieces: count([byPart('[id$=".productSkuMultiPack.packIncludeInfo"]'), byColumn(labels.pieces)]),
};

const ROW = ':is(tr,[role=row])';

const VOLUME = classStem('product-volume_volumeTdContainer');

/** What stands in the cells of a SKU's line beside its prices. The headers are documented, the table is inferred. */
const cells: Fields = {
  itemCode: text([byColumn(labels.itemCodeColumn)]),
  longest: decimal([byPair(labels.longest, VOLUME)]),
  middle: decimal([byPair(labels.middle, VOLUME)]),
  shortest: decimal([byPair(labels.shortest, VOLUME)]),
  weight: decimal([byColumn(labels.weight)]),
  weightUnit: word([{ by: 'has' }], { choices: labels.weightUnits, requiredBeside: 'weight' }),
};

/** Editing and creating a product: names, images and sides of the product, prices of each of its SKUs. */
export const goodsEdit = defineReader({
  id: 'temu/goods-edit',
  evidence: {
    seen: '2026-08',
    certainty: 'C',
    note: 'Pattern of the ids and section words from saved pages, ids of the fields from one script. No saved form.',
  },
  matches: (address) => /^\/goods\/edit\/?$/.test(address.pathname),
  layouts: [
    {
      generation: 'sku-table',
      landmarks: [{ selector: `${FORM} ${ROW} [id^="productSkuMap."]` }, { selector: `${ROW} [id^="productSkuMap."]` }],
      fields: product,
      rows: { by: 'keyed', attribute: 'id', start: 'productSkuMap.', fields: { ...sku, ...cells } },
    },
    {
      generation: 'skus',
      landmarks: [{ selector: `${FORM} [id^="productSkuMap."]` }],
      fields: { ...product, ...sides },
      rows: { by: 'keyed', attribute: 'id', start: 'productSkuMap.', fields: sku },
    },
    {
      // No SKU yet, or a tab that does not render them.
      generation: null,
      landmarks: [{ selector: `${FORM} ${FORM_ITEM}` }],
      fields: product,
    },
  ],
});
