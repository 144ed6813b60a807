import { notApplicable, type Outcome, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { charactersIn, named, phrasesIn, withoutBrand } from '../../measures/phrases.ts';
import { codePoints } from '../../measures/text.ts';
import file from '../../policies/amazon/title-style.json' with { type: 'json' };

const policy = readPolicy(file, { symbols: 'texts', numberWords: 'texts', numerals: 'texts', capitals: 'count' });

const SMALL_OR_UNCASED = /[\p{Ll}\p{Lo}]/u;
const NOT_CAPITAL = /[^\p{Lu}]/gu;

function isAllCapitals(text: string, fewest: number): boolean {
  return !SMALL_OR_UNCASED.test(text) && codePoints(text.replace(NOT_CAPITAL, '')) >= fewest;
}

/** Outside the brand name the title is not all capitals, has no Æ © ® and writes numbers as numerals. */
export default defineRule({
  id: 'amazon/title-style',
  topic: 'content',
  severity: 'info',
  needs: ['title'],
  uses: ['brand', 'isMedia'],
  marks: ['title'],
  policy,
  before: ({ isMedia }) => (isMedia ? notApplicable('exempt') : undefined),
  check({ title, brand }, { symbols, numberWords, numerals, capitals }): Outcome {
    // A title says more than the brand, so a brand that is not known leaves no doubt worth asking for.
    const own = withoutBrand(title, brand);
    const found = charactersIn(own, symbols);
    if (found.length > 0) return violation({ message: 'symbols', values: {}, fix: { characters: named(found) } });
    if (isAllCapitals(own, capitals)) return violation({ values: {}, fix: {} });
    const words = phrasesIn(own, numberWords);
    if (words.length === 0) return ok();
    const rewritten = words.map(({ at, text }) => ({ at, text: numerals[numberWords.indexOf(text)] ?? text }));
    return violation({ message: 'numberWords', values: {}, fix: { words: named(words), rewritten: named(rewritten) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { title: 'HARBORLINE Mug, 2 Pack', brand: 'HARBORLINE' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'ACME USB 55', brand: 'ACME' } },
      { site: 'JP', day: '2026-11-20', facts: { title: '犬用ベッド HDMI LED' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'All in One Printer' } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Acme DOG BED', brand: 'Acme' } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Two Mugs, Three Lids' },
        gives: { words: ['two', 'three'], rewritten: ['2', '3'] },
      },
      { site: 'DE', day: '2019-07-22', facts: { title: 'Harborline® Becher' }, gives: { characters: ['®'] } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2019-07-21', facts: { title: 'DOG BED' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Three Men in a Boat', isMedia: true } },
    ],
  },
});
