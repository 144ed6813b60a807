import { ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { withoutLength } from '../../engine/without-length.ts';
import { shortened } from '../../measures/lengths.ts';
import file from '../../policies/amazon/title-length.json' with { type: 'json' };

/** The title has at most 75 (media, and everything before 2026-07-27: 200) code points, spaces included; exactly 75 is allowed. */
export default defineRule({
  id: 'amazon/title-length',
  topic: 'content',
  severity: 'error',
  needs: ['titleLength'],
  uses: ['title', 'isMedia'],
  marks: ['title'],
  policy: readPolicy(file, { limit: 'count', mediaLimit: 'count' }),
  before: ({ title, titleLength }) => withoutLength('title', title, titleLength),
  check({ title, titleLength, isMedia }, { limit: general, mediaLimit }) {
    const limit = isMedia ? mediaLimit : general;
    if (titleLength <= limit) return ok();
    // Media or not decides between the two limits; above both the title is too long in either case.
    if (typeof isMedia !== 'boolean' && titleLength <= mediaLimit) return unknown('isMedia');
    return violation({
      message: limit < mediaLimit ? 'problem' : 'ceiling',
      values: { titleLength },
      fix: { limit, removeCharacters: titleLength - limit, ...(title ? { shortened: shortened(title, limit) } : {}) },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { titleLength: 75 } },
      { site: 'US', day: '2026-07-26', facts: { titleLength: 200 } },
      { site: 'US', day: '2026-11-20', facts: { titleLength: 200, isMedia: true } },
      { site: 'AE', day: '2026-11-20', facts: { titleLength: 200, isMedia: false } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-07-27',
        facts: { titleLength: 120, isMedia: false },
        gives: { limit: 75, removeCharacters: 45 },
      },
      {
        site: 'US',
        day: '2026-07-26',
        facts: { titleLength: 201, isMedia: false },
        gives: { limit: 200, removeCharacters: 1 },
      },
      {
        site: 'DE',
        day: '2026-11-20',
        facts: {
          title: 'Harborline Keramikbecher 350 ml, spülmaschinenfest, mit Deckel und Untersetzer',
          isMedia: false,
        },
        gives: {
          limit: 75,
          removeCharacters: 3,
          shortened: 'Harborline Keramikbecher 350 ml, spülmaschinenfest, mit Deckel und',
        },
      },
      // Whatever it is, it is too long; what fits every kind is advised.
      { site: 'US', day: '2026-11-20', facts: { titleLength: 201 }, gives: { limit: 75, removeCharacters: 126 } },
    ],
    unknown: [
      { site: 'US', day: '2026-11-20', facts: { titleLength: 76 } },
      { site: 'US', day: '2026-11-20', facts: {} },
    ],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: { title: null } },
      { site: 'US', day: '2019-07-21', facts: { titleLength: 300 } },
    ],
  },
});
