import { ok, violation } from '../../engine/outcome.ts';
import { readPolicy } from '../../engine/policy.ts';
import { defineRule } from '../../engine/rule.ts';
import { brandIn, type Hit, hitsWith, named, phrasesIn } from '../../measures/phrases.ts';
import file from '../../policies/tiktok/title-prohibited-content.json' with { type: 'json' };

const DISCOUNT = /\d+\s?%\s?(?:off|discount)\b/iu;
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[a-z]{2,}/iu;
// Asked first: most titles have none of these, which is quickly seen.
const DISCOUNT_SIGN = /%/;
const ADDRESS_SIGN = /@|:\/\/|www\./iu;

/** A shop named like the brand it sells may name its brand. */
function isOwnBrand(sellerName: string, brand: string | null | undefined): boolean {
  const folded = (name: string) => name.normalize('NFKC').toLowerCase().trim();
  return brand !== undefined && brand !== null && folded(sellerName) === folded(brand);
}

/** The marketplaces that a title names. "Amazon parrot" is a bird: the name is the beginning of something else. */
function marketplacesIn(
  title: string,
  marketplaces: readonly string[],
  otherThings: readonly string[],
): readonly Hit[] {
  const found = phrasesIn(title, marketplaces);
  if (found.length === 0) return found;
  const things = new Set(phrasesIn(title, otherThings).map(({ at }) => at));
  return found.filter(({ at }) => !things.has(at));
}

/** The title has no promotion, address, seller’s name or marketplace name; whole words count. */
export default defineRule({
  id: 'tiktok/title-prohibited-content',
  topic: 'content',
  severity: 'error',
  needs: ['title'],
  uses: ['sellerName', 'brand'],
  marks: ['title'],
  repeats: { rules: ['tiktok/redirecting-traffic'], through: 'phrases' },
  policy: readPolicy(file, { phrases: 'texts', marketplaces: 'texts', otherThings: 'texts' }),
  check({ title, sellerName, brand }, { phrases, marketplaces, otherThings }, { site }) {
    const promotions = [...hitsWith(DISCOUNT_SIGN, title, DISCOUNT), ...phrasesIn(title, phrases)];
    if (promotions.length > 0) return violation({ values: {}, fix: { phrases: named(promotions) } });
    const names = sellerName && !isOwnBrand(sellerName, brand) ? brandIn(title, sellerName) : [];
    if (names.length > 0) return violation({ message: 'names', values: {}, fix: { phrases: named(names) } });
    const addresses = hitsWith(ADDRESS_SIGN, title, ADDRESS);
    if (addresses.length > 0) return violation({ message: 'address', values: {}, fix: { phrases: named(addresses) } });
    const others = marketplacesIn(title, marketplaces, otherThings);
    // Only the Vietnamese text names them.
    const severity = site === 'VN' ? 'error' : 'warning';
    return others.length === 0
      ? ok()
      : violation({ severity, message: 'marketplaces', values: {}, fix: { phrases: named(others) } });
  },
  examples: {
    ok: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag 100% cotton' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Official-size football' } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Amazon parrot perch, amazonite beads' } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Harborline USB C Charger', sellerName: 'Harborline', brand: 'Harborline' },
      },
    ],
    violation: [
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag 50% discount' }, gives: { phrases: ['50% discount'] } },
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag free shipping' }, gives: { phrases: ['free shipping'] } },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Bag as seen on TikTok' },
        gives: { phrases: ['TikTok'] },
        severity: 'warning',
      },
      {
        site: 'VN',
        day: '2026-11-20',
        facts: { title: 'Túi Shopee' },
        gives: { phrases: ['Shopee'] },
        severity: 'error',
      },
      {
        site: 'US',
        day: '2026-11-20',
        facts: { title: 'Acme Store bag', sellerName: 'Acme Store' },
        gives: { phrases: ['Acme Store'] },
      },
      { site: 'US', day: '2026-11-20', facts: { title: 'Bag www.example.com' } },
    ],
    unknown: [{ site: 'US', day: '2026-11-20', facts: {} }],
    notApplicable: [{ site: 'US', day: '2025-10-17', facts: { title: 'Bag 50% off' } }],
  },
});
