import { ok, violation } from '../../engine/outcome.ts';
import { type Limits, readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-title-forbidden.json' with { type: 'json' };

/**
 * `signs` make a number before or after them a discount, `signsAfterNumber` only one before them. `exempt` are such
 * discounts without spaces, in half-width characters. `events` are matched as whole words, case-insensitive.
 */
const shape = { signs: 'texts', signsAfterNumber: 'texts', exempt: 'texts', events: 'texts' } as const;
type ForbiddenPhrases = Limits<typeof shape>;

/** The coupon title names no discount (a number joined to a percent or currency sign) and no sales event. */
export default defineRule({
  id: 'amazon/coupon-title-forbidden',
  topic: 'coupon',
  severity: 'warning',
  needs: ['couponTitle'],
  marks: ['couponTitle'],
  policy: readPolicy(file, shape),
  check({ couponTitle }, values) {
    const found = couponTitle.match(forbidden(values));
    if (found === null) return ok();
    const phrases = new Set<string>();
    for (const phrase of found) if (!isExempt(phrase, values)) phrases.add(phrase.toLowerCase());
    if (phrases.size === 0) return ok();
    return violation({ values: { couponTitle }, fix: { phrases: [...phrases] } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { couponTitle: 'Harborline demo mug 350 ml, 3 pack' } },
      { site: 'US', day: '2026-11-20', facts: { couponTitle: 'Harborline 100 % cotton towel' } },
      { site: 'US', day: '2026-11-20', facts: { couponTitle: 'Harborline prime mug' } },
    ],
    violation: [
      {
        site: 'DE',
        day: '2026-11-20',
        facts: { couponTitle: 'Black Friday: Harborline Becher 5 € Rabatt' },
        gives: { phrases: ['black friday', '5 €'] },
      },
      { site: 'JP', day: '2026-11-20', facts: { couponTitle: '10％OFF 湯のみ' }, gives: { phrases: ['10％'] } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2026-11-20', facts: { couponTitle: null } }],
  },
});

const NUMBER = String.raw`\p{Nd}+(?:[.,]\p{Nd}+)*`;
// French and Japanese titles put a no-break or full-width space between number and sign.
const SPACE = String.raw`[ \u00A0\u202F\u3000]`;

const patterns = new WeakMap<ForbiddenPhrases, RegExp>();

function forbidden(values: ForbiddenPhrases): RegExp {
  let pattern = patterns.get(values);
  if (!pattern) {
    pattern = compile(values);
    patterns.set(values, pattern);
  }
  return pattern;
}

function compile({ signs, signsAfterNumber, events }: ForbiddenPhrases): RegExp {
  const before = alternatives(signs);
  const after = alternatives([...signs, ...signsAfterNumber]);
  return new RegExp(
    [
      `${NUMBER}${after}`,
      // In "3 $5" the sign belongs to the second number.
      String.raw`${NUMBER}${SPACE}${after}(?!\p{Nd})`,
      `${before}${SPACE}?${NUMBER}`,
      ...events.map(wholeWords),
    ].join('|'),
    'giu',
  );
}

function alternatives(texts: readonly string[]): string {
  return `(?:${texts.map(escaped).join('|')})`;
}

const WRITTEN_WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

function wholeWords(phrase: string): string {
  if (WRITTEN_WITHOUT_SPACES.test(phrase)) return escaped(phrase);
  const words = phrase.split(' ').map(escaped).join(String.raw`[\s-]+`);
  return String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

function isExempt(phrase: string, { exempt }: ForbiddenPhrases): boolean {
  return exempt.includes(phrase.normalize('NFKC').replace(/\s/g, ''));
}
