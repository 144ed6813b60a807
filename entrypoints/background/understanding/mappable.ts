import en from '../../../assets/locales/en/facts.json' with { type: 'json' };
import zh from '../../../assets/locales/zh-CN/facts.json' with { type: 'json' };
import type { FactName } from '../../../rules/engine/facts.ts';
import { type Marketplace, marketplaceNamed } from '../../../rules/engine/sites.ts';
import { columnOf } from './headings.ts';
import { isCodeFact, isNaming } from './naming.ts';

/** What the columns of a table that is imported can hold. */
export function mappableFacts(marketplace: Marketplace): readonly FactName[] {
  const { naming, kept } = marketplaceNamed[marketplace].columns;
  return [...naming, ...kept];
}

/** What the columns of a table that is checked can hold: whatever its headings name, too. */
export function checkableFacts(headings: readonly string[], marketplace: Marketplace): readonly FactName[] {
  const named = namedColumns(headings, marketplace).filter((fact) => fact !== null);
  return [...new Set([...mappableFacts(marketplace), ...marketplaceNamed[marketplace].columns.checked, ...named])];
}

/** The facts that headings name by themselves, each once; null for the others. */
export function namedColumns(headings: readonly string[], marketplace: Marketplace): (FactName | null)[] {
  const taken = new Set<FactName>();
  return headings.map((heading) => {
    const column = columnOf(heading, marketplace);
    if (column.holds !== 'fact' || taken.has(column.fact)) return null;
    taken.add(column.fact);
    return column.fact;
  });
}

/** Columns of single bullets: their headings number them, and nobody is asked. */
export function areBullets(headings: readonly string[], marketplace: Marketplace): boolean[] {
  return headings.map((heading) => columnOf(heading, marketplace).holds === 'bullet');
}

/** What sellers call their own code of an item. */
const ownCodeHeadings = [
  'seller sku',
  'msku',
  'merchant sku',
  'sku货号',
  '卖家sku',
  '商家sku',
  '商家编码',
  '商品编码',
  '编码',
  '货号',
];

/**
 * Headings that sellers and their tools write, beside the facts' own labels in both languages. Inferred from everyday
 * use; no export of Temu or TikTok Shop is documented, so the seller confirms every guess.
 */
const otherHeadings: { readonly [Name in FactName]?: readonly string[] } = {
  sku: ['sku id', 'sku编码', ...ownCodeHeadings],
  asin: ['子asin', 'child asin', 'asin1'],
  productId: ['产品id', '商品编号', 'spu id', 'item id'],
  unitCost: [
    'cost',
    'cost price',
    'cogs',
    'purchase price',
    'landed cost',
    'product cost',
    '成本',
    '成本价',
    '采购价',
    '采购成本',
    '产品成本',
    '商品成本',
    '单位成本',
    '进货价',
  ],
  yourPrice: ['price', 'selling price', '售价', '价格', '销售价', '现价'],
  price: ['selling price', '价格', '销售价'],
  salePrice: ['discount price', '优惠价', '折扣价'],
  declaredPrice: ['供货价', '申报价', '申报价格（元）'],
  listPrice: ['msrp', 'rrp', '建议零售价', '划线价'],
  quantity: ['qty', 'stock', '库存', '库存数量'],
  stock: ['quantity', 'qty', '库存数量', '数量'],
  unitsAvailable: ['available', 'fba stock', '可用库存', 'fba库存'],
  unitsSold7d: ['7天销量', '近7天销量', 'sales 7 days'],
  orders30d: ['30天销量', '近30天销量', '30天订单'],
  title: ['name', 'product name', 'item name', '名称', '商品名称', '产品名称', '商品标题'],
  productName: ['name', 'title', '名称', '商品标题', '产品名称'],
  sellerSku: ownCodeHeadings,
  itemCode: ownCodeHeadings,
  fbaFee: ['fba费用', 'fulfillment fee', '配送费'],
  referralPercent: ['佣金率', '佣金比例', 'referral rate', 'commission rate'],
  shippingPrice: ['shipping', '运费'],
  floorPrice: ['floor price', 'minimum acceptable price', '底价'],
  returnRate: ['退货率'],
};

const labels: readonly Readonly<Record<string, string>>[] = [en.labels, zh.labels];

/** Full-width forms, case, blanks, punctuation and a unit in brackets make no difference. */
export function comparable(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * What each column probably holds; null where nothing fits. Nothing is guessed twice.
 * @param facts those to guess from
 * @param known what is known of columns already
 */
export function guessColumns(
  headings: readonly string[],
  facts: readonly FactName[],
  known: readonly (FactName | null)[] = [],
): (FactName | null)[] {
  const names = new Map<string, FactName>();
  // Labels first: a heading that is one fact's own name is not another's second.
  for (const fact of facts)
    for (const label of [fact, ...labels.map((language) => language[fact] ?? '')]) remember(names, label, fact);
  // Where the platform has a number of its own for a SKU, the seller's code is the other one.
  const codesFirst = facts.toSorted((a, b) => Number(isCodeFact(b)) - Number(isCodeFact(a)));
  for (const fact of codesFirst) for (const heading of otherHeadings[fact] ?? []) remember(names, heading, fact);
  const taken = new Set<FactName>(known.filter((fact) => fact !== null));
  return headings.map((heading, index) => {
    const given = known[index];
    if (given) return given;
    const fact = names.get(comparable(heading));
    if (!fact || taken.has(fact)) return null;
    taken.add(fact);
    return fact;
  });
}

function remember(names: Map<string, FactName>, heading: string, fact: FactName): void {
  const key = comparable(heading);
  if (key !== '' && !names.has(key)) names.set(key, fact);
}

/** Whether columns name listings and say something of them. */
export function isUsable(columns: readonly (FactName | null)[]): boolean {
  const facts = columns.filter((fact) => fact !== null);
  return facts.some(isNaming) && facts.some((fact) => !isNaming(fact)) && new Set(facts).size === facts.length;
}
