import type { CheckedRow } from '../../entrypoints/workspace/files/checking/check-listings.ts';
import type { BulkScope } from '../../entrypoints/workspace/files/checking/context.ts';
import type { Problem } from '../../entrypoints/workspace/files/checking/problem.ts';
import { type Change, changesFinder } from '../../rules/engine/changes.ts';
import type { Known } from '../../rules/engine/engine.ts';
import type { Outcome } from '../../rules/engine/outcome.ts';
import { minorDigits } from '../../rules/engine/sites.ts';
import { toWire } from '../../rules/engine/wire.ts';
import { allRules } from '../../rules/index.ts';

/** A rule that will say something else of the listing as it is. */
export interface Upcoming {
  /** ISO day from which it does. */
  readonly day: string;
  /** `announced`: not in force by then either, as far as is known. */
  readonly status: Change['status'];
  readonly rule: string;
  readonly before: Outcome['kind'];
  readonly after: Outcome['kind'];
  /** The problem it will be, or the one that will be gone. */
  readonly found: Problem | null;
}

interface AheadOptions extends BulkScope {
  /** Last ISO day to look ahead to. */
  readonly until: string;
  /** Ids of the rules that are off. */
  readonly off: ReadonlySet<string>;
  /** Only rules whose id begins so. */
  readonly prefix: string;
}

/** Finds what changes for a row until a day, as far as is known today. */
export function lookingAhead(options: AheadOptions): (row: number, checked: CheckedRow) => readonly Upcoming[] {
  const { day, until, prefix } = options;
  const digits = minorDigits(options.currency);
  const rules = allRules.filter(({ id, estimate }) => id.startsWith(prefix) && !estimate);
  const finders = new Map<string, (known: Known) => readonly Change[]>();
  return (row, { judged, name }) => {
    if (judged === null) return [];
    const { known, topics } = judged();
    const key = [...topics].sort().join();
    const find = finders.get(key) ?? changesFinder(rules, { ...options, topics, from: day, to: until });
    finders.set(key, find);
    return find(known).map((change) => {
      const { rule, before, after, status } = change;
      const told = [after, before].find(({ outcome }) => outcome.kind === 'violation')?.outcome;
      const found = told?.kind === 'violation' ? problemOf(change, told, { row, name, digits }) : null;
      return { day: change.day, status, rule: rule.id, before: before.outcome.kind, after: after.outcome.kind, found };
    });
  };
}

/** There is no page, and the number that passes is the rule's own. */
function problemOf(
  { rule, item, of, day }: Change,
  outcome: Outcome & { kind: 'violation' },
  { row, name, digits }: { readonly row: number; readonly name: string | null; readonly digits: number },
): Problem {
  const level = outcome.severity ?? rule.severity;
  const finding = {
    ...{ rule: rule.id, topic: rule.topic, item: item ?? null, day, level, severity: level },
    message: outcome.message ?? 'problem',
    values: toWire(outcome.values, digits),
    fix: toWire(outcome.fix, digits),
    ...{ wanted: [], unread: [], marks: of ? [of] : [], origins: {}, quiet: false },
  };
  return { row, column: null, name, level, rule: rule.id, finding, note: null, products: 1, fromShop: [] };
}
