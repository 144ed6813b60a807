import type { FactName } from '../../../rules/engine/facts.ts';
import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import { type FieldReadings, PAGE_RECORD } from '../../console.content/reading/reading.ts';
import type { ListingCheck } from '../database/checks.ts';
import { type Known as KnownListing, knownListingsOf } from '../database/listings.ts';
import { paidDays } from '../database/paid-prices.ts';
import { repairAfterFailure } from '../health/damage.ts';
import { marginOn } from '../listings/margin.ts';
import { type Identity, isCode, listingIn } from '../rows/listing-identity.ts';
import { type Entered, enteredFor, isIgnored } from '../seller/decision-lookups.ts';
import type { Decisions } from '../seller/decision-types.ts';
import { type EffectiveSettings, effectiveSettings, withThresholds } from '../seller/settings-effective.ts';
import type { KnownStore } from '../shops/stores.ts';
import { dayIn } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';
import { gatherFacts } from './facts.ts';
import type { PageFinding } from './findings.ts';
import { type JudgingContext, judge } from './judging.ts';
import { identityOf, skusOfOrders } from './order-identity.ts';
import { ordersShown } from './orders-shown.ts';
import { type CheckContext, noticedElsewhere, pageCheck } from './page-checks.ts';
import { type JudgedRecord, pageFindings } from './page-findings.ts';
import { pageKind } from './page-kinds.ts';
import { type PageMargin, pageMargin } from './page-margins.ts';
import { isUnsettled, sharedFields, type WholePage } from './whole-page.ts';

/** The result of checking a page's listings, before anything is stored. */
export interface JudgedPage {
  /** Findings by record; every affected record has a list. */
  readonly findings: ReadonlyMap<string, readonly PageFinding[]>;
  /** Margins by the listing's record; omitted if unknown. */
  readonly margins: ReadonlyMap<string, PageMargin>;
  /** Results to store, one per listing. */
  readonly checks: readonly ListingCheck[];
  /** Facts that are unreadable in every row and needed by checks: reported once for the page, not per row. */
  readonly untold: readonly FactName[];
  /** The seller's data could not be read: the page was checked without it. */
  readonly alone: boolean;
}

/** Checks the affected records of a page with everything known about their listings. Never rejects. */
export async function judgePage(page: WholePage, decided: Decisions, now: Date): Promise<JudgedPage> {
  const empty = new Map<string, readonly PageFinding[]>(page.affected.map((key) => [key, []]));
  const { store } = page;
  if (!store.known || page.page === null)
    return { findings: empty, margins: new Map(), checks: [], untold: [], alone: false };
  const shared = sharedFields(page);
  const { ownTopics } = pageKind(page.page);
  const keys = page.affected.filter((key) => shared === null || ownTopics || key !== PAGE_RECORD);
  const orders = skusOfOrders(page.fields);
  const listings = keys.map((key) => {
    const fields = { ...page.fields.get(key), ...(key === PAGE_RECORD ? ordersShown(page) : {}) };
    return { key, fields, shown: identityOf({ ...shared, ...fields }, orders) };
  });
  const known = await knownOf(
    store,
    listings.map(({ shown }) => shown),
  );
  const context = contextOf(page, store, shared, decided, now);
  const checks: ListingCheck[] = [];
  const margins = new Map<string, PageMargin>();
  const records = listings.map(({ key, fields, shown }, index): JudgedRecord => {
    const identity = known?.listings[index]?.identity ?? shown;
    const entered = enteredOn(page, key, enteredFor(decided, store.key, identity), context.today);
    const beside = { entered, seen: known?.listings[index]?.seen ?? {}, paid: known?.paid[index] ?? [] };
    const read = gatherFacts(fields, identity, context, beside);
    const gathered = withThresholds(read, context.thresholds);
    const judgement = judge(gathered, context, shared === null ? undefined : key);
    const findings = judgement.findings.filter(
      ({ rule, item }) => !identity || !isIgnored(decided, store.key, identity, rule, item),
    );
    const left = marginOn(context.today, gathered.facts, context);
    const margin = shared === null || key !== PAGE_RECORD ? pageMargin(gathered, identity, context, left) : null;
    if (margin) margins.set(key, margin);
    if (identity && shown && isWorthStoring(page, key, shown))
      checks.push({ ...pageCheck(gathered, identity, context, left), findings, topics: judgement.topics });
    return { key, identity, fields, findings };
  });
  const { told, untold } = withoutSharedCause(page, records);
  return {
    findings: new Map([...empty, ...pageFindings(page.page, shared, told)]),
    margins,
    checks: page.settled ? [...checks, ...noticedElsewhere(page.notices, shownOf(records), context)] : checks,
    untold,
    alone: known === null,
  };
}

function shownOf(records: readonly JudgedRecord[]): (Identity | null)[] {
  return records.map(({ identity }) => identity);
}

/** Removes from the rows the unknowns that all share one cause, and returns their facts. */
function withoutSharedCause(
  { unreadRows = [], before }: WholePage,
  records: readonly JudgedRecord[],
): { told: readonly JudgedRecord[]; untold: readonly FactName[] } {
  const everywhere = new Set(unreadRows);
  const untold = new Set((before?.untold ?? []).filter((name) => everywhere.has(name)));
  const told = records.map((record) => {
    if (record.key === PAGE_RECORD) return record;
    const findings = record.findings.filter(({ message, level, unread }) => {
      const isShared = level === 'unknown' && message === 'unreadable' && unread.every((name) => everywhere.has(name));
      if (isShared) for (const name of unread) untold.add(name);
      return !isShared;
    });
    return { ...record, findings };
  });
  return { told, untold: [...untold] };
}

type Context = CheckContext & JudgingContext & Pick<EffectiveSettings, 'thresholds'>;

function contextOf(
  { page, notices, address }: WholePage,
  { key, marketplace, site, currency }: KnownStore,
  shared: FieldReadings | null,
  decided: Decisions,
  now: Date,
): Context {
  const today = dayIn(timeZoneOf(marketplace, site), now);
  return {
    page,
    marketplace,
    site,
    currency,
    notices,
    shared,
    now,
    today,
    address,
    ...effectiveSettings(decided, key),
  };
}

interface Known {
  readonly listings: readonly (KnownListing | null)[];
  readonly paid: readonly (readonly PaidDay[])[];
}

/** Null if the database refuses. */
async function knownOf(store: KnownStore, identities: (Identity | null)[]): Promise<Known | null> {
  try {
    const listings = await knownListingsOf(store.key, identities);
    const paid = await paidDays(
      store.key,
      listings.map((listing) => listing?.identity ?? null),
    );
    return { listings, paid };
  } catch (error) {
    void repairAfterFailure(error);
    return null;
  }
}

/** The seller's entries for a listing, plus those for this form only. */
function enteredOn(
  { entered }: WholePage,
  key: string,
  kept: ReadonlyMap<FactName, Entered>,
  day: string,
): ReadonlyMap<FactName, Entered> {
  const all = new Map(kept);
  for (const record of [PAGE_RECORD, key])
    for (const [name, value] of Object.entries(entered[record] ?? {})) all.set(name as FactName, { value, day });
  return all;
}

/**
 * Whether to store a listing. Not while it may still be loading. While a SKU is typed into a new listing, each prefix
 * would become a listing, so it counts once it was the same twice, or once the page shows its ASIN. A seller's code
 * alone does not identify a listing.
 */
function isWorthStoring({ page, before, unsettled }: WholePage, key: string, identity: Identity): boolean {
  if (isCode(identity.listing) || isUnsettled(key, { page, unsettled })) return false;
  if (!pageKind(page).changesPrice || identity.asin !== null) return true;
  const earlier = before?.records.get(key);
  return earlier !== undefined && listingIn(earlier.fields)?.listing === identity.listing;
}
