import {
  currencyOf,
  type Marketplace,
  marketplaceNamed,
  marketplaces,
  type Site,
  sitesOf,
} from '../../../rules/engine/sites.ts';
import { storeRows } from '../database/settings-findings.ts';
import type { BulkDecisions, BulkPlace, BulkPlaces } from '../messages/bulk.ts';
import type { Language } from '../messages/words.ts';
import { siteName } from '../present/store.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { effectiveSettings } from '../seller/settings-effective.ts';
import { dayIn } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';

/** Every store, then every site. Without the database the sites alone: a file can be checked for itself. */
export async function bulkPlaces(now: Date): Promise<BulkPlaces> {
  const language = languageOf(await decisions());
  const stores = await storeRows().catch(() => []);
  const ofStores = stores
    .toSorted((a, b) => b.seen.localeCompare(a.seen))
    .map(({ key, marketplace, site, sellerName, sellerId, currency }) => ({
      ...placeOf(marketplace, site, currency, language, now),
      store: key,
      name: sellerName ?? sellerId ?? '',
    }));
  const ofSites = marketplaces.flatMap((marketplace) =>
    sitesOf[marketplace].flatMap((site) => {
      const fixed = currencyOf(marketplace, site);
      const currencies = fixed === null ? marketplaceNamed[marketplace].shopCurrencies : [fixed];
      return currencies.map((currency) => placeOf(marketplace, site, currency, language, now));
    }),
  );
  return { places: [...ofStores, ...ofSites] };
}

function placeOf(marketplace: Marketplace, site: Site, currency: string, language: Language, now: Date): BulkPlace {
  const today = dayIn(timeZoneOf(marketplace, site), now);
  return { store: null, name: '', marketplace, site, siteName: siteName(marketplace, site, language), currency, today };
}

/** What holds in a store, or where none is chosen, in a form that can be sent to a worker. */
export async function bulkDecisions(store: string | null): Promise<BulkDecisions> {
  const decided = await decisions();
  const { off, severities, thresholds, ownChecks } = effectiveSettings(decided, store ?? '');
  return {
    off: [...off],
    severities: [...severities],
    thresholds: [...thresholds],
    ownChecks,
    entered: decided.entered
      .filter((one) => one.store === store)
      .map(({ subject, fact, value, day }) => ({ subject, fact, value, day })),
    ignored: decided.ignored
      .filter((one) => one.store === store)
      .map(({ listing, rule, item }) => JSON.stringify([listing, rule, item])),
  };
}
