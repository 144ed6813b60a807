import { notApplicable, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Hit, hits, literal, named } from '../../measures/phrases.ts';
import file from '../../policies/amazon/title-decorative-character.json' with { type: 'json' };

const policy = readPolicy(file, { characters: 'texts' });

// An identifier or a measurement has a digit in the same run of letters, digits and joints, as in #A-4301 or <.5.
const JOINED = '[\\p{L}\\p{N}/-]';
const decorative = new WeakMap<readonly string[], RegExp>();

function decorativePattern(characters: readonly string[]): RegExp {
  let pattern = decorative.get(characters);
  if (!pattern) {
    const any = characters.map(literal).join('|');
    pattern = new RegExp(`(?<!\\p{N}${JOINED}*)(?:${any})(?![.,]?${JOINED}*\\p{N})`, 'u');
    decorative.set(characters, pattern);
  }
  return pattern;
}

/** "*" between two numbers, as in "21 * 18 * 11 inches", means "times". */
function isTimes(title: string, { at, text }: Hit): boolean {
  if (text !== '*') return false;
  return /\p{Nd}\p{L}{0,4}\s*$/u.test(title.slice(0, at)) && /^\s*\p{Nd}/u.test(title.slice(at + 1));
}

/** The title uses ~ # < > * only attached to a number or an identifier, as in "#4301" or "<10 lb". */
export default defineRule({
  id: 'amazon/title-decorative-character',
  topic: 'content',
  severity: 'warning',
  needs: ['title'],
  uses: ['isMedia'],
  marks: ['title'],
  policy,
  before: ({ isMedia }) => (isMedia ? notApplicable('exempt') : undefined),
  check({ title }, { characters }) {
    const found = hits(title, decorativePattern(characters)).filter((hit) => !isTimes(title, hit));
    if (found.length === 0) return ok();
    return violation({ values: { count: found.length }, fix: { characters: named(found) } });
  },
  examples: {
    ok: [
      { site: 'UK', day: '2026-11-20', facts: { title: 'Acme Bag Style #4301 <10 lb' } },
      { site: 'UK', day: '2026-11-20', facts: { title: 'Acme Cable #AB-12, 5*3 mm, ~1.5 m' } },
      { site: 'UK', day: '2026-11-20', facts: { title: 'Acme Bag 21cm * 18cm * 11 cm, Red' } },
    ],
    violation: [
      {
        site: 'UK',
        day: '2026-11-20',
        facts: { title: 'Paradise Towel Wear Co. Beach Coverup << Size Kids XXS >>' },
        gives: { characters: ['<', '>'] },
      },
      { site: 'DE', day: '2025-01-21', facts: { title: 'Harborline Becher *NEU*' }, gives: { characters: ['*'] } },
      { site: 'DE', day: '2026-11-20', facts: { title: 'Becher 2026 * Neu * Blau' }, gives: { characters: ['*'] } },
    ],
    unknown: [{ site: 'UK', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'UK', day: '2025-01-20', facts: { title: 'Acme Bag ~ Large' } },
      { site: 'UK', day: '2026-11-20', facts: { title: 'Murder * She Wrote', isMedia: true } },
    ],
  },
});
