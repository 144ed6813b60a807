import { marketplaceNamed } from '../../../rules/engine/sites.ts';
import { Big } from '../../../rules/measures/decimals.ts';
import { catalogueRowOf, catalogueRowsWithCode } from '../database/catalogue-query.ts';
import { factsOf, knownListing } from '../database/listings.ts';
import { storeRow } from '../database/reports.ts';
import type { RateView } from '../messages/exchange.ts';
import type { ItemElsewhere, SameItems } from '../messages/listings.ts';
import type { Request } from '../messages/requests.ts';
import type { Done, Language } from '../messages/words.ts';
import { siteName } from '../present/store.ts';
import { day, money } from '../present/values.ts';
import { marketplaceOf } from '../rows/headline-price.ts';
import type { CatalogueRow } from '../rows/rows.ts';
import { decide } from '../seller/decide.ts';
import type { Decisions } from '../seller/decision-types.ts';
import { change, decisions } from '../seller/decisions.ts';
import { converted, type ExchangeRate, pairOf, rateBetween, rateSeen } from '../seller/exchange-rates.ts';
import { languageOf } from '../seller/language.ts';
import { isAbout, isPlace, type ListingPlace, type SameItem, withSameItem } from './same-item-decisions.ts';

/**
 * The same item in other shops: listings with the same seller code or linked by the seller, except those the seller
 * declared different. Null if the listing is gone.
 */
export async function sameItems(store: string, listing: string): Promise<SameItems | null> {
  const [decided, own] = await Promise.all([decisions(), catalogueRowOf(store, listing)]);
  if (!own) return null;
  const links = (await linksNow(decided.sameItems ?? [])).filter(({ a, b }) => isPlace(a, own) || isPlace(b, own));
  const isApart = (row: ListingPlace) => links.some((link) => !link.same && isAbout(link, own, row));
  const byHand = await Promise.all(
    links
      .filter(({ same }) => same)
      .map(({ a, b }) => (isPlace(a, own) ? b : a))
      .map((other) => catalogueRowOf(other.store, other.listing)),
  );
  const linked = byHand.filter((row) => row !== undefined);
  const sameCode = own.code === null ? [] : await catalogueRowsWithCode(own.code);
  const byCode = sameCode.filter((row) => row.store !== own.store && !linked.some((other) => isPlace(other, row)));
  const elsewhere = (rows: readonly CatalogueRow[], by: ItemElsewhere['by']) =>
    Promise.all(rows.map(async (row) => itemElsewhere(row, own, by, decided, await ratesFrom([own, row], decided))));
  return {
    code: own.code,
    rates: ratesFor([...linked, ...byCode.filter((row) => !isApart(row))], own, decided),
    items: [
      ...(await elsewhere(linked, 'hand')),
      ...(await elsewhere(
        byCode.filter((row) => !isApart(row)),
        'code',
      )),
    ],
    apart: await elsewhere(byCode.filter(isApart), 'code'),
  };
}

async function itemElsewhere(
  row: CatalogueRow,
  own: CatalogueRow,
  by: ItemElsewhere['by'],
  decided: Decisions,
  rates: readonly ExchangeRate[],
): Promise<ItemElsewhere> {
  const { store, listing, name, sku, asin, code, price, currency } = row;
  const language = languageOf(decided);
  const rate = currency === own.currency ? undefined : rateBetween(rates, currency, own.currency);
  const here = price !== null && rate ? converted(price, currency, rate) : null;
  const seller = await storeRow(store);
  return {
    store: {
      key: store,
      marketplace: marketplaceOf(store),
      site: siteName(marketplaceOf(store), store.split('|')[1] ?? '', language),
      name: seller?.sellerName ?? seller?.sellerId ?? '',
    },
    listing,
    name,
    code: code ?? sku ?? asin ?? '',
    by,
    price: price === null ? '' : money(language, price, currency),
    converted:
      here !== null && rate ? { shown: money(language, here, own.currency), day: day(language, rate.day) } : null,
    difference: difference(row, here ?? (currency === own.currency ? price : null), own, language),
  };
}

/** Rates for conversion: the seller's own, then those a console shows next to one of the listings. */
async function ratesFrom(rows: readonly ListingPlace[], { exchangeRates = [] }: Decisions): Promise<ExchangeRate[]> {
  const seen = await Promise.all(rows.map(async ({ store, listing }) => rateSeen(await factsOf(store, listing))));
  return [...exchangeRates, ...seen.filter((rate) => rate !== undefined)];
}

/** The seller's rates between the listing's currency and the others. */
function ratesFor(rows: readonly CatalogueRow[], own: CatalogueRow, decided: Decisions): readonly RateView[] {
  const language = languageOf(decided);
  const currencies = new Set(rows.filter(({ price }) => price !== null).map(({ currency }) => currency));
  currencies.delete(own.currency);
  return [...currencies].map((currency) => {
    const rate = rateBetween(decided.exchangeRates ?? [], currency, own.currency);
    const entered = rate ? { rate: rate.rate, day: day(language, rate.day) } : { rate: '', day: '' };
    return { ...pairOf(currency, own.currency), ...entered };
  });
}

/**
 * Difference of the other listing's converted price from this one; empty if either is unknown or the two are different
 * kinds of price.
 */
function difference(other: CatalogueRow, price: string | null, own: CatalogueRow, language: Language): string {
  if (price === null || own.price === null) return '';
  // A declared price is what the platform pays, not what buyers pay.
  if (isDeclared(other) !== isDeclared(own)) return '';
  const above = new Big(price).minus(own.price);
  const amount = money(language, above.abs().toFixed(), own.currency);
  return above.eq(0) ? amount : `${above.gt(0) ? '+' : '−'}${amount}`;
}

function isDeclared({ store }: CatalogueRow): boolean {
  return marketplaceNamed[marketplaceOf(store)].priceIsPaidBy === 'platform';
}

/** Records that two listings are the same item, or are not; null deletes that decision. */
export async function linkItem({ store, listing, other, same }: Request<'link-item'>): Promise<Done> {
  const { sameItems: stored = [] } = await decisions();
  // A decision about another number of the listing is the same decision.
  const now = await linksNow(stored);
  const isChanged = (one: SameItem) => {
    const { a, b } = now[stored.indexOf(one)] ?? one;
    return isAbout({ a, b }, { store, listing }, other);
  };
  const alike = stored.filter(isChanged);
  return decide(() =>
    change(({ sameItems: before = [] }) => ({
      sameItems: withSameItem(
        before.filter((one) => !alike.includes(one)),
        { store, listing },
        other,
        same,
      ),
    })),
  );
}

/** The decisions with their ids resolved to current listings. */
function linksNow(links: readonly SameItem[]): Promise<SameItem[]> {
  const placeNow = async ({ store, listing }: ListingPlace): Promise<ListingPlace> => ({
    store,
    listing: (await knownListing(store, listing).catch(() => null))?.identity.listing ?? listing,
  });
  return Promise.all(links.map(async ({ a, b, same }) => ({ a: await placeNow(a), b: await placeNow(b), same })));
}
