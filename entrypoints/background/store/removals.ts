import type { Finding } from '../findings.ts';
import { catalogueRow } from './catalogue.ts';
import { catalogueChanged } from './catalogue-query.ts';
import { database } from './database.ts';
import { putSummary } from './history.ts';
import { count } from './summary.ts';

/**
 * Takes findings out of one listing's, or of all when `of` is null, and keeps lists and counts in step.
 * @param now milliseconds since 1970
 */
export async function removeFindings(
  of: { readonly store: string; readonly listing: string } | null,
  remove: (finding: Finding) => boolean,
  now: number,
): Promise<void> {
  const transaction = (await database()).transaction(
    ['listings', 'findings', 'summaries', 'catalogue', 'days'],
    'readwrite',
  );
  const summaries = transaction.objectStore('summaries');
  const byStore = new Map((await summaries.getAll()).map((summary) => [summary.store, summary]));
  const changed = new Set<string>();
  let cursor = await transaction.objectStore('findings').openCursor(of && IDBKeyRange.only([of.store, of.listing]));
  while (cursor) {
    const row = cursor.value;
    const kept = row.findings.filter((finding) => !remove(finding));
    if (kept.length < row.findings.length) {
      const summary = byStore.get(row.store);
      if (summary) {
        count(summary, row.findings, -1);
        count(summary, kept, 1);
        changed.add(row.store);
      }
      const rules = new Set(kept.filter(({ level }) => level !== 'unknown').map(({ rule }) => rule));
      const next = { ...row, findings: kept, problems: row.problems.filter(([, rule]) => rules.has(rule)) };
      await cursor.update(next);
      const listing = await transaction.objectStore('listings').get([row.store, row.listing]);
      if (listing) await transaction.objectStore('catalogue').put(catalogueRow(listing, next));
    }
    cursor = await cursor.continue();
  }
  const counted = [...byStore.values()].filter(({ store }) => changed.has(store));
  await Promise.all(counted.map((row) => putSummary(transaction, row, now)));
  await transaction.done;
  catalogueChanged();
}
