// Synthetic test page for Preflight. Built from documented structure; not Temu's markup.
// A goods list with any number of SKUs. The same arguments always give the same page.

export interface GoodsPageOptions {
  /** SKUs, which are the rows of the table. */
  rows: number;
  /** Only this many rows are in the document; scrolling writes others into them. One SKU for each product then. */
  shown?: number;
}

export interface GoodsRow {
  sku: string;
  spuId: string;
  skcId: string;
  productName: string;
  variant: string;
  itemCode: string | null;
  declaredPrice: string;
}

const products = ['陶瓷马克杯', 'LED 夹子台灯', '折叠收纳箱', '硅胶手机支架', '保温杯', '棉质浴巾', '厨房计时器'];
const colours = ['白色', '蓝色', '灰色', '黑色', '米色'];

/** An SKC of one to four SKUs after another, until there are enough rows. */
export function goodsRows(options: GoodsPageOptions): GoodsRow[] {
  return skcs(options).flat();
}

/** The page and the address it is to be served at. */
export function goodsPage(options: GoodsPageOptions): { html: string; url: string } {
  const body = skcs(options).flatMap((skc) => skc.map((row, index) => tableRow(row, index === 0 ? skc.length : 0)));
  const { shown } = options;
  const html = page(body.slice(0, shown).join('\n'), options.rows, shown ? recycling(goodsRows(options), shown) : '');
  return { html, url: 'https://agentseller.temu.com/goods/list' };
}

function skcs({ rows, shown }: GoodsPageOptions): GoodsRow[][] {
  const groups: GoodsRow[][] = [];
  for (let first = 0; first < rows; first += groups.at(-1)?.length ?? 1) {
    const size = shown ? 1 : Math.min(1 + ((first * 7) % 4), rows - first);
    groups.push(Array.from({ length: size }, (_, index) => goodsRow(groups.length, first + index, index)));
  }
  return groups;
}

function goodsRow(skc: number, row: number, variant: number): GoodsRow {
  return {
    sku: String(80000000001 + row),
    spuId: String(7000000001 + skc),
    skcId: String(30000000001 + skc),
    productName: `${products[skc % products.length]} ${skc + 1}号`,
    variant: `颜色：${colours[variant % colours.length]}`,
    itemCode: row % 5 === 3 ? null : `DEMO-${String(row + 1).padStart(4, '0')}`,
    declaredPrice: `${5 + ((row * 37) % 60)}.${String((row * 13) % 100).padStart(2, '0')}`,
  };
}

function tableRow(row: GoodsRow, span: number): string {
  const cell = (content: string, rows = 1): string =>
    `<td data-testid="beast-core-table-td"${rows > 1 ? ` rowspan="${rows}"` : ''}>${content}</td>`;
  const product = `<div class="product-info_infoContainer__d1d1d"><span>${row.productName}</span><div>类目：杯子</div>
    <div class="product-info_idContent__d2d2d">SPU ID：<span>${row.spuId}</span></div>
    <div class="product-info_idContent__d2d2d">SKC ID：<span>${row.skcId}</span></div><div>货号：<span>-</span></div></div>`;
  const check = `<td class="TB_checkCell_5-999-0 TB_td_5-999-0"${span > 1 ? ` rowspan="${span}"` : ''}><label data-testid="beast-core-checkbox" data-checked="false"></label></td>`;
  return `<tr data-testid="beast-core-table-body-tr" class="TB_tr_5-999-0">${span > 0 ? check + cell(product, span) : ''}
    ${cell(row.sku)}${cell(`<div class="hooks_specItem__d5d5d">${row.variant}</div>`)}
    ${cell('<div class="volume-weight_volumeWeightDetail__d3d3d">体积：12cm*9cm*9cm重量：380g</div>')}${cell('-')}
    ${cell(row.itemCode ?? '-')}${cell(row.declaredPrice)}</tr>`;
}

/** Height of a row in px where the rows are recycled. */
export const ROW_HEIGHT = 112;

/** Rows stay in the document and show others, as a virtual list does: no element comes or goes, only texts change. */
function recycling(rows: readonly GoodsRow[], shown: number): string {
  const texts = rows.map((row) => [
    row.productName,
    row.spuId,
    row.skcId,
    row.sku,
    row.variant,
    row.itemCode ?? '-',
    row.declaredPrice,
  ]);
  return `<style>
.list { height: ${shown * ROW_HEIGHT}px; overflow-y: auto; }
.list > div { height: ${rows.length * ROW_HEIGHT}px; }
.list table { position: sticky; top: 0; }
.list tr { height: ${ROW_HEIGHT}px; }
</style>
<script>
const texts = ${JSON.stringify(texts)};
const list = document.querySelector('[data-testid="beast-core-table-middle-body"]');
list.className = 'list';
const space = document.createElement('div');
space.append(list.firstElementChild);
list.append(space);
const places = [...list.querySelectorAll('tbody tr')].map((row) => {
  const [, product, sku, variant, , , code, price] = row.children;
  const [name, spu, skc] = product.querySelectorAll('span');
  return [name, spu, skc, sku, variant.firstElementChild, code, price].map((part) => part.firstChild);
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

function page(body: string, rows: number, script: string): string {
  const th = (name: string, attributes = ' rowspan="2"'): string =>
    `<th data-testid="beast-core-table-th"${attributes}><span>${name}</span></th>`;
  return `<!doctype html>
<!-- Synthetic test page for Preflight. Built from documented structure; not Temu's markup. -->
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>商品列表</title>
<link rel="icon" href="data:,">
<style>
body { margin: 0; padding: 20px; font: 14px/20px system-ui, sans-serif; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 8px 10px; border: 1px solid #e3e5e8; text-align: left; vertical-align: top; }
.TB_checkCell_5-999-0 { width: 40px; }
</style>
</head>
<body>
<script>localStorage.setItem('agentseller-mall-info-id', '600000000000001');</script>
<div id="sca-container-root"><div class="bg-shell-theme-mms">
  <div class="account-info_accountInfo__b2b2b"><div class="account-info_mallInfo__b5b5b"><span data-testid="beast-core-ellipsis">示例小店</span></div></div>
  <div class="index-module__routeName___c2c2c">商品列表<span class="index-module__drLabel___c3c3c">全球</span></div>
  <div id="container"><div id="__microapp_wrapper_for_temu_sca_goods__" data-name="temu-sca-goods" data-version="1.0.0">
    <microfy-head></microfy-head><div id="root"><div id="page_container_id">
<div data-testid="beast-core-table" class="TB_outerWrapper_5-999-0">
<div data-testid="beast-core-table-middle-header"><table><thead data-testid="beast-core-table-middle-thead">
<tr data-testid="beast-core-table-header-tr"><th rowspan="2" class="TB_checkCell_5-999-0"></th>${th('商品信息')}${th('SKU ID')}${th('商品规格')}${th('体积重量信息', ' colspan="2"')}${th('SKU货号')}${th('申报价格(CNY)')}</tr>
<tr data-testid="beast-core-table-header-tr">${th('卖家测量', '')}${th('平台测量参考', '')}</tr>
</thead></table></div>
<div data-testid="beast-core-table-middle-body"><table><tbody data-testid="beast-core-table-middle-tbody">
${body}
</tbody></table></div>
<ul data-testid="beast-core-pagination" data-status="beast-core-pagination-${rows}-1"><li class="PGT_totalText_5-999-0">共有 ${rows} 条</li></ul>
</div>
    </div></div>
  </div></div>
</div></div>
${script}
</body>
</html>
`;
}
