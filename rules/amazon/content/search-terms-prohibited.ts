import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { asinsIn } from '../../measures/asin.ts';
import { brandIn, NO_HITS, named, phrasesIn } from '../../measures/phrases.ts';
import file from '../../policies/amazon/search-terms-prohibited.json' with { type: 'json' };

/** The search terms name no brand, ASIN, temporary word ("new") or subjective word ("best"), as whole words in any case. */
export default defineRule({
  id: 'amazon/search-terms-prohibited',
  topic: 'content',
  severity: 'error',
  needs: ['searchTerms'],
  uses: ['brand'],
  marks: ['searchTerms'],
  policy: readPolicy(file, { temporary: 'texts', subjective: 'texts' }),
  check({ searchTerms, brand }, { temporary, subjective }) {
    const temporal = phrasesIn(searchTerms, temporary);
    const opinions = phrasesIn(searchTerms, subjective);
    const asins = asinsIn(searchTerms);
    const brands = brand ? brandIn(searchTerms, brand) : NO_HITS;
    const count = temporal.length + opinions.length + asins.length + brands.length;
    if (count > 0)
      return violation({
        values: { count },
        fix: { words: named([...temporal, ...opinions, ...asins, ...brands]) },
      });
    // Without the brand it is not known whether the terms name it; terms that are empty name nothing.
    return brand === undefined && searchTerms.trim() !== '' ? unknown('brand') : ok();
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { searchTerms: 'cutting board bamboo', brand: 'Acme' } },
      { site: 'US', day: '2026-11-20', facts: { searchTerms: 'newborn mosthigh leaster', brand: null } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { searchTerms: 'cutting board acme', brand: 'Acme' },
        gives: { words: ['Acme'] },
      },
      {
        site: 'US',
        day: '2025-08-14',
        facts: { searchTerms: 'Best board brand new b0example1 cheap' },
        gives: { words: ['best', 'brand new', 'b0example1', 'cheap'] },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'US', day: '2026-11-20', facts: { searchTerms: 'cutting board bamboo' } },
    ],
    notApplicable: [
      { site: 'DE', day: '2026-11-20', facts: { searchTerms: 'best board', brand: 'Acme' } },
      { site: 'US', day: '2025-08-13', facts: { searchTerms: 'best board', brand: 'Acme' } },
    ],
  },
});
