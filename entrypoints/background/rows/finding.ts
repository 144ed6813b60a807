import type { FactName } from '../../../rules/engine/facts.ts';
import type { Severity } from '../../../rules/engine/outcome.ts';
import type { Topic } from '../../../rules/engine/rule.ts';
import type { Side } from '../../../rules/engine/typed-into.ts';
import type { WireFigure, WireFigures } from '../../../rules/engine/wire.ts';
import type { Level } from '../messages/words.ts';
import type { Origin } from './origins.ts';

/**
 * What one rule found for one listing, without any text: the sentence is made in the seller's language when shown.
 * Stored in this shape.
 */
export interface Finding {
  readonly rule: string;
  readonly topic: Topic;
  /** 0-based position in the checked list; null if the rule does not check a list. */
  readonly item: number | null;
  readonly level: Level;
  /** The rule's own severity, even if the level is `unknown`. */
  readonly severity: Severity;
  /**
   * Key of the sentence: one of the rule's messages for a problem; for an unknown `missing`, `unreadable`, `range`,
   * `not-given` or `limit-not-published`.
   */
  readonly message: string;
  /** The compared figures. */
  readonly values: WireFigures;
  /** What would make it pass. A number to be typed into a field passes every check of that field. */
  readonly fix: WireFigures;
  /** Numbers of the rule's own fix that other checks constrain; omitted if none. */
  readonly amended?: readonly AmendedNumber[];
  /** Facts needed for a verdict. */
  readonly wanted: readonly FactName[];
  /** The wanted facts whose field is on the page but could not be read. */
  readonly unread: readonly FactName[];
  /** Facts whose field the finding is attached to, best first. */
  readonly marks: readonly FactName[];
  /** Origins of the compared facts. */
  readonly origins: { readonly [Name in FactName]?: Origin };
  /** Day for which it was checked, local to the site. */
  readonly day: string;
  /** Lacks data and is too minor to mention in the page; counted as a check that needs data. */
  readonly quiet: boolean;
  /**
   * Findings of several rules with one cause, reported by this one: each rule's own, this rule's first. Omitted if it is
   * the only one.
   */
  readonly reasons?: readonly Finding[];
}

/** A number of a fix that breaks another check. */
export interface AmendedNumber {
  readonly figure: string;
  /** Field it is typed into. */
  readonly field: FactName;
  /** Side of the number on which values pass. */
  readonly side: Side;
  /** The number that the finding's own rule asks for. */
  readonly own: WireFigure;
  /** Ids of the stricter rules, or of those that no value satisfies together with this one; empty if unknown. */
  readonly by: readonly string[];
  /** Whether the fix has a number of this name that satisfies all of them. */
  readonly passes: boolean;
}

/** The fix that a finding's own rule asks for, which its sentence is about. */
export function ownFix({ fix, amended = [] }: Pick<Finding, 'fix' | 'amended'>): WireFigures {
  return amended.length === 0
    ? fix
    : { ...fix, ...Object.fromEntries(amended.map(({ figure, own }) => [figure, own])) };
}

/** A stored finding's id. */
export function storedFindingId(store: string, listing: string, rule: string, item: number | null): string {
  return JSON.stringify([store, listing, rule, item]);
}

const levels: readonly Level[] = ['error', 'warning', 'unknown', 'info'];

/** Compares findings by level, worst first. Within a level they keep the order in which they are worth fixing. */
export function byLevel(a: { readonly level: Level }, b: { readonly level: Level }): number {
  return levels.indexOf(a.level) - levels.indexOf(b.level);
}
