import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { asinsIn } from '../../measures/asin.ts';
import { type Hit, hitsWith, listsTogether, NO_HITS, named, phrasesIn } from '../../measures/phrases.ts';
import file from '../../policies/amazon/bullet-banned-phrase.json' with { type: 'json' };

const EMAIL = /[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,24}/iu;
// Only endings that no word after a missing space looks like ("soft.It" is a typing slip, not a link).
const LINK =
  /(?:https?:\/\/|(?<![\p{L}\p{N}])www\.)[^\s<>"]{1,200}|(?<![\p{L}\p{N}@.-])[a-z0-9-]{1,63}\.(?:com|net|org|biz|co\.(?:uk|jp))(?![\p{L}\p{N}-])/iu;
// With a country code, grouped as North American numbers are, or behind a word that announces a number.
const PHONE =
  /(?<![\p{L}\p{N}])\+\d(?:[\s().-]{0,2}\d){7,13}(?!\d)|(?<![\p{L}\p{N}.-])(?:1[-.])?(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.]\d{4}(?![\p{L}\p{N}-])|(?<=(?:tel|phone|call|hotline|whatsapp|wechat|电话|電話)[.:：]?\s?)\+?\d(?:[\s().-]{0,2}\d){6,13}(?!\d)/iu;

// Asked first: many bullets have none of these, which is seen in a fiftieth of the time that the patterns take.
const DIGIT_OR_ADDRESS = /[\d.@]|:\/\//;
const EMAIL_SIGN = /@/;
const LINK_SIGN = /\.|:\/\//;
const PHONE_SIGN = /\d(?:[\s().-]{0,2}\d){6}/;

/** ASINs, links, e-mail addresses and phone numbers, in this order. */
function contactsIn(bullet: string): readonly Hit[] {
  if (!DIGIT_OR_ADDRESS.test(bullet)) return NO_HITS;
  return [
    ...asinsIn(bullet),
    ...hitsWith(LINK_SIGN, bullet, LINK),
    ...hitsWith(EMAIL_SIGN, bullet, EMAIL),
    ...hitsWith(PHONE_SIGN, bullet, PHONE),
  ];
}

/** No bullet has a placeholder, a guarantee or claim from the list, an ASIN, link, e-mail, phone number or review request. */
export default defineRule({
  id: 'amazon/bullet-banned-phrase',
  topic: 'content',
  severity: 'error',
  needs: ['bullet'],
  marks: ['bullet', 'bullets'],
  each: { list: 'bullets', item: 'bullet' },
  policy: readPolicy(file, { phrases: 'texts', exactPhrases: 'texts', reviewRequests: 'texts' }),
  check({ bullet }, { phrases, exactPhrases, reviewRequests }) {
    const contacts = contactsIn(bullet);
    const all = listsTogether(phrases, exactPhrases, reviewRequests);
    if (contacts.length + phrasesIn(bullet, all).length === 0) return ok();
    const listed = phrasesIn(bullet, phrases);
    const exact = phrasesIn(bullet, exactPhrases, 'match case');
    const requests = phrasesIn(bullet, reviewRequests);
    if (listed.length + exact.length + requests.length + contacts.length === 0) return ok();
    const found = [...listed, ...exact, ...requests, ...contacts];
    return violation({ values: { count: found.length }, fix: { phrases: named(found) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { bullet: 'Made in North America, 100-240 V, 555 x 123 x 4567 mm' } },
      { site: 'DE', day: '2026-11-20', facts: { bullet: 'Na klar: weicher Stoff, auch bei 4006381333931' } },
    ],
    violation: [
      { site: 'US', day: '2024-08-15', facts: { bullet: 'Material: NA' }, gives: { phrases: ['NA'] } },
      { site: 'US', day: '2026-11-20', facts: { bullet: 'Eco-friendly bottle' }, gives: { phrases: ['eco-friendly'] } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: {
          bullet:
            'Antibacterial lid; fits B0EXAMPLE1. Call 555-123-4567, mail me@harborline.example or see www.harborline.example/help',
        },
        gives: {
          phrases: [
            'anti-bacterial',
            'B0EXAMPLE1',
            '555-123-4567',
            'me@harborline.example',
            'www.harborline.example/help',
          ],
        },
      },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [
      { site: 'US', day: '2024-08-14', facts: { bullet: 'Material: NA' } },
      { site: 'US', day: '2026-11-20', facts: { bullet: null } },
    ],
  },
});
