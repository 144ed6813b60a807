import type { FactName } from '../../../../rules/engine/facts.ts';
import type { Severity } from '../../../../rules/engine/outcome.ts';
import type { Marketplace, Site } from '../../../../rules/engine/sites.ts';
import type { OwnCheck } from '../../../../rules/own/schema.ts';
import type { ThresholdName } from '../../../../rules/own/thresholds.ts';
import type { KnownListings } from '../../../background/database/known-listings.ts';
import type { BulkDecisions } from '../../../background/messages/bulk.ts';
import type { Identity } from '../../../background/rows/listing-identity.ts';
import type { Entered } from '../../../background/seller/decision-lookups.ts';
import { entrySubjects } from '../../../background/seller/entries.ts';
import { startOfDay } from '../../../background/understanding/site-days.ts';
import { timeZoneOf } from '../../../background/understanding/time-zones.ts';

/** For what a file is checked. */
export interface BulkScope {
  readonly marketplace: Marketplace;
  readonly site: Site;
  /** ISO 4217 code of the file's prices. */
  readonly currency: string;
  /** ISO day, local to the site. */
  readonly day: string;
  /** Key of the store whose pages and reports are looked up; null: the file alone. */
  readonly store: string | null;
}

export interface BulkContext extends BulkScope {
  /** The scope's day, under the name it has where pages are judged. */
  readonly today: string;
  /** A moment of that day, from which hours are counted: now, where the day is today. */
  readonly now: Date;
  readonly off: ReadonlySet<string>;
  readonly severities: ReadonlyMap<string, Severity>;
  readonly thresholds: ReadonlyMap<ThresholdName, string>;
  readonly ownChecks: readonly OwnCheck[];
  readonly entered: ReadonlyMap<string, ReadonlyMap<FactName, Entered>>;
  readonly ignored: ReadonlySet<string>;
  readonly known: KnownListings;
}

export function bulkContext(scope: BulkScope, decided: BulkDecisions, known: KnownListings, now: Date): BulkContext {
  const timeZone = timeZoneOf(scope.marketplace, scope.site);
  const begins = startOfDay(scope.day, timeZone);
  const isToday = begins <= now && now.getTime() - begins.getTime() < LONGEST_DAY_MS;
  const entered = new Map<string, Map<FactName, Entered>>();
  for (const { subject, fact, value, day } of decided.entered) {
    const facts = entered.get(subject) ?? new Map<FactName, Entered>();
    entered.set(subject, facts.set(fact, { value, day }));
  }
  return {
    ...scope,
    today: scope.day,
    now: isToday ? now : begins,
    off: new Set(decided.off),
    severities: new Map(decided.severities),
    thresholds: new Map(decided.thresholds),
    ownChecks: decided.ownChecks,
    entered,
    ignored: new Set(decided.ignored),
    known,
  };
}

/** The day on which clocks are set back. */
const LONGEST_DAY_MS = 25 * 3_600_000;

const NOTHING_ENTERED: ReadonlyMap<FactName, Entered> = new Map();

/** The seller's entries that hold for a listing. */
export function enteredIn({ entered }: BulkContext, identity: Identity | null): ReadonlyMap<FactName, Entered> {
  if (entered.size === 0) return NOTHING_ENTERED;
  const found = new Map<FactName, Entered>();
  for (const subjects of entrySubjects(identity)) {
    const own = subjects.flatMap((subject) => [...(entered.get(subject) ?? [])]);
    // Of what is the listing's own the newest holds.
    for (const [name, value] of own.sort(([, a], [, b]) => a.day.localeCompare(b.day))) found.set(name, value);
  }
  return found;
}
