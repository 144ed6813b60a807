import { notApplicable, type Outcome, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { clipped } from '../../measures/phrases.ts';
import file from '../../policies/amazon/gtin-format.json' with { type: 'json' };

const policy = readPolicy(file, { lengths: 'table', tenCharacterTypes: 'texts' });

const DIGITS = /^\d+$/;
const SEPARATORS = /[\s\p{Pd}]+/gu;

/** GS1 check digit of the digits before it: weights 3 and 1 from the right, up to the next ten. */
function checkDigit(digits: string): string {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1)
    sum += Number(digits[digits.length - 1 - place]) * (place % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}

function isValid(gtin: string, lengths: readonly number[]): boolean {
  return lengths.includes(gtin.length) && DIGITS.test(gtin) && checkDigit(gtin.slice(0, -1)) === gtin.at(-1);
}

/** The identifier has 8, 12, 13 or 14 digits and ends with the GS1 check digit of the others. */
export default defineRule({
  id: 'amazon/gtin-format',
  topic: 'content',
  severity: 'error',
  needs: ['gtin'],
  uses: ['gtinType'],
  marks: ['gtin'],
  policy,
  check({ gtin: entered, gtinType }, { lengths, tenCharacterTypes }): Outcome {
    const gtin = entered.trim();
    if (gtin === '') return notApplicable('nothing-to-check');
    if (gtin.length === 10 && gtinType && tenCharacterTypes.includes(gtinType.trim().toLowerCase()))
      return notApplicable('no-trigger');
    if (isValid(gtin, lengths)) return ok();
    const values = { gtin: clipped(gtin), lengths: lengths.map(String) };
    const digits = gtin.replace(SEPARATORS, '');
    if (digits !== gtin && isValid(digits, lengths))
      return violation({ message: 'separators', values, fix: { corrected: digits } });
    if (!DIGITS.test(gtin)) return violation({ message: 'notDigits', values, fix: {} });
    if (!lengths.includes(gtin.length)) return wrongLength(gtin, values, lengths);
    const digit = checkDigit(gtin.slice(0, -1));
    return violation({ values, fix: { checkDigit: digit, corrected: gtin.slice(0, -1) + digit } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { gtin: '4006381333931' } },
      { site: 'US', day: '2026-11-20', facts: { gtin: '036000291452' } },
      { site: 'US', day: '2026-11-20', facts: { gtin: '96385074' } },
      { site: 'US', day: '2026-11-20', facts: { gtin: '10036000291459', gtinType: 'GTIN' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { gtin: '4006381333932' },
        gives: { checkDigit: '1', corrected: '4006381333931' },
      },
      { site: 'US', day: '2026-11-20', facts: { gtin: '03600029145' } },
      { site: 'US', day: '2026-11-20', facts: { gtin: '36000291452' }, gives: { corrected: '036000291452' } },
      { site: 'US', day: '2026-11-20', facts: { gtin: '400-638-133-3931' }, gives: { corrected: '4006381333931' } },
      { site: 'US', day: '2026-11-20', facts: { gtin: '4006381E33931' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { gtin: null } },
      { site: 'US', day: '2026-11-20', facts: { gtin: '030640615X', gtinType: 'ISBN' } },
    ],
  },
});

const UPC_LENGTH = 12;

/** Spreadsheets drop a UPC's leading zeros; where adding them makes it valid, that is what happened. */
function wrongLength(gtin: string, length: { gtin: string; lengths: string[] }, lengths: readonly number[]): Outcome {
  const values = { ...length, count: gtin.length };
  const padded = gtin.padStart(UPC_LENGTH, '0');
  if (isValid(padded, lengths)) return violation({ message: 'lostZero', values, fix: { corrected: padded } });
  return violation({ message: 'length', values, fix: {} });
}
