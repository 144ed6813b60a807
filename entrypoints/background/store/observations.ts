import type { Identity } from '../listing-identity.ts';
import { database } from './database.ts';
import type { ObservationRow } from './schema.ts';

/** The prices at which a listing was seen, oldest first: one for each day on which it was another. */
export async function priceObservations(store: string, listing: string): Promise<ObservationRow[]> {
  // An empty array sorts after every text: the end of this listing's days.
  return (await database()).getAll('observations', IDBKeyRange.bound([store, listing], [store, listing, []]));
}

/** The same of a listing and of the other offers of its ASIN, oldest first. */
export async function priceObservationsOf(store: string, { listing, asin }: Identity): Promise<ObservationRow[]> {
  const transaction = (await database()).transaction(['listings', 'observations'], 'readonly');
  const offers = asin === null ? [] : await transaction.objectStore('listings').index('asin').getAllKeys([store, asin]);
  const listings = new Set([listing, ...offers.map(([, offer]) => offer)]);
  const rows = await Promise.all(
    [...listings].map((one) =>
      transaction.objectStore('observations').getAll(IDBKeyRange.bound([store, one], [store, one, []])),
    ),
  );
  await transaction.done;
  return rows.flat().sort((a, b) => a.day.localeCompare(b.day));
}
