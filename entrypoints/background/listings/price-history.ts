import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { minorDigits } from '../../../rules/engine/sites.ts';
import { consoles } from '../consoles/guides.ts';
import { priceObservations } from '../database/observations.ts';
import type { PriceHistory } from '../messages/listings.ts';
import { originText } from '../present/card.ts';
import { day, money } from '../present/values.ts';
import { languageOf } from '../seller/language.ts';
import { wasPriceHints } from './price-hints.ts';
import { storedListing } from './stored-listing.ts';

/** Maximum number of paid prices drawn, newest first. */
const MOST_PAID = 500;

/**
 * A listing's prices by day, with the Was Price and the highest prices before and after a coupon; null if it is gone.
 */
export async function priceHistory(key: string, listing: string, now: Date): Promise<PriceHistory | null> {
  const found = await storedListing(key, listing, now);
  if (!found) return null;
  const rows = await priceObservations(key, found.identity);
  const { store, gathered, decided, today, identity } = found;
  const language = languageOf(decided);
  const { marketplace, site, currency } = store;
  const facts = parseFacts(gathered.facts).facts;
  const isEstimated = !facts.wasPrice && facts.wasPriceEstimate !== undefined;
  // Like the rules: the estimate from orders is used until the Was Price itself is known.
  const wasPrice = facts.wasPrice ?? facts.wasPriceEstimate;
  const digits = minorDigits(currency);
  const eligible = (wasPrice && consoles[marketplace].couponPrices?.(wasPrice, today, site, digits)) ?? null;
  const amount = (value: string) => ({ value, shown: money(language, value, currency) });
  const origin = gathered.origins[isEstimated ? 'wasPriceEstimate' : 'wasPrice'];
  const hints = facts.wasPrice
    ? []
    : await wasPriceHints(!isEstimated, { language, store: key, marketplace, currency, identity, today });
  return {
    today,
    seen: rows.map((row) => ({ day: row.day, shownDay: day(language, row.day), ...amount(row.price) })),
    paid: found.paid
      .flatMap(({ day: iso, paid, promoted }) => [
        ...paid.map(([price, units]) => ({
          day: iso,
          shownDay: day(language, iso),
          ...amount(price),
          units,
          promoted: false,
        })),
        ...promoted.map(([price, units]) => ({
          day: iso,
          shownDay: day(language, iso),
          ...amount(price),
          units,
          promoted: true,
        })),
      ])
      .sort((a, b) => a.day.localeCompare(b.day))
      .slice(-MOST_PAID),
    wasPrice: wasPrice
      ? { ...amount(wasPrice.toFixed()), isEstimated, origin: origin ? originText(origin, language) : '' }
      : null,
    hints,
    maxPrice: eligible && amount(eligible.maxPrice.toFixed(digits)),
    maxNetPrice: eligible && amount(eligible.maxNetPrice.toFixed(digits)),
  };
}
