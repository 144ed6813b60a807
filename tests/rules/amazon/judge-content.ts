import { contentRules } from '../../../rules/amazon/content/index.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import type { Facts } from '../../../rules/engine/facts.ts';
import type { Outcome } from '../../../rules/engine/outcome.ts';

export const TODAY = '2026-11-20';

/** Where and when a listing is judged. */
export interface Place {
  site?: string;
  day?: string;
}

/**
 * What one rule about a listing's texts says.
 * @param name the rule's, without its marketplace
 * @throws Error where the rule does not exist or does not apply
 */
export function judge(name: string, facts: Facts, { site = 'US', day = TODAY }: Place = {}): Outcome {
  const rules = contentRules.filter(({ id }) => id === `amazon/${name}`);
  const verdict = evaluator(rules, { marketplace: 'amazon', site, day })({ facts })[0];
  if (!verdict) throw new Error(`No verdict of ${name}`);
  return verdict.outcome;
}

export const kind = (name: string, facts: Facts, place?: Place) => judge(name, facts, place).kind;

/** The fix of a violation, or null for any other outcome. */
export function fix(name: string, facts: Facts, place?: Place): Record<string, unknown> | null {
  const outcome = judge(name, facts, place);
  return outcome.kind === 'violation' ? outcome.fix : null;
}

export const severity = (name: string, facts: Facts, place?: Place) => {
  const outcome = judge(name, facts, place);
  return outcome.kind === 'violation' ? outcome.severity : null;
};
