import { evidenceOf, explained, readCodes } from '../../engine/explained-codes.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/listing-error-explained.json' with { type: 'json' };

/** Explains the error codes that TikTok Shop gave a listing, and says of which no explanation is public. */
export default defineRule({
  id: 'tiktok/listing-error-explained',
  topic: 'content',
  severity: 'error',
  needs: ['errorCodes'],
  marks: ['errorCodes', 'title'],
  policy: readCodes(file),
  evidence: evidenceOf,
  quietUnknown: true,
  check: ({ errorCodes }, book) => explained(errorCodes, book),
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { errorCodes: [] } },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['-', 'Success'] } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['12052051'] }, severity: 'error' },
      {
        site: 'VN',
        day: '2026-11-20',
        facts: { errorCodes: ['TITLE_REPETITIVE', '12052104'] },
        gives: { errorCode: '12052104', otherCodes: ['TITLE_REPETITIVE'] },
        severity: 'error',
      },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['17029062'] }, severity: 'warning' },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['MAIN_IMG_DUPLICATE'] }, severity: 'info' },
      // Explained nowhere.
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['99999999'] }, severity: 'info' },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { errorCodes: ['12052051'] } }],
  },
});
