import { ok, violation } from '../outcome.ts';
import { brandIn, clipped } from '../phrases.ts';
import file from '../policies/tiktok.restricted-words.json' with { type: 'json' };
import { readPolicy } from '../policy.ts';
import { defineRule } from '../rule.ts';

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
