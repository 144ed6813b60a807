import type { DatedFacts } from '../../../rules/deadlines.ts';
import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import { type Beside, gatherFacts } from '../page/facts.ts';
import type { GatheredFacts } from '../page/gathered-facts.ts';
import { editorOf, pageKind } from '../page/page-kinds.ts';
import type { Identity } from '../rows/listing-identity.ts';
import type { SeenFacts, StoreRow } from '../rows/rows.ts';
import { enteredFor } from '../seller/decision-lookups.ts';
import type { Decisions } from '../seller/decision-types.ts';
import { effectiveSettings, withThresholds } from '../seller/settings-effective.ts';

/** What is known of a stored listing, from all pages and the seller's entries together. */
export function gatherStored(
  { key, marketplace, site, currency }: StoreRow,
  identity: Identity,
  { seen, paid }: Pick<Beside, 'seen' | 'paid'>,
  decided: Decisions,
  now: Date,
): GatheredFacts {
  const context = { page: pageFor(seen, marketplace), marketplace, site, currency, notices: [], shared: null, now };
  const gathered = gatherFacts({}, identity, context, { entered: enteredFor(decided, key, identity), seen, paid });
  return withThresholds(gathered, effectiveSettings(decided, key).thresholds);
}

/** The page it was seen on last; one on which its price can be changed, where there is one, for its coupon's facts. */
function pageFor(seen: SeenFacts, marketplace: Marketplace): string | null {
  const pages = Object.values(seen)
    .sort((a, b) => b.day.localeCompare(a.day))
    .map(({ page }) => page);
  // Where the facts of a coupon count that was seen elsewhere.
  const otherwise = seen.couponEnd ? editorOf(marketplace) : pages[0];
  return pages.find((page) => pageKind(page).changesPrice) ?? otherwise ?? null;
}

export function datedFacts({ facts, origins }: GatheredFacts): DatedFacts {
  return {
    facts: parseFacts(facts).facts,
    saidOn: (name) => {
      const origin = origins[name];
      return origin && 'day' in origin ? origin.day : undefined;
    },
  };
}

/** What the seller entered for a store as a whole. */
export function storeFacts(decided: Decisions, store: string): DatedFacts & { readonly wire: WireFacts } {
  const entered = enteredFor(decided, store, null);
  const wire: WireFacts = Object.fromEntries([...entered].map(([name, { value }]) => [name, value]));
  for (const [name, value] of effectiveSettings(decided, store).thresholds) wire[name] ??= value;
  return { facts: parseFacts(wire).facts, saidOn: (name: FactName) => entered.get(name)?.day, wire };
}
