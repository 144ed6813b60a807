import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/temu/bulky-freight-template.json' with { type: 'json' };

/** The bulky freight template is used for bulky goods only; what is bulky is not published. */
export default defineRule({
  id: 'temu/bulky-freight-template',
  topic: 'account',
  severity: 'error',
  needs: ['managedMode', 'bulkyTemplate', 'isBulky'],
  marks: ['bulkyTemplate'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  before: ({ managedMode }) => (managedMode && managedMode !== 'semi' ? notApplicable('exempt') : undefined),
  check({ bulkyTemplate, isBulky }) {
    return bulkyTemplate && !isBulky ? violation({ values: {}, fix: {} }) : ok();
  },
  examples: {
    ok: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'semi', bulkyTemplate: true, isBulky: true } },
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'semi', bulkyTemplate: false, isBulky: false } },
    ],
    violation: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'semi', bulkyTemplate: true, isBulky: false } },
    ],
    unknown: [{ site: 'global', day: '2026-11-20', facts: { managedMode: 'semi', bulkyTemplate: true } }],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full', bulkyTemplate: true, isBulky: false } },
      { site: 'global', day: '2026-04-26', facts: { managedMode: 'semi', bulkyTemplate: true, isBulky: false } },
    ],
  },
});
