import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesIn } from '../../../rules/measures/error-codes.ts';

describe('the codes in a cell', () => {
  test.each([
    ['90220', ['90220']],
    [' 8541 ', ['8541']],
    ['90220, 8541', ['90220', '8541']],
    ['90220；8541、99022', ['90220', '8541', '99022']],
    ['8541|8541\n8016', ['8541', '8016']],
    ['[8541]', ['8541']],
    ["'8541", ['8541']],
    ['["8541","90220"]', ['8541', '90220']],
    ['8541: error', ['8541']],
    ['Error 8541', ['8541']],
    ['（12052104）', ['12052104']],
    // As spreadsheets write numbers.
    ['8541.0', ['8541']],
    ['90,220', ['90220']],
    ['12,052,104', ['12052104']],
    ['TITLE_REPETITIVE', ['TITLE_REPETITIVE']],
    ['MAIN_IMG_LESS_THAN_5_IMAGES, 12052028', ['MAIN_IMG_LESS_THAN_5_IMAGES', '12052028']],
  ])('%j', (cell, codes) => {
    expect(codesIn(cell)).toEqual(codes);
  });

  test.each(['', '-', '0', 'Success', 'ERROR', 'title', 'B0EXAMPLE1', 'SKU-8541', '1234567890123', '12.5', '成功'])(
    'none in %j',
    (cell) => {
      expect(codesIn(cell)).toEqual([]);
    },
  );

  test('any codes in any of the usual separators come back, each once', () => {
    const code = fc.oneof(
      fc.integer({ min: 10, max: 999_999_999 }).map(String),
      fc.constantFrom('TITLE_REPETITIVE', 'MAIN_IMG_DUPLICATE', 'DESCRIPTION_INVALID'),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(code, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(', ', '; ', ' | ', '\n', '、', ' / '),
        (codes, between) => {
          expect(codesIn(codes.join(between))).toEqual(codes);
        },
      ),
    );
  });
});
