import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { named, phrasesIn } from '../../measures/phrases.ts';
import file from '../../policies/amazon/title-promotional-phrase.json' with { type: 'json' };

/** The title has no promotional phrase, such as "free shipping" or "best seller", as whole words in any case. */
export default defineRule({
  id: 'amazon/title-promotional-phrase',
  topic: 'content',
  severity: 'error',
  needs: ['title'],
  uses: ['isMedia'],
  marks: ['title'],
  policy: readPolicy(file, { phrases: 'texts' }),
  before: ({ isMedia }) => (isMedia ? notApplicable('exempt') : undefined),
  check({ title }, { phrases }) {
    const found = phrasesIn(title, phrases);
    if (found.length === 0) return ok();
    return violation({ values: { count: found.length }, fix: { phrases: named(found) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Acme Bottle 500 ml' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Acme Hot Items Tray' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2019-07-22',
        facts: { title: 'Acme Bottle Free Shipping' },
        gives: { phrases: ['free shipping'] },
      },
      {
        site: 'JP',
        day: '2026-11-20',
        facts: { title: '犬用ベッドBest-Seller 100 % Quality Guaranteed' },
        gives: { phrases: ['best seller', '100% quality guaranteed'] },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2019-07-21', facts: { title: 'Acme Bottle Free Shipping' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'The Best Seller Code', isMedia: true } },
    ],
  },
});
