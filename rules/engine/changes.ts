import { addDays } from '../measures/days.ts';
import { type EvaluationOptions, evaluator, isWanted, type Known, type Verdict } from './engine.ts';
import type { Outcome } from './outcome.ts';
import { holdsFor, type Period, type PeriodStatus } from './policy.ts';
import type { Rule } from './rule.ts';

/** A finding of a rule on a listing that was not there the day before. */
export interface Change extends Pick<Verdict, 'rule' | 'item' | 'of'> {
  /** ISO day from which it holds, local to the site. */
  readonly day: string;
  /** `announced`: the platform has announced the number but not put it into force. A preview, never a verdict. */
  readonly status: Exclude<PeriodStatus, 'not-published'>;
  readonly before: Said;
  readonly after: Said;
}

export interface Said {
  readonly outcome: Outcome;
  /** The dated numbers behind it; null if none were in force. */
  readonly period: Period | null;
}

export interface ChangesOptions extends Omit<EvaluationOptions, 'day' | 'announcedAfter'> {
  /** ISO day to compare with, local to the site: what already holds then is no change. */
  readonly from: string;
  /** Last ISO day considered. */
  readonly to: string;
}

/**
 * Changes for a listing after one day and up to another, on the days on which a rule's number starts or ceases to apply
 * at the site. Ordered by day, then by rule, with decided changes before announced ones. Assumes that the listing
 * itself stays the same. A sentence that differs only in counted days is not a change.
 */
export function changes(rules: readonly Rule[], known: Known, options: ChangesOptions): Change[] {
  return changesFinder(rules, options)(known);
}

/** Like {@link changes}, prepared once for many listings. */
export function changesFinder(rules: readonly Rule[], options: ChangesOptions): (known: Known) => Change[] {
  const wanted = rules.filter((rule) => isWanted(rule, options));
  const finders = turningDays(wanted, options).flatMap((day) => [
    changesOn(day, wanted, options, 'in-force'),
    changesOn(day, wanted, options, 'announced'),
  ]);
  return (known) => finders.flatMap((find) => find(known));
}

/** Days on which a period begins, or on which one has just ended; in order and unique. */
function turningDays(rules: readonly Rule[], options: ChangesOptions): string[] {
  return [...new Set(rules.flatMap((rule) => ruleTurningDays(rule, options)))].sort();
}

/** Days after `from` and up to `to` on which a number of the rule starts or ceases to apply at the site. */
export function ruleTurningDays(
  { policy }: Rule,
  { site, from, to }: Pick<ChangesOptions, 'site' | 'from' | 'to'>,
): string[] {
  const days = new Set<string>();
  for (const period of policy.periods) {
    if (!holdsFor(period.sites, site)) continue;
    if (period.from !== null) days.add(period.from);
    if (period.to !== null) days.add(addDays(period.to, 1));
  }
  return [...days].filter((day) => day > from && day <= to).sort();
}

function changesOn(
  day: string,
  rules: readonly Rule[],
  options: ChangesOptions,
  status: Change['status'],
): (known: Known) => Change[] {
  const preview = status === 'announced' ? { announcedAfter: options.from } : {};
  const prepared = (on: string) => evaluator(rules, { ...options, ...preview, day: on });
  const [evaluateBefore, evaluateAfter] = [prepared(addDays(day, -1)), prepared(day)];
  return (known) => {
    const [before, after] = [byRule(evaluateBefore(known)), byRule(evaluateAfter(known))];
    return [...after].flatMap(([rule, verdicts]) =>
      paired(before.get(rule) ?? [], verdicts)
        .filter(
          ([then, now]) => differs(then, now) && (isAnnounced(then) || isAnnounced(now)) === (status !== 'in-force'),
        )
        .map(([then, now]) => ({ ...placeOf(then, now), rule, day, status, before: saidBy(then), after: saidBy(now) })),
    );
  };
}

function byRule(verdicts: readonly Verdict[]): Map<Rule, Verdict[]> {
  return Map.groupBy(verdicts, ({ rule }) => rule);
}

/**
 * Pairs both days' verdicts on the same text. A rule without numbers in force gives one verdict for all texts it would
 * check; if there is no text at all, none.
 */
function paired(before: readonly Verdict[], after: readonly Verdict[]): [Verdict, Verdict][] {
  const longer = before.length > after.length ? before : after;
  return longer.flatMap((_, index): [Verdict, Verdict][] => {
    const [then, now] = [before[index] ?? before[0], after[index] ?? after[0]];
    return then && now ? [[then, now]] : [];
  });
}

function differs(before: Verdict, after: Verdict): boolean {
  if (wording(before) !== wording(after)) return true;
  return before.period !== after.period && figures(before.outcome) !== figures(after.outcome);
}

/** The statement without its numbers. */
function wording({ rule, outcome }: Verdict): string {
  if (outcome.kind === 'violation')
    return JSON.stringify([outcome.kind, outcome.severity ?? rule.severity, outcome.message]);
  return JSON.stringify(outcome.kind === 'ok' ? [outcome.kind] : outcome);
}

function figures(outcome: Outcome): string {
  if (outcome.kind === 'violation') return JSON.stringify([outcome.values, outcome.fix]);
  return JSON.stringify(outcome.kind === 'ok' ? outcome.values : null);
}

function isAnnounced({ period }: Verdict): boolean {
  return period?.status === 'announced';
}

function placeOf(before: Verdict, after: Verdict): Pick<Verdict, 'item' | 'of'> {
  const { item, of } = after.item === undefined && after.of === undefined ? before : after;
  return { ...(item === undefined ? {} : { item }), ...(of === undefined ? {} : { of }) };
}

function saidBy({ outcome, period }: Verdict): Said {
  return { outcome, period };
}
