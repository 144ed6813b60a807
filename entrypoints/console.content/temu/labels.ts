import type { Words } from '../reading/text.ts';

/**
 * Words of Temu's seller console by field and language, as documented in the consoles reference. Unmarked: seen on a
 * saved page or used by a working script. `vocabulary`: from the console's own words, its place on a page is not known.
 * `inferred`: never seen; the English of this console is not documented except where nothing is said here.
 */

// Identity

export const skuId: Words = { en: ['SKU ID'], 'zh-CN': ['SKU ID'] };
export const skcId: Words = { en: ['SKC ID'], 'zh-CN': ['SKC ID', /* inferred */ 'SKC'] };
export const spuId: Words = { en: ['SPU ID'], 'zh-CN': ['SPU ID', 'SPU'] };
/** In a table of SKUs. The same code is called 货号 in a row's text, where the product has one of its own too. */
export const itemCodeColumn: Words = { en: [/* inferred */ 'SKU item code'], 'zh-CN': ['SKU货号'] };
export const itemCode: Words = { en: [/* inferred */ 'Item code'], 'zh-CN': ['货号', 'SKU货号'] };
export const productInfo: Words = { en: [/* inferred */ 'Product information'], 'zh-CN': ['商品信息'] };
export const goodsInfo: Words = { en: [/* inferred */ 'Goods information'], 'zh-CN': ['货品信息'] };
/** The column of a price order's SKU: words, id and code. */
export const skuColumn: Words = { en: ['SKU'], 'zh-CN': ['SKU'] };
export const specification: Words = { en: [/* inferred */ 'Specification'], 'zh-CN': ['商品规格'] };
export const none: Words = { en: ['-'], 'zh-CN': ['-'] };

// Edit form

export const productName: Words = { en: [/* inferred */ 'Product name'], 'zh-CN': ['商品名称'] };
export const carousel: Words = { en: [/* inferred */ 'Carousel images'], 'zh-CN': ['商品轮播图'] };
export const outerPackage: Words = { en: [/* inferred */ 'Outer package images'], 'zh-CN': ['外包装图片'] };
export const longest: Words = { en: [/* inferred */ 'Longest side'], 'zh-CN': ['最长边'] };
export const middle: Words = { en: [/* inferred */ 'Middle side'], 'zh-CN': ['次长边'] };
export const shortest: Words = { en: [/* inferred */ 'Shortest side'], 'zh-CN': ['最短边'] };

// Prices

/** As a header with the currency of the mall; only CNY was seen. */
export const declaredPrice: Words = {
  en: [/* inferred */ 'Declared price', /* inferred */ 'Declared price(CNY)', /* inferred */ 'Declared price(USD)'],
  'zh-CN': ['申报价格', '申报价格(CNY)', /* inferred */ '申报价格(USD)'],
};
/** 原申报价格: the multi-order dialog. */
export const currentDeclaredPrice: Words = {
  en: [/* inferred */ 'Current declared price', /* inferred */ 'Original declared price'],
  'zh-CN': ['当前申报价格', '原申报价格'],
};
export const adjustedDeclaredPrice: Words = {
  en: [/* inferred */ 'Adjusted declared price'],
  'zh-CN': ['调整后申报价格'],
};
/** Price review: what the seller asked. */
export const ownDeclaredPrice: Words = {
  en: [/* inferred */ 'Original declared price', /* inferred */ 'Current quote'],
  'zh-CN': ['原申报价', '卖家当前报价'],
};
/** Price review: what the marketplace offers. That 参考报价 is the same amount is inferred from its place beside the seller's. */
export const referenceDeclaredPrice: Words = {
  en: [/* inferred */ 'Reference declared price', /* inferred */ 'Suggested declared price'],
  'zh-CN': ['参考申报价', '参考申报价格', '建议申报价格', '建议申报价', '参考报价'],
};
export const retailPrice: Words = { en: [/* inferred */ 'Suggested retail price'], 'zh-CN': ['建议零售价'] };
export const currency: Words = { en: [/* inferred */ 'Currency'], 'zh-CN': ['币种'] };

/** Currencies as a cell or a list names them. */
export const currencies = {
  CNY: { en: ['CNY'], 'zh-CN': ['人民币'] },
  USD: { en: ['USD'], 'zh-CN': ['美元'] },
} as const satisfies { [code: string]: Words };

/** As they stand before an amount. A mall's prices are in one of the two, so the signs are certain here. */
export const currencySigns = {
  CNY: { en: ['¥', 'CNY'], 'zh-CN': ['人民币'] },
  USD: { en: ['$', 'US$', 'USD'], 'zh-CN': ['美元'] },
} as const satisfies { [code: string]: Words };

// Price orders

export const adjustNo: Words = {
  en: [/* inferred */ 'Order number', /* inferred */ 'Price order number'],
  'zh-CN': ['单号', '调价单号'],
};
export const priceType: Words = { en: [/* inferred */ 'Declared price type'], 'zh-CN': ['申报价格类型'] };

// Price review

export const skcAttributes: Words = { en: [/* inferred */ 'SKC attributes'], 'zh-CN': ['SKC属性'] };
export const skuAttributes: Words = { en: [/* inferred */ 'SKU attributes'], 'zh-CN': ['SKU属性集'] };

// High price and traffic: words of a weak source

export const highPriceRate: Words = {
  en: [/* inferred */ 'High price rate'],
  'zh-CN': ['高价率', '申报价高价率'],
};
export const highPriceAmount: Words = {
  en: [/* inferred */ 'High price amount'],
  'zh-CN': ['高价金额', '申报价高价金额'],
};
export const targetPrice: Words = {
  en: [/* inferred */ 'High price traffic limit target price'],
  'zh-CN': ['高价限流目标价'],
};
export const limitedSoon: Words = { en: [/* inferred */ 'Traffic limit soon'], 'zh-CN': ['即将限流'] };
/** 限流 alone may be a heading or a filter. */
export const limited: Words = { en: [/* inferred */ 'Traffic limited'], 'zh-CN': ['已限流'] };

// Activities. The first two are inferred from the names of the values.

export const activityPrice: Words = {
  en: [/* inferred */ 'Activity declared price'],
  'zh-CN': [/* inferred */ '活动申报价', /* inferred */ '活动申报价格'],
};
export const activityStock: Words = {
  en: [/* inferred */ 'Activity stock'],
  'zh-CN': [/* inferred */ '活动库存'],
};
export const suggestedActivityPrice: Words = {
  en: [/* inferred */ 'Suggested activity declared price'],
  'zh-CN': [/* vocabulary */ '建议活动申报价', /* vocabulary */ '参考申报价'],
};

// Shell. Regions as the header names them.

export const regions = {
  global: { en: [/* inferred */ 'Global'], 'zh-CN': ['全球'] },
  us: { en: [/* inferred */ 'United States'], 'zh-CN': ['美国'] },
  eu: { en: [/* inferred */ 'EU'], 'zh-CN': ['欧区'] },
} as const satisfies { [site: string]: Words };
