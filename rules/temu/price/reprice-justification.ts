import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/reprice-justification.json' with { type: 'json' };

/** A re-quote has 1 to 20 reasons and at most 5 links; the text of why the price stays has at most 100 characters. */
export default defineRule({
  id: 'temu/reprice-justification',
  topic: 'offer',
  severity: 'error',
  needs: ['reasons'],
  uses: ['links', 'rejectReasonLength'],
  marks: ['reasons'],
  policy: readPolicy(file, { minReasons: 'count', maxReasons: 'count', maxLinks: 'count', maxReasonLength: 'count' }),
  quietUnknown: true,
  check({ reasons, links, rejectReasonLength }, { minReasons, maxReasons, maxLinks, maxReasonLength }) {
    if (reasons < minReasons)
      return violation({ message: 'noReason', values: { reasons }, fix: { minimum: minReasons } });
    if (reasons > maxReasons) return violation({ values: { reasons }, fix: { limit: maxReasons } });
    if (links && links > maxLinks) return violation({ message: 'links', values: { links }, fix: { limit: maxLinks } });
    if (!rejectReasonLength || rejectReasonLength <= maxReasonLength) return ok();
    const removeCharacters = rejectReasonLength - maxReasonLength;
    return violation({
      message: 'tooLong',
      values: { rejectReasonLength },
      fix: { limit: maxReasonLength, removeCharacters },
    });
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { reasons: 1, links: 5 } },
      { site: 'global', day: '2026-11-20', facts: { reasons: 20, links: 0, rejectReasonLength: 100 } },
    ],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { reasons: 21, links: 0 }, gives: { limit: 20 } },
      { site: 'global', day: '2026-11-20', facts: { reasons: 0 } },
      { site: 'global', day: '2026-11-20', facts: { reasons: 1, links: 6 }, gives: { limit: 5 } },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { reasons: 1, links: 0, rejectReasonLength: 101 },
        gives: { removeCharacters: 1 },
      },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { links: 0 } }],
    notApplicable: [{ site: 'global', day: '2025-07-30', facts: { reasons: 0 } }],
  },
});
