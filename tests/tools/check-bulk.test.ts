import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { guessedColumns } from '../../entrypoints/background/seller/import-mappings.ts';
import { bulkDecisions } from '../../entrypoints/background/workspace/bulk-places.ts';
import { tellsOfListings } from '../../entrypoints/workspace/files/checking/columns.ts';
import type { BulkScope } from '../../entrypoints/workspace/files/checking/context.ts';
import type {
  BulkFailure,
  BulkQuestion,
  BulkQuestions,
  FromBulkWorker,
  ToBulkWorker,
} from '../../entrypoints/workspace/files/checking/worker-messages.ts';
import { check } from './check-run.ts';
import { refusalSentence } from './check-sentences.ts';

// The command line and the workspace's bulk worker, side by side, on every sample of a file that there is.

const REPORTS = `${import.meta.dirname}/../reports`;
const files = readdirSync(REPORTS, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:txt|tsv|csv|xlsx|xls)$/u.test(path))
  .sort();
const DAY = '2026-11-30';

const template = readFileSync(join(REPORTS, 'amazon/flatfile_unified_feed256.tsv'), 'utf8');
/** Tables as sellers may have them, of which no sample lies there. */
const made: Readonly<Record<string, string | Uint8Array>> = {
  'below instructions.csv':
    'Stock list of November,,,\nPlease fill in every row,,,\n,,,\nSKU;x,Title,Price,Sale Price\nA,Mug best seller,18.50,20\n',
  'explained.tsv':
    'Seller SKU\tItem name\tPrice\tStock\nThe code you use for the product\tName that buyers see\tAmount in dollars\tUnits you have\n' +
    'A\tMug free shipping\t18.50\t4\n',
  'required.csv': 'SKU,Product Title,Your Price\nRequired,Required,Optional\nA,Mug 5 stars,abc\n',
  'semicolons-de-.csv':
    'Artikelnummer;Titel;Preis;Sale Price\nA;Tasse "best seller";1.018,50 €;1.100,00\nB;Tasse;12,5;?\n',
  'utf-16.txt': new Uint8Array(Buffer.from('\ufeffSKU\t标题\t价格\nA\tMug best seller 马克杯\t18.50\n', 'utf16le')),
  'temu goods.csv':
    'SKU ID,货号,商品名称,价格,建议申报价\n80000000001,mug a,马克杯,45.00,38.00\n80000000001,,马克杯,x,\n',
  'tiktok goods.csv':
    'SKU ID,Seller SKU,Product name,Price,Quantity,Main image\n17,MUG-1,Mug visit www.example.com,-3,1.0,https://example.org/a.jpg\n',
  'shifted.csv': 'sku,title,Your Price\nA,Mug, blue best seller,18.50\nB,Cup best seller,9.50\n',
  'two names.csv': 'sku,Title,Product Name,bullet1,bullet2\nA,Mug best seller,Mug,Soft!,"Click here"\nA,Mug,Mug,,\n',
  'only names.csv': 'sku,asin,colour code of ours\nA,B0DEMO0001,7\n',
  'none known.csv': 'aaa,bbb\nx,y\n',
  'open quote.csv': 'sku,title\nA,"Mug\n',
  'brackets.tsv': `sku\ttitle\t${'a[('.repeat(100_000)}\nA\tMug best seller\tx\n`,
  'uploaded twice.txt': `${template}${template.split('\n')[7] ?? ''}\n`,
};
const contentOf = (path: string) => made[path] ?? readFileSync(join(REPORTS, path));

const scopes: readonly (readonly [name: RegExp, scope: Omit<BulkScope, 'day' | 'store'>])[] = [
  [/tiktok|main-image/u, { marketplace: 'tiktok', site: 'US', currency: 'USD' }],
  [/temu/u, { marketplace: 'temu', site: 'global', currency: 'CNY' }],
  [/-de-/u, { marketplace: 'amazon', site: 'DE', currency: 'EUR' }],
  [/-jp-/u, { marketplace: 'amazon', site: 'JP', currency: 'JPY' }],
  [/-IN\b/u, { marketplace: 'amazon', site: 'IN', currency: 'INR' }],
  [/./u, { marketplace: 'amazon', site: 'US', currency: 'USD' }],
];
const scopeOf = (path: string): BulkScope => ({
  ...(scopes.find(([name]) => name.test(path))?.[1] as (typeof scopes)[number][1]),
  day: DAY,
  store: null,
});

interface Worker {
  postMessage(message: FromBulkWorker): void;
  onmessage?: (event: { readonly data: ToBulkWorker }) => void;
}

let answered: (message: FromBulkWorker) => void = () => undefined;
const worker: Worker = { postMessage: (message) => answered(message) };

beforeEach(async () => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  if (worker.onmessage) return;
  vi.stubGlobal('self', worker);
  await import('../../entrypoints/workspace/files/checking/worker.ts');
});

class Refused extends Error {
  readonly failure: BulkFailure;

  constructor(failure: BulkFailure) {
    super(failure.reason);
    this.failure = failure;
  }
}

function ask<Question extends BulkQuestion>(
  question: Question,
  asked: BulkQuestions[Question]['asked'],
): Promise<BulkQuestions[Question]['answer']> {
  return new Promise((resolve, reject) => {
    answered = (message) => {
      if (message.kind === 'answer') resolve(message.answer as never);
      if (message.kind === 'failed') reject(new Refused(message.failure));
    };
    worker.onmessage?.({ data: { id: 1, question, ...asked } as ToBulkWorker });
  });
}

interface Answer {
  readonly rows: number;
  /** Row, rule, level and sentence of every problem. */
  readonly problems: readonly (readonly [row: number, rule: string, level: string, sentence: string])[];
  readonly refused: string | null;
}

const inOrder = (problems: Answer['problems']) => problems.map((one) => one.join('\t')).sort();
const ASKS = 'None of its columns is known to say anything of a listing';
const refused = (sentence: string): Answer => ({ rows: 0, problems: [], refused: sentence });

/** The file is opened and checked as its form offers it, without a change by the seller. */
async function byBulkCheck(path: string): Promise<Answer> {
  const scope = scopeOf(path);
  try {
    const file = new File([contentOf(path) as BlobPart], basename(path));
    const { table, marketplace } = await ask('open', { file, marketplace: scope.marketplace, sheet: null });
    expect(marketplace).toBe(scope.marketplace);
    const said =
      table &&
      (await guessedColumns({ kind: 'guess-columns', headings: [...table.headings], marketplace, purpose: 'check' }));
    const columns = said?.columns ?? null;
    // The form has to be told first what the columns hold; the command line can only say so.
    if (said && !tellsOfListings(said.columns) && !said.isSettled.includes(true)) return refused(ASKS);
    const decided = await bulkDecisions(null);
    const { summary } = await ask('check', { scope, columns, decided, language: 'en', now: Date.now() });
    const filter = { rule: null, levels: [] };
    const { problems } = await ask('problems', { filter, language: 'en', from: 0, count: 100_000 });
    return {
      rows: summary.checked,
      problems: problems.map(({ row, rule, level, sentence }) => [
        row,
        rule,
        level,
        sentence.map(({ text }) => text).join(''),
      ]),
      refused: null,
    };
  } catch (error) {
    if (error instanceof Refused) return refused(refusalSentence(error.failure, 'en'));
    throw error;
  }
}

interface Written {
  readonly listings: readonly {
    readonly row: number;
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly sentence: string }[];
  }[];
  readonly totals: { readonly listings: number };
}

const folder = mkdtempSync(join(tmpdir(), 'check-bulk-'));
afterAll(() => rmSync(folder, { recursive: true }));

function copyOf(path: string): string {
  const copy = join(folder, path);
  writeFileSync(copy, made[path] ?? '');
  return copy;
}

async function byCommandLine(path: string): Promise<Answer> {
  const { marketplace, site } = scopeOf(path);
  const currency = marketplace === 'temu' ? ['--currency', 'CNY'] : [];
  const args = [
    path in made ? copyOf(path) : join(REPORTS, path),
    '--marketplace',
    marketplace,
    '--site',
    site,
    ...currency,
    '--day',
    DAY,
    '--format',
    'json',
  ];
  let out = '';
  const told: string[] = [];
  const code = await check(args, {
    input: Readable.from([]),
    out: (text) => {
      out += text;
    },
    tell: (sentence) => told.push(sentence),
  });
  if (code === 2) {
    const sentence = told.at(-1)?.replace('Cannot be checked: ', '') ?? '';
    return refused(sentence.startsWith(ASKS) ? ASKS : sentence);
  }
  const { listings, totals }: Written = JSON.parse(out);
  const problems = listings.flatMap(({ row, findings }) =>
    findings.map(({ rule, severity, sentence }) => [row, rule, severity, sentence] as const),
  );
  expect(code).toBe(problems.some(([, , level]) => level === 'error') ? 1 : 0);
  return { rows: totals.listings, problems, refused: null };
}

test.each([...files, ...Object.keys(made)])(
  '%s is read and judged alike by Bulk check and the command line',
  async (path) => {
    const [bulk, line] = [await byBulkCheck(path), await byCommandLine(path)];
    expect(line.refused).toBe(bulk.refused);
    expect(line.rows).toBe(bulk.rows);
    expect(inOrder(line.problems)).toEqual(inOrder(bulk.problems));
  },
);

test('among the samples are files that are checked with problems, without, and refused', async () => {
  const answers = await Promise.all(files.map(byCommandLine));
  expect(answers.filter(({ problems }) => problems.length > 0).length).toBeGreaterThan(10);
  expect(answers.filter(({ problems, rows }) => problems.length === 0 && rows > 0).length).toBeGreaterThan(2);
  expect(answers.filter((answer) => answer.refused !== null).length).toBeGreaterThan(5);
});
