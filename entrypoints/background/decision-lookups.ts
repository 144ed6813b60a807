import type { FactName, WireValue } from '../../rules/facts.ts';
import type { Decisions } from './decisions.ts';
import { entrySubjects } from './entries.ts';
import type { Identity } from './listing-identity.ts';

/** An entry as the facts need it. */
export interface Entered {
  readonly value: WireValue;
  /** Day of the entry, local to the site. */
  readonly day: string;
}

/** The seller's entries that hold for a listing of a store. */
export function enteredFor(
  { entered }: Decisions,
  store: string,
  identity: Identity | null,
): ReadonlyMap<FactName, Entered> {
  const found = new Map<FactName, Entered>();
  for (const subject of entrySubjects(identity))
    for (const one of entered)
      if (one.store === store && one.subject === subject) found.set(one.fact, { value: one.value, day: one.day });
  return found;
}

/** Whether the seller ignored a finding of a listing. */
export function isIgnored(
  { ignored }: Decisions,
  store: string,
  listing: string,
  rule: string,
  item: number | null,
): boolean {
  return ignored.some(
    (one) => one.rule === rule && one.listing === listing && one.store === store && one.item === item,
  );
}
