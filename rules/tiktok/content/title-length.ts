import type { Outcome } from '../../engine/outcome.ts';
import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { shortened } from '../../measures/lengths.ts';
import file from '../../policies/tiktok/title-length.json' with { type: 'json' };

/** The title has 1–255 code points (US, UK, EU, JP), 1–300 (BR, MX) or 25–255 (elsewhere); limits pass. */
export default defineRule({
  id: 'tiktok/title-length',
  topic: 'content',
  severity: 'error',
  needs: ['titleLength'],
  uses: ['title'],
  marks: ['title'],
  policy: readPolicy(file, { min: 'count', max: 'count' }),
  before({ title, titleLength }, { min }) {
    const isEmpty = title === null || title === '';
    return isEmpty && titleLength === undefined ? tooShort(0, min) : undefined;
  },
  check({ title, titleLength }, { min, max }) {
    if (titleLength < min) return tooShort(titleLength, min);
    if (titleLength <= max) return ok();
    const fix = {
      limit: max,
      removeCharacters: titleLength - max,
      ...(title ? { shortened: shortened(title, max) } : {}),
    };
    return violation({ values: { titleLength }, fix });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { titleLength: 1 } },
      { site: 'BR', day: '2026-11-20', facts: { titleLength: 300 } },
      { site: 'VN', day: '2026-11-20', facts: { titleLength: 25 } },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { titleLength: 256 }, gives: { removeCharacters: 1, limit: 255 } },
      { site: 'BR', day: '2026-11-20', facts: { titleLength: 301 }, gives: { removeCharacters: 1, limit: 300 } },
      { site: 'VN', day: '2026-11-20', facts: { titleLength: 24 }, gives: { addCharacters: 1, minimum: 25 } },
      { site: 'US', day: '2026-11-20', facts: { titleLength: 0 }, gives: { addCharacters: 1 } },
      { site: 'TH', day: '2026-11-20', facts: { title: null }, gives: { addCharacters: 25 } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-12-01', facts: { titleLength: 300 } }],
  },
});

function tooShort(titleLength: number, min: number): Outcome {
  return violation({
    message: 'short',
    values: { titleLength },
    fix: { minimum: min, addCharacters: min - titleLength },
  });
}
