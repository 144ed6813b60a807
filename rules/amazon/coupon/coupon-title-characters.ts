import { ok, violation } from '../../engine/outcome.ts';
import { type Limits, readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import file from '../../policies/amazon/coupon-title-characters.json' with { type: 'json' };

/** `allowed`: the inside of a regular expression's character class. */
const shape = { allowed: 'text' } as const;
type TitleCharacters = Limits<typeof shape>;

/** The coupon title consists of letters, combining marks, decimal digits and spaces. */
export default defineRule({
  id: 'amazon/coupon-title-characters',
  topic: 'coupon',
  severity: 'error',
  needs: ['couponTitle'],
  uses: ['couponRoute'],
  marks: ['couponTitle'],
  policy: readPolicy(file, shape),
  check({ couponTitle, couponRoute }, values) {
    const refused = couponTitle.match(refusedCharacters(values));
    if (refused === null) return ok();
    // The text is that of the spreadsheet; whether the form refuses them too is not known.
    const certain = couponRoute === 'bulk';
    return violation({
      severity: certain ? 'error' : 'warning',
      message: certain ? 'problem' : 'form',
      values: { couponTitle },
      fix: { characters: [...new Set(refused)].map(visible) },
    });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { couponTitle: 'Harborline mug 350 ml', couponRoute: 'bulk' } },
      { site: 'US', day: '2026-11-20', facts: { couponTitle: 'Harborline café mug', couponRoute: 'bulk' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponTitle: 'Harborline mug, 350-ml, blue', couponRoute: 'bulk' },
        gives: { characters: [',', '-'] },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { couponTitle: 'Harborline mug & plate' },
        gives: { characters: ['&'] },
        severity: 'warning',
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: { couponRoute: 'bulk' } }],
    notApplicable: [
      { site: 'UK', day: '2026-11-20', facts: { couponTitle: 'Harborline mug & plate', couponRoute: 'bulk' } },
      { site: 'US', day: '2024-12-31', facts: { couponTitle: 'Harborline mug & plate', couponRoute: 'bulk' } },
    ],
  },
});

const patterns = new WeakMap<TitleCharacters, RegExp>();

function refusedCharacters(values: TitleCharacters): RegExp {
  let pattern = patterns.get(values);
  if (!pattern) {
    pattern = new RegExp(`[^${values.allowed}]`, 'gu');
    patterns.set(values, pattern);
  }
  return pattern;
}

const INVISIBLE = /[\p{Z}\p{C}]/u;

/** A character as a seller can find it: no-break spaces, tabs and joiners by their Unicode number. */
function visible(character: string): string {
  if (!INVISIBLE.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
