import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { hits, named } from '../../measures/phrases.ts';
import { isAscii } from '../../measures/text.ts';
import file from '../../policies/tiktok/chinese-characters.json' with { type: 'json' };

const HAN = /\p{Script=Han}/u;

/** Title, description, highlights and the names and values of attributes have no Han character; in Japan that is only a hint, since kanji share the range. */
export default defineRule({
  id: 'tiktok/chinese-characters',
  topic: 'content',
  severity: 'error',
  needs: ['text'],
  uses: ['title', 'description', 'highlights', 'attributeTexts'],
  marks: ['title'],
  each: { of: ['title', 'description', 'highlights', 'attributeTexts'], item: 'text' },
  policy: readPolicy(file, { severity: 'text' }),
  quietUnknown: true,
  check({ text }, { severity }) {
    if (isAscii(text)) return ok();
    const found = hits(text, HAN);
    if (found.length === 0) return ok();
    if (severity === 'info')
      return violation({ severity, message: 'kanji', values: {}, fix: { characters: named(found) } });
    return violation({ values: {}, fix: { characters: named(found) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { text: 'Bag black' } },
      { site: 'US', day: '2026-11-20', facts: { attributeTexts: ['Red'] } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { text: 'Bag 黑色' },
        gives: { characters: ['黑', '色'] },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { attributeTexts: ['红色'] },
        gives: { characters: ['红', '色'] },
        severity: 'error',
      },
      { site: 'JP', day: '2026-11-20', facts: { text: '黒色 バッグ' }, severity: 'info' },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { text: '黑色' } }],
  },
});
