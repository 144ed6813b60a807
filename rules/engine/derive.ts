import { Big, percent } from '../measures/decimals.ts';
import { codePoints } from '../measures/text.ts';
import type { FactName, Facts } from './facts.ts';

/** Adds facts that follow from others. A given fact always wins over a derived one. */
export interface Derivation {
  readonly from: readonly FactName[];
  readonly gives: readonly FactName[];
  readonly add: (facts: Facts, on: Deriving) => void;
}

export interface Deriving {
  /** ISO day of the check. */
  readonly day: string;
  /** Unreadable fields, which do not count as empty. */
  readonly unread: ReadonlySet<FactName>;
}

/** Derives one fact from others; undefined if they do not determine it. */
function derivation<const Given extends FactName, const From extends FactName>(
  gives: Given,
  from: readonly From[],
  compute: (facts: Pick<Facts, From>, on: Deriving) => Facts[Given] | undefined,
): Derivation {
  return {
    from,
    gives: [gives],
    add(facts, on) {
      if (facts[gives] !== undefined) return;
      const value = compute(facts, on);
      if (value !== undefined) facts[gives] = value;
    },
  };
}

const NO_SHIPPING = new Big(0);

/** In dependency order. */
export const derivations: readonly Derivation[] = [
  derivation('wasPriceExists', ['wasPrice'], ({ wasPrice }) => (wasPrice ? true : undefined)),
  // Amazon ships FBA offers; the seller charges no shipping.
  derivation('shippingPrice', ['fulfilment'], ({ fulfilment }) => (fulfilment === 'AFN' ? NO_SHIPPING : undefined)),
  derivation('basePrice', ['yourPrice', 'salePrice', 'saleStart', 'saleEnd', 'couponStart'], basePrice),
  derivation(
    'discountAmount',
    ['basePrice', 'couponType', 'couponAmount', 'couponPercent'],
    ({ basePrice: base, couponType, couponAmount, couponPercent }) => {
      if (!base) return undefined;
      if (couponType === 'amount') return couponAmount ?? undefined;
      return couponType === 'percent' && couponPercent ? base.times(percent(couponPercent)) : undefined;
    },
  ),
  derivation(
    'discountPercent',
    ['basePrice', 'couponType', 'couponPercent', 'discountAmount'],
    ({ basePrice: base, couponType, couponPercent, discountAmount }) => {
      if (couponType === 'percent' && couponPercent) return couponPercent;
      return base?.gt(0) && discountAmount ? discountAmount.div(base).times(100) : undefined;
    },
  ),
  derivation('netPrice', ['basePrice', 'discountAmount'], ({ basePrice: base, discountAmount }) =>
    base && discountAmount ? base.minus(discountAmount) : undefined,
  ),
  // Only the item price if shipping is unknown; rules that use it say so.
  derivation('totalSalesPrice', ['basePrice', 'shippingPrice'], ({ basePrice: base, shippingPrice }) =>
    base ? base.plus(shippingPrice ?? NO_SHIPPING) : undefined,
  ),
  derivation('couponDays', ['couponStart', 'couponEnd'], ({ couponStart, couponEnd }) =>
    couponStart && couponEnd && couponEnd >= couponStart
      ? Math.round((Date.parse(couponEnd) - Date.parse(couponStart)) / 86_400_000) + 1
      : undefined,
  ),
  // An empty text has no length to check; empty item highlights have length 0.
  derivation('titleLength', ['title'], ({ title }) => lengthOf(title)),
  derivation('descriptionLength', ['description'], ({ description }) => lengthOf(description)),
  derivation('couponTitleLength', ['couponTitle'], ({ couponTitle }) => lengthOf(couponTitle)),
  derivation('itemHighlightsLength', ['itemHighlights'], ({ itemHighlights }) =>
    itemHighlights === undefined ? undefined : codePoints(itemHighlights ?? ''),
  ),
  derivation('productNameLength', ['productName'], ({ productName }) => lengthOf(productName)),
  derivation('itemCodeLength', ['itemCode'], ({ itemCode }) => lengthOf(itemCode)),
  derivation('nameLength', ['promotionName'], ({ promotionName }) => lengthOf(promotionName)),
  derivation('longestParagraph', ['description'], ({ description }) =>
    description ? longestOf(description.split('\n')) : undefined,
  ),
  derivation('bulletLength', ['bullet'], ({ bullet }) => lengthOf(bullet)),
  derivation('bulletCount', ['bullets'], ({ bullets }) => (bullets ? filled(bullets).length : undefined)),
  derivation('bulletTotalLength', ['bullets'], ({ bullets }) =>
    bullets ? filled(bullets).reduce((sum, bullet) => sum + codePoints(bullet), 0) : undefined,
  ),
  derivation('maxBulletLength', ['bullets'], ({ bullets }) => (bullets ? longestOf(filled(bullets)) : undefined)),
  derivation('promotionStart', ['promotionStartAt'], ({ promotionStartAt }) => promotionStartAt?.slice(0, 10)),
  derivation('promotionEnd', ['promotionEndAt'], ({ promotionEndAt }) => promotionEndAt?.slice(0, 10)),
  derivation('durationMinutes', ['promotionStartAt', 'promotionEndAt'], (facts) =>
    minutesBetween(facts.promotionStartAt, facts.promotionEndAt),
  ),
  derivation('durationHours', ['durationMinutes'], ({ durationMinutes }) =>
    typeof durationMinutes === 'number' ? new Big(durationMinutes).div(60) : undefined,
  ),
  {
    from: ['length', 'width', 'height', 'dimUnit'],
    gives: ['longest', 'middle', 'shortest'],
    add: addSides,
  },
];

/**
 * Returns the facts plus everything derived from them, as a new object. `day`: the day of the check; for prices, the
 * coupon's first day if that is later. `unread`: unreadable fields.
 */
export function deriveFacts(given: Facts, day: string, unread: ReadonlySet<FactName> = new Set()): Facts {
  const facts: Facts = { ...given };
  for (const { add } of derivations) add(facts, { day, unread });
  return facts;
}

/** The derivations that produce the wanted facts, and those they depend on, in order. */
export function derivationsFor(wanted: Iterable<FactName>): readonly Derivation[] {
  const names = new Set(wanted);
  return derivations
    .toReversed()
    .filter(({ gives, from }) => {
      if (!gives.some((name) => names.has(name))) return false;
      for (const name of from) names.add(name);
      return true;
    })
    .reverse();
}

/**
 * The price a coupon is applied to: the Sale Price while it is live, otherwise Your Price. Unknown while it is unknown
 * whether a Sale Price is live.
 */
function basePrice(
  facts: Pick<Facts, 'yourPrice' | 'salePrice' | 'saleStart' | 'saleEnd' | 'couponStart'>,
  { day, unread }: Deriving,
): Facts['basePrice'] {
  const { yourPrice, salePrice, saleStart, saleEnd, couponStart } = facts;
  if (unread.has('salePrice')) return undefined;
  if (!salePrice) return yourPrice;
  if (!saleStart || !saleEnd) return saleStart === null || saleEnd === null ? yourPrice : undefined;
  const on = couponStart && couponStart > day ? couponStart : day;
  return saleStart <= on && on <= saleEnd ? salePrice : yourPrice;
}

function lengthOf(text: string | null | undefined): number | undefined {
  return text ? codePoints(text) : undefined;
}

function longestOf(texts: readonly string[]): number {
  return texts.reduce((longest, text) => Math.max(longest, codePoints(text)), 0);
}

function filled(bullets: readonly string[]): readonly string[] {
  return bullets.filter((bullet) => bullet.trim() !== '');
}

const MINUTE_MS = 60_000;

/** Whole minutes between local moments, ignoring clock changes, as the console counts them. */
function minutesBetween(start: string | null | undefined, end: string | null | undefined): number | undefined {
  if (!start || !end || end < start) return undefined;
  return Math.round((Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / MINUTE_MS);
}

/** Adds the sorted sides if all three are known in centimetres. */
function addSides(facts: Facts): void {
  const { length, width, height, dimUnit } = facts;
  if (!length || !width || !height || dimUnit === 'inch') return;
  if (facts.longest !== undefined || facts.middle !== undefined || facts.shortest !== undefined) return;
  const [longest, middle, shortest] = [length, width, height].toSorted((a, b) => b.cmp(a)) as [Big, Big, Big];
  Object.assign(facts, { longest, middle, shortest });
}
