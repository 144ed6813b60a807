import { defineMarketplace } from '../engine/marketplace.ts';

/**
 * Sites are regions of the console, not countries: one shop sells to many. The console is run from China for sellers in
 * China; its time is inferred, no page states it.
 */
export const temu = defineMarketplace({
  name: 'temu',
  mark: 'T',
  sites: {
    global: { currency: null, timeZone: 'Asia/Shanghai' },
    us: { currency: null, timeZone: 'Asia/Shanghai' },
    eu: { currency: null, timeZone: 'Asia/Shanghai' },
  },
  // Most shops from China declare in yuan, and a page with another currency says so.
  shopCurrencies: ['CNY', 'USD'],
  numbers: { inConsole: 'as-page', otherwise: 'zh-CN' },
  priceIsPaidBy: 'platform',
  headlinePrice: 'declaredPrice',
  ownCode: 'itemCode',
  hasWasPrice: false,
  hasOrderReports: false,
  columns: {
    naming: ['sku', 'productId'],
    kept: [
      'unitCost',
      'declaredPrice',
      'suggestedDeclaredPrice',
      'comparablePrice',
      'targetPrice',
      'dailyPrice',
      'retailPrice',
      'orders30d',
      'itemCode',
      'productName',
    ],
    checked: [
      'productEnName',
      'manufacturerContact',
      'responsiblePerson',
      'handlingDays',
      'transitDays',
      'shipFrom',
      'consumerPrice',
      'previousDeclaredPrice',
      'description',
      'activityPrice',
      'suggestedActivityPrice',
      'activityStock',
      'price',
      'stock',
      'listPrice',
      'weight',
      'length',
      'width',
      'height',
    ],
  },
  tryable: ['declaredPrice', 'suggestedDeclaredPrice', 'comparablePrice', 'orders30d', 'retailPrice'],
});
