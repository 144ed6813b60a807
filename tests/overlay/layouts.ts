import { testPage } from '../tools/pages.ts';

/** A way in which consoles lay out one and the same list of orders. */
export interface Laid {
  readonly name: string;
  readonly html: string;
  /** What scrolls the list; the page itself where nothing else does. */
  readonly scroller?: string;
  readonly across?: true;
}

const { html: tall, address: listAddress } = testPage('temu/order-price/tall-rows-zh-cn');

export const address = listAddress;

const ROWS = 8;
const [firstRow = ''] = /<tr data-testid="beast-core-table-body-tr".*?<\/tr>/s.exec(tall) ?? [];

/** The page of tall rows with more of them, of another height and style. */
function list({ height = 110, css = '', around = (table: string) => table, foot = '' }): string {
  const rows = Array.from({ length: ROWS }, (_, index) =>
    firstRow
      .replaceAll('0000001<', `000010${index}<`)
      .replace('80000000001', `8000000010${index}`)
      .replace('MUG-A', `MUG-${index}`)
      .replace('17.90', `17.9${index}`)
      .replace('height:260px', `height:${height}px`),
  ).join('');
  const withRows = tall.replace(/(<tbody[^>]*>).*(<\/tbody>)/s, (_, start, end) => `${start}${rows}${end}${foot}`);
  const withStyle = withRows.replace('</style>', `${css}</style>`);
  return withStyle.replace(/<div data-testid="beast-core-table">.*<\/table><\/div><\/div>/s, (table) => around(table));
}

const HEADER = '<div style="position:fixed;z-index:9;top:0;left:0;right:0;height:56px;background:#eef">示例页头</div>';
const SUBMIT = '<button type="button" style="width:120px;height:36px">提交</button>';

/** None of them is a saved page: what they share with consoles is the way in which parts stay, scroll and cover. */
export const layouts: readonly Laid[] = [
  { name: 'tall rows', html: list({ height: 260 }) },
  {
    name: 'a fixed header and a fixed footer with a button',
    html: list({
      around: (table) =>
        `${HEADER}<div style="height:60px"></div>${table}<div style="height:200px"></div>` +
        `<div style="position:fixed;bottom:0;left:0;right:0;height:64px;background:#fff;text-align:right;border-top:1px solid">${SUBMIT}</div>`,
    }),
  },
  {
    name: 'a header that sticks under a fixed one',
    html: list({
      css: 'thead th{position:sticky;top:56px;background:#fff;z-index:3}',
      around: (table) => `${HEADER}<div style="height:100px"></div>${table}<div style="height:700px"></div>`,
    }),
  },
  {
    name: 'a body that scrolls under its header and over its footer',
    scroller: '.scroller',
    html: list({
      css: '.scroller{height:420px;overflow:auto}.scroller table{width:820px!important}thead th{position:sticky;top:0;background:#fff;z-index:3}tfoot td{position:sticky;bottom:0;background:#fff}',
      foot: `<tfoot><tr><td colspan="8">${SUBMIT}</td></tr></tfoot>`,
      around: (table) => `<div class="scroller">${table}</div><p>合计 140.00</p>`,
    }),
  },
  {
    name: 'columns that stay while the others scroll',
    scroller: '.scroller',
    across: true,
    html: list({
      css:
        '.scroller{width:700px;overflow:auto}td:nth-child(2),th:nth-child(2){position:sticky;left:0;background:#ffd}' +
        'td:last-child,th:last-child{position:sticky;right:0;background:#ffd}',
      around: (table) => `<div class="scroller">${table}</div>`,
    }),
  },
  {
    name: 'a second table fixed over the first columns',
    scroller: '.scroller',
    across: true,
    html: list({
      css: '.frame{position:relative;width:800px}.scroller{overflow:auto}.twin{position:absolute;top:0;left:0;width:240px;background:#ffd;z-index:2}',
      around: (table) =>
        `<div class="frame"><div class="scroller">${table}</div><table class="twin"><tr style="height:37px"><th>单号</th></tr>${'<tr style="height:110px"><td>固定列</td></tr>'.repeat(ROWS)}</table></div>`,
    }),
  },
  {
    name: 'a drawer that slides in, scrolls and ends in a bar with a button',
    scroller: '.content',
    html: list({
      css:
        '.drawer{position:fixed;z-index:20;top:0;right:0;bottom:0;width:860px;background:#fff;display:flex;flex-direction:column;animation:slide .5s}' +
        '@keyframes slide{from{transform:translateX(100%)}}.content{flex:1;overflow:auto}.content table{width:820px!important}.bar{height:60px;border-top:1px solid}',
      around: (table) =>
        `<div style="position:fixed;inset:0;background:#0008;z-index:19"></div><div class="drawer"><div class="content">${table}</div><div class="bar">${SUBMIT}</div></div>`,
    }),
  },
  {
    name: 'cards in two columns',
    html: list({
      css: 'thead{display:none}tbody{display:grid;grid-template-columns:1fr 1fr;gap:8px}tbody tr{display:grid;grid-template-columns:1fr 1fr;height:auto!important}',
    }),
  },
  {
    name: 'amounts side by side in narrow columns',
    html: list({
      height: 40,
      css: 'table{width:860px!important}td,th{padding:2px 4px}td:nth-child(4) p,td:nth-child(3) p{display:inline}',
    }),
  },
  { name: 'a page at 150 %', html: list({ css: 'body{zoom:1.5}table{width:800px!important}' }) },
  {
    name: 'a document at 150 %',
    html: list({ css: 'html{zoom:1.5}table{width:800px!important}' }),
  },
  {
    name: 'a parent that is scaled',
    html: list({ around: (table) => `<div style="transform:scale(.8);transform-origin:0 0">${HEADER}${table}</div>` }),
  },
];
