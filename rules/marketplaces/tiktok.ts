import { defineMarketplace } from '../engine/marketplace.ts';

/**
 * Sites are regions by the code of TikTok Shop's price table. A region's time is its own, where it has several that of its
 * capital or, in the US, Pacific time: inferred. Numbers are written as the region does whatever the language of its
 * interface (consoles reference 2.1); the languages are general knowledge.
 */
export const tiktok = defineMarketplace({
  name: 'tiktok',
  mark: 'TT',
  sites: {
    US: { currency: 'USD', timeZone: 'America/Los_Angeles', numbers: 'en-US' },
    UK: { currency: 'GBP', timeZone: 'Europe/London', numbers: 'en-GB' },
    IE: { currency: 'EUR', timeZone: 'Europe/Dublin', numbers: 'en-IE' },
    DE: { currency: 'EUR', timeZone: 'Europe/Berlin', numbers: 'de-DE' },
    FR: { currency: 'EUR', timeZone: 'Europe/Paris', numbers: 'fr-FR' },
    IT: { currency: 'EUR', timeZone: 'Europe/Rome', numbers: 'it-IT' },
    ES: { currency: 'EUR', timeZone: 'Europe/Madrid', numbers: 'es-ES' },
    JP: { currency: 'JPY', timeZone: 'Asia/Tokyo', numbers: 'ja-JP' },
    BR: { currency: 'BRL', timeZone: 'America/Sao_Paulo', numbers: 'pt-BR' },
    MX: { currency: 'MXN', timeZone: 'America/Mexico_City', numbers: 'es-MX' },
    SG: { currency: 'SGD', timeZone: 'Asia/Singapore', numbers: 'en-SG' },
    MY: { currency: 'MYR', timeZone: 'Asia/Kuala_Lumpur', numbers: 'en-MY' },
    TH: { currency: 'THB', timeZone: 'Asia/Bangkok', numbers: 'th-TH' },
    PH: { currency: 'PHP', timeZone: 'Asia/Manila', numbers: 'en-PH' },
    VN: { currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh', numbers: 'vi-VN' },
    ID: { currency: 'IDR', timeZone: 'Asia/Jakarta', numbers: 'id-ID' },
  },
  shopCurrencies: [],
  numbers: { inConsole: 'as-site', otherwise: 'en-US' },
  priceIsPaidBy: 'buyer',
  headlinePrice: 'price',
  ownCode: 'sellerSku',
  hasWasPrice: false,
  hasOrderReports: false,
  columns: {
    naming: ['sku', 'productId'],
    kept: ['unitCost', 'price', 'stock', 'competitorPrice', 'lowestPrice30d', 'sellerSku', 'title'],
    checked: [
      'description',
      'manufacturerContact',
      'responsiblePerson',
      'shipFrom',
      'listPrice',
      'promotionPrice',
      'promotionStart',
      'promotionEnd',
      'promotionName',
      'weight',
      'length',
      'width',
      'height',
    ],
  },
  tryable: ['price', 'promotionPrice', 'promotionStart', 'promotionEnd'],
});
