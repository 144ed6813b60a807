import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { type Hit, hitsWith, named, phrasesIn } from '../../measures/phrases.ts';
import file from '../../policies/tiktok/redirecting-traffic.json' with { type: 'json' };

// A handle's name has a letter that no unit follows a number with: "@2.16GHz" and "8K@60Hz" are figures. A telephone
// number has ten digits, or a plus sign before eight: "(12) 345-678" may be anything.
const CONTACT =
  /(?:https?:\/\/|www\.)[^\s,;]+|[\w.+-]+@[a-z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,}|(?<![\w.])@[a-z][\w.]{2,}|(?<![\d-])\+\d[\d ()-]{7,}\d|(?<!\d)(?:\(\d{2,4}\)[ -]?|\d{3}[ -])\d{3,4}[ -]\d{4,6}(?!\d)/iu;
// Asked first: it takes a fiftieth of the time, and most texts have none of these.
const CONTACT_SIGN = /[@+(]|:\/\/|www\.|\d{3}[ -]\d{3}/iu;
const MOST_DIGITS_OF_A_FIGURE = 9;

function isContact({ text }: Hit): boolean {
  if (!/^[+(\d]/u.test(text) || text.startsWith('+')) return true;
  return text.replace(/\D/gu, '').length > MOST_DIGITS_OF_A_FIGURE;
}

const LETTERS = 60;

/**
 * Whether a service's name is where the buyer is sent to: an invitation before it, or a number or a handle behind it. A
 * watch that shows messages of a service sends nobody there.
 */
function isInvitation(text: string, { at, text: name }: Hit, invitations: readonly string[]): boolean {
  const before = text.slice(Math.max(0, at - LETTERS), at);
  const behind = text.slice(at + name.length, at + name.length + LETTERS);
  const [sentence = ''] = before.split(/[.!?。！？]/u).slice(-1);
  return phrasesIn(sentence, invitations).length > 0 || /^\s*(?:id\b)?\s*[:：#@+]\s*[\w+@]/iu.test(behind);
}

/** Nothing leads buyers away: no web or mail address, phone number, handle or messenger name. */
export default defineRule({
  id: 'tiktok/redirecting-traffic',
  topic: 'content',
  severity: 'error',
  needs: ['text'],
  uses: ['title', 'description', 'highlights'],
  marks: ['title'],
  each: { of: ['title', 'description', 'highlights'], item: 'text' },
  policy: readPolicy(file, { phrases: 'texts', services: 'texts', invitations: 'texts' }),
  quietUnknown: true,
  check({ text }, { phrases, services, invitations }) {
    const contacts = hitsWith(CONTACT_SIGN, text, CONTACT).filter(isContact);
    const mentioned = phrasesIn(text, services);
    const invited = mentioned.filter((hit) => isInvitation(text, hit, invitations));
    const found = [...contacts, ...phrasesIn(text, phrases), ...invited];
    if (found.length > 0) return violation({ values: {}, fix: { phrases: named(found) } });
    if (mentioned.length === 0) return ok();
    return violation({ severity: 'info', message: 'mentioned', values: {}, fix: { phrases: named(mentioned) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { text: 'Soft cotton, size 40' } },
      { site: 'US', day: '2026-11-20', facts: { text: 'Model 2026-11-20, 1080p' } },
      { site: 'US', day: '2026-11-20', facts: { text: 'Canvas messenger bag for men' } },
      { site: 'US', day: '2026-11-20', facts: { text: 'Processor N3350@2.16Ghz, HDMI 8K@60Hz' } },
      { site: 'US', day: '2026-11-20', facts: { text: 'Fits 2024-2026 models (12) 345-678 units' } },
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
      {
        site: 'US',
        day: '2026-11-20',
        facts: { text: 'Shows messages from WhatsApp and Facebook on the wrist' },
        gives: { phrases: ['WhatsApp', 'Facebook'] },
        severity: 'info',
      },
      { site: 'US', day: '2026-11-20', facts: { text: 'Ask us first. WhatsApp: +44 7700 900123' }, severity: 'error' },
      { site: 'US', day: '2026-11-20', facts: { text: 'Call (555) 010-9999 for a discount' }, severity: 'error' },
      { site: 'US', day: '2026-11-20', facts: { text: 'Call +1 (555) 010-9999' } },
      { site: 'US', day: '2026-11-20', facts: { text: 'Follow @example.shop' }, gives: { phrases: ['@example.shop'] } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
  },
});
