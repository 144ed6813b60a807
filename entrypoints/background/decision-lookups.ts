import type { FactName, WireValue } from '../../rules/facts.ts';
import type { Decisions } from './decisions.ts';
import { entrySubjects } from './entries.ts';
import { type Identity, idsFor } from './listing-identity.ts';

/** An entry as the facts need it. */
export interface Entered {
  readonly value: WireValue;
  /** Day of the entry, local to the site. */
  readonly day: string;
}

/** The seller's entries that hold for a listing of a store: the newest of its own, before those that it shares. */
export function enteredFor(
  { entered }: Decisions,
  store: string,
  identity: Identity | null,
): ReadonlyMap<FactName, Entered> {
  const found = new Map<FactName, Entered>();
  for (const subjects of entrySubjects(identity))
    for (const one of entered)
      if (one.store === store && subjects.includes(one.subject))
        found.set(one.fact, { value: one.value, day: one.day });
  return found;
}

/** Whether the seller ignored a finding of a listing, by whatever number it was known then. */
export function isIgnored(
  { ignored }: Decisions,
  store: string,
  identity: Identity,
  rule: string,
  item: number | null,
): boolean {
  const ids = idsFor(identity);
  return ignored.some(
    (one) => one.rule === rule && one.item === item && one.store === store && ids.includes(one.listing),
  );
}
