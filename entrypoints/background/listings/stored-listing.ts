import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import { knownListing, knownListingsOf } from '../database/listings.ts';
import { paidDays } from '../database/paid-prices.ts';
import { storedFindings, storeRow } from '../database/reports.ts';
import { gatherFacts, type PageContext } from '../page/facts.ts';
import type { GatheredFacts } from '../page/gathered-facts.ts';
import { editorOf } from '../page/page-kinds.ts';
import type { Identity } from '../rows/listing-identity.ts';
import { withoutFindings } from '../rows/one-cause.ts';
import type { FindingsRow, SeenFacts, StoreRow } from '../rows/rows.ts';
import { enteredFor } from '../seller/decision-lookups.ts';
import type { Decisions } from '../seller/decision-types.ts';
import { decisions } from '../seller/decisions.ts';
import { effectiveSettings, withThresholds } from '../seller/settings-effective.ts';
import { offMeanwhile } from '../seller/updates.ts';
import { dayIn } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';

/** Everything known about a listing without an open page. */
export interface StoredListing {
  readonly decided: Decisions;
  readonly store: StoreRow;
  readonly identity: Identity;
  /** Undefined if it was never checked. */
  readonly judged: FindingsRow | undefined;
  readonly seen: SeenFacts;
  /** Prices paid for its product by imported orders. */
  readonly paid: readonly PaidDay[];
  readonly gathered: GatheredFacts;
  readonly context: PageContext;
  /** Today, local to the site. */
  readonly today: string;
}

/**
 * Null if the shop or listing is gone.
 * @param listing any of its ids: an id from an old address may now belong to another listing
 */
export async function storedListing(key: string, listing: string, now: Date): Promise<StoredListing | null> {
  const [decided, store, known, stored] = await Promise.all([
    decisions(),
    storeRow(key),
    knownListing(key, listing),
    storedFindings(key, listing),
  ]);
  if (!store || !known) return null;
  const off = offMeanwhile(decided, key);
  const judged = stored && { ...stored, findings: withoutFindings(stored.findings, ({ rule }) => off.has(rule)) };
  const { marketplace, site } = store;
  const currency = judged?.currency ?? store.currency;
  const [[{ identity, seen } = { ...known, seen: {} }], [paid = []]] = await Promise.all([
    knownListingsOf(key, [known.identity]).then((found) => found.filter((one) => one !== null)),
    paidDays(key, [known.identity]),
  ]);
  // Checked as if on a page that can change nearly everything.
  const page = editorOf(marketplace);
  const context: PageContext = { page, marketplace, site, currency, notices: [], shared: null, now };
  const entered = enteredFor(decided, key, identity);
  const { thresholds } = effectiveSettings(decided, key);
  return {
    decided,
    store: { ...store, currency },
    identity,
    judged,
    seen,
    paid,
    gathered: withThresholds(gatherFacts({}, identity, context, { entered, seen, paid }), thresholds),
    context,
    today: dayIn(timeZoneOf(marketplace, site), now),
  };
}
