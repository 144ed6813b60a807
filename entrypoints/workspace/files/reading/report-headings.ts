import type { Row } from './rows-of-text.ts';

/** Languages in which an account downloads its reports, BCP 47. */
export type ReportLanguage = 'en' | 'de' | 'fr' | 'it' | 'es' | 'ja' | 'zh' | 'pl';

/**
 * Headings of Active and All Listings by language, as the English report calls them. Two public programs that read these
 * reports name each of them (a table of GET_MERCHANT_LISTINGS_ALL_DATA headings in a PHP connector, and a list of aliases
 * by column in another); German, Japanese and Chinese also stand in the files of the test folder. Left out: what the two
 * read differently, such as 商品备注, a note to one and the condition to the other.
 */
const listingsHeadings: Readonly<Record<Exclude<ReportLanguage, 'en'>, Readonly<Record<string, string>>>> = {
  de: {
    artikelbezeichnung: 'item-name',
    artikelbeschreibung: 'item-description',
    angebotsnummer: 'listing-id',
    'händler-sku': 'seller-sku',
    preis: 'price',
    menge: 'quantity',
    erstellungsdatum: 'open-date',
    'produkt-id-typ': 'product-id-type',
    'produkt-id': 'product-id',
    artikelzustand: 'item-condition',
    'asin 1': 'asin1',
    versender: 'fulfillment-channel',
  },
  fr: {
    'nom-produit': 'item-name',
    'id-offre': 'listing-id',
    'sku-vendeur': 'seller-sku',
    prix: 'price',
    quantité: 'quantity',
    'date-ouverture': 'open-date',
    'type-id-produit': 'product-id-type',
    'id-produit': 'product-id',
    'état-produit': 'item-condition',
    'canal-traitement': 'fulfillment-channel',
    état: 'status',
  },
  it: {
    "nome dell'articolo": 'item-name',
    "descrizione dell'articolo": 'item-description',
    'numero offerta': 'listing-id',
    'sku venditore': 'seller-sku',
    prezzo: 'price',
    quantità: 'quantity',
    'data di creazione': 'open-date',
    'tipo di identificativo del prodotto': 'product-id-type',
    'identificativo del prodotto': 'product-id',
    "condizione dell'articolo": 'item-condition',
    'asin 1': 'asin1',
    'canale di gestione': 'fulfillment-channel',
    stato: 'status',
  },
  es: {
    'título del producto': 'item-name',
    'descripción del producto': 'item-description',
    'identificador del listing': 'listing-id',
    'sku del vendedor': 'seller-sku',
    precio: 'price',
    cantidad: 'quantity',
    'fecha de creación': 'open-date',
    'tipo de identificador de producto': 'product-id-type',
    'identificador del producto': 'product-id',
    'canal de gestión logística': 'fulfillment-channel',
    estado: 'status',
  },
  ja: {
    商品名: 'item-name',
    出品id: 'listing-id',
    出品者sku: 'seller-sku',
    価格: 'price',
    数量: 'quantity',
    出品日: 'open-date',
    商品idタイプ: 'product-id-type',
    商品id: 'product-id',
    コンディション: 'item-condition',
    'asin 1': 'asin1',
    'フルフィルメント・チャンネル': 'fulfillment-channel',
    ステータス: 'status',
  },
  zh: {
    商品名称: 'item-name',
    商品描述: 'item-description',
    '卖家 sku': 'seller-sku',
    价格: 'price',
    数量: 'quantity',
    开售日期: 'open-date',
    商品编码类型: 'product-id-type',
    商品编码: 'product-id',
    商品状况: 'item-condition',
    配送渠道: 'fulfillment-channel',
    状态: 'status',
  },
  pl: {
    'nazwa-produktu': 'item-name',
    'opis-produktu': 'item-description',
    'identyfikator-oferty': 'listing-id',
    'sku-sprzedawcy': 'seller-sku',
    cena: 'price',
    ilość: 'quantity',
    'data-otwarcia': 'open-date',
    'typ-identyfikatora-produktu': 'product-id-type',
    'identyfikator-produktu': 'product-id',
    'stan-produktu': 'item-condition',
    'kanał-realizacji': 'fulfillment-channel',
  },
};

/** Spelt otherwise by stores of British English, and with a capital in some. */
const englishVariants: Readonly<Record<string, string>> = { 'fulfilment-channel': 'fulfillment-channel' };

export interface ReportHeadings {
  /** As the English report has them; one that is not known stays as it is. */
  readonly headings: Row;
  readonly language: ReportLanguage;
}

/** The headings of a row as the English listings report calls them, by the language that knows most of them. */
export function listingsReportHeadings(row: Row): ReportHeadings {
  const own = row.map((heading) => heading.normalize('NFKC').replace(/\s+/gu, ' ').trim());
  const small = own.map((heading) => heading.toLowerCase().replaceAll('’', "'"));
  let language: ReportLanguage = 'en';
  let most = 0;
  for (const [name, known] of Object.entries(listingsHeadings)) {
    const count = small.filter((heading) => Object.hasOwn(known, heading)).length;
    if (count > most) [language, most] = [name as ReportLanguage, count];
  }
  const known = language === 'en' ? {} : listingsHeadings[language];
  const named = (heading: string, index: number) => {
    const names: Readonly<Record<string, string>> = Object.hasOwn(known, heading) ? known : englishVariants;
    if (Object.hasOwn(names, heading)) return names[heading] as string;
    // Of the columns that every language has only the ASIN's is read: "ASIN1", "asin1".
    return heading === 'asin1' ? heading : (own[index] as string);
  };
  return { headings: small.map(named), language };
}
