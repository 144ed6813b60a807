import { describe, expect, test } from 'vitest';
import type { Row } from '../../../../entrypoints/workspace/files/reading/rows-of-text.ts';
import { openTable } from '../../../../entrypoints/workspace/files/reading/table.ts';
import { encoded } from './encoded.ts';
import { imported } from './imported.ts';

const never = new AbortController().signal;

async function rowsOf(content: string | Uint8Array): Promise<Row[]> {
  const table = await openTable(new File([content as BlobPart], 'export.xls'), never);
  const rows: Row[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  return rows;
}

const page = (table: string, head = '') => `<html><head>${head}</head><body>${table}</body></html>`;
const ERP = page(
  '<table><tr><th>SKU</th><th>成本价</th></tr><tr><td>DEMO-1</td><td>12.50</td></tr></table>',
  '<meta http-equiv="Content-Type" content="text/html;charset=UTF-8">',
);

describe('a table in a page of HTML', () => {
  test('is taken in as a table of the seller’s own', async () => {
    const { taken, asked } = await imported(
      ERP,
      () => ({ marketplace: 'amazon', site: 'US', currency: 'USD', columns: ['sku', 'unitCost'] }),
      '13-erp-export.xls',
    );
    expect(asked?.headings).toEqual(['SKU', '成本价']);
    expect([taken.rows, [...(taken.table?.content.listings.values() ?? [])]]).toEqual([
      1,
      [{ listing: 'sku:DEMO-1', sku: 'DEMO-1', asin: null, facts: { unitCost: '12.50' } }],
    ]);
  });

  test.each([
    ['its bytes', ERP],
    ['a mark', encoded(ERP, 'utf-8', true)],
    ['a mark of UTF-16', encoded(ERP, 'utf-16le', true)],
    ['its name, which is right', encoded(ERP.replace('UTF-8', 'gb2312'), 'gb18030')],
    ['its bytes, where its name is wrong', encoded(ERP, 'gb18030')],
  ])('is read in the encoding of %s', async (_, content) => {
    expect(await rowsOf(content)).toEqual([
      ['SKU', '成本价'],
      ['DEMO-1', '12.50'],
    ]);
  });

  test.each([
    [
      'entities',
      '<td>M&amp;M &lt;3&#33; &#x4E2D;&euro;&nbsp;</td><td>&uuml;&Uuml;&#150;&nosuch;&amp;lt;</td>',
      ['M&M <3! 中€', 'üÜ–&nosuch;&lt;'],
    ],
    ['blanks and breaks', '<td> a\n  b<br>c<p>d</p></td><td>\t</td>', ['a b c d', '']],
    ['tags in a cell', '<td><b>Big</b> <font color=red>mug</font></td><td><a href="x>y">1</a></td>', ['Big mug', '1']],
    [
      'comments and conditions',
      '<td><!-- <td>no</td> -->a</td><td><!--[if gte mso 9]><xml>x</xml><![endif]-->b</td>',
      ['a', 'b'],
    ],
    ['scripts and styles', '<td><script>"<td>"</script>a</td><td><style>td{}</style>b</td>', ['a', 'b']],
    ['no closing tags', '<td>a<td>b', ['a', 'b']],
    ['a cell of two columns', '<td colspan=2>a</td><td>b</td>', ['a', '', 'b']],
    [
      'text whose zeros are kept',
      '<td style="mso-number-format:\'\\@\'">="00123"</td><td x:num="1">1.00</td>',
      ['00123', '1.00'],
    ],
    ['capitals', '<TD ALIGN="LEFT">a</TD><Td>b</tD>', ['a', 'b']],
    ['a stray bracket', '<td>3 < 4 & 5 > 2</td><td>b</td>', ['3 < 4 & 5 > 2', 'b']],
  ])('with %s', async (_, cells, row) => {
    expect((await rowsOf(page(`<table><tr><th>A<th>B</tr><tr>${cells}</tr></table>`)))[1]).toEqual(row);
  });

  test('says what a cell says of several rows in each of them', async () => {
    const rows = await rowsOf(
      page(
        '<table><tr><th>Title<th>SKU<th>Cost</tr><tr><td rowspan="2">Mug</td><td>A<td>1</tr><tr><td>B<td>2</tr><tr><td>Plate<td>C<td>3</table>',
      ),
    );
    expect(rows.slice(1)).toEqual([
      ['Mug', 'A', '1'],
      ['Mug', 'B', '2'],
      ['Plate', 'C', '3'],
    ]);
  });

  test('is the one that says most, within another and beside others', async () => {
    const inner = '<table><tr><td>SKU<td>Cost</tr><tr><td>A<td>1</tr><tr><td>B<td>2</tr></table>';
    const rows = await rowsOf(
      page(`<table><tr><td>Menu</td></tr><tr><td>${inner}</td></tr></table><table><tr><td>x<td>y</table>`),
    );
    expect(rows).toEqual([
      ['SKU', 'Cost'],
      ['A', '1'],
      ['B', '2'],
    ]);
  });

  test('of Excel’s XML of 2003 keeps its places', async () => {
    const rows = await rowsOf(
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="1"><Table><Row><Cell><Data ss:Type="String">SKU</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">成本</Data></Cell></Row><Row ss:Index="4"><Cell ss:MergeAcross="1"><Data ss:Type="String">A &amp; B</Data></Cell><Cell><Data ss:Type="Number">1.5</Data></Cell></Row></Table></Worksheet></Workbook>`,
    );
    expect(rows).toEqual([['SKU', '', '成本'], [], [], ['A & B', '', '1.5']]);
  });

  test('gives its rows in batches, none lost', async () => {
    const rows = await rowsOf(
      page(`<table>${Array.from({ length: 12_001 }, (_, row) => `<tr><td>S${row}<td>1`).join('')}</table>`),
    );
    expect([rows.length, rows[5_000], rows.at(-1)]).toEqual([12_001, ['S5000', '1'], ['S12000', '1']]);
  });

  test.each([
    ['a page to sign in', 'web-page', '<!DOCTYPE html><html><body><form><table><tr><td>User</td></tr></table></form>'],
    ['an empty table', 'web-page', page('<table></table>')],
    ['only headings', 'web-page', page('<table><tr><th>SKU<th>Cost</table>')],
    ['a page saved with its pictures', 'web-page', 'MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\n'],
    ['an error in XML', 'web-page', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
    [
      'cells without end',
      'too-large',
      page(`<table><tr>${'<td rowspan=10000 colspan=16384>x'.repeat(3)}</tr>${'<tr>'.repeat(2_000)}</table>`),
    ],
  ])('is not in %s', async (_, reason, content) => {
    await expect(rowsOf(content)).rejects.toMatchObject({ name: 'UnreadableTable', reason });
  });

  test('is read once over, however its tags and quotes are broken', async () => {
    const start = performance.now();
    const broken = ['<td title="x>', "<td a='", '<', '<!--', '<script>', '&#', '<![CDATA['];
    for (const piece of broken)
      await rowsOf(page(`<table><tr><td>a<td>b<tr><td>c<td>d</table>${piece.repeat(200_000)}`));
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});
