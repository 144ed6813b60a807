import type { WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { FeeName } from '../../../rules/fees/lines.ts';
import { type UnitMargin, type UnitMarginQuestion, unitMargin } from '../../../rules/fees/margin.ts';
import { sales } from '../../../rules/index.ts';
import type { StoredMargin } from '../rows/rows.ts';

/** What is left of one sold unit, where price and cost are known. */
export type KnownMargin = UnitMargin & { readonly [Name in 'price' | 'unitCost' | 'left' | 'percent']: string };

type Place = Omit<UnitMarginQuestion, 'day'> & { readonly marketplace: Marketplace };

/** What is left of a listing's unit on a day, local to the site; null where price or cost is not known. */
export function marginOn(day: string, facts: WireFacts, { marketplace, site, currency }: Place): KnownMargin | null {
  // Most listings have no cost, and then there is nothing to compute.
  if (typeof facts.unitCost !== 'string') return null;
  const margin = unitMargin(parseFacts(facts).facts, sales[marketplace], { site, currency, day });
  return isKnown(margin) ? margin : null;
}

function isKnown(margin: UnitMargin): margin is KnownMargin {
  // Without price or cost neither can be said.
  return margin.left !== null && margin.percent !== null;
}

/** Whether the largest fee of every sale is not subtracted yet: what is left then is no margin, whatever its size. */
export function isBeforeReferral(open: readonly FeeName[]): boolean {
  return open.includes('referral');
}

/** A listing's margin as lists show it. */
export function storedMargin(margin: KnownMargin | null): StoredMargin | null {
  if (!margin) return null;
  const { percent, atMost } = margin;
  return { percent, atMost, ...(isBeforeReferral(margin.open.map(({ fee }) => fee)) ? { beforeReferral: true } : {}) };
}
