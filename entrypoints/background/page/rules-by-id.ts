import type { Rule } from '../../../rules/engine/rule.ts';
import { allRules } from '../../../rules/index.ts';
import { ownCheckById } from '../seller/settings-own-checks.ts';

const byId = new Map<string, Rule>(allRules.map((rule) => [rule.id, rule]));

/** A rule by its id; undefined if a stored finding or decision names a rule that no longer exists. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id) ?? ownCheckById(id)?.rule;
}
