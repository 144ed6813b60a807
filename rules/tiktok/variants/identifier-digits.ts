import { notApplicable, ok, unknown, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/identifier-digits.json' with { type: 'json' };

/** GTIN 14 digits; EAN 8, 13 or 14; UPC 12; ISBN 13, 10, or 9 and X; JAN 8 or 13. */
export default defineRule({
  id: 'tiktok/identifier-digits',
  topic: 'offer',
  severity: 'error',
  needs: [],
  uses: ['identifier', 'identifierType'],
  emptyWhenAbsent: ['identifier'],
  marks: ['identifier'],
  policy: readPolicy(file, { lengths: 'table' }),
  check({ identifier, identifierType }, { lengths }) {
    if (!identifier) return notApplicable('nothing-to-check');
    if (!identifierType) return unknown('identifierType');
    const allowed = (lengths as Readonly<Record<string, readonly number[]>>)[identifierType.toUpperCase()];
    if (!allowed) return notApplicable('no-trigger');
    const isIsbnTen = identifierType.toUpperCase() === 'ISBN' && /^\d{9}X$/iu.test(identifier);
    if (isIsbnTen || (/^\d+$/u.test(identifier) && allowed.includes(identifier.length))) return ok();
    return violation({ values: { identifier, identifierType }, fix: { lengths: allowed.map(String) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { identifier: '00012345678905', identifierType: 'GTIN' } },
      { site: 'US', day: '2026-11-20', facts: { identifier: '036000291452', identifierType: 'UPC' } },
      { site: 'US', day: '2026-11-20', facts: { identifier: '080442957X', identifierType: 'ISBN' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { identifier: '0012345678905', identifierType: 'GTIN' },
        gives: { lengths: ['14'] },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { identifier: '0360002914521', identifierType: 'UPC' },
        gives: { lengths: ['12'] },
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { identifier: '08044295X7', identifierType: 'ISBN' },
        gives: { lengths: ['13', '10'] },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { identifier: '036000291452' } }],
    notApplicable: [
      { site: 'US', day: '2026-11-20', facts: {} },
      { site: 'US', day: '2025-12-01', facts: { identifier: '1', identifierType: 'GTIN' } },
    ],
  },
});
