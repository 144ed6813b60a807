import { derivations } from '../../../rules/engine/derive.ts';
import type { FactName } from '../../../rules/engine/facts.ts';
import { allRules } from '../../../rules/index.ts';

/** Ids of the rules whose verdict a fact may change, directly or through derived facts. */
export function rulesThatRestOn(fact: FactName): ReadonlySet<string> {
  const facts = new Set<FactName>([fact]);
  for (const { from, gives } of derivations)
    if (from.some((name) => facts.has(name))) for (const name of gives) facts.add(name);
  const rests = (names: readonly FactName[] = []) => names.some((name) => facts.has(name));
  return new Set(allRules.filter(({ needs, uses }) => rests(needs) || rests(uses)).map(({ id }) => id));
}
