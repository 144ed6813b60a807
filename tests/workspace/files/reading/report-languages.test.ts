import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../../../entrypoints/workspace/files/reading/encoding.ts';
import { factsOf } from '../../../../entrypoints/workspace/files/reading/listing-columns.ts';
import { recogniseListingsReport } from '../../../../entrypoints/workspace/files/reading/listings-report.ts';
import { encoded } from './encoded.ts';
import { factsBySku, imported } from './imported.ts';

/** One listing of an account in each language: headings, cells, and the encodings in which such reports come. */
const reports = {
  de: [
    'Artikelbezeichnung|Artikelbeschreibung|Angebotsnummer|Händler-SKU|Preis|Menge|Erstellungsdatum|Produkt-ID-Typ|Artikelzustand|ASIN 1|Produkt-ID|Versender|Status',
    'Harborline Becher grün|Größe für 2|0101X|DEMO-1|1.299,50|3|01/05/2026|1|11|B0DEMO0001|B0DEMO0001|DEFAULT|Aktiv',
    ['windows-1252', 'utf-8', 'utf-16le', 'utf-16be'],
  ],
  fr: [
    'nom-produit|id-offre|sku-vendeur|prix|quantité|date-ouverture|type-id-produit|état-produit|id-produit|canal-traitement|état',
    'Tasse Démo|0101X|DEMO-1|1 299,50|3|01/05/2026|1|11|B0DEMO0001|DEFAULT|Actif',
    ['windows-1252', 'utf-8', 'utf-16le'],
  ],
  it: [
    "Nome dell'articolo|Descrizione dell'articolo|Numero offerta|SKU venditore|Prezzo|Quantità|Data di creazione|Tipo di identificativo del prodotto|Condizione dell'articolo|ASIN 1|Identificativo del prodotto|Canale di gestione|stato",
    'Tazza È|Perché sì|0101X|DEMO-1|1.299,50|3|01/05/2026|1|11|B0DEMO0001|B0DEMO0001|DEFAULT|Attiva',
    ['windows-1252', 'utf-8'],
  ],
  es: [
    'Título del producto|Descripción del producto|Identificador del listing|SKU del vendedor|Precio|Cantidad|Fecha de creación|Tipo de identificador de producto|Identificador del producto|Canal de gestión logística|estado',
    'Taza pequeña|Sí|0101X|DEMO-1|1.299,50|3|01/05/2026|1|B0DEMO0001|DEFAULT|Activo',
    ['windows-1252', 'utf-8', 'utf-16le'],
  ],
  ja: [
    '商品名|出品ID|出品者SKU|価格|数量|出品日|商品IDタイプ|コンディション説明|コンディション|商品ID|在庫数|フルフィルメント・チャンネル|ステータス',
    'デモ マグカップ|0101X|DEMO-1|1299.50|3|2026/05/01|1||11|B0DEMO0001||DEFAULT|Active',
    ['shift_jis', 'utf-8', 'utf-16le'],
  ],
  zh: [
    '商品名称|商品编码|卖家 SKU|价格|数量|开售日期|商品编码类型|商品状况|ASIN1|配送渠道|状态',
    '示例 马克杯|B0DEMO0001|DEMO-1|1,299.50|3|2026-05-01 10:00:00 PDT|1|11|B0DEMO0001|DEFAULT|Active',
    ['gb18030', 'utf-8', 'utf-16be'],
  ],
  pl: [
    'nazwa-produktu|opis-produktu|identyfikator-oferty|sku-sprzedawcy|cena|ilość|data-otwarcia|typ-identyfikatora-produktu|stan-produktu|identyfikator-produktu|kanał-realizacji|status',
    'Kubek|Duży|0101X|DEMO-1|1299,50|3|2026-05-01|1|11|B0DEMO0001|DEFAULT|Aktywna',
    ['utf-8', 'utf-16le'],
  ],
} as const satisfies Record<string, readonly [string, string, readonly Encoding[]]>;

const cases = Object.entries(reports).flatMap(([language, [headings, cells, encodings]]) =>
  encodings.map((encoding): [string, Encoding, string, string] => [language, encoding, headings, cells]),
);

describe('All Listings', () => {
  test.each(cases)('of an account in %s, in %s, is imported', async (language, encoding, headings, cells) => {
    const text = `${headings}\n${cells}\n`.replaceAll('|', '\t');
    for (const isMarked of encoding.startsWith('utf') ? [true, false] : [false]) {
      const { taken } = await imported(encoded(text, encoding, isMarked));
      expect([taken.recognised.kind, taken.rows, taken.skipped.counts()]).toEqual(['listings', 1, {}]);
      expect(factsBySku(taken)['DEMO-1']).toMatchObject({
        title: cells.split('|')[0],
        yourPrice: '1299.50',
        quantity: 3,
        asin: 'B0DEMO0001',
        fulfilment: 'MFN',
        ...(language === 'es' ? {} : { condition: 'new_new' }),
      });
    }
  });

  test.each(Object.entries(reports))('of an account in %s is checked', (language, [headings, cells]) => {
    const row = cells.split('|');
    const file = recogniseListingsReport([headings.split('|'), row]);
    const { facts, unread } = factsOf(file?.columnsFor('US') ?? [], row, 'unknown');
    expect([...unread]).toEqual([]);
    expect(facts).toMatchObject({ sku: 'DEMO-1', asin: 'B0DEMO0001', yourPrice: '1299.50', quantity: 3 });
    expect(facts).not.toHaveProperty('gtin');
    expect(facts.title, language).toBe(row[0]);
  });

  test('saved again by a spreadsheet, with quotes and semicolons, is the same report', async () => {
    const [headings, cells] = reports.de;
    const quoted = (line: string) =>
      line
        .split('|')
        .map((cell) => `"${cell}"`)
        .join(';');
    const { taken } = await imported(encoded(`${quoted(headings)}\r\n${quoted(cells)}\r\n`, 'windows-1252'));
    expect(factsBySku(taken)['DEMO-1']).toMatchObject({ yourPrice: '1299.50', quantity: 3 });
  });

  test.each([
    ['a list of prices', ['SKU', 'Preis', 'Menge']],
    ['a warehouse list', ['商品名称', '数量', '价格']],
    ['an upload of the inventory loader', ['sku', 'product-id', 'product-id-type', 'price', 'item-condition']],
  ])('is not %s', (_, headings) => expect(recogniseListingsReport([headings])).toBeNull());
});

describe('Fee Preview of Europe', () => {
  const headings =
    'sku|fnsku|asin|product-name|product-group|brand|fulfilled-by|your-price|item-package-weight|unit-of-weight|product-size-weight-band|currency|estimated-fee-total|estimated-referral-fee-per-unit|expected-domestic-fulfilment-fee-per-unit|expected-efn-fulfilment-fee-per-unit-fr';

  test('has the fee of its own site; a fee of -- is not known', async () => {
    const text = `${headings}\nA|X1|B0DEMO0001|Mug|Home|Demo|Amazon|12.99|300|grams|Standard|EUR|5.10|1.95|3.15|6.20\nB|X2|B0DEMO0002|Mug|Home|Demo|Amazon|12.99|300|grams|Standard|EUR|--|1.95|--|--\n`;
    const { taken } = await imported(text.replaceAll('|', '\t'));
    expect(taken.recognised.kind).toBe('fees');
    expect(factsBySku(taken).A).toMatchObject({ fbaFee: '3.15', totalFees: '5.10', shippingWeightG: '300' });
    expect(factsBySku(taken).B).not.toHaveProperty('fbaFee');
    expect([...(taken.listings?.lines.values() ?? [])][0]).toMatchObject({ site: null, currency: 'EUR', row: 2 });
  });
});
