import { type Marketplace, marketplaceNamed } from '../../../rules/engine/sites.ts';
import { addDays, laterDay } from '../../../rules/measures/days.ts';
import { Big } from '../../../rules/measures/decimals.ts';
import { type PaidDay, paidPricesOn, WAS_PRICE_DAYS } from '../../../rules/measures/paid-prices.ts';
import { orderPeriods } from '../database/imports.ts';
import { priceObservationsOf } from '../database/observations.ts';
import { paidDays } from '../database/paid-prices.ts';
import type { Language } from '../messages/words.ts';
import { interfaceText } from '../present/messages.ts';
import { money, day as shownDay } from '../present/values.ts';
import type { Finding } from '../rows/finding.ts';
import type { Identity } from '../rows/listing-identity.ts';
import type { ObservationRow } from '../rows/rows.ts';
import { orderCoverage } from './order-coverage.ts';

/** The listing and language for which hints are written. */
export interface HintContext {
  readonly language: Language;
  readonly store: string;
  readonly marketplace: Marketplace;
  /** ISO 4217 code of the prices. */
  readonly currency: string;
  readonly identity: Identity;
  /** Today, local to the site. */
  readonly today: string;
}

/** Hints for a finding that waits for a Was Price, or rests on one estimated from orders. */
export function hintsFor({ wanted, origins }: Finding, context: HintContext): Promise<readonly string[]> {
  const isEstimated = origins.wasPriceEstimate?.by === 'orders' || origins.wasPriceWithPromotions?.by === 'orders';
  if (!wanted.includes('wasPrice') && !isEstimated) return Promise.resolve([]);
  return wasPriceHints(!isEstimated, context);
}

/**
 * Sentences from the seller's own data about a Was Price: how many days of its window the imported orders cover, and,
 * if nothing better is known, the prices at which the product was seen. No verdict rests on them.
 */
export async function wasPriceHints(isUnknown: boolean, context: HintContext): Promise<readonly string[]> {
  const { store, marketplace, identity, today } = context;
  if (!marketplaceNamed[marketplace].hasWasPrice) return [];
  const [periods, [paid = []], seen] = await Promise.all([
    orderPeriods(store),
    paidDays(store, [identity]),
    isUnknown ? priceObservationsOf(store, identity) : [],
  ]);
  return [coverage(periods, paid, context), seenPrices(seen, today, context)].filter((hint) => hint !== '');
}

function coverage(
  periods: Awaited<ReturnType<typeof orderPeriods>>,
  paid: readonly PaidDay[],
  { language, today }: HintContext,
): string {
  const found = orderCoverage(periods, today);
  if (!found) return '';
  const { from, to, covered, of } = found;
  const isSold = paidPricesOn(paid, today).units > 0;
  return interfaceText(language, isSold ? 'hintOrders' : 'hintOrdersNone', {
    from: shownDay(language, from),
    to: shownDay(language, to),
    covered,
    of,
  });
}

function seenPrices(seen: readonly ObservationRow[], today: string, { language, currency }: HintContext): string {
  const first = addDays(today, -WAS_PRICE_DAYS);
  const [earliest] = seen;
  if (!earliest) return '';
  const within = seen.filter(({ day }) => day >= first);
  // The last price seen before the window was in force when it began.
  const standing = seen.filter(({ day }) => day < first).at(-1);
  const prices = [...(standing ? [standing] : []), ...within].map(({ price }) => new Big(price));
  prices.sort((a, b) => a.cmp(b));
  const amount = (price: Big | undefined) => (price ? money(language, price.toFixed(), currency) : '');
  const [low, high] = [amount(prices[0]), amount(prices.at(-1))];
  return interfaceText(language, low === high ? 'hintSeenOne' : 'hintSeen', {
    low,
    high,
    days: within.length,
    since: shownDay(language, laterDay(earliest.day, first)),
  });
}
