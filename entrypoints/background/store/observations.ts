import { database } from './database.ts';
import type { ObservationRow } from './schema.ts';

/** The prices at which a listing was seen, oldest first: one for each day on which it was another. */
export async function priceObservations(store: string, listing: string): Promise<ObservationRow[]> {
  // An empty array sorts after every text: the end of this listing's days.
  return (await database()).getAll('observations', IDBKeyRange.bound([store, listing], [store, listing, []]));
}
