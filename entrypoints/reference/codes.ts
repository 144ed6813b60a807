import { type CodeBook, codeKinds, type ExplainedCode } from '../../rules/engine/explained-codes.ts';
import type { Period } from '../../rules/engine/policy.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import type { Language, Level } from '../background/messages/words.ts';
import { plainText, ruleText } from '../background/present/messages.ts';
import { list } from '../background/present/values.ts';
import { policyText } from './policy-texts.ts';
import { type ReferenceText, referenceText } from './texts.ts';
import type { NumberLine } from './values.ts';

/** Codes about one thing, in the order of their file. */
export interface CodeGroup {
  readonly name: string;
  readonly codes: readonly CodeRow[];
}

export interface CodeRow {
  readonly code: string;
  readonly level: Level;
  /** What it means and what to do. */
  readonly text: string;
  readonly certainty: ExplainedCode['certainty'];
  /** 1-based places in the rule's sources. */
  readonly footnotes: readonly number[];
}

/** The codes that a period explains; null for a period of numbers. */
export function codesOf(rule: Rule, { values }: Period): CodeBook | null {
  return rule.evidence === undefined ? null : (values as CodeBook | null);
}

/** What a rule explains, by kind; empty for every other rule. */
export function codeGroups(rule: Rule, keys: readonly string[], language: Language): readonly CodeGroup[] {
  const explained = rule.policy.periods.flatMap((period) => Object.entries(codesOf(rule, period)?.codes ?? {}));
  return codeKinds.flatMap((kind) => {
    const codes = explained
      .filter(([, one]) => one.kind === kind)
      .map(([code, { level, certainty, sources }]) => ({
        ...{ code, level, certainty },
        text: textOf(rule, code, language),
        footnotes: sources.map((key) => keys.indexOf(key) + 1),
      }));
    return codes.length === 0
      ? []
      : [{ name: referenceText(language, `codes_${kind}` satisfies ReferenceText), codes }];
  });
}

/** Its sentence without the code, which stands before it. */
function textOf(rule: Rule, code: string, language: Language): string {
  const said = plainText(language, ruleText(language, rule.id, code), { errorCode: code });
  return said.slice(code.length).replace(/^[:：]\s*/u, '');
}

/** How many codes are explained, and which are not. */
export function codeNumbers({ policy }: Rule, { codes, unexplained }: CodeBook, language: Language): NumberLine[] {
  const name = (value: string) => policyText(language, policy.id, value);
  const count = Object.keys(codes).length;
  const lines: NumberLine[] = [{ text: referenceText(language, 'named', { name: name('codes'), value: count }) }];
  if (unexplained === undefined) return lines;
  const told = referenceText(language, 'entries', { name: name('unexplained'), count: unexplained.length });
  return [...lines, { text: told, rows: [list(language, unexplained)] }];
}
