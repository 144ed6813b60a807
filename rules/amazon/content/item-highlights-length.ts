import { ok, violation } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { withoutLength } from '../../engine/without-length.ts';
import { shortened } from '../../measures/lengths.ts';
import { itemHighlightsPolicy } from '../../policies/amazon/item-highlights.ts';

/** The item highlights have at most 125 code points; exactly 125 is allowed. */
export default defineRule({
  id: 'amazon/item-highlights-length',
  topic: 'content',
  severity: 'error',
  needs: ['itemHighlightsLength'],
  uses: ['itemHighlights'],
  marks: ['itemHighlights'],
  policy: itemHighlightsPolicy,
  before: ({ itemHighlights, itemHighlightsLength }) =>
    withoutLength('itemHighlights', itemHighlights, itemHighlightsLength),
  check({ itemHighlights, itemHighlightsLength: length }, { limit }) {
    if (length <= limit) return ok();
    return violation({
      values: { itemHighlightsLength: length },
      fix: {
        limit,
        removeCharacters: length - limit,
        ...(itemHighlights ? { shortened: shortened(itemHighlights, limit) } : {}),
      },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { itemHighlightsLength: 125 } },
      { site: 'US', day: '2026-11-20', facts: { itemHighlights: null } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-07-27',
        facts: { itemHighlightsLength: 126 },
        gives: { limit: 125, removeCharacters: 1 },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2026-07-26', facts: { itemHighlightsLength: 126 } },
      { site: 'TR', day: '2026-11-20', facts: { itemHighlightsLength: 126 } },
    ],
  },
});
