import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { brandIn, clipped } from '../../measures/phrases.ts';
import file from '../../policies/tiktok/restricted-words.json' with { type: 'json' };

/** Attributes and variations hold no word that the platform refused before. */
export default defineRule({
  id: 'tiktok/restricted-words',
  topic: 'content',
  severity: 'error',
  needs: ['attributeTexts', 'learnedWords'],
  marks: ['attributeTexts'],
  policy: readPolicy(file, {}),
  quietUnknown: true,
  check({ attributeTexts, learnedWords }) {
    const refused = learnedWords.filter((word) => attributeTexts.some((text) => brandIn(text, word).length > 0));
    return refused.length === 0 ? ok() : violation({ values: {}, fix: { words: refused.map(clipped) } });
  },
  examples: {
    ok: [{ site: 'US', day: '2026-11-20', facts: { attributeTexts: ['Black'], learnedWords: ['Acme'] } }],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { attributeTexts: ['Black', 'Acme style'], learnedWords: ['acme'] },
        gives: { words: ['acme'] },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { attributeTexts: ['Black'] } }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { attributeTexts: ['Acme'], learnedWords: ['acme'] } }],
  },
});
