import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/shopify-connection-uk.json' with { type: 'json' };

/** The Shopify connection is available in the UK since 2024-03-06, that day included. */
export default defineRule({
  id: 'tiktok/shopify-connection-uk',
  topic: 'account',
  severity: 'info',
  needs: [],
  marks: [],
  policy: readPolicy(file, { available: 'flag', firstDay: 'text' }),
  quietUnknown: true,
  check(_, { available, firstDay }) {
    return available ? ok() : violation({ values: {}, fix: { earliestStart: firstDay } });
  },
  examples: {
    ok: [{ site: 'UK', day: '2024-03-06', facts: {} }],
    violation: [{ site: 'UK', day: '2024-03-05', facts: {}, gives: { earliestStart: '2024-03-06' } }],
    unknown: [],
    notApplicable: [{ site: 'US', day: '2024-03-05', facts: {} }],
  },
});
