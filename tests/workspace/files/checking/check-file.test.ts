import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KnownListings } from '../../../../entrypoints/background/database/known-listings.ts';
import type { BulkDecisions } from '../../../../entrypoints/background/messages/bulk.ts';
import type { ListingRow } from '../../../../entrypoints/background/rows/rows.ts';
import { checkFile, type FileResult } from '../../../../entrypoints/workspace/files/checking/check-file.ts';
import { layoutFor } from '../../../../entrypoints/workspace/files/checking/columns.ts';
import { type BulkScope, bulkContext } from '../../../../entrypoints/workspace/files/checking/context.ts';
import { exportCsv } from '../../../../entrypoints/workspace/files/checking/export.ts';
import { presentProblem, presentSummary } from '../../../../entrypoints/workspace/files/checking/present.ts';
import { recognise } from '../../../../entrypoints/workspace/files/checking/recognise.ts';
import type { WireFacts } from '../../../../rules/engine/facts.ts';

const { signal } = new AbortController();
const NOTHING_DECIDED: BulkDecisions = {
  ...{ off: [], severities: [], thresholds: [], ownChecks: [], entered: [], ignored: [] },
};
const US: BulkScope = { marketplace: 'amazon', site: 'US', currency: 'USD', day: '2026-11-20', store: null };
const NOBODY = new KnownListings([], []);

const sample = (name: string) => readFileSync(`${import.meta.dirname}/../../../reports/amazon/${name}`, 'utf8');

/** A listing of the store as its pages said it. */
function known(sku: string, asin: string, facts: WireFacts): ListingRow {
  const seen = Object.entries(facts).map(([name, value]) => [
    name,
    { value, page: 'amazon/manage-inventory', day: '2026-11-19' },
  ]);
  return { store: 's', listing: `sku:${sku}`, sku, asin, facts: Object.fromEntries(seen) };
}

interface Checked {
  readonly result: FileResult;
  /** "F6: sentence" of every problem. */
  readonly told: readonly string[];
}

async function checked(
  content: string,
  { scope = US, decided = NOTHING_DECIDED, listings = NOBODY } = {},
): Promise<Checked> {
  const file = await recognise(new File([content], 'file'), { marketplace: scope.marketplace }, signal);
  const context = bulkContext(scope, decided, listings, new Date('2026-11-20T18:00:00Z'));
  const layout = layoutFor(file.layout, { ...scope, columns: null });
  const result = await checkFile({ ...file, layout }, context, () => undefined);
  const told = result.problems.map((problem, index) => {
    const { cell, sentence } = presentProblem(problem, index, result.headings, 'en', scope);
    // Numbers and their signs are kept together by no-break spaces.
    return `${cell}: ${sentence.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('')}`;
  });
  return { result, told };
}

const coupons = sample('coupon_bulk_template.tsv').split('\n');
const withCoupon = (...cells: string[]) => `${coupons[0]}\n${cells.join('\t')}\n`;
const asins = (count: number) => Array.from({ length: count }, (_, index) => `B0DEMO${1000 + index}`).join('; ');

describe('a coupon spreadsheet', () => {
  test('tells for each product the smallest discount that passes, from what the store knows of it', async () => {
    const file = withCoupon(
      ...[asins(15), '% off', '10', '', 'Demo mug', '500', '2026-12-01', '2026-12-20', 'Yes', '', '', 'Standard'],
    );
    const listings = new KnownListings(
      [
        known('A', 'B0DEMO1000', { yourPrice: '32.00', wasPrice: '24.99' }),
        known('B', 'B0DEMO1001', { yourPrice: '20.00', wasPrice: '24.99' }),
        known('C', 'B0DEMO1002', { yourPrice: '40.00', wasPrice: '24.99' }),
      ],
      [],
    );
    const { told, result } = await checked(file, { listings });
    // 26% off 32.00 is 23.68, at most 95% of 24.99 = 23.7405; 25% off is 24.00 and is not.
    expect(told.filter((sentence) => sentence.includes('26%'))).toHaveLength(1);
    // 41% off 40.00 would be low enough, but no coupon is taken from more than 32.48: one finding, with the price that passes.
    expect(told.filter((sentence) => sentence.includes('$32.48') && sentence.includes('$26.37'))).toHaveLength(1);
    expect(told.filter((sentence) => sentence.includes('41%'))).toEqual([]);
    expect(result.problems.map(({ name }) => name)).not.toContain('B0DEMO1001 (B)');
    expect(result.counts.known).toBe(3);
  });

  test('takes the Was Price from imported orders where no page named it', async () => {
    const file = withCoupon(
      ...[asins(15), '% off', '10', '', 'Demo mug', '500', '2026-11-20', '2026-12-10', 'Yes', '', '', 'Standard'],
    );
    const days = [{ day: '2026-11-01', paid: [['20.00', 9]], promoted: [], business: [] }] as never;
    const listings = new KnownListings(
      [known('A', 'B0DEMO1000', { yourPrice: '32.00', salePrice: null })],
      [{ store: 's', sku: 'A', asin: 'B0DEMO1000', currency: 'USD', days }],
    );
    const { told } = await checked(file, { listings });
    expect(told.join('\n')).toContain('$26.00');
  });

  test('is recognised below its instructions, with its headings in German in any order', async () => {
    const file = [
      'Anleitung',
      '',
      'Coupontitel\tASIN-Liste\tRabatttyp (USD Rabatt oder prozentualer Rabatt)\tWert des Coupon-Rabatts für "% Rabatt"\tCoupon-Budget',
      `Demo !\t${asins(2)}\t% Rabatt\t4\t500`,
    ].join('\n');
    const { told } = await checked(file, { scope: { ...US, site: 'DE', currency: 'EUR' } });
    expect(told.some((sentence) => sentence.startsWith('D4:') && sentence.includes('4% off'))).toBe(true);
  });

  test('with more coupons than a file may hold is told once, at its last row', async () => {
    const row = coupons[1] ?? '';
    const { told } = await checked([coupons[0], ...Array<string>(101).fill(row)].join('\n'));
    expect(told.filter((sentence) => sentence.startsWith('A102:') && sentence.includes('100'))).toHaveLength(1);
  });
});

describe('a listing template', () => {
  const unified = sample('flatfile_unified_feed256.tsv').trimEnd().split('\n');
  const keys = unified[4]?.split('\t') ?? [];
  const row = (values: Readonly<Record<string, string>>) =>
    keys.map((key) => Object.entries(values).find(([part]) => key.includes(part))?.[1] ?? '').join('\t');
  const template = (...rows: string[]) => [...unified.slice(0, 6), ...rows].join('\n');
  const PRICE = '[audience=ALL]#1.our_price';

  test('leaves business prices alone', async () => {
    const { told } = await checked(
      template(
        row({ contribution_sku: 'A', item_name: 'Demo mug', [PRICE]: '18.50', '[audience=B2B]#1.our_price': 'x' }),
      ),
    );
    expect(told.join()).not.toContain('could not be read');
  });

  test('an empty cell says nothing in an update and is empty in a whole listing; a deletion is left out', async () => {
    const listing = { contribution_sku: 'A', item_name: 'Demo mug', [PRICE]: '18.50' };
    const bullets = async (action: string) =>
      (await checked(template(row({ ...listing, '::record_action': action })))).told.some((sentence) =>
        sentence.includes('No bullet is filled'),
      );
    expect(await bullets('Partial Update')).toBe(false);
    expect(await bullets('Create or Replace')).toBe(true);
    const { result } = await checked(template(row({ ...listing, '::record_action': 'Delete' })));
    expect(result.counts).toMatchObject({ checked: 0, leftOut: 1 });
  });

  test('never names an empty cell: what is known from the shop is said to come from there', async () => {
    const listings = new KnownListings(
      [known('A', 'B0DEMO1000', { yourPrice: '98.60', minSellerPrice: '10.00', maxSellerPrice: '50.00' })],
      [],
    );
    const update = { contribution_sku: 'A', item_name: 'Demo mug', '::record_action': 'Partial Update' };
    const empty = await checked(template(row(update)), { listings });
    const [bounds] = empty.told.filter((sentence) => sentence.includes('$50.00'));
    expect(bounds).toMatch(/^D7: /u);
    expect(bounds).toMatch(/Not in this row, but known from the shop: .*Your Price/u);
    const filled = await checked(template(row({ ...update, [PRICE]: '98.60' })), { listings });
    const [own] = filled.told.filter((sentence) => sentence.includes('$50.00'));
    expect(own).not.toMatch(/^D7: /u);
    expect(own).not.toContain('known from the shop');
    for (const { row: at, column } of [...empty.result.problems, ...filled.result.problems])
      expect(at === 7 && column !== null).toBe(true);
  });

  test('of the old form with two columns of one price that differ has no price', async () => {
    const legacy = sample('flatfile_legacy_fptcustom.tsv').trimEnd().split('\n');
    const cells = legacy[3]?.split('\t') ?? [];
    cells[22] = '99.00';
    const { told } = await checked([...legacy.slice(0, 3), cells.join('\t')].join('\n'));
    expect(told.join('\n')).toContain('Two columns hold “Your Price” and say different things');
  });

  test('is judged by the seller’s settings, and ignored findings stay hidden', async () => {
    const file = template(row({ contribution_sku: 'A', item_name: 'Demo mug best seller', [PRICE]: '18.50' }));
    const rules = async (decided: Partial<BulkDecisions>) => {
      const { result } = await checked(file, { decided: { ...NOTHING_DECIDED, ...decided } });
      return result.problems.map(({ rule, level }) => `${rule} ${level}`);
    };
    const rule = 'amazon/title-promotional-phrase';
    expect(await rules({})).toContain(`${rule} error`);
    expect(await rules({ severities: [[rule, 'info']] })).toContain(`${rule} info`);
    expect((await rules({ off: [rule] })).join()).not.toContain(rule);
    expect((await rules({ ignored: [JSON.stringify(['sku:A', rule, null])] })).join()).not.toContain(rule);
  });

  test('is judged for the day that is chosen', async () => {
    const file = template(row({ contribution_sku: 'A', item_name: 'Demo mug', [PRICE]: '18.50' }));
    const { result } = await checked(file, { scope: { ...US, day: '2023-01-01' } });
    expect(result.problems.every(({ finding }) => finding === null || finding.day === '2023-01-01')).toBe(true);
  });
});

test('no cell of a CSV begins as a formula does, the file’s own included, and numbers stay as they are', async () => {
  const file = await recognise(
    new File(['sku,title,price,your price,list price,note\n=A,+Demo best seller,-1,2,+3.50,"\t=1+1"\n'], 'f'),
    { marketplace: 'amazon' },
    signal,
  );
  const context = bulkContext(US, NOTHING_DECIDED, NOBODY, new Date('2026-11-20T18:00:00Z'));
  const layout = layoutFor(file.layout, { ...US, columns: null });
  const result = await checkFile({ ...file, layout }, context, () => undefined);
  const exporting = { layout: file.layout, table: file.table, result, scope: US, language: 'en' as const };
  const text = await (await exportCsv({ ...exporting, isWanted: () => true }, () => undefined)).text();
  const [, line = ''] = text.split('\r\n');
  expect(line.startsWith("'=A,'+Demo best seller,-1,2,+3.50,'\t=1+1,")).toBe(true);
  expect(line.replaceAll(/[+-]\d/gu, '')).not.toMatch(/(?:^|,)"?[=+@\t-]/);
});

test('facts that are computed are asked for by what they follow from', async () => {
  const { result } = await checked(`${coupons[0]}\n${coupons[1]}\n`);
  const missing = presentSummary(result.counts, 'en').missing.map(({ fact }) => fact);
  expect(missing).toContain('yourPrice');
  expect(missing).not.toContain('basePrice');
});

describe('a column of error codes', () => {
  const table = (heading: string, ...rows: string[]) => `SKU,Title,${heading}\n${rows.join('\n')}\n`;

  test.each(['Error code', 'error-code', 'Error Codes', '错误码', '报错代码'])(
    'is explained under %j',
    async (heading) => {
      const { told } = await checked(table(heading, 'DEMO-1,Demo mug,8566'));
      expect(told).toContainEqual(expect.stringMatching(/^C2: 8566: The brand does not match the barcode’s owner/));
    },
  );

  test('may have several in one cell, or a number as a spreadsheet writes it', async () => {
    const { told } = await checked(table('Error code', 'DEMO-1,Demo mug,"20005; 8572"', 'DEMO-2,Demo mug,"90,220"'));
    expect(told).toContainEqual(expect.stringMatching(/^C2: 8572: .+ 20005: .+/));
    expect(told).toContainEqual(expect.stringMatching(/^C3: 90220: A required attribute is missing/));
  });

  test('without a code is not read, and nothing is made up of it', async () => {
    const { told } = await checked(table('Error code', 'DEMO-1,Demo mug,rejected', 'DEMO-2,Demo mug,'));
    expect(told.filter((line) => line.includes('no public explanation'))).toEqual([]);
  });

  test('is that of the marketplace that is checked', async () => {
    const scope = { ...US, marketplace: 'tiktok' } as const;
    const { told } = await checked('Seller SKU,Title,错误码\nDEMO-1,Demo mug,12052104\n', { scope });
    expect(told).toContainEqual(expect.stringContaining('12052104: A required attribute is missing.'));
    const temu = { marketplace: 'temu', site: 'global', currency: 'CNY', day: '2026-11-20', store: null } as const;
    const other = await checked('SKU货号,商品名称,错误码\nDEMO-1,Demo mug,2000079\n', { scope: temu });
    expect(other.told).toContainEqual(expect.stringContaining('2000079: The declared price is above'));
  });
});
