import type { Words } from '../../../console.content/reading/text.ts';

/**
 * Words of Seller Central by field and language, as documented in the consoles reference. Unmarked: seen on the page or
 * used by a working script. `help`: wording of a help page, so the page may differ. `usage`: what sellers call it, never
 * captured. `inferred`: the wording of one text carried over to another.
 *
 * 销售价格 is the Sale Price in the Chinese editor, and 販売価格 is Your Price in the Japanese one: words never cross
 * languages.
 */

// Listing editor

/** Add-offer page of generation 3, beside the box of the price; of the Chinese page not captured. */
export const matchLowestPrice: Words = { en: ['Match lowest price'] };
export const yourPrice: Words = { en: ['Your Price'], 'zh-CN': ['您的价格'], ja: ['販売価格', '商品の販売価格'] };
export const salePrice: Words = {
  en: ['Sale Price'],
  'zh-CN': ['销售价格', /* usage */ '促销价', /* usage */ '优惠价格'],
};
export const saleStart: Words = { en: ['Sale start date'], 'zh-CN': ['销售开始日期'] };
export const saleEnd: Words = { en: ['Sale end date'], 'zh-CN': ['销售截止日期'] };
export const listPrice: Words = {
  en: ['List Price', 'List Price (with tax)', 'Maximum Retail Price'],
  // 不含税价目表: Amazon's own Chinese title of the attribute `list_price` in its listing schema.
  'zh-CN': ['价格表（含税）', /* schema */ '不含税价目表', '市场价', /* usage */ '标价'],
};
export const minSellerPrice: Words = {
  // "Alllowed" is how Amazon's listing schema spells it.
  en: ['Minimum seller allowed price', 'Minimum Seller Alllowed Price', 'Min seller allowed price'],
  'zh-CN': ['卖方允许的最低价格'],
};
export const maxSellerPrice: Words = {
  en: ['Maximum seller allowed price', 'Max seller allowed price'],
  'zh-CN': ['卖方允许的最高价格'],
};
export const mapPrice: Words = { en: ['Minimum Advertised Price'], 'zh-CN': ['最低广告价格'] };
export const sku: Words = { en: ['SKU', 'Seller SKU'], 'zh-CN': [/* usage */ '卖家 SKU', /* usage */ 'MSKU'] };
export const quantity: Words = { en: ['Quantity'], 'zh-CN': ['数量'], ja: ['在庫数'] };
export const condition: Words = { en: ['Item Condition'], 'zh-CN': ['商品状况'] };
export const fulfilment: Words = {
  en: ['Fulfillment channel', 'Fulfilment channel', 'Fulfillment Channel Code'],
  'zh-CN': ['配送渠道'],
};
/**
 * How an offer is fulfilled: codes of the page (MFN, AFN) and of the flat files (DEFAULT, AMAZON_…), and what stands in the
 * sentences of the radio buttons: "I want to ship this item myself or use Amazon Easy Ship if it sells. (Merchant
 * Fulfilled)".
 */
export const fulfilments = {
  MFN: {
    en: ['MFN', 'DEFAULT', 'Merchant Fulfilled', 'I want to ship this item myself'],
    'zh-CN': ['我将自行配送此商品'],
  },
  AFN: {
    en: ['AFN', 'AMAZON_NA', 'AMAZON_EU', 'AMAZON_JP', 'AMAZON_IN', 'AMAZON_AU', 'AMAZON_SG', 'Fulfilled by Amazon'],
    'zh-CN': ['亚马逊将会配送并提供客户服务', '亚马逊配送 (FBA)'],
  },
} as const satisfies { [value: string]: Words };
export const title: Words = { en: ['Item Name'], 'zh-CN': ['商品名称'], ja: ['商品名'] };
/** Inferred: the attribute is named in the listing schema, its label in no captured page. */
export const itemHighlights: Words = { en: ['Item Highlights'] };
export const brand: Words = { en: ['Brand Name'], 'zh-CN': ['品牌名'], ja: ['ブランド名'] };
export const bullets: Words = {
  en: ['Bullet Point'],
  'zh-CN': ['要点', /* usage */ '商品要点', /* usage */ '五点'],
  ja: ['商品の仕様'],
};
export const description: Words = { en: ['Product Description'], 'zh-CN': ['产品描述'], ja: ['商品説明'] };
export const searchTerms: Words = {
  en: ['Generic keywords', 'Search keywords'],
  'zh-CN': ['搜索关键字'],
  ja: ['検索キーワード'],
};
export const gtin: Words = { en: ['External Product ID'], 'zh-CN': ['外部产品 ID'] };
export const gtinType: Words = { en: ['External Product ID Type'], 'zh-CN': ['外部产品ID类型'] };

// Inventory

export const price: Words = { en: ['Price'], 'zh-CN': ['价格'], de: ['Preis'] };
/** In Chinese: those of the editor's labels, shortened as its 价格 is. */
export const minPrice: Words = {
  en: ['Minimum price', /* inferred */ 'Min price'],
  'zh-CN': [/* inferred */ '最低价格', /* inferred */ '最低价', /* inferred */ '卖方允许的最低价格'],
  de: ['Mindestpreis'],
};
export const maxPrice: Words = {
  en: ['Maximum price', /* inferred */ 'Max price'],
  'zh-CN': [/* inferred */ '最高价格', /* inferred */ '最高价', /* inferred */ '卖方允许的最高价格'],
  de: ['Höchstpreis'],
};
export const businessPrice: Words = {
  en: ['Business price'],
  'zh-CN': [/* usage */ '企业价格', /* usage */ '商业价格', /* usage */ '企业商品价格'],
};
/** What a line of the price block may be called: one so called is not told by its place. */
export const priceLines: Words = {
  en: [...(price.en ?? []), ...(minPrice.en ?? []), ...(maxPrice.en ?? []), ...(businessPrice.en ?? [])],
  'zh-CN': [
    ...(price['zh-CN'] ?? []),
    ...(minPrice['zh-CN'] ?? []),
    ...(maxPrice['zh-CN'] ?? []),
    ...(businessPrice['zh-CN'] ?? []),
  ],
  de: [...(price.de ?? []), ...(minPrice.de ?? []), ...(maxPrice.de ?? [])],
};
export const availableFbm: Words = { en: ['Available (FBM)'], 'zh-CN': ['有货（卖家自配送）'] };
export const availableFba: Words = {
  en: ['Available (FBA)'],
  'zh-CN': ['有货（亚马逊物流）'],
  'zh-TW': ['有貨 (FBA)'],
};
export const inbound: Words = { en: ['Inbound'], 'zh-CN': ['入库'], 'zh-TW': ['入庫數量'] };
export const reserved: Words = { en: ['Reserved'], 'zh-CN': ['预留'], 'zh-TW': ['預留數量'] };
export const unfulfillable: Words = { en: ['Unfulfillable'], 'zh-CN': ['不可售'] };
/** A sentence of the row. In English only the words in its middle are known: what it is above follows them. */
export const aboveReference: Words = {
  en: [/* inferred: its first letter and what stands before */ 'price plus shipping is above'],
  'zh-CN': ['您的标准商品价格加上运费高于相应价格', '您的标准商品价格加上运费高于相应价格。'],
};
/** Where a sentence begins with these words or those of its kind ("Your price plus shipping is above …"). */
export const ABOVE_REFERENCE = '^(?:(?:Your|The) )?(?:standard )?(?:item )?([Pp]rice plus shipping is above)(?= \\S)';
export const totalFees: Words = { en: ['Total fees'], 'zh-CN': ['总费用'] };
export const fbaFee: Words = { en: ['FBA fee'], 'zh-CN': ['亚马逊物流费用'] };
export const featuredOffer: Words = { en: ['Featured offer'], 'zh-CN': ['推荐报价'] };
export const inventoryColumn: Words = { en: ['Inventory'] };
export const productColumn: Words = { en: ['Product'] };
export const asinLabel: Words = { en: ['ASIN'] };
export const skuLabel: Words = { en: ['SKU'] };
export const merchant: Words = { en: ['Merchant'] };
/** Inferred: the counterpart of "Merchant". */
export const byAmazon: Words = { en: ['Amazon'] };

// Pricing Health

export const noReferencePrice: Words = { en: ['No applicable Reference price'] };

// Coupons. The titles are those of the spreadsheet's columns; that the form uses them too is inferred.

export const createCoupon: Words = {
  en: ['Create a new coupon', 'Create your first coupon', 'Create a voucher'],
  'zh-CN': [/* help */ '创建新优惠券', /* help */ '创建初始优惠券', '创建coupon'],
  ja: ['新しいクーポンの作成'],
  de: ['Coupon erstellen'],
};
export const discountType: Words = {
  en: ['Discount type', 'Discount type ($ off or % off)', 'Discount type (£ off or % off)'],
  ja: ['割引のタイプ（割引金額または割引率）'],
  // Rabatttyp alone is inferred from the whole title.
  de: ['Rabatttyp (£ Rabatt oder % Rabatt)', 'Rabatttyp (€ Rabatt oder % Rabatt)', 'Rabatttyp'],
};
export const percentageOff: Words = {
  en: ['Percentage Off'],
  'zh-CN': [/* help */ '折扣'],
  // Inferred from the titles of the columns.
  ja: ['割引率'],
  de: ['Preisnachlass (Prozent)'],
};
export const moneyOff: Words = {
  en: ['Money Off', 'USD off'],
  'zh-CN': [/* help */ '满减'],
  // Inferred from the titles of the columns.
  ja: ['割引金額'],
  de: ['Preisnachlass (Betrag)'],
};
/** The one field whose meaning follows from the discount type. "Discount" alone is inferred. */
export const couponDiscount: Words = { en: ['Discount', 'Coupon discount', 'Voucher discount'], 'zh-CN': ['折扣'] };
export const couponPercent: Words = {
  en: ['Coupon discount "% Off" value', "Voucher discount '% Off' value"],
  ja: ['クーポンの「割引率(%)」の値', 'クーポンの「割引率」の値'],
  de: ['Wert des Coupon-Rabatts für "% Rabatt"'],
};
export const couponAmount: Words = {
  en: ['Coupon discount "$ Off" value', "Voucher discount '£ Off' value"],
  ja: ['クーポンの「割引金額」の値'],
  // The euro form is inferred from the one documented for pounds.
  de: ['Wert des Coupon-Rabatts für "£ Rabatt"', 'Wert des Coupon-Rabatts für "€ Rabatt"'],
};
export const onePerCustomer: Words = { en: ['Limit redemption to one per customer'] };
export const yes: Words = { en: ['Yes'] };
export const no: Words = { en: ['No'] };
export const couponBudget: Words = {
  en: ['Coupon budget', 'Voucher budget'],
  'zh-CN': [/* help */ '预算'],
  ja: [/* usage */ '予算'],
  de: ['Coupon-Budget'],
};
export const couponTitle: Words = {
  en: ['Coupon title', 'Voucher title'],
  'zh-CN': ['优惠券名称'],
  ja: ['クーポン名'],
  de: ['Coupontitel'],
};
export const couponStart: Words = { en: ['Coupon start date', 'Voucher start date'], 'zh-CN': ['开始时间'] };
export const couponEnd: Words = { en: ['Coupon end date', 'Voucher end date'], 'zh-CN': ['结束时间'] };
export const removeProduct: Words = { en: ['Remove'], 'zh-CN': [/* help */ '删除'] };
export const addProduct: Words = {
  en: ['Add to coupon', /* inferred */ 'Add to voucher'],
  'zh-CN': [/* help */ '添加到优惠券'],
};

// Coupon dashboard. The English headings are inferred from the quantities the help pages name.

export const columns = {
  title: { en: ['Title', 'Coupon title'], 'zh-CN': ['优惠券名称'] },
  status: { en: ['Status'], 'zh-CN': ['状态'] },
  discount: { en: ['Discount'], 'zh-CN': ['折扣'] },
  budget: { en: ['Budget'], 'zh-CN': ['预算'] },
  redemptions: { en: ['Redemptions'], 'zh-CN': ['兑换数量'] },
  sales: { en: ['Sales'], 'zh-CN': ['销售金额'] },
  start: { en: ['Start date'], 'zh-CN': ['开始时间'] },
  end: { en: ['End date'], 'zh-CN': ['结束时间'] },
} as const satisfies { [column: string]: Words };

export const couponStatuses: Words = {
  en: [
    'Running',
    'Submitted',
    'Needs action',
    'Needs attention',
    'Expiring soon',
    'Expired',
    'Canceled',
    'Failed',
    'Active',
  ],
  'zh-CN': ['需要留意'],
};
