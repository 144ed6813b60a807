import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { hits, named } from '../../measures/phrases.ts';
import { isAscii } from '../../measures/text.ts';
import file from '../../policies/tiktok/title-format.json' with { type: 'json' };

const EMOJI =
  /\p{Regional_Indicator}{1,2}|(?![0-9#*©®™])\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*/u;
const FORBIDDEN: readonly (readonly [message: string, pattern: RegExp])[] = [
  ['problem', /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,10});/iu],
  ['emoji', EMOJI],
  ['control', /\p{Cc}/u],
];

/** The title has no HTML entity, emoji or control character, is not symbols only, and repeats no character more than 9 times in a row. */
export default defineRule({
  id: 'tiktok/title-format',
  topic: 'content',
  severity: 'error',
  needs: ['title'],
  marks: ['title'],
  policy: readPolicy(file, { longestRun: 'count' }),
  check({ title }, { longestRun }) {
    for (const [message, pattern] of FORBIDDEN) {
      const found = hits(title, pattern);
      if (found.length > 0) return violation({ message, values: {}, fix: { characters: named(found) } });
    }
    if (!/[\p{L}\p{N}]/u.test(title)) return violation({ message: 'symbols', values: {}, fix: {} });
    const run = mayHaveRun(title, longestRun) ? longest(title, longestRun) : null;
    return run === null
      ? ok()
      : violation({ message: 'run', values: {}, fix: { characters: [run], limit: longestRun } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { title: 'aaaaaaaaa bag' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag & belt, 2 pieces' } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag &nbsp; black' }, gives: { characters: ['&nbsp;'] } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag 😀' }, gives: { characters: ['😀'] } },
      { site: 'US', day: '2026-11-20', facts: { title: '////' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'aaaaaaaaaa bag' }, gives: { characters: ['a'], limit: 9 } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { title: '////' } }],
  },
});

/**
 * Whether a text may have a character more than `most` times in a row: in plain text such a run covers every place that
 * is a multiple of `most`, or begins before it and covers the next, so only these pairs are compared.
 */
function mayHaveRun(text: string, most: number): boolean {
  if (!isAscii(text)) return true;
  for (let at = 0; at + 1 < text.length; at += most) if (text.charCodeAt(at) === text.charCodeAt(at + 1)) return true;
  return false;
}

/** The first character that stands more than `most` times in a row; null when none does. */
function longest(text: string, most: number): string | null {
  let last = '';
  let count = 0;
  for (const character of text) {
    count = character === last ? count + 1 : 1;
    last = character;
    if (count > most && character.trim() !== '') return character;
  }
  return null;
}
