import type { Rule } from '../../../rules/engine/rule.ts';
import { ownRuleId, ownRules } from '../../../rules/own/rules.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';

interface Compiled {
  readonly rules: readonly Rule[];
  /** Unchanged while the checks are. */
  readonly key: string;
  readonly byId: ReadonlyMap<string, { readonly check: OwnCheck; readonly rule: Rule }>;
}

const NONE: readonly OwnCheck[] = [];
const compiled = new WeakMap<readonly OwnCheck[], Compiled>();
let count = 0;

/** The rules compiled from the seller's checks, once per list. */
export function compiledChecks(checks: readonly OwnCheck[]): Compiled {
  let found = compiled.get(checks);
  if (!found) {
    const rules = ownRules(checks);
    const entries = checks.flatMap((check, index) => {
      const rule = rules[index];
      return rule ? [[ownRuleId(check.id), { check, rule }] as const] : [];
    });
    count += 1;
    found = { rules, key: String(count), byId: new Map(entries) };
    compiled.set(checks, found);
  }
  return found;
}

// A copy of the checks in the decisions, so that sentences can be made synchronously. Updated by every read and change
// of the decisions.
let known: readonly OwnCheck[] = NONE;

/** Updates the copy of the seller's checks. */
export function knowOwnChecks(checks: readonly OwnCheck[] | undefined): void {
  known = checks ?? NONE;
}

/** A check and its rule by the rule's id; undefined if the check is gone or the rule is built in. */
export function ownCheckById(rule: string): { readonly check: OwnCheck; readonly rule: Rule } | undefined {
  return compiledChecks(known).byId.get(rule);
}

/** Escapes a text into a message that reads exactly the same: no placeholders, plurals or markup. */
export function literalMessage(text: string): string {
  return text.replaceAll("'", "''").replaceAll(/[{}<>]+/gu, (signs) => `'${signs}'`);
}
