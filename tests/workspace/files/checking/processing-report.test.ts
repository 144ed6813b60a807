import { describe, expect, test } from 'vitest';
import { KnownListings } from '../../../../entrypoints/background/database/known-listings.ts';
import { checkFile } from '../../../../entrypoints/workspace/files/checking/check-file.ts';
import { type BulkScope, bulkContext } from '../../../../entrypoints/workspace/files/checking/context.ts';
import { presentProblem } from '../../../../entrypoints/workspace/files/checking/present.ts';
import { recognise } from '../../../../entrypoints/workspace/files/checking/recognise.ts';
import { recogniseProcessingReport } from '../../../../entrypoints/workspace/files/reading/processing-report.ts';

const { signal } = new AbortController();
const US: BulkScope = { marketplace: 'amazon', site: 'US', currency: 'USD', day: '2026-11-20', store: null };
const DECIDED = { off: [], severities: [], thresholds: [], ownChecks: [], entered: [], ignored: [] };

const SUMMARY = 'Feed Processing Summary:\n\tNumber of records processed\t\t3\n\tNumber of records successful\t\t1\n\n';
const HEADINGS = 'original-record-number\tsku\terror-code\terror-type\terror-message\n';

async function checked(text: string) {
  const file = await recognise(new File([text], 'report.txt'), { marketplace: null }, signal);
  const result = await checkFile(
    file,
    bulkContext(US, DECIDED, new KnownListings([], []), new Date('2026-11-20T18:00:00Z')),
    () => undefined,
  );
  const told = (language: 'en' | 'zh-CN') =>
    result.problems.map((problem, index) => {
      const { cell, name, sentence } = presentProblem(problem, index, result.headings, language, US);
      return [cell, name, sentence.map((part) => part.text).join('')] as const;
    });
  return { kind: file.layout.kind, counts: result.counts, told };
}

describe('a processing report', () => {
  test('explains each error code beside Amazon’s own message, and repeats no SKU', async () => {
    const { kind, counts, told } = await checked(
      `${SUMMARY}${HEADINGS}4\tDEMO-1\t8541\tError\tThe data of  SKU DEMO-1 conflicts.\n4\tDEMO-1\t5461\tError\tYou may not create ASINs.\n7\tDEMO-2\t\tWarning\t\n`,
    );
    expect([kind, counts.checked, [...counts.rules.keys()]]).toEqual([
      'processing-report',
      2,
      ['amazon/listing-error-explained'],
    ]);
    expect(told('en')).toMatchObject([
      [
        expect.stringMatching(/^[A-Z]6$/),
        'DEMO-1',
        expect.stringMatching(/8541.* Amazon’s message: “The data of SKU DEMO-1 conflicts\.”$/s),
      ],
      [
        expect.stringMatching(/^[A-Z]7$/),
        'DEMO-1',
        expect.stringMatching(/5461.* Amazon’s message: “You may not create ASINs\.”$/s),
      ],
    ]);
    expect(told('zh-CN')[1]?.[2]).toMatch(/5461.*亚马逊的提示原文：“You may not create ASINs\.”$/s);
  });

  test.each([
    ['its columns in another order', 'original-record-number|sku|error-type|error-code|error-message'],
    ['columns more', 'original-record-number|sku|error-code|error-type|error-message|field-name|batch'],
    ['no SKU, as of orders', 'original-record-number|order-id|order-item-id|error-code|error-type|error-message'],
    ['capitals', 'Original-Record-Number|SKU|Error-Code|Error-Type|Error-Message'],
    ['blanks behind its headings', 'original-record-number |sku |error-code |error-type |error-message '],
  ])('is known with %s', (_, headings) => {
    expect(recogniseProcessingReport([['Zusammenfassung'], [''], headings.split('|')])).toMatchObject({
      kind: 'processing-report',
      headingRow: 2,
      firstRow: 3,
    });
  });

  test('is not a table with a column of error codes', () => {
    expect(recogniseProcessingReport([['SKU', 'Title', 'Error code']])).toBeNull();
  });
});
