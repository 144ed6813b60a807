import type { Facts } from '../engine/facts.ts';
import { limit } from '../engine/policy.ts';
import { type Marketplace, minorDigits, type Site } from '../engine/sites.ts';
import { Big, floorTo, roundTo } from '../measures/decimals.ts';
import { type FeeLine, feeLines, type OpenFee } from './lines.ts';
import { tiktokReferralFees } from './tiktok-referral.ts';

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
  readonly marketplace: Marketplace;
  readonly site: Site;
  /** ISO day of the sale, local to the site. */
  readonly day: string;
  /** ISO 4217 code of the store's prices. */
  readonly currency: string;
}

type Sold = Pick<UnitMargin, 'price' | 'fees' | 'open'>;

/** What is left of one sold unit on a day, fee by fee, and which fees are not known. Never throws. */
export function unitMargin(facts: Facts, question: UnitMarginQuestion): UnitMargin {
  const digits = minorDigits(question.currency);
  const { price, fees, open } = soldOn(facts, question, digits);
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

function soldOn(facts: Facts, { marketplace, site, day }: UnitMarginQuestion, digits: number): Sold {
  switch (marketplace) {
    case 'amazon': {
      const { lines, open, price } = feeLines(facts, { site, day });
      return { price, fees: lines, open };
    }
    case 'temu':
      // Temu pays the declared price; what it charges beside that is in no public table.
      return { price: facts.declaredPrice?.toFixed(digits) ?? null, fees: [], open: [] };
    case 'tiktok':
      return soldOnTiktok(facts, site, day, digits);
  }
}

function soldOnTiktok(
  { promotionPrice, price: retail, feeRate }: Facts,
  site: Site,
  day: string,
  digits: number,
): Sold {
  const price = promotionPrice ?? retail;
  if (!price) return { price: null, fees: [], open: [] };
  const period = limit(tiktokReferralFees, day, site);
  const rate = feeRate ?? period?.values?.rate;
  if (!rate) return { price: price.toFixed(digits), fees: [], open: [{ fee: 'referral', missing: ['feeRate'] }] };
  const own = feeRate ? null : period;
  const perOrder = own?.values?.perOrder ?? 0;
  const line: FeeLine = {
    fee: 'referral',
    amount: roundTo(price.times(rate).div(100).plus(perOrder), digits).toFixed(digits),
    because: { feeRate: rate.toFixed() },
    ...(own ? {} : { fact: 'feeRate' as const }),
    policy: own ? tiktokReferralFees.id : null,
    from: own?.from ?? null,
    to: own?.to ?? null,
    certainty: own?.certainty ?? null,
  };
  return { price: price.toFixed(digits), fees: [line], open: [] };
}
