import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { defineRule } from '../../engine/rule.ts';
import { withoutLength } from '../../engine/without-length.ts';
import { shortened } from '../../measures/lengths.ts';
import { itemHighlightsPolicy } from '../../policies/amazon/item-highlights.ts';

/** Item highlights come only with a title of at most 75 code points; exactly 75 is allowed. */
export default defineRule({
  id: 'amazon/item-highlights-need-short-title',
  topic: 'content',
  severity: 'error',
  needs: ['itemHighlightsLength', 'titleLength'],
  uses: ['itemHighlights', 'title'],
  marks: ['title', 'itemHighlights'],
  policy: itemHighlightsPolicy,
  before({ itemHighlights, itemHighlightsLength, title, titleLength }, { titleLimit }) {
    if (itemHighlights === null || itemHighlightsLength === 0) return notApplicable('no-trigger');
    // A short title goes with any highlights, known or not.
    if (typeof titleLength === 'number' && titleLength <= titleLimit) return ok();
    return (
      withoutLength('itemHighlights', itemHighlights, itemHighlightsLength) ??
      withoutLength('title', title, titleLength)
    );
  },
  check({ title, titleLength }, { titleLimit }) {
    return violation({
      values: { titleLength },
      fix: {
        limit: titleLimit,
        removeCharacters: titleLength - titleLimit,
        ...(title ? { shortened: shortened(title, titleLimit) } : {}),
      },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { itemHighlightsLength: 50, titleLength: 75 } },
      { site: 'US', day: '2026-11-20', facts: { titleLength: 75 } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-07-27',
        facts: { itemHighlightsLength: 50, titleLength: 76 },
        gives: { limit: 75, removeCharacters: 1 },
      },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { itemHighlightsLength: 50 } },
      { site: 'US', day: '2026-11-20', facts: { titleLength: 76 } },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { itemHighlightsLength: 0, titleLength: 120 } },
      { site: 'US', day: '2026-07-26', facts: { itemHighlightsLength: 50, titleLength: 120 } },
      { site: 'EG', day: '2026-11-20', facts: { itemHighlightsLength: 50, titleLength: 120 } },
    ],
  },
});
