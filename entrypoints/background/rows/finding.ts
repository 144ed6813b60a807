import type { FactName } from '../../../rules/engine/facts.ts';
import type { Severity } from '../../../rules/engine/outcome.ts';
import type { Topic } from '../../../rules/engine/rule.ts';
import type { Side } from '../../../rules/engine/typed-into.ts';
import type { WireFigure, WireFigures } from '../../../rules/engine/wire.ts';
import type { Level } from '../messages/words.ts';
import type { Origin } from './origins.ts';

/**
 * What one rule found for one listing, without any text: the sentence is made in the reader's language when it is
 * shown. Stored as it is.
 */
export interface Finding {
  readonly rule: string;
  readonly topic: Topic;
  /** 0-based position in the checked list; null where the rule does not check a list. */
  readonly item: number | null;
  readonly level: Level;
  /** The rule's own severity, also where the level is `unknown`. */
  readonly severity: Severity;
  /**
   * Key of the sentence: within the rule's messages for a problem; for an unknown `missing`, `unreadable`,
   * `range`, `not-given` or `limit-not-published`.
   */
  readonly message: string;
  /** What was compared. */
  readonly values: WireFigures;
  /** What would make it pass. A number that is typed into a field passes every check of that field. */
  readonly fix: WireFigures;
  /** Numbers of the rule's own fix for which other checks have a say; left out: none. */
  readonly amended?: readonly AmendedNumber[];
  /** Facts to supply so that there is a verdict. */
  readonly wanted: readonly FactName[];
  /** Of those, the ones whose field is on the page and could not be read. */
  readonly unread: readonly FactName[];
  /** Facts whose field carries it, best first. */
  readonly marks: readonly FactName[];
  /** Where the compared facts came from. */
  readonly origins: { readonly [Name in FactName]?: Origin };
  /** Day for which it was judged, local to the site. */
  readonly day: string;
  /** Lacks data and is not worth a word in the page; counted as a check that needs data. */
  readonly quiet: boolean;
}

/** A number of a fix that breaks another check. */
export interface AmendedNumber {
  readonly figure: string;
  /** Into which it is typed. */
  readonly field: FactName;
  /** Which values pass beside it. */
  readonly side: Side;
  /** What the finding's own rule asks for. */
  readonly own: WireFigure;
  /** Ids of the rules that ask for more, or that no value passes together with this one; none where that is not known. */
  readonly by: readonly string[];
  /** Whether the fix holds a number under this name that passes all of them. */
  readonly passes: boolean;
}

/** What a finding's own rule asks for, which its sentence is about. */
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

/** Orders findings, worst first; otherwise they keep the order in which they are worth fixing. */
export function byLevel(a: { readonly level: Level }, b: { readonly level: Level }): number {
  return levels.indexOf(a.level) - levels.indexOf(b.level);
}
