import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { isAscii } from '../../measures/text.ts';
import file from '../../policies/amazon/search-terms-bytes.json' with { type: 'json' };

const SPACE_OR_PUNCTUATION = /[\s\p{P}]/u;
/** A UTF-16 unit is never more than three UTF-8 bytes: two units of a pair make four. */
const MOST_BYTES_A_UNIT = 3;

function bytesOf(text: string, counts: (character: string) => boolean): number {
  let bytes = 0;
  for (const character of text) if (counts(character)) bytes += utf8Length(character.codePointAt(0) ?? 0);
  return bytes;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

function isCounted(character: string): boolean {
  return !SPACE_OR_PUNCTUATION.test(character);
}

/**
 * The search terms have at most 249 UTF-8 bytes (JP 500, IN 200) without spaces and punctuation; exactly that fits.
 * More only with spaces and punctuation is a hint: older help counted them, and the field may.
 */
export default defineRule({
  id: 'amazon/search-terms-bytes',
  topic: 'content',
  severity: 'error',
  needs: ['searchTerms'],
  marks: ['searchTerms'],
  policy: readPolicy(file, { limit: 'count' }),
  check({ searchTerms }, { limit }) {
    if (searchTerms.length * MOST_BYTES_A_UNIT <= limit) return ok();
    const raw = isAscii(searchTerms) ? searchTerms.length : bytesOf(searchTerms, () => true);
    if (raw <= limit) return ok();
    const counted = bytesOf(searchTerms, isCounted);
    const isOver = counted > limit;
    const bytes = isOver ? counted : raw;
    return violation({
      severity: isOver ? 'error' : 'info',
      message: isOver ? 'problem' : 'raw',
      values: { bytes },
      fix: { limit, removeBytes: bytes - limit },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { searchTerms: 'a'.repeat(249) } },
      { site: 'IN', day: '2026-11-20', facts: { searchTerms: 'a'.repeat(200) } },
      { site: 'JP', day: '2026-11-20', facts: { searchTerms: 'a'.repeat(500) } },
    ],
    violation: [
      {
        site: 'DE',
        day: '2026-11-20',
        facts: { searchTerms: 'ä'.repeat(125) },
        gives: { limit: 249, removeBytes: 1 },
        severity: 'error',
      },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { searchTerms: '犬'.repeat(167) },
        gives: { limit: 500, removeBytes: 1 },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2018-08-01',
        facts: { searchTerms: `${'a'.repeat(248)}, ` },
        gives: { limit: 249, removeBytes: 1 },
        severity: 'info',
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2018-07-31', facts: { searchTerms: 'a'.repeat(250) } },
      { site: 'US', day: '2026-11-20', facts: { searchTerms: null } },
    ],
  },
});
