import { allRules } from '../../../rules/index.ts';
import { ownRuleId } from '../../../rules/own/rules.ts';
import type { FieldReadings } from '../../console.content/reading/reading.ts';
import { storeRow } from '../database/reports.ts';
import { type Rejudged, type Replacing, replaceFindings, replaceNext } from '../database/settings-findings.ts';
import { listingName } from '../listings/listing-name.ts';
import { marginOn, storedMargin } from '../listings/margin.ts';
import { type Beside, gatherFacts } from '../page/facts.ts';
import type { GatheredFacts } from '../page/gathered-facts.ts';
import { judge } from '../page/judging.ts';
import { pageKind } from '../page/page-kinds.ts';
import type { Finding } from '../rows/finding.ts';
import { type Identity, identityOfRow, isCode } from '../rows/listing-identity.ts';
import { separated } from '../rows/one-cause.ts';
import type { Origin } from '../rows/origins.ts';
import type { FindingsRow, ListingRow, SeenFacts, StoreRow } from '../rows/rows.ts';
import { dayIn } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';
import { enteredFor, isIgnored } from './decision-lookups.ts';
import type { Decisions } from './decision-types.ts';
import { decisions } from './decisions.ts';
import { effectiveSettings, withThresholds } from './settings-effective.ts';

let running: Promise<unknown> = Promise.resolve();

/** Runs changes of stored findings one at a time, so that none uses older settings than its predecessors. */
export function inSequence<Result>(task: () => Promise<Result>): Promise<Result> {
  const result = running.then(task);
  running = result.catch(() => undefined);
  return result;
}

/**
 * Checks the next batch of a shop's stored listings again for some rules, after a setting they depend on has changed.
 * Stored page facts replace the pages themselves. Rejects if the database refuses.
 * @param after the last checked listing; empty: none yet
 */
export function rejudgeSlice(
  store: StoreRow,
  after: string,
  most: number,
  rules: ReadonlySet<string>,
  decided: Decisions,
  now: Date,
): Promise<{ readonly done: number; readonly last: string | null }> {
  return replaceNext(store.key, after, most, replacing(store, rules, decided, now));
}

/** Checks one listing again for some rules. Does nothing if the shop is gone. */
export function rejudgeOne(store: string, listing: string, rules: ReadonlySet<string>, now: Date): Promise<void> {
  return inSequence(async () => {
    const row = await storeRow(store);
    if (row) await replaceFindings(store, listing, replacing(row, rules, await decisions(), now));
  });
}

/**
 * Checks every stored listing of a shop with all rules, after an import. Listings known only from a report are checked
 * for the first time. Does nothing if the shop is gone.
 */
export function judgeStore(key: string, now: Date): Promise<void> {
  return inSequence(async () => {
    const [row, decided] = await Promise.all([storeRow(key), decisions()]);
    if (!row) return;
    const own = decided.settings?.ownChecks ?? [];
    const rules = new Set([...allRules.map(({ id }) => id), ...own.map(({ id }) => ownRuleId(id))]);
    await replaceFindings(key, null, {
      ...replacing(row, rules, decided, now),
      begin: (listing) => firstFindings(listing, row.currency),
    });
  });
}

/** Null for a listing not in any report: its pages check it. A seller's code alone is not a listing. */
function firstFindings(row: ListingRow, currency: string): FindingsRow | null {
  const { store, listing, facts } = row;
  if (isCode(listing)) return null;
  if (!Object.values(facts).some(({ page }) => page.startsWith('report/'))) return null;
  const name = listingName(identityOfRow(row), (fact) => row.facts[fact]?.value);
  const nothing = { findings: [], problems: [], margin: null, topics: {} };
  return { store, listing, name, currency, address: '', changed: 0, ...nothing };
}

function replacing(store: StoreRow, rules: ReadonlySet<string>, decided: Decisions, now: Date): Replacing {
  return {
    isReplaced: ({ rule }) => rules.has(rule),
    judge: (identity, seen, paid) => rejudgeListing(store, identity, { seen, paid }, rules, decided, now),
    begin: () => null,
    now: now.getTime(),
  };
}

function rejudgeListing(
  { key, marketplace, site, currency }: StoreRow,
  identity: Identity,
  { seen, paid }: Pick<Beside, 'seen' | 'paid'>,
  rules: ReadonlySet<string>,
  decided: Decisions,
  now: Date,
): Rejudged {
  const today = dayIn(timeZoneOf(marketplace, site), now);
  const { thresholds, ...settings } = effectiveSettings(decided, key);
  const entered = enteredFor(decided, key, identity);
  const found = new Map<string, readonly Finding[]>();
  for (const page of pagesOf(seen, today)) {
    const context = { page, marketplace, site, currency, notices: [], shared: null, now, today };
    const gathered = gatherFacts(fieldsOn(page, seen), identity, context, { entered, seen, paid });
    const { findings } = judge(withThresholds(asSeen(gathered, seen), thresholds), {
      ...context,
      ...settings,
      only: rules,
    });
    for (const [rule, list] of Map.groupBy(separated(findings), (finding) => finding.rule))
      if (!found.has(rule)) found.set(rule, list);
  }
  const everything = { page: null, marketplace, site, currency, notices: [], shared: null, now, today };
  return {
    findings: [...found.values()].flat().filter(({ rule, item }) => !isIgnored(decided, key, identity, rule, item)),
    margin: storedMargin(
      marginOn(today, gatherFacts({}, identity, everything, { entered, seen, paid }).facts, everything),
    ),
  };
}

/** Page kinds with facts about a listing, most recently seen first. An ended coupon is not checked again. */
function pagesOf(seen: SeenFacts, today: string): readonly string[] {
  const newest = new Map<string, string>();
  for (const { page, day } of Object.values(seen)) if (day > (newest.get(page) ?? '')) newest.set(page, day);
  const end = seen.couponEnd?.value;
  const isOver = typeof end === 'string' && end < today;
  return [...newest]
    .filter(([page]) => !isOver || !pageKind(page).topics.includes('coupon'))
    .sort(([, a], [, b]) => b.localeCompare(a))
    .map(([page]) => page);
}

/** A page kind's stored facts, as if just read. */
function fieldsOn(page: string, seen: SeenFacts): FieldReadings {
  return Object.fromEntries(
    Object.entries(seen)
      .filter(([, fact]) => fact.page === page)
      .map(([name, { value }]) => [name, { state: 'read', value, via: '' }]),
  );
}

/** No page is open: readings count as seen on their day. */
function asSeen(gathered: GatheredFacts, seen: SeenFacts): GatheredFacts {
  const origins = Object.entries(gathered.origins).map(([name, origin]): [string, Origin | undefined] => {
    const fact = seen[name as keyof SeenFacts];
    if (origin?.by !== 'page' || !fact) return [name, origin];
    return [name, { by: 'seen', page: fact.page, day: fact.day, ...(fact.notice ? { notice: true as const } : {}) }];
  });
  return { ...gathered, origins: Object.fromEntries(origins) };
}
