import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { charactersIn, hits, named } from '../../measures/phrases.ts';
import file from '../../policies/temu/title-characters-local.json' with { type: 'json' };

const FOREIGN = /(?![A-Za-z])\p{L}/u;

/** The name of a local product has English letters and none of ~ ! * $ ? _ { } # < > | ; ^ ¬ ¦ ® © ™. */
export default defineRule({
  id: 'temu/title-characters-local',
  topic: 'content',
  severity: 'error',
  needs: ['managedMode', 'productName'],
  marks: ['productName'],
  policy: readPolicy(file, { characters: 'texts' }),
  before: ({ managedMode }) => (managedMode && managedMode !== 'local' ? notApplicable('exempt') : undefined),
  check({ productName }, { characters }) {
    const found = [...charactersIn(productName, characters), ...hits(productName, FOREIGN)];
    return found.length === 0 ? ok() : violation({ values: {}, fix: { characters: named(found) } });
  },
  examples: {
    ok: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local', productName: 'Towel Set (2 pcs)' } }],
    violation: [
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', productName: 'Towel Set #1' },
        gives: { characters: ['#'] },
      },
      {
        site: 'us',
        day: '2026-11-20',
        facts: { managedMode: 'local', productName: 'Serviette é™' },
        gives: { characters: ['é', '™'] },
      },
    ],
    unknown: [{ site: 'us', day: '2026-11-20', facts: { managedMode: 'local' } }],
    notApplicable: [
      { site: 'global', day: '2026-11-20', facts: { managedMode: 'full', productName: 'Towel #1' } },
      { site: 'global', day: '2025-10-10', facts: { managedMode: 'local', productName: 'Towel #1' } },
    ],
  },
});
