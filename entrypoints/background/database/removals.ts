import type { IDBPTransaction } from 'idb';
import type { Finding } from '../rows/finding.ts';
import { separated, withoutFindings } from '../rows/one-cause.ts';
import type { SummaryRow } from '../rows/rows.ts';
import { forgetCatalogueResults } from './catalogue-query.ts';
import { allOrNothing, database } from './database.ts';
import { putSummary } from './history.ts';
import { problemsOf, readViews, writeViews } from './listing-views.ts';
import type { PreflightSchema } from './schema.ts';
import { emptySummary } from './summary.ts';

const stores = ['listings', 'findings', 'summaries', 'catalogue', 'days'] as const;
type Removing = IDBPTransaction<PreflightSchema, (typeof stores)[number][], 'readwrite'>;

/**
 * Removes findings from one listing and updates lists and counts.
 * @param of any id of the listing
 * @param now milliseconds since 1970
 */
export async function removeFindings(
  of: { readonly store: string; readonly listing: string },
  remove: (finding: Finding) => boolean,
  now: number,
): Promise<void> {
  const transaction = await removing();
  await allOrNothing(transaction, () => removeSome(transaction, of.store, [of.listing], true, remove, now));
  forgetCatalogueResults();
}

/** The result of one batch of removals. */
export interface Removed {
  readonly done: number;
  /** The listing to continue after, empty for the first batch; null when finished. */
  readonly last: string | null;
}

/**
 * Removes the findings of some rules from a shop's next rows: first from those in the index, the only ones anyone sees,
 * then from those that merely lack data.
 * @param after the last listing that was processed
 * @param most maximum number of rows to change
 * @param now milliseconds since 1970
 */
export async function removeOff(
  store: string,
  rules: ReadonlySet<string>,
  after: string,
  most: number,
  now: number,
): Promise<Removed> {
  const transaction = await removing();
  const findings = transaction.objectStore('findings');
  const remove = ({ rule }: Finding) => rules.has(rule);
  const found = new Set<string>();
  for (const rule of rules)
    for (const [, listing] of await findings.index('problems').getAllKeys(withProblem(store, rule), most))
      found.add(listing);
  if (found.size > 0) {
    const ids = [...found].slice(0, most);
    await allOrNothing(transaction, () => removeSome(transaction, store, ids, false, remove, now));
    forgetCatalogueResults();
    return { done: ids.length, last: after };
  }
  if (!isWaitedFor(await transaction.objectStore('summaries').get(store), rules)) return { done: 0, last: null };
  // An empty array sorts after every text: the end of this shop's rows.
  const rows = await findings.getAll(IDBKeyRange.bound([store, after], [store, []], true), most);
  const waiting = rows.filter((row) => separated(row.findings).some(remove)).map(({ listing }) => listing);
  if (waiting.length > 0) {
    await allOrNothing(transaction, () => removeSome(transaction, store, waiting, false, remove, now));
    forgetCatalogueResults();
  }
  return { done: rows.length, last: rows.length < most ? null : (rows.at(-1)?.listing ?? null) };
}

/** Number of rows that {@link removeOff} processes. */
export async function countOff(store: string, rules: ReadonlySet<string>): Promise<number> {
  const transaction = (await database()).transaction(['findings', 'summaries'], 'readonly');
  const findings = transaction.objectStore('findings');
  const found = await Promise.all([...rules].map((rule) => findings.index('problems').count(withProblem(store, rule))));
  const sum = found.reduce((all, one) => all + one, 0);
  if (!isWaitedFor(await transaction.objectStore('summaries').get(store), rules)) return sum;
  return sum + (await findings.count(IDBKeyRange.bound([store], [store, []])));
}

/** An empty array sorts after every number: the end of a rule's entries. */
function withProblem(store: string, rule: string): IDBKeyRange {
  return IDBKeyRange.bound([store, rule], [store, rule, []]);
}

/**
 * Whether any listing may lack data for one of the rules. Unknowns without a missing fact of their own appear only in
 * the sum.
 */
function isWaitedFor(summary: SummaryRow | undefined, rules: ReadonlySet<string>): boolean {
  if (!summary) return false;
  const named = Object.values(summary.waiting).some((byRule) => Object.keys(byRule).some((rule) => rules.has(rule)));
  return named || summary.counts.unknown > 0;
}

async function removing(): Promise<Removing> {
  const transaction = (await database()).transaction([...stores], 'readwrite');
  transaction.done.catch(() => undefined);
  return transaction;
}

/** @param whole whether to remove them from every row of the listings that the ids refer to */
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
    const kept = withoutFindings(row.findings, remove);
    const rules = new Set(problemsOf(store, kept, now).map(([, rule]) => rule));
    const problems = row.problems.filter(([, rule]) => rules.has(rule));
    // The index may name a row without such a finding: it would be found again and again.
    if (kept === row.findings && problems.length === row.problems.length) continue;
    const next = { ...row, findings: kept, problems };
    views.putJudged(next);
    await findings.put(next);
  }
  const summary = (await transaction.objectStore('summaries').get(store)) ?? emptySummary(store);
  const isCounted = await writeViews(transaction.objectStore('catalogue'), summary, before, views.all());
  if (isCounted) await putSummary(transaction, summary, now);
}
