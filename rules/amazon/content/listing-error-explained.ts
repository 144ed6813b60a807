import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/listing-error-explained.json' with { type: 'json' };

/** Explains an error code of a listing that the page shows; of several the first that is known. */
export default defineRule({
  id: 'amazon/listing-error-explained',
  topic: 'content',
  severity: 'info',
  needs: ['errorCodes'],
  marks: ['title'],
  policy: readPolicy(file, { codes: 'texts' }),
  quietUnknown: true,
  check({ errorCodes }, { codes }) {
    for (const errorCode of errorCodes)
      if (codes.includes(errorCode)) return violation({ message: errorCode, values: { errorCode }, fix: {} });
    return ok();
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { errorCodes: [] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['18027'] } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['18027', '5665'] }, gives: { errorCode: '5665' } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['5461'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['5665'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['5161'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['8541'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['8572'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['8576'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['8005'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['8015'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['8032'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['8057'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['8115'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['13013'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['20005'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['90205'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['90000900'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['99016'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['99022'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['4000001'] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['100476'] } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { errorCodes: null } }],
  },
});
