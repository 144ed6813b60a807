import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/title-min-words-semi.json' with { type: 'json' };

const WORDS = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** The English name of a semi-managed product has at least the seller’s number of words; Temu’s own number is not published. */
export default defineRule({
  id: 'temu/title-min-words-semi',
  topic: 'content',
  severity: 'warning',
  needs: ['managedMode', 'productEnName'],
  uses: ['minWords'],
  marks: ['productEnName'],
  policy: readPolicy(file, { minWords: 'count' }),
  before: ({ managedMode }) => (managedMode && managedMode !== 'semi' ? notApplicable('exempt') : undefined),
  check({ productEnName, minWords: own }, { minWords }) {
    const least = own ?? minWords;
    const words = productEnName.match(WORDS)?.length ?? 0;
    if (words >= least) return ok();
    return violation({ values: { wordCount: words, minWords: least }, fix: { addWords: least - words } });
  },
  examples: {
    ok: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { managedMode: 'semi', productEnName: 'Soft Cotton Bath Towel Set' },
      },
    ],
    violation: [
      {
        site: 'global',
        day: '2026-11-20',
        facts: { managedMode: 'semi', productEnName: 'Cotton Bath Towel Set', minWords: 5 },
        gives: { addWords: 1 },
      },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { managedMode: 'semi', productEnName: 'Towel' },
        gives: { addWords: 4 },
      },
    ],
    unknown: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'semi' } },
      { site: 'global', day: '2026-11-20', facts: { productEnName: 'Towel' } },
    ],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full', productEnName: 'Towel' } },
      { site: 'global', day: '2026-04-26', facts: { managedMode: 'semi', productEnName: 'Towel' } },
    ],
  },
});
