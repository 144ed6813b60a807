import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/attribute-value-length.json' with { type: 'json' };

/** A custom attribute value has at most 2,000 characters; at most 10 certificates. */
export default defineRule({
  id: 'tiktok/attribute-value-length',
  topic: 'content',
  severity: 'warning',
  needs: ['longestAttributeValue'],
  uses: ['certificates'],
  marks: ['longestAttributeValue'],
  policy: readPolicy(file, { maxValue: 'count', maxCertificates: 'count' }),
  quietUnknown: true,
  check({ longestAttributeValue, certificates }, limits) {
    if (longestAttributeValue > limits.maxValue) {
      const fix = { limit: limits.maxValue, remove: longestAttributeValue - limits.maxValue };
      return violation({ values: { count: longestAttributeValue }, fix });
    }
    if (!certificates || certificates <= limits.maxCertificates) return ok();
    const fix = { limit: limits.maxCertificates, remove: certificates - limits.maxCertificates };
    return violation({ message: 'certificates', values: { count: certificates }, fix });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { longestAttributeValue: 2000 } },
      { site: 'US', day: '2026-11-20', facts: { longestAttributeValue: 10, certificates: 10 } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { longestAttributeValue: 2001 }, gives: { remove: 1 } },
      { site: 'US', day: '2026-11-20', facts: { longestAttributeValue: 10, certificates: 11 }, gives: { remove: 1 } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { longestAttributeValue: 2001 } }],
  },
});
