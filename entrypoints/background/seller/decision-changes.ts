import type { WireValue } from '../../../rules/engine/facts.ts';
import type { Language } from '../messages/words.ts';
import { ignoredKey } from './decision-lookups.ts';
import type { Decisions, EnteredFact, Ignored, TurnedOff } from './decision-types.ts';
import { change, type ListName, lists } from './decisions.ts';
import { withUpdate } from './updates.ts';

export function setLanguage(language: Language): Promise<void> {
  return change(() => ({ language }));
}

export function ignore(added: readonly Ignored[]): Promise<void> {
  const keys = new Set(added.map(ignoredKey));
  return change(({ ignored }) => ({ ignored: [...ignored.filter((one) => !keys.has(ignoredKey(one))), ...added] }));
}

export function turnOff(rule: string, day: string): Promise<void> {
  return change(({ turnedOff }) => ({ turnedOff: [...turnedOff.filter((one) => one.rule !== rule), { rule, day }] }));
}

/**
 * Stores an entry, replacing an earlier one for the same fact; `value` null deletes it.
 * @param alike other subjects of the same listing, whose entries become outdated too
 */
export function enter(
  entry: Omit<EnteredFact, 'value'> & { readonly value: WireValue },
  alike: readonly string[] = [],
): Promise<void> {
  return change(({ entered }) => {
    const ids = new Set([entry.subject, ...alike].map((subject) => entryId({ ...entry, subject })));
    const others = entered.filter((one) => !ids.has(entryId(one)));
    return { entered: entry.value === null ? others : [...others, entry] };
  });
}

/**
 * Undoes a decision by its id. Does nothing if it is already gone.
 * @param rules whose verdicts depend on it
 */
export function undo(id: string, rules: readonly string[] = []): Promise<void> {
  return change((current) => {
    const changed: Record<string, unknown> = {};
    for (const name of lists) changed[name] = current[name].filter((one) => decisionId(name, one) !== id);
    return withUpdate(current, changed as Pick<Decisions, ListName>, rules, null);
  });
}

/** The id of one decision, for {@link undo}. */
export function decisionId(list: ListName, one: Ignored | TurnedOff | EnteredFact): string {
  if (list === 'ignored') {
    const { store, listing, rule, item } = one as Ignored;
    return JSON.stringify([list, store, listing, rule, item]);
  }
  return JSON.stringify([list, list === 'turnedOff' ? (one as TurnedOff).rule : entryId(one as EnteredFact)]);
}

/** Every decision by its id, as comparable text. */
export function everyDecision(decided: Decisions): [id: string, value: string][] {
  return lists.flatMap((name) =>
    decided[name].map((one): [string, string] => [decisionId(name, one), JSON.stringify(one)]),
  );
}

/** The rule turned off by a decision, given the decision's id; null for other kinds. */
export function turnedOffRule(id: string): string | null {
  try {
    const [list, rule] = JSON.parse(id) as unknown[];
    return list === 'turnedOff' && typeof rule === 'string' ? rule : null;
  } catch {
    return null;
  }
}

function entryId({ store, subject, fact }: Pick<EnteredFact, 'store' | 'subject' | 'fact'>): string {
  return JSON.stringify([store, subject, fact]);
}
