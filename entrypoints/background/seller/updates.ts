import type { SummaryRow } from '../rows/rows.ts';
import type { SettingsChange } from './settings-changes.ts';
import { effectiveSettings } from './settings-effective.ts';
import type { Update } from './update.ts';

interface WithUpdates {
  readonly updates?: readonly Update[];
}

/** A settings change together with the re-check it requires. */
export function withUpdate<Change extends SettingsChange>(
  { updates = [] }: WithUpdates,
  change: Change,
  rules: Iterable<string>,
  store: string | null,
): Change & WithUpdates {
  const added = new Set(rules);
  if (added.size === 0) return change;
  const id = 1 + Math.max(0, ...updates.map((one) => one.id));
  const next: Update = { id, rules: [...added], store, after: null, done: 0, total: 0 };
  // An update with the current settings covers what earlier updates of the same rules have left to do.
  const others = updates.filter((one) => !one.rules.every((rule) => added.has(rule)) || !isWithin(one.store, store));
  return { ...change, updates: [...others, next] };
}

function isWithin(store: string | null, other: string | null): boolean {
  return other === null || other === store;
}

type Decided = Parameters<typeof effectiveSettings>[0] & WithUpdates;

/** Checks turned off in a shop whose findings are still stored there. */
export function offMeanwhile(decided: Decided, store: string): ReadonlySet<string> {
  const rules = (decided.updates ?? []).filter((one) => isWithin(store, one.store)).flatMap((one) => one.rules);
  if (rules.length === 0) return NOTHING;
  const { off } = effectiveSettings(decided, store);
  return new Set(rules.filter((rule) => off.has(rule)));
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * A shop's counts without findings of checks that have been turned off. The worst level per listing is corrected once
 * they are re-checked.
 */
export function shownSummary(decided: Decided, summary: SummaryRow): SummaryRow {
  const rules = offMeanwhile(decided, summary.store);
  if (rules.size === 0) return summary;
  const isKept = ([rule]: [string, unknown]) => !rules.has(rule);
  const counts = { ...summary.counts };
  for (const [rule, levels] of Object.entries(summary.problems))
    if (rules.has(rule)) for (const level of ['error', 'warning', 'info'] as const) counts[level] -= levels[level] ?? 0;
  const waiting = Object.entries(summary.waiting)
    .map(([fact, byRule]) => [fact, Object.fromEntries(Object.entries(byRule).filter(isKept))] as const)
    .filter(([, byRule]) => Object.keys(byRule).length > 0);
  return {
    ...summary,
    counts,
    problems: Object.fromEntries(Object.entries(summary.problems).filter(isKept)),
    waiting: Object.fromEntries(waiting),
    atRisk: Object.fromEntries(Object.entries(summary.atRisk).filter(isKept)),
  };
}
