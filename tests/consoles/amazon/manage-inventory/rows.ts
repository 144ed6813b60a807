// Synthetic test page for Preflight. Built from documented structure; not Amazon's markup.
// An inventory page (generation B) with any number of rows. The same arguments always give the same page.

export interface InventoryPageOptions {
  rows: number;
  language?: 'en' | 'zh-CN';
}

export interface InventoryRow {
  sku: string;
  asin: string;
  title: string;
  /** "parent" is a variation parent: no price, no quantity, no featured offer. */
  kind: 'MFN' | 'AFN' | 'parent';
  active: boolean;
  quantity: number;
  yourPrice: string;
  minSellerPrice: string | null;
  maxSellerPrice: string | null;
  featuredOffer: { price: string; shipping: string } | null;
  totalFees: string;
  fbaFee: string | null;
}

const words = {
  en: {
    heading: 'Manage All Inventory',
    price: 'Price',
    fbm: 'Available (FBM)',
    fba: 'Available (FBA)',
    featured: 'Featured offer',
    totalFees: 'Total fees',
    fbaFee: 'FBA fee',
    saveAll: 'Save all',
    active: 'Active',
    outOfStock: 'Out of stock',
    country: 'United States',
    variations: 'Variations',
  },
  // Minimum and maximum price are not documented in Chinese.
  'zh-CN': {
    heading: '管理所有库存',
    price: '价格',
    fbm: '有货（卖家自配送）',
    fba: '有货（亚马逊物流）',
    featured: '推荐报价',
    totalFees: '总费用',
    fbaFee: '亚马逊物流费用',
    saveAll: '保存所有',
    active: '在售',
    outOfStock: '缺货',
    country: '美国',
    variations: '变体',
  },
} as const;

type Words = (typeof words)[keyof typeof words];

const nouns = [
  'Coffee Mug',
  'Desk Lamp',
  'Bath Towel',
  'Dinner Plate',
  'Steel Bottle',
  'Linen Napkin',
  'Tea Strainer',
  'Cutting Board',
];
const finishes = ['Matte Sand', 'Warm White', 'Blue', 'Natural Oil', 'Graphite'];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const money = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

/** What stands in row n (0-based). */
export function inventoryRow(n: number): InventoryRow {
  const number = String(n + 1).padStart(4, '0');
  const long = n % 9 === 4 ? ' for Everyday Use at Home, in the Office and in Small Cafés, Gift Box Included' : '';
  const kind = n % 25 === 24 ? 'parent' : n % 3 === 1 ? 'AFN' : 'MFN';
  const price = 599 + ((n * 7919) % 9400);
  const bounded = n % 2 === 0;
  // Every 17th price stands below the seller's own minimum.
  const floor = n % 17 === 0 ? price + 50 : price - 200;
  const fbaFee = 306 + (n % 40) * 7;
  const referral = Math.round(price * 0.15);
  const quantity = n % 11 === 10 ? 0 : 1 + ((n * 13) % 240);
  return {
    sku: `DEMO-ROW-${number}`,
    asin: `B0DEMR${number}`,
    title: `Harborline ${pick(nouns, n)}, ${pick(finishes, n * 3)}, Style ${n + 1}${long}`,
    kind,
    active: quantity > 0,
    quantity,
    yourPrice: money(price),
    minSellerPrice: bounded ? money(floor) : null,
    maxSellerPrice: bounded ? money(price + 1500) : null,
    featuredOffer: n % 5 === 3 ? null : { price: money(price - (n % 4) * 10), shipping: n % 6 === 2 ? '2.99' : '0.00' },
    totalFees: money(kind === 'AFN' ? referral + fbaFee : referral),
    fbaFee: kind === 'AFN' ? money(fbaFee) : null,
  };
}

const label = (text: string): string =>
  `<kat-label emphasis="${text}"><template shadowrootmode="open"><span part="label-text">${text}</span></template></kat-label>`;

const input = (value: string): string =>
  `<kat-input class="CellInput-module__input--r1r1r" type="text" value="${value}"><template shadowrootmode="open"><span class="container"><input part="input" value="${value}"></span></template></kat-input>`;

const split = (name: string, value: string): string =>
  `<div class="JanusSplitBox-module__row--q6q6q"><div class="JanusSplitBox-module__panel--q7q7q"><span class="JanusRichText-module__defaultText--q8q8q">${name}</span></div><div class="JanusSplitBox-module__panel--q7q7q">${value}</div></div>`;

const priceRow = (name: string, value: string | null): string =>
  `<div class="VolusPriceInputComposite-module__priceInputRow--r4r4r"><span>${name}</span><kat-input-group><span>$</span>${input(value ?? '')}</kat-input-group></div>`;

const cell = (content: string, extra = ''): string =>
  `<div class="TableCell-module__cellLayout--q2q2q${extra}">${content}</div>`;

function renderRow(row: InventoryRow, say: Words): string {
  const parent = row.kind === 'parent';
  const status = parent
    ? ''
    : `<div class="Status-module__container--q3q3q">${label(row.active ? say.active : say.outOfStock)}</div>`;
  const product = `<div class="ProductDetails-module__container--q4q4q"><div class="ProductDetails-module__titleContainer--q5q5q"><a href="https://www.amazon.com/dp/${row.asin}">${row.title}</a></div>${split('ASIN', `<span class="JanusRichText-module__defaultText--q8q8q">${row.asin}</span>`)}${split('SKU', `<a href="/skucentral?mSku=${row.sku}">${row.sku}</a>`)}</div>`;
  const stock = {
    MFN: `${label(say.fbm)}${input(String(row.quantity))}`,
    AFN: `<div>${label(say.fba)} <span>${row.quantity}</span></div>`,
    parent: `<span>${say.variations} (3)</span>`,
  }[row.kind];
  const featured = row.featuredOffer
    ? `<div data-test-id="FeaturedOfferPrice"><span>${say.featured}</span><div class="JanusReferencePrice-module__priceText--r5r5r"><span>$${row.featuredOffer.price} + $${row.featuredOffer.shipping}</span></div></div>`
    : '';
  const price = parent
    ? ''
    : `<div class="VolusPriceInputComposite-module__container--r3r3r">${priceRow(`<b>${say.price}</b>`, row.yourPrice)}${priceRow('Minimum price', row.minSellerPrice)}${priceRow('Maximum price', row.maxSellerPrice)}</div>${featured}`;
  const fees = parent
    ? ''
    : `<div class="estimated-fees-cell">${label(say.totalFees)}<span>$${row.totalFees}</span>${row.fbaFee ? `${label(say.fbaFee)}<span>$${row.fbaFee}</span>` : ''}</div>`;
  return `<div id="${row.sku}" data-sku="${row.sku}"><div class="JanusTable-module__tableContentRow--q1q1q">${cell(status)}${cell(product)}${cell(stock, ' JanusTable-module__janusCell1--q9q9q')}${cell(price, ' JanusTable-module__janusCell2--r2r2r')}${cell(fees)}</div></div>`;
}

const style = `* { box-sizing: border-box; }
body { margin: 0; background: #f3f4f4; color: #16191f; font: 13px/18px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
#navbar { display: flex; align-items: center; gap: 18px; height: 52px; padding: 0 24px; background: #12343b; color: #fff; }
#sc-content-container { padding: 28px 24px 64px; }
a { color: #00677f; text-decoration: none; }
kat-input { display: inline-block; width: 104px; }
kat-input::part(input) { box-sizing: border-box; width: 100%; height: 30px; padding: 0 8px; border: 1px solid #868f92; border-radius: 4px; font: 13px/18px system-ui, sans-serif; }
kat-input-group { display: inline-flex; align-items: center; gap: 6px; }
[class*="JanusTable-module__table--"] { border: 1px solid #dcdfe0; border-radius: 8px; background: #fff; }
[class*="JanusTable-module__tableContentRow"] { display: grid; grid-template-columns: 110px minmax(300px, 1fr) 190px 300px 156px; border-top: 1px solid #e3e6e7; }
[class*="TableCell-module__cellLayout"] { padding: 12px; }
[class*="JanusSplitBox-module__row"] { display: flex; gap: 8px; color: #4b5659; }
[class*="VolusPriceInputComposite-module__priceInputRow"], div[data-test-id="FeaturedOfferPrice"] { display: flex; justify-content: space-between; align-items: center; padding-bottom: 6px; }
.estimated-fees-cell { display: grid; grid-template-columns: 1fr auto; gap: 4px 8px; }`;

/** The page and the address it is to be served at. */
export function inventoryPage({ rows, language = 'en' }: InventoryPageOptions): { html: string; url: string } {
  const say = words[language];
  const table = Array.from({ length: rows }, (_, n) => renderRow(inventoryRow(n), say)).join('\n');
  const url =
    'https://sellercentral.amazon.com/myinventory/inventory?fulfilledBy=all&page=1&pageSize=250&searchField=all&searchTerm=&sort=date_created_desc&status=all&ref_=xx_invmgr_dnav_xx';
  const html = `<!doctype html>
<!-- Synthetic test page for Preflight. Built from documented structure; not Amazon's markup. -->
<html lang="${language === 'en' ? 'en-US' : language}">
<head>
<meta charset="utf-8">
<meta name="anti-csrftoken-a2z" content="demo">
<title>${say.heading}</title>
<link rel="icon" href="data:,">
<style>
${style}
</style>
</head>
<body>
<div id="navbar">
  <button data-test-tag="hamburger-icon" aria-label="Menu">☰</button>
  <div class="dropdown-account-switcher-header-label">
    <span class="dropdown-account-switcher-header-label-global">Harbor Demo Goods</span>
    <span class="dropdown-account-switcher-header-label-regional">| ${say.country}</span>
  </div>
</div>
<script>var ue_mid='ATVPDKIKX0DER';</script>
<div id="sc-content-container">
<h1>${say.heading}</h1>
<div class="VolusEditBar-module__container--t2t2t"><kat-button label="${say.saveAll}"><template shadowrootmode="open"><button part="button">${say.saveAll}</button></template></kat-button></div>
<div class="JanusTable-module__table--q0q0q">
${table}
</div>
<div class="VolusPaginationBar-module__footer--r6r6r"><kat-pagination total-items="${rows}" items-per-page="250" page="1"></kat-pagination></div>
</div>
</body>
</html>
`;
  return { html, url };
}
