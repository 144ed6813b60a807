import {
  type Deadline,
  type DeadlineDefinition,
  deadline,
  deadlineDefinitions,
  deadlinesAt,
} from '../../../rules/deadlines.ts';
import { daysBetween } from '../../../rules/measures/days.ts';
import type { StoreRow, Touched, UpcomingRow } from '../rows/rows.ts';
import type { Decisions } from '../seller/decision-types.ts';
import { dayIn } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';
import { storeFacts } from './known.ts';

/** A deadline of a store or of some of its listings, before it is put into words. */
export interface FoundDeadline extends Omit<Deadline, 'done'>, Touched {
  /** The same for as long as it is due on its day. */
  readonly id: string;
  readonly definition: DeadlineDefinition;
  readonly store: StoreRow;
  /** Days until it, on the site's own calendar; negative when it is past. */
  readonly daysLeft: number;
  /** By the facts. */
  readonly done: boolean;
}

/** A deadline of which nothing is known in a store that could have it. */
export interface UnknownDeadline {
  readonly definition: DeadlineDefinition;
  readonly store: StoreRow;
}

/** Names a deadline in decisions, reminders and calendars. */
export function deadlineId({ kind, store, day }: { kind: string; store: string; day: string }): string {
  return JSON.stringify([kind, store, day]);
}

export function todayOf({ marketplace, site }: StoreRow, now: Date): string {
  return dayIn(timeZoneOf(marketplace, site), now);
}

/** The deadlines of all stores: their own from what the seller entered, those of listings as they were found last. */
export function deadlineList(
  stores: readonly StoreRow[],
  looked: ReadonlyMap<string, UpcomingRow>,
  decided: Decisions,
  now: Date,
): { readonly found: readonly FoundDeadline[]; readonly unknown: readonly UnknownDeadline[] } {
  const found: FoundDeadline[] = [];
  const unknown: UnknownDeadline[] = [];
  for (const store of stores) {
    const day = todayOf(store, now);
    const { marketplace, site, key } = store;
    const known = storeFacts(decided, key);
    const of = (one: Omit<Deadline, 'done'>, done: boolean, definition: DeadlineDefinition, touched: Touched) =>
      found.push({
        ...one,
        ...touched,
        id: deadlineId({ ...one, store: key }),
        definition,
        store,
        daysLeft: daysBetween(day, one.day),
        done,
      });
    for (const definition of deadlinesAt(marketplace, { site, day })) {
      if (definition.of === 'listing') continue;
      const one = deadline(definition, known, { site, day });
      if (one) of({ kind: one.kind, day: one.day }, one.done, definition, { count: 0, listings: [] });
      const isUnknown = definition.wants.length > 0 && known.facts[definition.wants[0] as never] === undefined;
      if (!one && isUnknown) unknown.push({ definition, store });
    }
    for (const { kind, day: due, count, listings } of looked.get(key)?.deadlines ?? []) {
      const definition = deadlineDefinitions.find((one) => one.kind === kind);
      // Looked at on an earlier day, what has ended since is over.
      if (definition && (definition.duty || due >= day)) of({ kind, day: due }, false, definition, { count, listings });
    }
  }
  return { found: found.sort(byDay), unknown };
}

function byDay(a: FoundDeadline, b: FoundDeadline): number {
  return a.daysLeft - b.daysLeft || a.kind.localeCompare(b.kind) || a.store.key.localeCompare(b.store.key);
}
