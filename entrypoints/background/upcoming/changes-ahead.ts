import { changesFinder, ruleTurningDays } from '../../../rules/engine/changes.ts';
import type { EvaluationOptions, Known } from '../../../rules/engine/engine.ts';
import { isWanted } from '../../../rules/engine/engine.ts';
import { limit, type Period } from '../../../rules/engine/policy.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import { allRules } from '../../../rules/index.ts';
import { addDays } from '../../../rules/measures/days.ts';

/** A day on which a rule's numbers change at a site. */
export interface RuleChange {
  readonly rule: Rule;
  /** ISO day, local to the site. */
  readonly day: string;
  /** What holds from then on; null where the rule ceases to hold. */
  readonly after: Period | null;
}

export type ChangesAhead = Omit<EvaluationOptions, 'announcedAfter'>;

/** Later than any day of a policy. */
const FOR_EVER = '9999-12-31';

/** The changes ahead of a day at a site, in order of days. Numbers that were announced and never confirmed are none. */
export function changesAhead(options: ChangesAhead): readonly RuleChange[] {
  const { site, day } = options;
  return allRules
    .filter((rule) => isWanted(rule, options))
    .flatMap((rule) =>
      ruleTurningDays(rule, { site, from: day, to: FOR_EVER }).flatMap((turning): RuleChange[] => {
        const before = limit(rule.policy, addDays(turning, -1), site, day);
        const after = limit(rule.policy, turning, site, day);
        // A period may begin for other sites' sake, with the same numbers here.
        return saysTheSame(before, after) ? [] : [{ rule, day: turning, after }];
      }),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function saysTheSame(a: Period | null, b: Period | null): boolean {
  return a?.status === b?.status && inText(a?.values) === inText(b?.values);
}

/** Decimals become their digits by themselves, tables of fees are maps. */
function inText(values: unknown): string | undefined {
  return JSON.stringify(values, (_key, value) => (value instanceof Map ? [...value] : value));
}

/** Says of a listing which of the changes ahead change what is said of it. Prepared once for many listings. */
export function touchedBy(ahead: readonly RuleChange[], options: ChangesAhead): (known: Known) => RuleChange[] {
  const finders = [...Map.groupBy(ahead, ({ day }) => day)].map(([day, changing]) => {
    const rules = changing.map(({ rule }) => rule);
    return { changing, find: changesFinder(rules, { ...options, from: addDays(day, -1), to: day }) };
  });
  return (known) =>
    finders.flatMap(({ changing, find }) => {
      const found = new Set(find(known).map(({ rule }) => rule));
      return changing.filter(({ rule }) => found.has(rule));
    });
}
