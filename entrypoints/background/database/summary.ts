import { Big } from '../../../rules/measures/decimals.ts';
import type { Finding } from '../rows/finding.ts';
import { riskOf } from '../rows/money-at-risk.ts';
import { separated } from '../rows/one-cause.ts';
import type { SummaryRow } from '../rows/rows.ts';
import { worstOf } from './catalogue.ts';

export function emptySummary(store: string): SummaryRow {
  return {
    store,
    listings: 0,
    counts: { error: 0, warning: 0, info: 0, unknown: 0 },
    problems: {},
    waiting: {},
    worst: { error: 0, warning: 0, unknown: 0, info: 0, none: 0 },
    atRisk: {},
  };
}

/** Adds a listing's findings to its shop's counts; `by` is 1, or -1 to subtract them. */
export function count(summary: SummaryRow, findings: readonly Finding[], by: 1 | -1): void {
  summary.worst[worstOf(findings)] += by;
  for (const { level, quiet } of findings) if (level !== 'unknown' || !quiet) summary.counts[level] += by;
  const own = separated(findings);
  for (const finding of own) countRisk(summary, finding, by);
  for (const { rule, level, wanted } of own) {
    if (level !== 'unknown') {
      const levels = summary.problems[rule] ?? {};
      summary.problems[rule] = levels;
      levels[level] = (levels[level] ?? 0) + by;
      if (levels[level] <= 0) delete levels[level];
      if (Object.keys(levels).length === 0) delete summary.problems[rule];
      continue;
    }
    for (const fact of wanted) {
      const rules = summary.waiting[fact] ?? {};
      summary.waiting[fact] = rules;
      rules[rule] = (rules[rule] ?? 0) + by;
      if (rules[rule] <= 0) delete rules[rule];
      if (Object.keys(rules).length === 0) delete summary.waiting[fact];
    }
  }
}

function countRisk(summary: SummaryRow, finding: Finding, by: 1 | -1): void {
  const risk = riskOf(finding);
  if (!risk) return;
  const { rule } = finding;
  const sums = summary.atRisk[rule] ?? {};
  summary.atRisk[rule] = sums;
  const { amount, listings } = sums[risk.of] ?? { amount: '0', listings: 0 };
  const sum = by === 1 ? new Big(amount).plus(risk.amount) : new Big(amount).minus(risk.amount);
  if (listings + by > 0) sums[risk.of] = { amount: sum.toFixed(), listings: listings + by };
  else delete sums[risk.of];
  if (Object.keys(sums).length === 0) delete summary.atRisk[rule];
}
