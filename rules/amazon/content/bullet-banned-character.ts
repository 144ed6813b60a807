import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { charactersIn, type Hit, hits, NO_HITS, named } from '../../measures/phrases.ts';
import { isAscii } from '../../measures/text.ts';
import file from '../../policies/amazon/bullet-banned-character.json' with { type: 'json' };

// One emoji as a reader sees it: with skin tone, joined parts, flag halves or keycap. Digits alone are emoji to Unicode.
const EMOJI =
  /\p{Regional_Indicator}{1,2}|[0-9#*]\uFE0F?\u20E3|(?![0-9#*])\p{Emoji}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Emoji}|[\u{E0020}-\u{E007F}])*/u;
const COLOUR_STYLE = /\uFE0F$/;

function emojiIn(text: string): readonly Hit[] {
  if (isAscii(text)) return NO_HITS;
  const found = hits(text, EMOJI);
  if (found.length === 0) return NO_HITS;
  return found.map(({ at, text: emoji }) => ({ at, text: emoji.replace(COLOUR_STYLE, '') }));
}

function isInsideWord(text: string, { at, text: letter }: Hit): boolean {
  return /\p{L}/u.test(text.charAt(at - 1) + text.charAt(at + letter.length));
}

/** "60 °C", "±2 mm", "~5 h": the character says something of a number. */
function isOfNumber(text: string, { at, text: sign }: Hit): boolean {
  if (sign === '°') return /\p{Nd}\s?$/u.test(text.slice(0, at));
  return (sign === '±' || sign === '~') && /^\s?\p{Nd}/u.test(text.slice(at + 1));
}

/** No bullet has an emoji or one of ™ ® € … † ‡ ° ¢ £ ¥ © ± ~ â. */
export default defineRule({
  id: 'amazon/bullet-banned-character',
  topic: 'content',
  severity: 'error',
  needs: ['bullet'],
  marks: ['bullet', 'bullets'],
  each: { list: 'bullets', item: 'bullet' },
  policy: readPolicy(file, { characters: 'texts', letters: 'texts' }),
  check({ bullet }, { characters, letters }) {
    const listed = charactersIn(bullet, characters);
    const emoji = emojiIn(bullet);
    if (listed.length === 0 && emoji.length === 0) return ok();
    const found = [...listed, ...emoji];
    // "â" in "château" is spelling, not decoration, whatever the list says: worth a look, not an alarm.
    const isSpelling = found.every((hit) => letters.includes(hit.text) && isInsideWord(bullet, hit));
    // Live listings have degrees by the thousand: the list forbids the character, nobody was seen to refuse it.
    const isMeasure = found.every((hit) => isOfNumber(bullet, hit));
    return violation({
      severity: isMeasure ? 'info' : isSpelling ? 'warning' : 'error',
      message: isMeasure ? 'measure' : isSpelling ? 'spelling' : 'problem',
      values: { count: new Set(found.map(({ at }) => at)).size },
      fix: { characters: named(found) },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { bullet: 'Soft fabric: 100% cotton, size 8 #1 *' } },
      { site: 'JP', day: '2026-11-20', facts: { bullet: '綿100％のやわらかい生地' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2024-08-15',
        facts: { bullet: '¥¥ Cotton Fabric ¥¥: Made from 100% cotton.' },
        gives: { characters: ['¥'] },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { bullet: '❤️Soft Fabric™ for the 👨‍👩‍👧❤' },
        gives: { characters: ['❤', '™', '👨‍👩‍👧'] },
        severity: 'error',
      },
      {
        site: 'FR',
        day: '2026-11-20',
        facts: { bullet: 'Moule à gâteau en silicone' },
        gives: { characters: ['â'] },
        severity: 'warning',
      },
      {
        site: 'DE',
        day: '2026-11-20',
        facts: { bullet: 'Hält 60 °C heiß, ±2 mm genau, ~5 Stunden' },
        gives: { characters: ['°', '±', '~'] },
        severity: 'info',
      },
      { site: 'US', day: '2026-11-20', facts: { bullet: '° Soft ° and 5 °C' }, severity: 'error' },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2024-08-14', facts: { bullet: '❤Soft Fabric❤' } }],
  },
});
