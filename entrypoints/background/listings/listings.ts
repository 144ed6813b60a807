import type { Topic } from '../../../rules/engine/rule.ts';
import { catalogueSlice } from '../database/catalogue-query.ts';
import { storedFindings, storeSummary } from '../database/reports.ts';
import type { ListedListing, ListingFilters, ListingsAnswer } from '../messages/listings.ts';
import type { Request } from '../messages/requests.ts';
import { ruleById } from '../page/rules-by-id.ts';
import { countsOf } from '../page/tabs.ts';
import { interfaceText } from '../present/messages.ts';
import { title } from '../present/sentence.ts';
import { day, money, percentage } from '../present/values.ts';
import { byLevel } from '../rows/finding.ts';
import { withoutFindings } from '../rows/one-cause.ts';
import type { CatalogueRow } from '../rows/rows.ts';
import { normalizeCode } from '../rows/seller-code.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { offMeanwhile, shownSummary } from '../seller/updates.ts';
import { ownDay } from '../understanding/site-days.ts';

/** A slice of a shop's listings, as the list shows them. */
export async function listings({ from, most, ...filter }: Request<'listings'>): Promise<ListingsAnswer> {
  const decided = await decisions();
  const language = languageOf(decided);
  const off = offMeanwhile(decided, filter.store);
  if (filter.found !== null && off.has(filter.found)) return { total: 0, rows: [] };
  const { total, rows } = await catalogueSlice(filter, from, most);
  const shown = off.size === 0 ? rows : await Promise.all(rows.map((row) => withoutOff(row, off)));
  return { total, rows: shown.map((row) => listed(row, language)) };
}

/** Corrects a row whose counts still include findings of checks that have been turned off. */
async function withoutOff(row: CatalogueRow, off: ReadonlySet<string>): Promise<CatalogueRow> {
  const judged = await storedFindings(row.store, row.listing);
  if (!judged) return row;
  const left = withoutFindings(judged.findings, ({ rule }) => off.has(rule));
  return { ...row, counts: countsOf(left.filter(({ quiet }) => !quiet)) };
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

/** The platform's number of a listing, and the seller's own code if different. */
function codes({ listing, sku, asin, code }: CatalogueRow): string {
  const number = sku ?? asin ?? listing.slice(listing.indexOf(':') + 1);
  return code === null || code === normalizeCode(number) ? number : `${code} · ${number}`;
}

function marginText(
  { percent, atMost, beforeReferral }: NonNullable<CatalogueRow['margin']>,
  language: 'en' | 'zh-CN',
): string {
  const shown = percentage(language, percent);
  if (beforeReferral) return interfaceText(language, 'beforeReferral', { value: shown });
  return atMost ? interfaceText(language, 'atMost', { value: shown }) : shown;
}

/** Filters available for a shop's listings; null if nothing is stored about it. */
export async function listingFilters(store: string): Promise<ListingFilters | null> {
  const [decided, stored] = await Promise.all([decisions(), storeSummary(store)]);
  if (!stored) return null;
  const summary = shownSummary(decided, stored);
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
    worst: summary.worst,
    topics: [...topics].map(([topic, rules]) => ({ topic, rules: rules.sort(byLevel) })),
  };
}
