import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import { type Identity, idsFor } from '../rows/listing-identity.ts';
import type { Decisions, EnteredFact, Ignored } from './decision-types.ts';
import { entrySubjects } from './entries.ts';

/** An entry as the facts need it. */
export interface Entered {
  readonly value: WireValue;
  /** Day of the entry, local to the site. */
  readonly day: string;
}

// A page of 250 rows looks up each of its findings, and a seller may have ignored tens of thousands, so each list is
// indexed once. A change creates a new list.
const entriesBySubject = new WeakMap<readonly EnteredFact[], ReadonlyMap<string, readonly number[]>>();
const ignoredKeys = new WeakMap<readonly Ignored[], ReadonlySet<string>>();

/** The seller's entries that apply to a shop's listing: the newest of its own before shared ones. */
export function enteredFor(
  { entered }: Decisions,
  store: string,
  identity: Identity | null,
): ReadonlyMap<FactName, Entered> {
  const places = placesBySubject(entered);
  const found = new Map<FactName, Entered>();
  for (const subjects of entrySubjects(identity)) {
    const alike = subjects.flatMap((subject) => places.get(subjectKey(store, subject)) ?? []);
    // The last entry wins, whichever number it was entered under.
    for (const place of alike.toSorted((a, b) => a - b)) {
      const one = entered[place];
      if (one) found.set(one.fact, { value: one.value, day: one.day });
    }
  }
  return found;
}

/** Whether the seller ignored a finding of a listing, under any of its numbers. */
export function isIgnored(
  { ignored }: Decisions,
  store: string,
  identity: Identity,
  rule: string,
  item: number | null,
): boolean {
  if (ignored.length === 0) return false;
  const keys = keysOf(ignored);
  return idsFor(identity).some((listing) => keys.has(ignoredKey({ store, listing, rule, item })));
}

/** Unique key of an ignored finding. */
export function ignoredKey({ store, listing, rule, item }: Pick<Ignored, 'store' | 'listing' | 'rule' | 'item'>) {
  return JSON.stringify([store, listing, rule, item]);
}

function keysOf(ignored: readonly Ignored[]): ReadonlySet<string> {
  let keys = ignoredKeys.get(ignored);
  if (!keys) {
    keys = new Set(ignored.map(ignoredKey));
    ignoredKeys.set(ignored, keys);
  }
  return keys;
}

/** Indexes into the list of entries by subject, in order. */
function placesBySubject(entered: readonly EnteredFact[]): ReadonlyMap<string, readonly number[]> {
  let places = entriesBySubject.get(entered);
  if (!places) {
    const all = entered.map((_one, index) => index);
    places = Map.groupBy(all, (index) => {
      const { store, subject } = entered[index] as EnteredFact;
      return subjectKey(store, subject);
    });
    entriesBySubject.set(entered, places);
  }
  return places;
}

function subjectKey(store: string, subject: string): string {
  return JSON.stringify([store, subject]);
}
