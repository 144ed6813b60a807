import type { WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { FeeName } from '../../../rules/fees/lines.ts';
import { type UnitMargin, type UnitMarginQuestion, unitMargin } from '../../../rules/fees/margin.ts';
import { sales } from '../../../rules/index.ts';
import type { StoredMargin } from '../rows/rows.ts';

/** The margin on one unit, with price and cost known. */
export type KnownMargin = UnitMargin & { readonly [Name in 'price' | 'unitCost' | 'left' | 'percent']: string };

type Place = Omit<UnitMarginQuestion, 'day'> & { readonly marketplace: Marketplace };

/** The margin on one unit of a listing on a day, local to the site; null if price or cost is unknown. */
export function marginOn(day: string, facts: WireFacts, { marketplace, site, currency }: Place): KnownMargin | null {
  // Most listings have no cost, so there is nothing to compute.
  if (typeof facts.unitCost !== 'string') return null;
  const margin = unitMargin(parseFacts(facts).facts, sales[marketplace], { site, currency, day });
  return isKnown(margin) ? margin : null;
}

function isKnown(margin: UnitMargin): margin is KnownMargin {
  // Both are null without price or cost.
  return margin.left !== null && margin.percent !== null;
}

/** Whether the referral fee, the largest of every sale, is not yet subtracted: the remainder is then no margin. */
export function isBeforeReferral(open: readonly FeeName[]): boolean {
  return open.includes('referral');
}

/** A listing's margin as lists show it. */
export function storedMargin(margin: KnownMargin | null): StoredMargin | null {
  if (!margin) return null;
  const { percent, atMost } = margin;
  return { percent, atMost, ...(isBeforeReferral(margin.open.map(({ fee }) => fee)) ? { beforeReferral: true } : {}) };
}
