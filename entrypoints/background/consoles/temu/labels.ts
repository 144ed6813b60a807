import type { Words } from '../../../console.content/reading/text.ts';

/**
 * Words of Temu's seller console, as documented in the consoles reference: Chinese first, then the English, all of which
 * is inferred unless it is the same. Unmarked: seen on a saved page or used by a working script. `vocabulary`: from the
 * console's own words, its place on a page is not known. `inferred`: never seen.
 */
function words(chinese: readonly string[], english: readonly string[] = []): Words {
  // The interface is Chinese, but in which language its documents say they are is not known; English is always tried.
  return { en: [...english, ...chinese], 'zh-CN': chinese };
}

/** What an id looks like; a tag, a remark or a part of the form's own name may stand beside it. */
export const ID = '^(\\d{4,20})(?![\\dA-Za-z])';

/** A name of a product or a variant: where it is empty, the line of an id, a code or a warning comes first. */
export const NAME = '^(?!(?:SPU|SKC|SKU|货号|类目|Item code)[^:：]{0,4}[:：]|\\d+ ?天后自动废弃$|资质待上传$).+';

/** Behind the words of a header, as label key: "(usd)换算汇率: 1usd=6.8104cny". */
export const YUAN_PER_DOLLAR = '(?:^|\\D)1\\s*usd\\s*=\\s*(\\d+(?:\\.\\d+)?)\\s*cny';

// Identity

export const skuId = words(['SKU ID']);
export const skcId = words(['SKC ID', /* inferred */ 'SKC']);
export const spuId = words(['SPU ID', 'SPU']);
/** In a table of SKUs. The same code is called 货号 in a row's text, where the product has one of its own too. */
export const itemCodeColumn = words(['SKU货号'], ['SKU item code']);
export const itemCode = words(['货号', 'SKU货号'], ['Item code']);
export const productInfo = words(['商品信息'], ['Product information']);
export const goodsInfo = words(['货品信息'], ['Goods information']);
/** The column of a price order's SKU: words, id and code. */
export const skuColumn = words(['SKU']);
export const specification = words(['商品规格'], ['Specification']);
export const none = words(['-']);

// Goods list: warnings in the product's cell, from saved pages and three public scripts.

/** "3天后自动废弃". Behind a code without a space between, nobody knows which digits are its own. */
export const DAYS_UNTIL_VOID = '(?<![\\w-])(\\d{1,3}) ?天后自动废弃';
/** A warning that says it otherwise. */
export const UNTIL_VOID = '自动废弃';
export const QUALIFICATIONS_MISSING = '(资质待上传)';
/** A product's cell that was read, and says neither of the two. */
export const PRODUCT_READ = '^(SPU) ?ID';
export const qualificationsMissing = { true: words(['资质待上传']), false: words(['SPU']) };
export const noWarning = words(['SPU']);
export const sensitiveColumn = words(['敏感属性信息']);
/** "状态：待提交"; a public copy of the page has a dot of colour before the word. */
export const SENSITIVE_STATE = '状态 ?[:：][ ●•]*(待提交|提交成功)';
/** What is there and cannot be understood; of "-" the dash, which says that there is none. */
export const OTHERWISE = '(\\D)';
export const sensitiveStates = { pending: words(['待提交']), submitted: words(['提交成功']) };
/** Under 销售信息: leaf headers as one script of 2026 lists them. The third, 今日合计, is not known to be anything else. */
export const soldToday = words(['今日销量']);
export const soldIn7Days = words(['7天销量']);
export const sellerMeasurement = words(['卖家测量']);
/** What its cell says where it is no dash is documented for the class of the cell: inferred for this column. */
export const platformMeasurement = words(['平台测量参考']);
/** "体积：12cm*4cm*4cm重量：80g净重：70g": longest, middle and shortest side, weight, net weight. */
export const LONGEST = '体积 ?[:：] ?(\\d+(?:\\.\\d+)?) ?cm ?[*×]';
export const MIDDLE = '体积 ?[:：][^*×]+[*×] ?(\\d+(?:\\.\\d+)?) ?cm ?[*×]';
export const SHORTEST = '体积 ?[:：][^*×]+[*×][^*×]+[*×] ?(\\d+(?:\\.\\d+)?) ?cm';
export const WEIGHT = '重量 ?[:：] ?(\\d+(?:\\.\\d+)?) ?g(?![a-z])';
export const WEIGHT_UNIT = '重量 ?[:：] ?\\d+(?:\\.\\d+)? ?(g)(?![a-z])';

// Edit form

export const productName = words(['商品名称'], ['Product name']);
export const carousel = words(['商品轮播图'], ['Carousel images']);
export const outerPackage = words(['外包装图片'], ['Outer package images']);
/** The words were seen; that they head a column is inferred, and so is the English. */
export const pieces = words(['共计内含'], ['Pieces in total']);
export const longest = words(['最长边'], ['Longest side']);
export const middle = words(['次长边'], ['Middle side']);
export const shortest = words(['最短边'], ['Shortest side']);
export const weight = words(['重量'], ['Weight']);
/** Behind the number of a weight. */
export const weightUnits = { g: words(['g']) };

// Prices

/** A header names the currency of the mall behind it: 申报价格(CNY). */
export const declaredPrice = words(['申报价格'], ['Declared price']);
/** 原申报价格: the dialog that asks for several orders at once. */
export const currentDeclaredPrice = words(
  ['当前申报价格', '原申报价格'],
  ['Current declared price', 'Original declared price'],
);
export const adjustedDeclaredPrice = words(['调整后申报价格'], ['Adjusted declared price']);
/** Price review: what the seller asked. */
export const ownDeclaredPrice = words(['原申报价', '卖家当前报价'], ['Original declared price', 'Current quote']);
/** Price review: what the marketplace offers. That 参考报价 is the same amount is inferred from its counterpart. */
export const referenceDeclaredPrice = words(
  ['参考申报价', '参考申报价格', '建议申报价格', '建议申报价', '参考报价'],
  ['Reference declared price', 'Suggested declared price'],
);
export const retailPrice = words(['建议零售价'], ['Suggested retail price']);
export const currency = words(['币种'], ['Currency']);

/** Currencies as a cell or a list names them. */
export const currencies = {
  CNY: words(['人民币', 'CNY']),
  USD: words(['美元', 'USD']),
};

/** As they stand before an amount. A mall's prices are in one of the two, so the signs are certain here. */
export const currencySigns = {
  CNY: words(['¥', 'CNY', '人民币']),
  USD: words(['$', 'US$', 'USD', '美元']),
};

// Price orders

export const adjustNo = words(['单号', '调价单号'], ['Order number', 'Price order number']);
/** "待卖家确认(39)", the tab that counts what waits for the seller. */
export const ORDERS_WAITING = '^待卖家确认 ?[(（](\\d[\\d,]*)[)）]$';
export const priceType = words(['申报价格类型'], ['Declared price type']);
/** "(2026-06-09~2026-07-04)" in a box of its own below the type. */
export const PERIOD_START = '(\\d{4}-\\d{2}-\\d{2}) ?[~～]';
export const PERIOD_END = '[~～] ?(\\d{4}-\\d{2}-\\d{2})';
/** A period that is written otherwise. */
export const PERIOD = '([~～])';
export const adjustKind = words(['类型']);
export const adjustReason = words(['原因']);

// Suggested retail prices: tabs of one public project, 2026.

export const RETAIL_PRICE_TAB = '^(待填写|待修改|待确认|已提交)';
export const retailPriceStates = {
  'to-fill': words(['待填写']),
  'to-change': words(['待修改']),
  'to-confirm': words(['待确认']),
  submitted: words(['已提交']),
};

// Price review

export const skcAttributes = words(['SKC属性'], ['SKC attributes']);
export const skuAttributes = words(['SKU属性集'], ['SKU attributes']);

// High price and traffic: words of a weak source

export const highPriceRate = words(['高价率', '申报价高价率'], ['High price rate']);
export const highPriceAmount = words(['高价金额', '申报价高价金额'], ['High price amount']);
export const targetPrice = words(['高价限流目标价'], ['High price traffic limit target price']);
/** In the place of a target price; that the English says the same is inferred. */
export const noTargetPrice = words(['限流中无目标价'], ['Traffic limited, no target price']);
export const limitedSoon = words(['即将限流'], ['Traffic limit soon']);
/** 限流 alone may be a heading or a filter. */
export const limited = words(['已限流'], ['Traffic limited']);

// Activities. Headers as one public note on the page tells them.

export const activityPrice = words([/* inferred */ '活动申报价', '活动申报价格'], ['Activity declared price']);
/** Below the control, in the console's own red; from several scripts. */
export const ACTIVITY_PRICE_ERROR = '^(不可大于参考价格|输入值需大于 ?0)';
export const activityPriceErrors = {
  'above-reference': words(['不可大于参考价格']),
  'not-positive': words(['输入值需大于0', '输入值需大于 0']),
};
export const activityStock = words(['活动库存'], ['Activity stock']);
/** 参考申报价格 is the header; the others are from the console's vocabulary. */
export const suggestedActivityPrice = words(
  [/* vocabulary */ '建议活动申报价', /* vocabulary */ '参考申报价', '参考申报价格', /* inferred */ '建议活动申报价格'],
  ['Suggested activity declared price', 'Reference declared price'],
);
/** What the SKU is declared at while no activity holds. */
export const dailyPrice = words(['日常申报价格', /* inferred */ '日常申报价'], ['Daily declared price']);

/** Regions as the header names them. */
export const regions = {
  global: words(['全球'], ['Global']),
  us: words(['美国'], ['United States']),
  eu: words(['欧区'], ['EU']),
};
