import { deadline, deadlinesAt } from '../../../rules/deadlines.ts';
import { storeRows } from '../database/settings-findings.ts';
import { countListings, type ListingSlice, listingSlice, storeUpcoming } from '../database/upcoming.ts';
import type { StoreRow, Touched, UpcomingRow } from '../rows/rows.ts';
import type { Decisions } from '../seller/decision-types.ts';
import { decisions } from '../seller/decisions.ts';
import { effectiveSettings } from '../seller/settings-effective.ts';
import { dayIn } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';
import { changesAhead, touchedBy } from './changes-ahead.ts';
import { datedFacts, gatherStored } from './known.ts';

/** Listings named of those that something concerns. */
const MOST_NAMED = 20;

export interface ScanProgress {
  readonly done: number;
  readonly total: number;
}

let running: Promise<void> | null = null;
let progress: ScanProgress | null = null;

/** How far the listings are looked through; null while they are not. */
export function scanProgress(): ScanProgress | null {
  return progress;
}

/**
 * Looks through all stored listings for what is ahead of them, and keeps it store by store. Asked again meanwhile, it
 * is the same look. Between two slices, other work of the background has its turn.
 */
export function scanUpcoming(now: Date): Promise<void> {
  // Said at once, so that whoever asked for it waits for it.
  progress ??= { done: 0, total: 0 };
  running ??= scan(now).finally(() => {
    running = null;
    progress = null;
  });
  return running;
}

async function scan(now: Date): Promise<void> {
  const decided = await decisions();
  const stores = await storeRows();
  const counts = await Promise.all(stores.map(({ key }) => countListings(key)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  progress = { done, total };
  for (const store of stores)
    await storeUpcoming(
      await scanStore(store, decided, now, (count) => {
        done += count;
        progress = { done, total };
      }),
    );
}

async function scanStore(
  store: StoreRow,
  decided: Decisions,
  now: Date,
  onDone: (count: number) => void,
): Promise<UpcomingRow> {
  const { key, marketplace, site, currency } = store;
  const day = dayIn(timeZoneOf(marketplace, site), now);
  const { off } = effectiveSettings(decided, key);
  const options = { marketplace, site, day, currency, off };
  const ahead = changesAhead(options);
  const touched = touchedBy(ahead, options);
  const definitions = deadlinesAt(marketplace, { site, day }).filter((one) => one.of === 'listing');
  const deadlines = new Tally<Pick<UpcomingRow['deadlines'][number], 'kind' | 'day'>>();
  const changes = new Tally<Pick<UpcomingRow['changes'][number], 'rule' | 'day'>>();
  let listings = 0;
  let slice: ListingSlice = { listings: [], next: '' };
  while (slice.next !== null) {
    slice = await listingSlice(key, slice.next);
    for (const { identity, seen, paid } of slice.listings) {
      const gathered = gatherStored(store, identity, { seen, paid }, decided, now);
      const dated = datedFacts(gathered);
      for (const definition of definitions) {
        const found = deadline(definition, dated, { site, day });
        if (found && !found.done) deadlines.add({ kind: found.kind, day: found.day }, identity.listing);
      }
      if (ahead.length === 0) continue;
      for (const change of touched({ facts: dated.facts, unread: gathered.unread }))
        changes.add({ rule: change.rule.id, day: change.day }, identity.listing);
    }
    listings += slice.listings.length;
    onDone(slice.listings.length);
    await turn();
  }
  return { store: key, day, at: now.getTime(), listings, deadlines: deadlines.all(), changes: changes.all() };
}

/** Lets messages that wait be answered. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Counts listings by what concerns them, and remembers some of each. */
class Tally<Subject extends object> {
  readonly #found = new Map<string, { subject: Subject; count: number; listings: string[] }>();

  add(subject: Subject, listing: string): void {
    const key = JSON.stringify(subject);
    const found = this.#found.get(key) ?? { subject, count: 0, listings: [] };
    this.#found.set(key, found);
    found.count += 1;
    if (found.listings.length < MOST_NAMED) found.listings.push(listing);
  }

  all(): (Subject & Touched)[] {
    return [...this.#found.values()].map(({ subject, count, listings }) => ({ ...subject, count, listings }));
  }
}
