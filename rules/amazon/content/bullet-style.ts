import { type Outcome, ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { clipped } from '../../measures/phrases.ts';
import file from '../../policies/amazon/bullet-style.json' with { type: 'json' };

const policy = readPolicy(file, { units: 'texts' });

const FIRST_WORD = /^[^\p{L}\p{N}]*([\p{L}\p{N}][\p{L}\p{M}\p{N}]*)/u;
const CAPITAL = /\p{Lu}/u;
const STARTS_SMALL = /^\p{Ll}/u;
const DIGIT = /\d/;
const unitPatterns = new WeakMap<readonly string[], RegExp>();

// Asked first: nearly every bullet begins with a capital of ASCII, which is seen in a tenth of the time.
const STARTS_PLAIN = /^[A-Z]/;

/** The first word where it starts with a small letter. Names such as iPhone, with a capital further on, are fine. */
function smallFirstWord(bullet: string): string | undefined {
  if (STARTS_PLAIN.test(bullet)) return undefined;
  const word = FIRST_WORD.exec(bullet)?.[1];
  return word !== undefined && STARTS_SMALL.test(word) && !CAPITAL.test(word) ? word : undefined;
}

function capitalised(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toUpperCase() + word.slice(first.length);
}

/** A number with its unit attached: [whole, number, unit]. */
function attachedUnit(bullet: string, units: readonly string[]): RegExpExecArray | null {
  if (!DIGIT.test(bullet)) return null;
  let pattern = unitPatterns.get(units);
  if (!pattern) {
    pattern = new RegExp(
      `(?<![\\p{L}\\p{N}.,])(\\d{1,9}(?:[.,]\\d{1,9})?)(${units.join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
      'iu',
    );
    unitPatterns.set(units, pattern);
  }
  return pattern.exec(bullet);
}

// Each bullet of a list is compared with all of them, one after the other; so the list is made comparable once.
let last: { readonly bullets: readonly string[]; readonly comparables: readonly string[] } | undefined;

function timesIn(bullets: readonly string[] | null | undefined, bullet: string): number {
  if (!bullets) return 1;
  if (last?.bullets !== bullets) last = { bullets, comparables: bullets.map(comparable) };
  const wanted = comparable(bullet);
  let times = 0;
  for (const other of last.comparables) if (other === wanted) times += 1;
  return times;
}

function comparable(bullet: string): string {
  return bullet.trim().toLowerCase();
}

/** A bullet starts with a capital, has a space before a unit and repeats no other bullet. */
export default defineRule({
  id: 'amazon/bullet-style',
  topic: 'content',
  severity: 'info',
  needs: ['bullet'],
  uses: ['bullets'],
  marks: ['bullet', 'bullets'],
  each: { list: 'bullets', item: 'bullet' },
  policy,
  check({ bullet, bullets }, { units }): Outcome {
    const times = timesIn(bullets, bullet);
    if (times > 1)
      return violation({ message: 'repeated', values: { count: times }, fix: { removeBullets: times - 1 } });
    const small = smallFirstWord(bullet);
    if (small) return violation({ values: {}, fix: { rewritten: [clipped(capitalised(small))] } });
    const measure = attachedUnit(bullet, units);
    if (!measure) return ok();
    return violation({ message: 'unit', values: {}, fix: { rewritten: [`${measure[1]} ${measure[2]}`] } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { bullet: 'Holds 350 ml; fits every cup holder' } },
      { site: 'US', day: '2026-11-20', facts: { bullet: 'iPhone 15 and 5G ready' } },
      { site: 'US', day: '2026-11-20', facts: { bullet: 'Soft cotton.' } },
      { site: 'JP', day: '2026-11-20', facts: { bullet: '【軽量】片手で持てる 350 ml のボトル' } },
    ],
    violation: [
      { site: 'US', day: '2024-08-15', facts: { bullet: '- soft cotton' }, gives: { rewritten: ['Soft'] } },
      { site: 'DE', day: '2026-11-20', facts: { bullet: 'Fasst 0,35l oder 350ml' }, gives: { rewritten: ['350 ml'] } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { bullet: 'Soft cotton', bullets: ['Soft cotton', 'Easy to wash', 'soft cotton '] },
        gives: { removeBullets: 1 },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2024-08-14', facts: { bullet: 'soft cotton.' } }],
  },
});
