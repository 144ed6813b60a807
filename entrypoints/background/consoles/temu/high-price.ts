import type { Words } from '../../../console.content/reading/text.ts';
import { byColumn, byPair, defineReader, type Fields, type Locator, money, percent, text, word } from '../reader.ts';
import { TABLE_ROW } from './beast.ts';
import * as labels from './labels.ts';

const behind = (words: Words): Locator => ({ by: 'prefix', words });

/** The block of the last 30 days, wherever on the page it stands. */
const store: Fields = {
  highPriceRate: percent([behind(labels.highPriceRate), byPair(labels.highPriceRate)], { none: labels.none }),
  highPriceAmount: money([behind(labels.highPriceAmount), byPair(labels.highPriceAmount)], {
    none: labels.none,
    requiredBeside: 'highPriceRate',
  }),
};

const fields: Fields = {
  sku: text([behind(labels.skuId), byColumn(labels.skuId)], { none: labels.none, form: labels.ID }),
  spuId: text([behind(labels.spuId)], { none: labels.none, form: labels.ID }),
  skcId: text([behind(labels.skcId), byColumn(labels.skcId)], { none: labels.none, form: labels.ID }),
  declaredPrice: money(
    [byColumn(labels.currentDeclaredPrice), byColumn(labels.declaredPrice), behind(labels.currentDeclaredPrice)],
    { none: labels.none },
  ),
  targetPrice: money([byColumn(labels.targetPrice), behind(labels.targetPrice), byPair(labels.targetPrice)], {
    none: labels.none,
    notGiven: labels.noTargetPrice,
  }),
  flowLimitStatus: word([{ by: 'has' }], { choices: { soon: labels.limitedSoon, limited: labels.limited } }),
};

/** Traffic of goods that are priced too high (商品流量视角), and price management (商品价格管理). By words alone. */
export const highPrice = defineReader({
  id: 'temu/high-price',
  evidence: {
    seen: '2026-11',
    certainty: 'C',
    note: 'Nothing of either page is documented but a few words; that their tables are as elsewhere is inferred.',
  },
  matches: (address) =>
    /^\/(?:main\/adjust-price-manage\/high-price|newon\/compete-manager)\/?$/.test(address.pathname),
  layouts: [
    {
      generation: null,
      landmarks: [{ selector: '#sca-container-root #page_container_id' }, { selector: '#container [data-name] #root' }],
      fields: store,
      rows: { by: 'selector', selector: TABLE_ROW, fields, key: ['skcId'] },
    },
  ],
});
