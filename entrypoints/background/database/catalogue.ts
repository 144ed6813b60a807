import type { Finding } from '../rows/finding.ts';
import { headlinePrice, marketplaceOf } from '../rows/headline-price.ts';
import { separated } from '../rows/one-cause.ts';
import type { CatalogueRow, FindingsRow, ListingRow, Worst } from '../rows/rows.ts';
import { sellerCode } from '../rows/seller-code.ts';

/** Worst first: the order in which sellers want to see listings. */
export const worstFirst: readonly Worst[] = ['error', 'warning', 'unknown', 'info', 'none'];

/** Gap in {@link CatalogueRow.worst} between one level and the next. */
export const STEP = 1000;

/** Findings by level. Unknowns too minor to mention count only in the shop's summary. */
function countsOf(findings: readonly Finding[]): CatalogueRow['counts'] {
  const counts = { error: 0, warning: 0, info: 0, unknown: 0 };
  for (const { level, quiet } of findings) if (!quiet) counts[level] += 1;
  return counts;
}

export function worstOf(findings: readonly Finding[]): Worst {
  const counts = countsOf(findings);
  return worstFirst.find((level) => level !== 'none' && counts[level] > 0) ?? 'none';
}

/** Builds a listing's row from its stored data. */
export function catalogueRow({ sku, asin, facts }: ListingRow, judged: FindingsRow): CatalogueRow {
  const { store, listing, name, currency, changed, findings, margin } = judged;
  const marketplace = marketplaceOf(store);
  const code = sellerCode(marketplace, sku, facts);
  const said = facts[headlinePrice(marketplace)]?.value;
  const price = typeof said === 'string' ? said : null;
  const counts = countsOf(findings);
  const worst = worstOf(findings);
  const place =
    worstFirst.indexOf(worst) * STEP + (STEP - 1 - Math.min(worst === 'none' ? 0 : counts[worst], STEP - 1));
  const problems = separated(findings).filter(({ level }) => level !== 'unknown');
  const tags = new Set(problems.flatMap(({ rule, topic }) => [rule, topicTag(topic)]));
  return {
    store,
    listing,
    sku,
    asin,
    name,
    code,
    price,
    currency,
    margin,
    counts,
    changed,
    search: folded([name, sku, asin, code, numberOf(listing)].filter((text) => text !== null).join(' ')),
    worst: place,
    found: [...tags].map((tag) => [store, tag, place, listing]),
    sortName: folded(name),
    sortPrice: price === null ? Number.POSITIVE_INFINITY : Number(price),
    sortMargin: margin === null ? Number.POSITIVE_INFINITY : Number(margin.percent),
  };
}

/** A topic's tag among rule ids: rule ids contain a slash and no colon. */
export function topicTag(topic: string): string {
  return `topic:${topic}`;
}

/** The number or code in a listing's id: `sku:A-1` is A-1. */
function numberOf(listing: string): string {
  return listing.slice(listing.indexOf(':') + 1);
}

/** Folds text for searching: ignores case and character width. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
