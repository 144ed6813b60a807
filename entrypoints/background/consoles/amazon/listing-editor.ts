import { classStart } from '../../../console.content/reading/class-names.ts';
import type { Words } from '../../../console.content/reading/text.ts';
import {
  byAddress,
  byAttribute,
  byGroup,
  byId,
  byLabel,
  byName,
  count,
  day,
  defineReader,
  type Fields,
  type Locator,
  money,
  text,
  texts,
  word,
} from '../reader.ts';
import * as labels from './labels.ts';

const OFFER = 'purchasable_offer-0-';

/** An attribute with one value: current name, names and ids of older generations, its wrapper, its label. */
function attribute(name: string, words: Words | null, ...older: Locator[]): Locator[] {
  const current = [byName(`${name}-0-value`), byId(`${name}-0-value`), ...older];
  const wrapper = [byGroup(`[id="attribute-group-${name}"]`), byGroup(`[data-testid$="Decorator-${name}"]`)];
  return [...current, ...wrapper, ...(words ? [byLabel(words)] : [])];
}

/** A part of the offer, whose names are long paths below one attribute. */
function offer(path: string, words: Words, ...others: Locator[]): Locator[] {
  const name = `${OFFER}${path}`;
  return [byName(name), byId(name), ...others, byLabel(words)];
}

const schedule = (part: string): string => `${part}-0-schedule-0-value_with_tax`;

const fields: Fields = {
  sku: text([
    byName('contribution_sku-0-value'),
    byName('contribution_sku#1.value'),
    byAddress('sku'),
    byAddress('mSku'),
  ]),
  asin: text([byAddress('asin')]),
  productType: text([byAddress('productType')]),
  yourPrice: money(
    offer(
      schedule('our_price'),
      labels.yourPrice,
      // A test page of 2026 for the add-offer page of generation 3: the name without the schedule.
      byName('purchasable_offer-0-our_price-0-value'),
      byAttribute('kat-aria-label', 'Your Price'),
    ),
    {
      requiredWith: '[id="attribute-group-purchasable_offer"],[data-testid$="Decorator-purchasable_offer"]',
    },
  ),
  salePrice: money(offer(schedule('discounted_price'), labels.salePrice)),
  saleStart: day(offer('discounted_price-0-schedule-0-start_at', labels.saleStart)),
  saleEnd: day(offer('discounted_price-0-schedule-0-end_at', labels.saleEnd)),
  minSellerPrice: money(offer(schedule('minimum_seller_allowed_price'), labels.minSellerPrice)),
  maxSellerPrice: money(offer(schedule('maximum_seller_allowed_price'), labels.maxSellerPrice)),
  mapPrice: money(offer(schedule('map_price'), labels.mapPrice)),
  listPrice: money(
    attribute(
      'list_price',
      labels.listPrice,
      byName('list_price-0-value_with_tax'),
      byId('list_price-0-value_with_tax'),
      byAttribute('kat-aria-label', 'Maximum Retail Price'),
    ),
  ),
  condition: word(attribute('condition_type', labels.condition)),
  fulfilment: word([byName('offerFulfillment'), { by: 'choices' }, byLabel(labels.fulfilment)], {
    choices: labels.fulfilments,
  }),
  quantity: count([
    byId('fulfillment_availability#1.quantity'),
    byName('fulfillment_availability#1.quantity'),
    byName('fulfillment_availability-0-quantity'),
    byLabel(labels.quantity),
  ]),
  title: text(attribute('item_name', labels.title, byName('item_name'), byId('item_name')), {
    requiredWith: '[id="attribute-group-item_name"],[data-testid$="Decorator-item_name"],.attributeGroup-item_name',
  }),
  itemHighlights: text(attribute('title_differentiation', labels.itemHighlights)),
  brand: text(attribute('brand', labels.brand, byName('brand'), byId('brand_name'))),
  bullets: texts([
    byName('bullet_point-#-value'),
    byId('bullet_point-#-value'),
    { by: 'attribute', attribute: 'id', value: 'bullet_point#', first: 1 },
    byLabel(labels.bullets),
  ]),
  description: text(
    attribute(
      'product_description',
      labels.description,
      byName('rtip_product_description-0-value'),
      byId('product_description'),
    ),
  ),
  searchTerms: text(attribute('generic_keyword', labels.searchTerms, byId('generic_keywords'))),
  gtin: text([byName('externally_assigned_product_identifier-0-value'), byLabel(labels.gtin)]),
  gtinType: text([byName('externally_assigned_product_identifier-0-type'), byLabel(labels.gtinType)]),
  numberOfItems: count(attribute('number_of_items', null)),
};

/** The page for a new offer says what the lowest one asks: of a third party's test page, 2026-09. */
const withOthers: Fields = {
  ...fields,
  lowestOfferPrice: money([{ by: 'prefix', words: labels.matchLowestPrice }]),
};

/** Where generation 3 stands, editing or adding an offer. */
const WORKFLOW = /^\/interactive\/listing\/workflow\//;

const ROUTES =
  /^\/(?:abis\/(?:listing\/|edit)|interactive\/listing\/workflow\/|product\/DisplayEditProduct|listing\/varwiz)/;

/** Editing and creating a listing: product details, offer, description, keywords. */
export const listingEditor = defineReader({
  id: 'amazon/listing-editor',
  evidence: {
    seen: '2026-09',
    certainty: 'A',
    note: 'Names of generation 2 are certain but for the parts of the offer beside our_price (B); generation 3 is assumed to keep them (C).',
  },
  matches: (address) => ROUTES.test(address.pathname),
  layouts: [
    {
      generation: 'transitional',
      landmarks: [
        { selector: 'kat-textarea[name="item_name"],kat-input[name="item_name"]' },
        { selector: 'kat-input[name="brand"],kat-predictive-input[name="brand"]' },
      ],
      fields,
    },
    {
      generation: 'gen3',
      matches: ({ pathname }) => WORKFLOW.test(pathname),
      landmarks: [{ selector: '[data-testid*="NoOpDecorator-"]' }, { selector: `[name^="${OFFER}"]` }],
      fields: withOthers,
    },
    { generation: 'gen3', landmarks: [{ selector: '[data-testid*="NoOpDecorator-"]' }], fields },
    {
      generation: 'gen2',
      landmarks: [
        { selector: '#marathonUI' },
        { selector: '.marathon-page-container' },
        { selector: '[id^="attribute-group-"]' },
        { selector: `[name^="${OFFER}"]` },
        { selector: '[name="item_name-0-value"],[name="bullet_point-0-value"]' },
      ],
      fields,
    },
    {
      generation: 'gen1',
      landmarks: [
        { selector: '#tang_vital_info-link,#tang_description-link,#tang_keywords-link' },
        { selector: `${classStart('attributeGroup-')} kat-input` },
      ],
      fields,
    },
  ],
});
