import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { hitsWith, named, phrasesIn } from '../../measures/phrases.ts';
import file from '../../policies/tiktok/redirecting-traffic.json' with { type: 'json' };

const CONTACT =
  /(?:https?:\/\/|www\.)[^\s,;]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])@[a-z][\w.]{2,}|(?<![\d-])\+\d[\d ()-]{7,}\d|\(\d{2,4}\)[ -]?\d{3,4}[ -]?\d{3,4}/iu;
// Asked first: it takes a fiftieth of the time, and most texts have none of these.
const CONTACT_SIGN = /[@+(]|:\/\/|www\./iu;

/** Nothing leads buyers away: no web or mail address, phone number, handle or messenger name. */
export default defineRule({
  id: 'tiktok/redirecting-traffic',
  topic: 'content',
  severity: 'error',
  needs: ['text'],
  uses: ['title', 'description', 'highlights'],
  marks: ['title'],
  each: { of: ['title', 'description', 'highlights'], item: 'text' },
  policy: readPolicy(file, { phrases: 'texts' }),
  quietUnknown: true,
  check({ text }, { phrases }) {
    const found = [...hitsWith(CONTACT_SIGN, text, CONTACT), ...phrasesIn(text, phrases)];
    return found.length === 0 ? ok() : violation({ values: {}, fix: { phrases: named(found) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { text: 'Soft cotton, size 40' } },
      { site: 'US', day: '2026-11-20', facts: { text: 'Model 2026-11-20, 1080p' } },
    ],
    violation: [
      {
        site: 'US',
        day: '2026-11-20',
        facts: { text: 'Order at www.example.com' },
        gives: { phrases: ['www.example.com'] },
      },
      { site: 'US', day: '2026-11-20', facts: { text: 'Add us on WhatsApp' }, gives: { phrases: ['WhatsApp'] } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { text: 'Mail a.b@example.org' },
        gives: { phrases: ['a.b@example.org'] },
      },
      { site: 'US', day: '2026-11-20', facts: { text: 'Call +1 (555) 010-9999' } },
      { site: 'US', day: '2026-11-20', facts: { text: 'Follow @example.shop' }, gives: { phrases: ['@example.shop'] } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
  },
});
