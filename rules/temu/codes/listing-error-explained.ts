import { evidenceOf, explained, readCodes } from '../../engine/explained-codes.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/listing-error-explained.json' with { type: 'json' };

/** Explains the error codes that Temu gave a listing, and says of which no explanation is public. */
export default defineRule({
  id: 'temu/listing-error-explained',
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
      { site: 'global', day: '2026-11-20', facts: { errorCodes: [] } },
      { site: 'global', day: '2026-11-20', facts: { errorCodes: ['-', '成功'] } },
    ],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { errorCodes: ['2000079'] }, severity: 'error' },
      {
        site: 'global',
        day: '2026-11-20',
        facts: { errorCodes: ['400000010', '150019004'] },
        gives: { errorCode: '150019004', otherCodes: ['400000010'] },
        severity: 'error',
      },
      { site: 'global', day: '2026-11-20', facts: { errorCodes: ['400000010'] }, severity: 'warning' },
      // Explained nowhere.
      { site: 'global', day: '2026-11-20', facts: { errorCodes: ['2999999'] }, severity: 'info' },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'global', day: '2025-08-26', facts: { errorCodes: ['2000079'] } }],
  },
});
