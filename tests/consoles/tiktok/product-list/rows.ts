// Synthetic test page for Preflight. Built from documented structure; not TikTok's markup.
// Manage products with any number of rows. The same arguments always give the same page.

export interface ProductsPageOptions {
  /** Products, which are the rows of the table. */
  rows: number;
  /** Only this many rows are in the document; scrolling writes others into them. */
  shown?: number;
}

export interface ProductRow {
  productId: string;
  title: string;
  live: boolean;
  price: string;
  promotionPrice: string | null;
  stock: number;
}

/** Height of a row in px where the rows are recycled. */
export const ROW_HEIGHT = 84;

const nouns = ['Coffee Mug', 'Desk Lamp', 'Bath Towel', 'Dinner Plate', 'Steel Bottle', 'Linen Napkin', 'Tea Strainer'];
const finishes = ['Matte Sand', 'Warm White', 'Blue', 'Natural Oil', 'Graphite'];

const dollars = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** What stands in row n (0-based). */
export function productRow(n: number): ProductRow {
  // Every 23rd price is above what a local shop may ask.
  const price = n % 23 === 11 ? 760_001 + n : 599 + ((n * 7919) % 9400);
  return {
    productId: String(1730000000000000001n + BigInt(n)),
    title: `Harborline ${nouns[n % nouns.length]}, ${finishes[(n * 3) % finishes.length]}, Style ${n + 1}`,
    live: n % 6 !== 5,
    price: dollars(price),
    promotionPrice: n % 4 === 1 ? dollars(Math.floor(price * 0.8)) : null,
    stock: (n * 13) % 240,
  };
}

/** The page and the address it is to be served at. */
export function productsPage({ rows, shown }: ProductsPageOptions): { html: string; url: string } {
  const all = Array.from({ length: rows }, (_, n) => productRow(n));
  // A recycled row has every part, so that it can show any product.
  const listed = shown ? all.map((row) => ({ ...row, promotionPrice: row.promotionPrice ?? row.price })) : all;
  const body = listed.slice(0, shown).map(tableRow).join('\n');
  const url = 'https://seller-us.tiktok.com/product/manage?shop_region=US&shop_id=7000000000000000001&tab=all&tab_id=1';
  return { html: page(body, rows, shown ? recycling(listed, shown) : ''), url };
}

const written = (price: string): string => `$${price.replace(/\B(?=(?:\d{3})+\.)/g, ',')}`;

function tableRow({ productId, title, live, price, promotionPrice, stock }: ProductRow): string {
  const cell = (content: string): string => `<td class="core-table-td">${content}</td>`;
  const pencil = '<i class="row-hover-show-icon"></i>';
  const promotion = promotionPrice === null ? '' : `<span>Promotion: ${written(promotionPrice)}</span>`;
  return `<tr class="core-table-tr">${cell('<label><input type="checkbox"></label>')}${cell(`<img alt=""><div class="content-zzzzzz">${title}<div>ID:${productId}</div></div>`)}${cell(live ? 'Live' : 'Suspended')}${cell(`<span>${written(price)}</span>${promotion}${pencil}`)}${cell(`<span>${stock}</span>${pencil}`)}${cell('<div class="performace-container"><span>12 views</span></div>')}</tr>`;
}

/** Rows stay in the document and show others, as a virtual list does: no element comes or goes, only texts change. */
function recycling(rows: readonly ProductRow[], shown: number): string {
  const texts = rows.map(({ title, productId, live, price, promotionPrice, stock }) => [
    title,
    `ID:${productId}`,
    live ? 'Live' : 'Suspended',
    written(price),
    `Promotion: ${written(promotionPrice ?? price)}`,
    String(stock),
  ]);
  return `<style>
.list { height: ${shown * ROW_HEIGHT}px; overflow-y: auto; }
.list > div { height: ${rows.length * ROW_HEIGHT}px; }
.list table { position: sticky; top: 0; margin: 0; }
.list tbody tr { height: ${ROW_HEIGHT}px; }
</style>
<script>
const texts = ${JSON.stringify(texts)};
const table = document.querySelector('table');
const list = document.createElement('div');
const space = document.createElement('div');
list.className = 'list';
table.replaceWith(list);
space.append(table);
list.append(space);
const places = [...table.querySelectorAll('tbody tr')].map((row) => {
  const [, product, status, price, stock] = row.children;
  const [amount, promotion] = price.querySelectorAll('span');
  const text = product.querySelector('div');
  return [text, text.firstElementChild, status, amount, promotion, stock.firstElementChild].map((part) => part.firstChild);
});
let first = 0;
list.addEventListener('scroll', () => {
  const now = Math.min(Math.round(list.scrollTop / ${ROW_HEIGHT}), texts.length - places.length);
  if (now === first) return;
  first = now;
  for (const [index, parts] of places.entries())
    for (const [part, node] of parts.entries()) node.data = texts[first + index][part];
});
</script>`;
}

const account = JSON.stringify({
  value: { data: { shop: { shop_id: '7000000000000000001', shop_name: 'Harbor Demo', region: 'US' } } },
});

function page(body: string, rows: number, script: string): string {
  return `<!doctype html>
<!-- Synthetic test page for Preflight. Built from documented structure; not TikTok's markup. -->
<html lang="en-US">
<head>
<meta charset="utf-8">
<title>TikTok Shop Seller Center</title>
<link rel="icon" href="data:,">
<style>
* { box-sizing: border-box; }
body { margin: 0; background: #f4f5f6; color: #161823; font: 14px/20px system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 24px; }
table { width: 100%; padding: 8px; border-spacing: 0; background: #fff; border-radius: 8px; }
th, td { padding: 8px; text-align: left; border-bottom: 1px solid #eceded; }
td > span { margin-right: 8px; }
img { width: 40px; height: 40px; background: #dde; }
</style>
<script>localStorage.setItem('ecom_seller_base_account_info', ${JSON.stringify(account)});</script>
</head>
<body>
<div id="GEC-main"><main>
<h1>Manage products</h1><input data-tid="m4b_input_search" placeholder="Product name, ID, or SKU">
<div>All ${rows}</div>
<table><thead><tr class="core-table-tr"><th></th><th>Product</th><th>Status</th><th>Price</th><th>Stock</th><th>Performance</th></tr></thead><tbody>
${body}
</tbody></table><ul class="core-pagination-list"><li aria-label="Next"></li></ul>
</main></div>
${script}
</body>
</html>
`;
}
