import type { Topic } from '../../rules/rule.ts';
import type { Request } from './api.ts';
import type { ListedListing, ListingFilters, ListingsAnswer } from './api-listings.ts';
import { decisions } from './decisions.ts';
import { byLevel } from './findings.ts';
import { languageOf } from './language.ts';
import { interfaceText } from './present/messages.ts';
import { title } from './present/sentence.ts';
import { day, money, percentage } from './present/values.ts';
import { ruleById } from './rules-by-id.ts';
import { writtenOneWay } from './seller-code.ts';
import { ownDay } from './site-days.ts';
import { catalogueSlice } from './store/catalogue-query.ts';
import { storeSummary } from './store/reports.ts';
import type { CatalogueRow } from './store/schema.ts';

/** Some listings of a store, as the list shows them. */
export async function listings({ from, most, ...filter }: Request<'listings'>): Promise<ListingsAnswer> {
  const [decided, { total, rows }] = await Promise.all([decisions(), catalogueSlice(filter, from, most)]);
  const language = languageOf(decided);
  return { total, rows: rows.map((row) => listed(row, language)) };
}

function listed(row: CatalogueRow, language: ReturnType<typeof languageOf>): ListedListing {
  const { listing, name, price, currency, margin, counts, changed } = row;
  return {
    listing,
    name,
    code: codes(row),
    price: price === null ? '' : money(language, price, currency),
    margin: margin === null ? '' : marginText(margin, language),
    counts,
    changed: day(language, ownDay(new Date(changed))),
  };
}

/** The number a listing is known by, and the seller's own code where that is another. */
function codes({ listing, sku, asin, code }: CatalogueRow): string {
  const number = sku ?? asin ?? listing.slice(listing.indexOf(':') + 1);
  return code === null || code === writtenOneWay(number) ? number : `${code} · ${number}`;
}

function marginText(
  { percent, atMost, beforeReferral }: NonNullable<CatalogueRow['margin']>,
  language: 'en' | 'zh-CN',
): string {
  const shown = percentage(language, percent);
  if (beforeReferral) return interfaceText(language, 'beforeReferral', { value: shown });
  return atMost ? interfaceText(language, 'atMost', { value: shown }) : shown;
}

/** By what a store's listings can be filtered; null when nothing is stored of it. */
export async function listingFilters(store: string): Promise<ListingFilters | null> {
  const [decided, summary] = await Promise.all([decisions(), storeSummary(store)]);
  if (!summary) return null;
  const language = languageOf(decided);
  const topics = new Map<Topic, ListingFilters['topics'][number]['rules'][number][]>();
  for (const [rule, levels] of Object.entries(summary.problems)) {
    const topic = ruleById(rule)?.topic;
    const level = (['error', 'warning', 'info'] as const).find((one) => levels[one]);
    if (!topic || !level) continue;
    topics.set(topic, [...(topics.get(topic) ?? []), { rule, title: title(rule, language), level }]);
  }
  return {
    listings: summary.listings,
    worst: { error: 0, warning: 0, unknown: 0, info: 0, none: 0, ...summary.worst },
    topics: [...topics].map(([topic, rules]) => ({ topic, rules: rules.sort(byLevel) })),
  };
}
