import type { FactName } from '../../../rules/engine/facts.ts';
import { type Marketplace, minorDigits, type Site } from '../../../rules/engine/sites.ts';
import type { FeeName } from '../../../rules/fees/lines.ts';
import { Big } from '../../../rules/measures/decimals.ts';
import { type KnownMargin, marginOn } from '../listings/margin.ts';
import { type Identity, nameOf } from '../rows/listing-identity.ts';
import type { GatheredFacts } from './gathered-facts.ts';
import { pageKind } from './page-kinds.ts';

/** The margin on one unit of a page's listing, as stored for its tab. Amounts are exact decimals. */
export interface PageMargin {
  /** The listing's code; null if it has none yet. */
  readonly name: string | null;
  readonly price: string;
  /** Sum of the known fees: a lower bound. */
  readonly fees: string;
  readonly unitCost: string;
  readonly left: string;
  readonly percent: string;
  readonly atMost: boolean;
  /** Fees that may apply but could not be computed. */
  readonly open: readonly FeeName[];
}

interface MarginContext {
  readonly page: string | null;
  readonly marketplace: Marketplace;
  readonly site: Site;
  readonly currency: string;
  /** ISO day, local to the site. */
  readonly today: string;
}

/** Facts that determine the price paid for a unit: one that is on the page but unreadable may lower it. */
const pricing: readonly FactName[] = [
  'yourPrice',
  'salePrice',
  'saleStart',
  'saleEnd',
  'couponType',
  'couponPercent',
  'couponAmount',
  'declaredPrice',
  'price',
  'promotionPrice',
];

/**
 * Margin at a page's prices: today, and on a coupon form also while the coupon runs. Null if the page sets no price,
 * price or cost is unknown, or a price is unreadable.
 * @param left today's margin
 */
export function pageMargin(
  { facts, unread }: Pick<GatheredFacts, 'facts' | 'unread'>,
  identity: Identity | null,
  context: MarginContext,
  left: KnownMargin | null,
): PageMargin | null {
  const { page, currency, today } = context;
  const { tellsMargin, createsCoupon } = pageKind(page);
  if (!tellsMargin || pricing.some((name) => unread.has(name))) return null;
  const { couponStart } = facts;
  const isLater = createsCoupon && typeof couponStart === 'string' && couponStart > today;
  const margin = isLater ? marginOn(couponStart, facts, context) : left;
  if (!margin) return null;
  const { price, fees, open, unitCost, percent, atMost } = margin;
  return {
    name: identity && nameOf(identity),
    price,
    fees: fees.reduce((sum, { amount }) => sum.plus(amount), new Big(0)).toFixed(minorDigits(currency)),
    unitCost,
    left: margin.left,
    percent,
    atMost,
    open: open.map(({ fee }) => fee),
  };
}
