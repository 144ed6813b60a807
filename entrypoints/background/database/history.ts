import type { IDBPObjectStore, StoreNames } from 'idb';
import { marketplaceOf } from '../rows/headline-price.ts';
import type { DayRow, SummaryRow } from '../rows/rows.ts';
import { dayIn } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';
import { database } from './database.ts';
import type { PreflightSchema } from './schema.ts';

/** A transaction that can write summaries and days. */
interface Writing<Scope extends StoreNames<PreflightSchema>[]> {
  objectStore<Name extends 'summaries' | 'days'>(
    name: Name,
  ): IDBPObjectStore<PreflightSchema, Scope, Name, 'readwrite'>;
}

/** Stores a summary, and its counts for the day. The last counts of a day stay. */
export async function putSummary<Scope extends StoreNames<PreflightSchema>[]>(
  transaction: Writing<Scope>,
  summary: SummaryRow,
  now: number,
): Promise<void> {
  const { store, listings, counts } = summary;
  await Promise.all([
    transaction.objectStore('summaries').put(summary),
    transaction.objectStore('days').put({ store, day: dayOf(store, now), listings, counts }),
  ]);
}

/** Today's ISO day at a shop's site. */
function dayOf(store: string, now: number): string {
  const site = store.split('|')[1] ?? '';
  return dayIn(timeZoneOf(marketplaceOf(store), site), new Date(now));
}

/** A shop's latest days with a change, oldest first, at most `most`. */
export async function storeDays(store: string, most: number): Promise<DayRow[]> {
  // An empty array sorts after every text: the end of this shop's days.
  const all = await (await database()).getAll('days', IDBKeyRange.bound([store], [store, []]));
  return all.slice(-most);
}
