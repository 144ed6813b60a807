import { classStem } from '../../../console.content/reading/class-names.ts';
import { asin, byPair, byPart, byPrefix, defineReader, type Fields, money, text } from '../reader.ts';
import * as labels from './labels.ts';

const PRODUCT = classStem('product-details__description-container');
const PRODUCT_LINK = 'kat-link[href*="/dp/"]';
const BOUNDS = classStem('product-minimum-maximum-price');

const fields: Fields = {
  sku: text([byPrefix(labels.skuLabel, PRODUCT), byPrefix(labels.skuLabel)]),
  asin: asin([byPrefix(labels.asinLabel, PRODUCT), byPart(PRODUCT_LINK), byPrefix(labels.asinLabel)]),
  title: text([
    { by: 'part', selector: `${PRODUCT} kat-link`, attribute: 'label' },
    { by: 'part', selector: PRODUCT_LINK, attribute: 'label' },
  ]),
  // The amount in the last cell of the products without sales is a proposed price: it is not read.
  yourPrice: money([
    byPart(classStem('editable-price__new-price')),
    { by: 'start', selector: 'div.product-offer-price' },
  ]),
  minSellerPrice: money([byPair(labels.minPrice, BOUNDS), byPair(labels.minPrice)]),
  maxSellerPrice: money([byPair(labels.maxPrice, BOUNDS), byPair(labels.maxPrice)]),
  referencePrice: money([{ by: 'start', selector: 'div.product-reference-price' }], { none: labels.noReferencePrice }),
  referenceSource: text([byPart(classStem('product-reference-price__source'))]),
};

/** Pricing Health: featured offer, price alerts and products without sales. */
export const pricingHealth = defineReader({
  id: 'amazon/pricing-health',
  evidence: { seen: '2022-05', certainty: 'B', note: 'Structure of 2022, not seen since.' },
  matches: (address) => /^\/pricing\/health/.test(address.pathname),
  layouts: [
    {
      generation: '2022',
      landmarks: [
        { selector: 'div.pricing-health-header' },
        { selector: 'kat-tabs.ph-tabs' },
        { selector: `kat-table-row ${PRODUCT_LINK}` },
      ],
      rows: { by: 'selector', selector: 'kat-table-body kat-table-row[role="row"]:not(.pep-alert-row)', fields },
    },
  ],
});
