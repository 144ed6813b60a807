import { evidenceOf, explained, readCodes } from '../../engine/explained-codes.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/listing-error-explained.json' with { type: 'json' };

/** Explains the error codes that Amazon gave a listing, and says of which no explanation is public. */
export default defineRule({
  id: 'amazon/listing-error-explained',
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
      // The commonest that stop an upload.
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['90220'] }, severity: 'error' },
      { site: 'DE', day: '2026-11-20', facts: { errorCodes: ['8541'] }, severity: 'error' },
      // The images follow once the barcode is right.
      {
        site: 'US',
        day: '2026-11-20',
        facts: { errorCodes: ['20005', '8572'] },
        gives: { errorCode: '8572', otherCodes: ['20005'] },
        severity: 'error',
      },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['20005'] }, severity: 'warning' },
      // Named in a public report, explained nowhere.
      { site: 'ES', day: '2026-11-20', facts: { errorCodes: ['18299'] }, severity: 'info' },
      { site: 'US', day: '2026-11-20', facts: { errorCodes: ['5000'] }, severity: 'info' },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { errorCodes: null } }],
  },
});
