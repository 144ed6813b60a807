import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { columnOf } from '../../entrypoints/background/understanding/headings.ts';
import { cellValue, jsonValue } from '../../entrypoints/workspace/files/reading/cells.ts';
import type { WireFacts } from '../../rules/engine/facts.ts';
import { cellOf, listingsOf, type Measured, seeded } from '../bench/rules-listings.ts';
import { openStream } from './check-input.ts';
import { linesOf } from './check-lines.ts';
import { check as checkWith } from './check-run.ts';

/** Starts processes, which takes its time on a busy machine. */
const SLOW = { timeout: 120_000 };
const CHECK = new URL('./check.ts', import.meta.url).pathname;
const AMAZON = ['--marketplace', 'amazon', '--site', 'US', '--day', '2026-12-01'];

const folder = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly told: string;
}

function run(command: string, args: readonly string[], input: string | Uint8Array): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args);
    const [out, told]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => told.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: text(out), told: text(told) }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');

/** As a process of its own, which takes seconds. */
function started(args: readonly string[], input: string | Uint8Array = ''): Promise<Ran> {
  return run(process.execPath, [CHECK, ...args], input);
}

async function check(args: readonly string[], input: string | Uint8Array = ''): Promise<Ran> {
  let out = '';
  const told: string[] = [];
  const code = await checkWith(args, {
    input: Readable.from(input.length === 0 ? [] : [Buffer.from(input)]),
    out: (text) => {
      out += text;
    },
    tell: (sentence) => told.push(`${sentence}\n`),
  });
  return { code, out, told: told.join('') };
}

function checkFile(name: string, content: string | Uint8Array, ...args: string[]): Promise<Ran> {
  const file = join(folder, name);
  writeFileSync(file, content);
  return check([file, ...AMAZON, ...args]);
}

const lines = ({ out }: Ran) => out.split('\n').filter(Boolean);
const answers = (ran: Ran) => lines(ran).map((line) => JSON.parse(line));

describe('headings', () => {
  test.each([
    ['yourPrice', 'yourPrice'],
    ['YOURPRICE', 'yourPrice'],
    ['Your Price', 'yourPrice'],
    ['your_price', 'yourPrice'],
    ['Was Price', 'wasPrice'],
    ['促销价', 'salePrice'],
    [' title ', 'title'],
    ['五点', 'bullets'],
    ['is_vendor', 'isVendor'],
  ])('%s is %s', (heading, fact) => {
    expect(columnOf(heading, 'amazon')).toEqual({ holds: 'fact', fact });
  });

  test('bullets may have a column each', () => {
    expect(columnOf('Bullet 3', 'amazon')).toEqual({ holds: 'bullet', number: 3 });
    expect(columnOf('bullet1', 'amazon')).toEqual({ holds: 'bullet', number: 1 });
    expect(columnOf('五点2', 'amazon')).toEqual({ holds: 'bullet', number: 2 });
  });

  test('a label that marketplaces have in common means the fact that matters on this one', () => {
    expect(columnOf('参考价', 'amazon')).toEqual({ holds: 'fact', fact: 'referencePrice' });
    expect(columnOf('参考价', 'temu')).toEqual({ holds: 'fact', fact: 'comparablePrice' });
  });

  test('a label that matters on another marketplace only is unknown, and so is any other word', () => {
    expect(columnOf('申报价格', 'amazon')).toEqual({ holds: 'unknown' });
    expect(columnOf('foo', 'amazon')).toEqual({ holds: 'unknown' });
    expect(columnOf('constructor', 'amazon')).toEqual({ holds: 'unknown' });
  });
});

describe('cells', () => {
  test('an empty cell is not known, unless it is said to be empty; "?" is never known', () => {
    expect(cellValue('salePrice', ' ', 'unknown')).toBeUndefined();
    expect(cellValue('salePrice', '', 'empty')).toBeNull();
    expect(cellValue('salePrice', '?', 'empty')).toBeUndefined();
  });

  test('each kind is read as people write it, and what is none is left for the facts to refuse', () => {
    expect(cellValue('isMedia', '是', 'unknown')).toBe(true);
    expect(cellValue('isMedia', 'No', 'unknown')).toBe(false);
    expect(cellValue('isMedia', 'perhaps', 'unknown')).toBe('perhaps');
    expect(cellValue('couponPercent', '15 %', 'unknown')).toBe('15');
    expect(cellValue('bullets', '["a","b"]', 'unknown')).toEqual(['a', 'b']);
    expect(cellValue('bullets', '[a', 'unknown')).toBe('[a');
    expect(cellValue('now', '2026-12-01 09:30', 'unknown')).toBe('2026-12-01T09:30');
  });

  test('numbers of JSON become the decimals they were written as', () => {
    expect(jsonValue('yourPrice', 18.5)).toBe('18.5');
    expect(jsonValue('yourPrice', 0.1 + 0.2)).toBe(0.1 + 0.2);
    expect(jsonValue('quantity', 3)).toBe(3);
    expect(jsonValue('skus', [{ declaredPrice: 1.1, orders30d: 2 }])).toEqual([{ declaredPrice: '1.1', orders30d: 2 }]);
    expect(jsonValue('sitePrices', { US: 2.5 })).toEqual({ US: '2.5' });
    expect(jsonValue('salePrice', null)).toBeNull();
  });
});

describe('files', () => {
  async function* chunks(content: string | Uint8Array, size: number) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }

  async function rowsOf(content: string | Uint8Array, size = 7) {
    const input = await openStream(chunks(content, size), null);
    const rows: (readonly string[])[] = [];
    if (input.kind !== 'tables') return rows;
    // Once to see what it is, once to read it through.
    const [first] = input.tables;
    for await (const _ of first?.table.rows() ?? []) break;
    for await (const batch of first?.table.rows() ?? []) rows.push(...batch);
    return rows;
  }

  test.each([
    ['commas', 'sku,title\r\na,"one, ""two""\nthree"\r\nb,水杯\r\n'],
    ['semicolons', 'sku;title\na;"one, ""two""\nthree"\nb;水杯'],
    ['a byte order mark', '\ufeffsku,title\na,"one, ""two""\nthree"\nb,水杯\n'],
  ])('standard input with %s, in chunks that cut characters', async (_, content) => {
    expect(await rowsOf(content)).toEqual([
      ['sku', 'title'],
      ['a', 'one, "two"\nthree'],
      ['b', '水杯'],
    ]);
  });

  test('standard input longer than its beginning is read to its end, and twice where it is looked at first', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => [`SKU-${index}`, `水杯 ${index}, "blue"`]);
    const table = rows.map(([sku, title]) => `${sku}\t${title}`).join('\n');
    expect(await rowsOf(`sku\ttitle\n${table}\n`, 65_536)).toEqual([['sku', 'title'], ...rows]);
  });

  test('lines of JSON, one of them none', async () => {
    const found: unknown[] = [];
    for await (const { row, facts } of linesOf(chunks('{"sku":"a"}\n\n[1]\n{"sku":"水"}', 5))) found.push([row, facts]);
    expect(found).toEqual([
      [1, { sku: 'a' }],
      [3, null],
      [4, { sku: '水' }],
    ]);
  });
});

describe('the check of a file', SLOW, () => {
  const table = [
    'sku,Your Price,Sale Price,title,foo,bullet1,bullet2',
    'MUG-1,18.50,20.00,"Mug, with ""handle""",x,Soft,"Easy to',
    'wash"',
    'MUG-2,abc,,Mug,y,,',
  ].join('\n');

  test('tells each problem in words, names unknown columns once and cells that are not understood', async () => {
    const { code, out, told } = await checkFile('a.csv', `${table}\n`);
    expect(out).toMatch(/MUG-1 {2}\(row 2\)\n(?:.*\n)*? {2}warning {2}The sale price \$20\.00 is not below/);
    expect(out).toMatch(/2 listings for amazon US on 2026-12-01: 0 errors, 2 warnings, \d+ advice, 1 not understood/);
    expect(out).toMatch(/MUG-2 {2}\(row 3\)\n {2}unknown {2}“abc” could not be read as Your Price/);
    expect(told.match(/"foo"/g)).toHaveLength(1);
    expect(code).toBe(0);
  });

  test('errors make it exit with 1, and can be all that is shown, in Chinese', async () => {
    const long = `sku,title,isMedia\nA,${'word '.repeat(40)},no\n`;
    const { code, out } = await checkFile('b.csv', long, '--severity', 'error', '--lang', 'zh-CN');
    expect(code).toBe(1);
    expect(out).toMatch(/error {4}标题超了 124 个字符（199\/75）/);
    expect(out).not.toMatch(/^ {2}(?:warning|info)/m);
    const other = await checkFile('b.csv', long, '--rule', 'amazon/bullet');
    expect(other.code).toBe(0);
  });

  test('JSON has sentences and what would pass; CSV has a row for each', async () => {
    const args = ['--rule', 'amazon/sale-price-not'];
    const json = JSON.parse((await checkFile('a.csv', table, ...args, '--format', 'json')).out);
    expect(json.totals).toMatchObject({ listings: 2, warning: 1 });
    expect(json.listings[0]).toMatchObject({ row: 2, id: 'MUG-1' });
    expect(json.listings[0].findings[0]).toMatchObject({
      rule: 'amazon/sale-price-not-below-price',
      severity: 'warning',
      fix: { maxPrice: '18.49' },
    });
    expect(json.listings[0].findings[0].sentence).toContain('$18.49');
    expect(json.listings[1]).toMatchObject({ notUnderstood: ['yourPrice'], unknown: [{ missing: ['yourPrice'] }] });
    const csv = (await checkFile('a.csv', table, ...args, '--format', 'csv')).out.split('\n');
    expect(csv[0]).toBe('row,id,rule,outcome,severity,item,sentence,missing,values,fix');
    expect(csv[1]).toMatch(/^2,MUG-1,amazon\/sale-price-not-below-price,violation,warning,,The sale price/);
    expect(csv[2]).toBe('3,MUG-2,amazon/sale-price-not-below-price,unknown,,,,yourPrice,,');
  });

  test.each([
    ['an unknown site', ['x.csv', '--marketplace', 'amazon', '--site', 'XX'], '--site is one of US, CA'],
    ['no such day', ['x.csv', ...AMAZON.slice(0, 4), '--day', '2026-02-30'], '--day 2026-02-30 is not a day'],
    ['no currency', ['x.csv', '--marketplace', 'temu', '--site', 'global'], '--currency CNY'],
    ['an unknown option', ['x.csv', ...AMAZON, '--oops'], '--oops'],
    ['no file', ['nowhere.csv', ...AMAZON], 'There is no such file.'],
  ])('%s is said in a sentence, and it exits with 2', async (_, args, sentence) => {
    const { code, out, told } = await check(args);
    expect(told).toContain(sentence);
    expect(told).not.toMatch(/\n\s+at /);
    expect([code, out]).toEqual([2, '']);
  });

  test.each([
    ['none of the headings known', 'a,b\n1,2\n', 'None of its columns is known to say anything of a listing: a, b.'],
    ['nothing but names of listings', 'sku,asin,foo\n1,B0DEMO0001,2\n', 'None of its columns is known'],
    ['no headings', '12,7\n3,1\n', 'No row of headings was found. It begins with: 12, 7.'],
    ['an open quote', 'sku,title\n1,"abc\n', 'A quotation mark in row 2 is never closed.'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'This is a picture.'],
    ['nothing', '', 'The file is empty.'],
    ['orders', 'amazon-order-id\tpurchase-date\torder-status\tsku\n0-1\t2026-10-01\tShipped\tA\n', 'orders report'],
    ['a settlement', 'settlement-id,amount-type,amount,sku\n9,ItemPrice,2.00,A\n', 'settlement report'],
    ['two columns for one fact', 'title,Title\na,b\n', 'are both title'],
    ['broken JSON', '{"sku":"a"}\n{"sku"\n', 'Line 2 is not a JSON object.'],
  ])('%s is said in a sentence, and it exits with 2', async (_, content, sentence) => {
    const { code, told } = await checkFile('c.csv', content);
    expect(told).toContain(`Cannot be checked: `);
    expect(told).toContain(sentence);
    expect(told).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });
});

test('the command runs as a process of its own, with its answer, its remarks and its exit code', SLOW, async () => {
  const file = join(folder, 'process.csv');
  writeFileSync(file, 'sku,title,foo\nA,Mug best seller,x\n');
  const ran = await started([file, ...AMAZON]);
  expect(ran).toMatchObject({ code: 1, told: 'Column "foo" is not known and left out.\n' });
  expect(ran.out).toContain('best seller');
  expect((await started(['nowhere.csv', ...AMAZON])).code).toBe(2);
});

describe('what the file itself says', SLOW, () => {
  test('a comma within a text shifts its row, which is not checked', async () => {
    const { out, code } = await checkFile('d.csv', 'sku,title,Your Price\nA,Mug, blue,18.50\nB,Cup,9.50\n');
    expect(out).toContain('This row has 4 cells and the table 3 headings');
    expect(code).toBe(0);
  });

  test('no cell of the CSV begins as a formula does', async () => {
    const table = 'sku,title\n=1+1,Mug best seller\n@A,Mug best seller\n-B,Mug best seller\n';
    const { out } = await checkFile('e.csv', table, '--format', 'csv', '--rule', 'amazon/title-promotional');
    const ids = out
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1]);
    expect(ids).toEqual(["'=1+1", "'@A", "'-B"]);
  });

  test('rows above the headings and explanations below them are named, and a workbook has its sheets', async () => {
    const table =
      'Stock list of November,,\n,,\nsku,title,Your Price\nRequired,Required,Optional\nA,Mug best seller,18.50\n';
    const { out, told } = await checkFile('f.csv', table);
    expect(told).toContain(
      'Headings in row 3. Row 1 stands above them and is not checked. Row 4 explains the columns and is no listing.',
    );
    expect(out).toMatch(/A {2}\(row 5\)/);
    expect(out).toContain('1 listings');
    const wrong = await checkFile('f.csv', table, '--sheet', 'Template');
    expect(wrong).toMatchObject({ code: 2, told: expect.stringContaining('It has no sheets.') });
  });

  test.each([300_000, 1_000_000])('a first line of %d characters is answered shortly', async (length) => {
    const start = performance.now();
    const { told } = await checkFile('g.tsv', `${'x'.repeat(length)}\nA\n`);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(told.length).toBeLessThan(400);
    const brackets = await checkFile('h.tsv', `sku\ttitle\t${'a[('.repeat(length / 3)}\nA\tMug best seller\tx\n`);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(brackets.out).toContain('best seller');
    expect(brackets.told.length).toBeLessThan(400);
  });
});

describe('the stream', SLOW, () => {
  test('answers each line in order with one of its own, whatever the line is', async () => {
    const input = '{"sku":"a","yourPrice":10,"salePrice":12.5}\nnonsense\n{"asin":"B0DEMO0001","yourPrice":"x"}\n{}\n';
    const ran = await check(['-', ...AMAZON, '--rule', 'amazon/sale-price-not'], input);
    expect(answers(ran)).toEqual([
      {
        id: 'a',
        findings: [
          {
            rule: 'amazon/sale-price-not-below-price',
            outcome: 'violation',
            severity: 'warning',
            message: 'problem',
            values: { salePrice: '12.50', yourPrice: '10.00' },
            fix: { maxPrice: '9.99' },
          },
        ],
        unknown: [],
        notUnderstood: [],
      },
      { id: null, error: 'not a JSON object' },
      {
        id: 'B0DEMO0001',
        // What the file itself says is asked for by no rule's name.
        findings: [],
        unknown: [{ rule: 'amazon/sale-price-not-below-price', missing: ['yourPrice'] }],
        notUnderstood: ['yourPrice'],
      },
      {
        id: null,
        findings: [],
        unknown: [{ rule: 'amazon/sale-price-not-below-price', missing: ['yourPrice'] }],
        notUnderstood: [],
      },
    ]);
    expect(ran.code).toBe(0);
  });

  test('names listings by a chosen column, and by row where it is asked to', async () => {
    const ran = await check(['-', ...AMAZON, '--id', 'our number', '--rows'], 'our number,title\n7,Mug\n8,Cup\n');
    expect(answers(ran).map(({ id, row }) => [id, row])).toEqual([
      ['7', 2],
      ['8', 3],
    ]);
    expect(ran.told).toBe('');
  });

  test('nothing in, nothing out', async () => {
    expect(await check(['-', ...AMAZON])).toEqual({ code: 0, out: '', told: '' });
  });
});

describe('four shards', SLOW, () => {
  const COUNT = 300;
  const places: Record<Measured, string[]> = {
    amazon: AMAZON,
    temu: ['--marketplace', 'temu', '--site', 'global', '--currency', 'CNY', '--day', '2026-12-01'],
    tiktok: ['--marketplace', 'tiktok', '--site', 'US', '--day', '2026-12-01'],
  };
  const hasParallel = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel');

  const listings = (marketplace: Measured) => [...listingsOf(marketplace, COUNT, seeded(7))];
  const asJsonLines = (all: readonly WireFacts[]) => all.map((facts) => JSON.stringify(facts));

  function asTable(all: readonly WireFacts[]): { heading: string; rows: string[] } {
    const names = [...new Set(all.flatMap((facts) => Object.keys(facts)))] as (keyof WireFacts)[];
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    return {
      heading: names.join(','),
      rows: all.map((facts) => names.map((name) => quoted(cellOf(facts[name]))).join(',')),
    };
  }

  async function sharded(heading: string | null, rows: readonly string[], args: readonly string[]): Promise<string> {
    const command = [process.execPath, CHECK, '-', ...args];
    const size = Math.ceil(rows.length / 4);
    if (hasParallel) {
      const header = heading === null ? [] : ['--header', ':'];
      const options = ['--will-cite', '--pipe', '-k', '-j4', `-N${size}`, ...header];
      const input = [...(heading === null ? [] : [heading]), ...rows].join('\n');
      const ran = await run('parallel', [...options, ...command], `${input}\n`);
      expect([ran.code, ran.told]).toEqual([0, '']);
      return ran.out;
    }
    const shards = [0, 1, 2, 3].map((shard) => rows.slice(shard * size, (shard + 1) * size));
    const outs = await Promise.all(
      shards.map((shard) => started(['-', ...args], [...(heading === null ? [] : [heading]), ...shard].join('\n'))),
    );
    return outs.map(({ out }) => out).join('');
  }

  test.each(Object.keys(places) as Measured[])(
    'give the lines of one run over %s, as lines of JSON',
    async (marketplace) => {
      const rows = asJsonLines(listings(marketplace));
      const whole = await check(['-', ...places[marketplace]], rows.join('\n'));
      expect(answers(whole).map(({ id }) => id)).toEqual(rows.map((_, index) => `${marketplace}-${index + 1}`));
      expect(answers(whole).some(({ findings }) => findings.length > 0)).toBe(true);
      expect(await sharded(null, rows, places[marketplace])).toBe(whole.out);
    },
  );

  test('give the lines of one run over a table, each with its headings', async () => {
    const { heading, rows } = asTable(listings('amazon'));
    const whole = await check(['-', ...AMAZON], [heading, ...rows].join('\n'));
    expect(lines(whole)).toHaveLength(COUNT);
    expect(await sharded(heading, rows, AMAZON)).toBe(whole.out);
    // What a table says and what the same lines of JSON say is the same.
    expect((await check(['-', ...AMAZON], asJsonLines(listings('amazon')).join('\n'))).out).toBe(whole.out);
  });
});

describe('a look ahead', () => {
  const longTitle = `sku,title,isMedia\nA-1,${'x'.repeat(105)},no\n`;

  test('says from which day a rule will find something in the listing as it is', SLOW, async () => {
    const ran = await checkFile('ahead.csv', longTitle, '--day', '2026-07-01', '--until', '2026-07-27');
    expect(ran.out).toContain('from 2026-07-27: ');
    expect(ran.out).toContain('amazon/title-length');
    const before = await checkFile('ahead.csv', longTitle, '--day', '2026-07-01', '--until', '2026-07-26');
    expect(before.out).not.toContain('2026-07-27');
  });

  test('is in every line of a stream that asks for it, and only there', SLOW, async () => {
    const asked = ['--stream', '--day', '2026-07-01'];
    const [line] = answers(await checkFile('ahead.csv', longTitle, ...asked, '--until', '2026-12-31'));
    expect(line.upcoming).toContainEqual(
      expect.objectContaining({ day: '2026-07-27', rule: 'amazon/title-length', before: 'ok', after: 'violation' }),
    );
    const [plain] = answers(await checkFile('ahead.csv', longTitle, ...asked));
    expect(plain).not.toHaveProperty('upcoming');
  });

  test('to a day that is not ahead is refused', SLOW, async () => {
    const { code, told } = await checkFile('ahead.csv', longTitle, '--until', '2026-12-01');
    expect(code).toBe(2);
    expect(told).toContain('is not a day after 2026-12-01');
  });
});
