import { gpsrContact, gpsrFacts } from '../../engine/gpsr-contact.ts';
import { notApplicable } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/tiktok/gpsr-contact-missing.json' with { type: 'json' };

/** An offer in the EU names its manufacturer’s contact and, for a manufacturer outside the EU, a responsible person in it. */
export default defineRule({
  id: 'tiktok/gpsr-contact-missing',
  topic: 'content',
  severity: 'error',
  needs: [],
  uses: gpsrFacts,
  marks: ['manufacturerContact', 'title'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  before: ({ isFood }) => (isFood ? notApplicable('exempt') : undefined),
  check: (facts) => gpsrContact(facts, 'title'),
  examples: {
    ok: [
      {
        site: 'DE',
        day: '2026-11-30',
        facts: { manufacturerContact: 'Example GmbH, Musterweg 1, Berlin', manufacturerInEu: true },
      },
      {
        site: 'DE',
        day: '2026-11-30',
        facts: {
          manufacturerContact: 'Example Ltd, Shenzhen',
          manufacturerInEu: false,
          responsiblePerson: 'Example BV, Utrecht',
        },
      },
    ],
    violation: [
      { site: 'DE', day: '2026-11-30', facts: { manufacturerContact: '' }, severity: 'error' },
      { site: 'DE', day: '2024-12-13', facts: { manufacturerContact: null } },
      {
        site: 'DE',
        day: '2026-11-30',
        facts: { manufacturerContact: 'Example Ltd, Shenzhen', manufacturerInEu: false, responsiblePerson: ' ' },
      },
    ],
    unknown: [
      { site: 'DE', day: '2026-11-30', facts: {} },
      { site: 'DE', day: '2026-11-30', facts: { manufacturerContact: 'Example Ltd', responsiblePerson: null } },
      { site: 'DE', day: '2026-11-30', facts: { manufacturerContact: 'Example Ltd', manufacturerInEu: false } },
    ],
    notApplicable: [
      { site: 'DE', day: '2024-12-12', facts: { manufacturerContact: '' } },
      { site: 'DE', day: '2026-11-30', facts: { manufacturerContact: '', isFood: true } },
      { site: 'US', day: '2026-11-30', facts: { manufacturerContact: '' } },
    ],
  },
});
