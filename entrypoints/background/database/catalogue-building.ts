import type { SummaryRow } from '../rows/rows.ts';
import { catalogueRow } from './catalogue.ts';
import type { Upgrading } from './migrations.ts';
import { count, emptySummary } from './summary.ts';

/** Makes the rows of lists and the counts of stores from the listings and findings of an earlier version. */
export async function buildCatalogue(transaction: Upgrading): Promise<void> {
  const listings = transaction.objectStore('listings');
  const catalogue = transaction.objectStore('catalogue');
  const summaries = new Map<string, SummaryRow>();
  for await (const { value: judged } of transaction.objectStore('findings')) {
    const { store, listing, findings } = judged;
    const summary = summaries.get(store) ?? emptySummary(store);
    summaries.set(store, summary);
    summary.listings += 1;
    count(summary, findings, 1);
    const row = await listings.get([store, listing]);
    await catalogue.put(catalogueRow(row ?? { store, listing, sku: null, asin: null, facts: {} }, judged));
  }
  for (const summary of summaries.values()) await transaction.objectStore('summaries').put(summary);
}
