import type { Identity } from '../rows/listing-identity.ts';
import type { ObservationRow } from '../rows/rows.ts';
import { database } from './database.ts';

/** The observed prices of a listing, oldest first: one for each day on which it changed. */
export async function priceObservations(store: string, { listing, aliases = [] }: Identity): Promise<ObservationRow[]> {
  const rows = await observationsOf(store, [...aliases, listing]);
  // On the same day the narrowest number wins.
  return byDay([...new Map(rows.map((row) => [row.day, row])).values()]);
}

/** Observed prices of a listing and of the other offers of its ASIN, oldest first. */
export async function priceObservationsOf(
  store: string,
  { listing, aliases = [], asin }: Identity,
): Promise<ObservationRow[]> {
  const offers = asin === null ? [] : await (await database()).getAllKeysFromIndex('listings', 'asin', [store, asin]);
  return byDay(await observationsOf(store, new Set([...aliases, listing, ...offers.map(([, offer]) => offer)])));
}

async function observationsOf(store: string, ids: Iterable<string>): Promise<ObservationRow[]> {
  const { store: observations, done } = (await database()).transaction('observations', 'readonly');
  const rows = await Promise.all(
    // An empty array sorts after every text: the end of this id's days.
    [...ids].map((id) => observations.getAll(IDBKeyRange.bound([store, id], [store, id, []]))),
  );
  await done;
  return rows.flat();
}

function byDay(rows: ObservationRow[]): ObservationRow[] {
  return rows.sort((a, b) => a.day.localeCompare(b.day));
}
