import type { Facts } from '../engine/facts.ts';
import { minorDigits, type Site } from '../engine/sites.ts';
import { Big, floorTo } from '../measures/decimals.ts';
import type { FeeLine, OpenFee } from './lines.ts';

/** What is left of one sold unit. Amounts are exact decimals in the store's currency. */
export interface UnitMargin {
  /** What the buyer pays for the item, or what the platform pays for it (Temu); null where it is not known. */
  readonly price: string | null;
  readonly fees: readonly FeeLine[];
  readonly open: readonly OpenFee[];
  readonly unitCost: string | null;
  /** After fees and the unit's own cost; null where price or cost is not known. */
  readonly left: string | null;
  /** Of the price, rounded down to hundredths: a margin must not read as more than it is. */
  readonly percent: string | null;
  /** A fee is not known or only from below: no more than this is left. */
  readonly atMost: boolean;
}

export interface UnitMarginQuestion {
  readonly site: Site;
  /** ISO day of the sale, local to the site. */
  readonly day: string;
  /** ISO 4217 code of the store's prices. */
  readonly currency: string;
}

/** What a marketplace pays or lets be paid for one unit, and what it charges for it. */
export type Sale = (facts: Facts, on: { readonly site: Site; readonly day: string; readonly digits: number }) => Sold;
export type Sold = Pick<UnitMargin, 'price' | 'fees' | 'open'>;

/**
 * What is left of one sold unit on a day, fee by fee, and which fees are not known. Never throws.
 * @param sale the marketplace's own
 */
export function unitMargin(facts: Facts, sale: Sale, { site, day, currency }: UnitMarginQuestion): UnitMargin {
  const digits = minorDigits(currency);
  const { price, fees, open } = sale(facts, { site, day, digits });
  const { unitCost } = facts;
  const sold = {
    price,
    fees,
    open,
    unitCost: unitCost?.toFixed(digits) ?? null,
    atMost: open.length > 0 || fees.some((line) => line.atLeast || line.upTo !== undefined),
  };
  if (price === null || !unitCost || new Big(price).lte(0)) return { ...sold, left: null, percent: null };
  const left = fees.reduce((rest, { amount }) => rest.minus(amount), new Big(price)).minus(unitCost);
  const percent = floorTo(left.times(100).div(price), 2);
  return { ...sold, left: left.toFixed(digits), percent: percent.toFixed(2) };
}
