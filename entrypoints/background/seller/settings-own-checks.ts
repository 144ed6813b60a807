import type { Rule } from '../../../rules/engine/rule.ts';
import { ownRuleId, ownRules } from '../../../rules/own/rules.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';

interface Compiled {
  readonly rules: readonly Rule[];
  /** The same for as long as the checks are. */
  readonly key: string;
  readonly byId: ReadonlyMap<string, { readonly check: OwnCheck; readonly rule: Rule }>;
}

const NONE: readonly OwnCheck[] = [];
const compiled = new WeakMap<readonly OwnCheck[], Compiled>();
let count = 0;

/** The rules of the seller's checks, made once for each list of them. */
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

// A copy of what the decisions hold, so that a sentence can be made without asking for them again. Whoever reads or
// changes the decisions tells it.
let known: readonly OwnCheck[] = NONE;

/** Notes the seller's checks as they are now. */
export function knowOwnChecks(checks: readonly OwnCheck[] | undefined): void {
  known = checks ?? NONE;
}

/** A check and its rule by the rule's id; undefined for one that is gone, or of ours. */
export function ownCheckById(rule: string): { readonly check: OwnCheck; readonly rule: Rule } | undefined {
  return compiledChecks(known).byId.get(rule);
}

/** A text as a message that says exactly this: nothing in it is a placeholder, a plural or markup. */
export function literalMessage(text: string): string {
  return text.replaceAll("'", "''").replaceAll(/[{}<>]+/gu, (signs) => `'${signs}'`);
}
