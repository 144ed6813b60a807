import type { Finding } from '../findings.ts';
import type { SummaryRow } from './schema.ts';

export function emptySummary(store: string): SummaryRow {
  return { store, listings: 0, counts: { error: 0, warning: 0, info: 0, unknown: 0 }, problems: {}, waiting: {} };
}

/** Adds a listing's findings to its store's counts; `by` is 1, or -1 to take them out again. */
export function count(summary: SummaryRow, findings: readonly Finding[], by: 1 | -1): void {
  for (const { rule, level, quiet, wanted } of findings) {
    if (level !== 'unknown') {
      summary.counts[level] += by;
      const levels = summary.problems[rule] ?? {};
      summary.problems[rule] = levels;
      levels[level] = (levels[level] ?? 0) + by;
      if (levels[level] <= 0) delete levels[level];
      if (Object.keys(levels).length === 0) delete summary.problems[rule];
      continue;
    }
    if (!quiet) summary.counts.unknown += by;
    for (const fact of wanted) {
      const rules = summary.waiting[fact] ?? {};
      summary.waiting[fact] = rules;
      rules[rule] = (rules[rule] ?? 0) + by;
      if (rules[rule] <= 0) delete rules[rule];
      if (Object.keys(rules).length === 0) delete summary.waiting[fact];
    }
  }
}
