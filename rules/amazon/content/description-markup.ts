import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { hits, named } from '../../measures/phrases.ts';
import file from '../../policies/amazon/description-markup.json' with { type: 'json' };

const TAG = /<\/?[a-z][^<>]*>|<!--/iu;
const TAG_NAME = /^<\/?[a-z][a-z0-9-]*/i;

/** The description has no markup tags. A "<" before a space or a number is no tag. */
export default defineRule({
  id: 'amazon/description-markup',
  topic: 'content',
  severity: 'warning',
  needs: ['description'],
  marks: ['description'],
  policy: readPolicy(file, {}),
  check({ description }) {
    const found = hits(description, TAG);
    if (found.length === 0) return ok();
    const tags = found.map(({ at, text }) => ({ at, text: `${TAG_NAME.exec(text)?.[0].toLowerCase() ?? text}>` }));
    return violation({ values: { count: found.length }, fix: { phrases: named(tags) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { description: '5 < 6 and soft' } },
      { site: 'US', day: '2026-11-20', facts: { description: 'Weighs <10 lb and > 2 lb' } },
    ],
    violation: [
      { site: 'US', day: '2024-07-01', facts: { description: 'Soft<br>cotton' }, gives: { phrases: ['<br>'] } },
      {
        site: 'DE',
        day: '2026-11-20',
        facts: { description: '<p class="a">Weiche <B>Baumwolle</B></p>' },
        gives: { phrases: ['<p>', '<b>', '</b>', '</p>'] },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2024-06-30', facts: { description: 'Soft<br>cotton' } }],
  },
});
