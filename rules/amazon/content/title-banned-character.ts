import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { charactersIn, named, withoutBrand } from '../../measures/phrases.ts';
import file from '../../policies/amazon/title-banned-character.json' with { type: 'json' };

/** The title has none of ! $ ? _ { } ^ ¬ ¦ outside the brand name. */
export default defineRule({
  id: 'amazon/title-banned-character',
  topic: 'content',
  severity: 'error',
  needs: ['title'],
  uses: ['brand', 'isMedia'],
  marks: ['title'],
  policy: readPolicy(file, { characters: 'texts' }),
  before: ({ isMedia }) => (isMedia ? notApplicable('exempt') : undefined),
  check({ title, brand }, { characters }) {
    if (charactersIn(title, characters).length === 0) return ok();
    // A brand such as "Yahoo!" may hold the character.
    if (brand === undefined) return unknown('brand');
    const found = charactersIn(withoutBrand(title, brand), characters);
    if (found.length === 0) return ok();
    return violation({ values: { count: found.length }, fix: { characters: named(found) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Acme Towel, Large' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Yahoo! Towel', brand: 'Yahoo!' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2025-01-21',
        facts: { title: 'Acme Towel! Large', brand: 'Acme' },
        gives: { characters: ['!'] },
      },
      {
        site: 'DE',
        day: '2026-11-20',
        facts: { title: 'Yahoo! Handtuch? Groß! {2 Stück}', brand: 'YAHOO!' },
        gives: { characters: ['?', '!', '{', '}'] },
      },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { title: '犬用ベッド_大型犬', brand: null },
        gives: { characters: ['_'] },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'US', day: '2026-11-20', facts: { title: 'Yahoo! Towel' } },
    ],
    notApplicable: [
      { site: 'US', day: '2025-01-20', facts: { title: 'Acme Towel! Large', brand: 'Acme' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Who Is There?', brand: null, isMedia: true } },
    ],
  },
});
