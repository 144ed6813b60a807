import type { IDBPTransaction } from 'idb';
import type { Finding } from '../findings.ts';
import { catalogueChanged } from './catalogue-query.ts';
import { database } from './database.ts';
import { putSummary } from './history.ts';
import { problemsOf, readViews, writeViews } from './listing-views.ts';
import type { PreflightSchema } from './schema.ts';
import { emptySummary } from './summary.ts';

const stores = ['listings', 'findings', 'summaries', 'catalogue', 'days'] as const;
type Removing = IDBPTransaction<PreflightSchema, (typeof stores)[number][], 'readwrite'>;

/** Rows that are looked through at once. */
const AT_ONCE = 200;

/**
 * Takes findings out of one listing's, or of all when `of` is null, and keeps lists and counts in step.
 * @param of by any id of the listing
 * @param now milliseconds since 1970
 */
export async function removeFindings(
  of: { readonly store: string; readonly listing: string } | null,
  remove: (finding: Finding) => boolean,
  now: number,
): Promise<void> {
  const transaction = (await database()).transaction([...stores], 'readwrite');
  transaction.done.catch(() => undefined);
  if (of) await removeSome(transaction, of.store, [of.listing], true, remove, now);
  else
    for (const [store, ids] of await judgedIds(transaction)) await removeInSlices(transaction, store, ids, remove, now);
  await transaction.done;
  catalogueChanged();
}

async function judgedIds(transaction: Removing): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const [store, id] of await transaction.objectStore('findings').getAllKeys()) {
    const ids = found.get(store);
    if (ids) ids.push(id);
    else found.set(store, [id]);
  }
  return found;
}

async function removeInSlices(
  transaction: Removing,
  store: string,
  ids: readonly string[],
  remove: (finding: Finding) => boolean,
  now: number,
): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE)
    await removeSome(transaction, store, ids.slice(at, at + AT_ONCE), false, remove, now);
}

/** @param whole whether they are taken out of every row of the listings that the ids mean */
async function removeSome(
  transaction: Removing,
  store: string,
  ids: readonly string[],
  whole: boolean,
  remove: (finding: Finding) => boolean,
  now: number,
): Promise<void> {
  const findings = transaction.objectStore('findings');
  const views = await readViews(transaction.objectStore('listings'), findings, store, ids);
  const rows = ids.flatMap((id) => (whole ? views.judgedRowsOf(views.which.listingOf(id)) : (views.judged(id) ?? [])));
  const before = views.all();
  for (const row of rows) {
    const kept = row.findings.filter((finding) => !remove(finding));
    if (kept.length === row.findings.length) continue;
    const rules = new Set(problemsOf(store, kept, now).map(([, rule]) => rule));
    const next = { ...row, findings: kept, problems: row.problems.filter(([, rule]) => rules.has(rule)) };
    views.putJudged(next);
    await findings.put(next);
  }
  const summary = (await transaction.objectStore('summaries').get(store)) ?? emptySummary(store);
  const isCounted = await writeViews(transaction.objectStore('catalogue'), summary, before, views.all());
  if (isCounted) await putSummary(transaction, summary, now);
}
