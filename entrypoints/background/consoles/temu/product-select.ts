import { classStem } from '../../../console.content/reading/class-names.ts';
import type { Words } from '../../../console.content/reading/text.ts';
import { byColumn, byPair, defineReader, type Fields, type Locator, money, text } from '../reader.ts';
import { app, TABLE_HEADER, TABLE_ROW } from './beast.ts';
import * as labels from './labels.ts';

const behind = (words: Words): Locator => ({ by: 'prefix', words });

const SKC = classStem('skc-property-render_skcId');

/** Rows of the list are SKCs, rows of the drawer SKUs. A range such as "¥30.00~69.00" is no SKU's price. */
const fields: Fields = {
  sku: text([behind(labels.skuId)], { none: labels.none, form: labels.ID }),
  spuId: text([behind(labels.spuId)], { none: labels.none, form: labels.ID }),
  skcId: text([behind(labels.skcId), { by: 'sort', sort: 'digits', within: SKC }], {
    none: labels.none,
    form: labels.ID,
  }),
  declaredPrice: money(
    [behind(labels.ownDeclaredPrice), byPair(labels.ownDeclaredPrice), byColumn(labels.declaredPrice)],
    { none: labels.none },
  ),
  suggestedDeclaredPrice: money(
    [
      behind(labels.referenceDeclaredPrice),
      byPair(labels.referenceDeclaredPrice),
      byColumn(labels.referenceDeclaredPrice),
    ],
    { none: labels.none },
  ),
};

const key = ['skcId'] as const;

/** New listings on their way to the site; 核价 is their price review. */
export const productSelect = defineReader({
  id: 'temu/product-select',
  evidence: {
    seen: '2026-08',
    certainty: 'C',
    note: 'Headers, two classes and the words of the prices. Where the reference price stands is not known.',
  },
  matches: (address) => /^\/newon\/product-select\/?$/.test(address.pathname),
  layouts: [
    {
      generation: 'beast',
      landmarks: [
        { selector: SKC },
        { selector: `${app('bgb-sca-main')} ${TABLE_HEADER}` },
        { selector: `${app('temu-sca-goods')} ${TABLE_HEADER}` },
      ],
      rows: { by: 'selector', selector: TABLE_ROW, fields, key },
    },
    {
      generation: null,
      landmarks: [{ table: true }],
      rows: {
        by: 'table',
        headers: [labels.productInfo, labels.skcAttributes, labels.skuAttributes, labels.declaredPrice],
        least: 3,
        fields,
        key,
      },
    },
  ],
});
