import type { Words } from '../../../console.content/reading/text.ts';

/**
 * Words of TikTok Shop's seller console by field and language, as documented in the consoles reference. Unmarked: seen on
 * the page or used by a working script. `weak`: from a source that may differ from the page. `inferred`: the wording of
 * another text, of a unit's sign or of our reference carried over to the page.
 */

// Product create and edit. Labels come from the server: a build may have others.

export const title: Words = {
  en: [/* inferred */ 'Product name'],
  'zh-CN': ['商品名称'],
  pt: ['Nome do produto'],
  vi: [/* weak */ 'Tên sản phẩm'],
};
export const description: Words = {
  'zh-CN': [/* inferred */ '商品描述'],
  pt: ['Descrição'],
  vi: [/* weak */ 'Mô tả'],
};
export const brand: Words = { en: ['Brand'], 'zh-CN': ['品牌'], pt: ['Marca'], vi: [/* weak */ 'Thương hiệu'] };
export const noBrand: Words = { en: ['No brand'], 'zh-CN': ['无品牌'], pt: ['Sem marca', 'Selecione "Sem marca"'] };
/** The section is called "Preço e estoque"; its columns were not captured in Portuguese. */
export const price: Words = {
  en: ['Retail price'],
  'zh-CN': ['零售价'],
  pt: [/* inferred */ 'Preço'],
  vi: [/* weak */ 'Giá bán'],
};
export const listPrice: Words = { en: ['List price'] };
export const stock: Words = {
  en: [/* inferred */ 'Quantity'],
  'zh-CN': ['库存', '数量'],
  pt: ['Estoque'],
  vi: [/* weak */ 'Số lượng'],
};
export const sellerSku: Words = { en: ['Seller SKU'], 'zh-CN': ['商家 SKU'] };
export const weight: Words = {
  en: [/* inferred */ 'Package weight'],
  'zh-CN': ['包裹重量'],
  pt: ['Peso do pacote'],
};
export const height: Words = { en: ['Height'], 'zh-CN': ['高度'], pt: ['Altura'] };
export const width: Words = { en: ['Width'], 'zh-CN': ['宽度'], pt: ['Largura'] };
export const length: Words = { en: ['Length'], 'zh-CN': ['长度'], pt: ['Comprimento'] };

/** Only "克 (g)" was captured; "Pound (lb)" was reported. The others are inferred from them. */
export const weightUnits = {
  g: {
    en: ['g', /* inferred */ 'Gram (g)'],
    'zh-CN': ['克 (g)'],
    pt: [/* inferred */ 'Grama (g)'],
    vi: [/* inferred */ 'Gam (g)', /* inferred */ 'Gram (g)'],
  },
  kg: {
    en: ['kg', /* inferred */ 'Kilogram (kg)'],
    'zh-CN': [/* inferred */ '千克 (kg)', /* inferred */ '公斤 (kg)'],
    pt: [/* inferred */ 'Quilograma (kg)'],
    vi: [/* inferred */ 'Kilôgam (kg)', /* inferred */ 'Kilogram (kg)'],
  },
  lb: { en: ['lb', /* inferred */ 'Pound (lb)'], 'zh-CN': [/* inferred */ '磅 (lb)'] },
} as const satisfies { [unit: string]: Words };

/** The sign behind the number, the same in every language. */
export const lengthUnits = {
  cm: { en: ['cm'] },
  inch: { en: ['inch'] },
} as const satisfies { [unit: string]: Words };

// Manage products

export const manageProducts: Words = { en: ['Manage products'], 'zh-CN': ['商品管理'] };
/** The same in every language that was seen. */
export const productId: Words = { en: ['ID'] };
export const promotionPrice: Words = { en: ['Promotion'] };
/** Only "Live" was captured in a row; the Portuguese words are those of the tabs. */
export const statuses = {
  live: { en: ['Live'], pt: [/* inferred */ 'Ativo'] },
  reviewing: { pt: [/* inferred */ 'Em análise'] },
  attention: { pt: [/* inferred */ 'Precisa de atenção'] },
} as const satisfies { [status: string]: Words };

// Promotions

export const promotionName: Words = { 'zh-CN': ['活动名称'] };
export const startTime: Words = { en: ['Start Time'], 'zh-CN': ['开始时间(GMT+7)', /* inferred */ '开始时间'] };
export const endTime: Words = {
  en: ['End Time'],
  'zh-CN': [/* inferred */ '结束时间(GMT+7)', /* inferred */ '结束时间'],
};
export const percentageOff: Words = { en: ['Percentage off'], 'zh-CN': ['百分比折扣'] };
export const fixedPrice: Words = { en: ['Fixed price'], 'zh-CN': ['一口价'] };
/** The kinds of a product discount, as its radio buttons are called. Their codes, 1 and 2, are those of other groups too. */
export const discountKinds = { percent: percentageOff, fixed: fixedPrice } as const;
/** "3 件商品", a text of its own: within a sentence or a longer number it counts something else. */
export const CHOSEN_PRODUCTS = '^(\\d[\\d,]*) ?件商品$';
/** The code of a refusal that says no more. */
export const SILENT_REFUSAL = '(?<!\\d)(10000)(?!\\d)';

// Deposit

/** 保证金 is the menu's word; that the page is headed by it, and the English word, are inferred. */
export const deposit: Words = { en: [/* inferred */ 'Deposit'], 'zh-CN': [/* inferred */ '保证金'] };
export const depositPaid: Words = { 'zh-CN': ['已付'] };
export const depositPending: Words = { 'zh-CN': ['待处理'] };
export const depositStatus: Words = { 'zh-CN': ['状态'] };
/** Inferred: how a table shows that there is no value. */
export const nothing: Words = { en: ['-', '--', '—'] };
