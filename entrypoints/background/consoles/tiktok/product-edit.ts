import { classEnd, classStart, classStem } from '../../../console.content/reading/class-names.ts';
import type { Words } from '../../../console.content/reading/text.ts';
import {
  byAttribute,
  byColumn,
  byGroup,
  byLabel,
  byPair,
  byPart,
  count,
  decimal,
  defineReader,
  type Field,
  type Fields,
  type Locator,
  money,
  text,
  texts,
  word,
} from '../reader.ts';
import { BODY_ROW, CELL } from './kit.ts';
import * as labels from './labels.ts';

// Class prefixes change with every build (theme-arco-, core-, p-): only what stands behind them is matched.
const SHOWN_CHOICE = classEnd('-select-view-value');
const WEIGHT = '[data-id="product.publish.package_weight"]';
const TITLE = '#preview-product-title';
const DESCRIPTION = '#preview-product-description';
// One choice that was made, its label beside it. A box for searching in it would be taken for its value.
const CHOSEN = `div:has(> ${classEnd('-select')} ${SHOWN_CHOICE}:not(:empty)):not(:has(input))`;
const SHIPPING = '#add_product_shipping_title';
const LENGTH_UNIT = `${SHIPPING} ${classEnd('-input-number-suffix')}`;
/** Main images have nine slots. */
const IMAGE_SLOTS = 9;
const PICTURE = 'img[src^="https"]';

const placeholders = (...texts: string[]): Locator[] => texts.map((value) => byAttribute('placeholder', value));

/**
 * The number box of one side of the package. Its placeholder is the side's name; in Portuguese that is inferred. Elsewhere
 * on the page a length may be an attribute of the product.
 */
const side = (words: Words, ...names: string[]): Field =>
  decimal([...placeholders(...names), byPair(words, SHIPPING)], { requiredWith: LENGTH_UNIT });

const listing: Fields = {
  title: text([byAttribute('data-id', 'product.publish.product_name'), byGroup(TITLE), byLabel(labels.title)], {
    requiredWith: TITLE,
  }),
  // The first editor of the page may be that of the highlights: only the wrapper tells them apart.
  description: text([byGroup(DESCRIPTION), byLabel(labels.description)], { requiredWith: DESCRIPTION }),
  // Inferred: pictures stand in the text, and the editor's own separators are no pictures.
  descriptionImages: count([
    { by: 'tally', selector: `[contenteditable] img[src]:not(${classEnd('-separator')})`, within: DESCRIPTION },
  ]),
  highlights: texts([byPart('#key_product_features .ProseMirror li')]),
  category: text([byPart(classEnd('-cascader-select-view'))]),
  // The label stands somewhere above the choice; only where both are in one element is it sure whose choice it is.
  brand: text([byPair(labels.brand, CHOSEN)], {
    none: labels.noBrand,
  }),
  mainImageCount: count(
    [
      { by: 'tally', selector: PICTURE, within: '[id^="main_image_item_"]', boxes: IMAGE_SLOTS },
      { by: 'tally', selector: PICTURE, within: classStart('dndContainerV2-') },
      { by: 'tally', selector: PICTURE, within: classStem('index__dndContainer') },
    ],
    { requiredWith: TITLE },
  ),
  weight: decimal([byGroup(WEIGHT), ...placeholders('Enter the package weight'), byLabel(labels.weight)], {
    requiredWith: WEIGHT,
  }),
  weightUnit: word([byPart(`${WEIGHT} ${SHOWN_CHOICE}`)], { choices: labels.weightUnits, requiredWith: WEIGHT }),
  height: side(labels.height, 'Height', '高度', 'Altura'),
  width: side(labels.width, 'Width', '宽度', 'Largura'),
  length: side(labels.length, 'Length', '长度', 'Comprimento'),
  dimUnit: word([byPart(LENGTH_UNIT)], { choices: labels.lengthUnits }),
};

/**
 * The row for changing all SKUs at once stands outside the table. Where the section has lost its id, a row is known by its
 * number boxes.
 */
const SKU_ROWS = `#skus ${BODY_ROW},body:not(:has(#skus)) ${BODY_ROW}:has([data-tid="m4b_input_number"],input${classEnd('-input')})`;

/** Cells by header: the order of the columns differs between builds. */
const sku: Fields = {
  variant: text([{ by: 'row' }]),
  price: money([byColumn(labels.price)], { requiredWith: 'input' }),
  listPrice: money([byColumn(labels.listPrice)]),
  stock: decimal([byColumn(labels.stock)], { requiredWith: 'input' }),
  sellerSku: text([
    byColumn(labels.sellerSku),
    byPart(`${CELL}:has(input[data-tid="m4b_input"][maxlength="50"])`),
    byPart(`${CELL}:has(input[data-tid="m4b_input"][placeholder="Seller SKU"])`),
  ]),
};

/** Creating and editing a product: basics, pictures, SKUs, package. */
export const productEdit = defineReader({
  id: 'tiktok/product-edit',
  evidence: {
    seen: '2026-10',
    certainty: 'A',
    note: 'Title, description and size of the package: A. Number and place of the pictures, SKU table, weight, brand, category, highlights: B. Pictures in the description, units but grams, column words in Portuguese: inferred.',
  },
  matches: (address) => /^\/product\/(?:create|edit)(?:\/|$)/.test(address.pathname),
  layouts: [
    {
      generation: null,
      landmarks: [
        { selector: TITLE },
        { selector: '[data-id^="product.publish."]' },
        { selector: '#skus,#sale_properties' },
      ],
      fields: listing,
      rows: { by: 'selector', selector: SKU_ROWS, key: ['variant'], fields: sku },
    },
  ],
});
