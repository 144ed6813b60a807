import type { Finding } from '../findings.ts';
import { database } from './database.ts';
import { count } from './summary.ts';

/** Takes findings out of one listing's, or of all when `of` is null, and keeps the counts in step. */
export async function removeFindings(
  of: { readonly store: string; readonly listing: string } | null,
  remove: (finding: Finding) => boolean,
): Promise<void> {
  const transaction = (await database()).transaction(['findings', 'summaries'], 'readwrite');
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
      await cursor.update({ ...row, findings: kept, problems: row.problems.filter(([, rule]) => rules.has(rule)) });
    }
    cursor = await cursor.continue();
  }
  await Promise.all([...byStore.values()].filter(({ store }) => changed.has(store)).map((row) => summaries.put(row)));
  await transaction.done;
}
