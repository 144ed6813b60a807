import { Big, percent } from './decimals.ts';
import type { FactName, Facts } from './facts.ts';
import { codePoints } from './text.ts';

/**
 * Adds what follows from the given facts: lengths, the base price, the price after the coupon. A given fact always
 * wins over a derived one. `day` is the day the price applies: the coupon's start, or the day of the check.
 * What could not be read (`unread`) is not taken for empty.
 */
export function deriveFacts(given: Facts, day: string, unread?: ReadonlySet<FactName>): Facts {
  const facts: Facts = { ...given };
  const start = facts.couponStart;
  derivePrices(facts, start && start > day ? start : day, unread);
  deriveLengths(facts);
  deriveSides(facts);
  return facts;
}

const NO_SHIPPING = new Big(0);

function derivePrices(facts: Facts, day: string, unread?: ReadonlySet<FactName>): void {
  if (facts.wasPriceExists === undefined && facts.wasPrice) facts.wasPriceExists = true;
  // Amazon ships FBA offers; the seller charges nothing for it.
  if (facts.shippingPrice === undefined && facts.fulfilment === 'AFN') facts.shippingPrice = NO_SHIPPING;
  if (facts.basePrice === undefined) {
    const base = unread?.has('salePrice') ? undefined : basePrice(facts, day);
    if (base !== undefined) facts.basePrice = base;
  }
  const base = facts.basePrice;
  if (base && facts.discountAmount === undefined) {
    if (facts.couponType === 'amount' && facts.couponAmount) facts.discountAmount = facts.couponAmount;
    if (facts.couponType === 'percent' && facts.couponPercent)
      facts.discountAmount = base.times(percent(facts.couponPercent));
  }
  if (facts.discountPercent === undefined) {
    if (facts.couponType === 'percent' && facts.couponPercent) facts.discountPercent = facts.couponPercent;
    else if (base?.gt(0) && facts.discountAmount) facts.discountPercent = facts.discountAmount.div(base).times(100);
  }
  if (base && facts.discountAmount && facts.netPrice === undefined) facts.netPrice = base.minus(facts.discountAmount);
  // Item price alone where shipping is not known; rules that use it say so.
  if (base && facts.totalSalesPrice === undefined) facts.totalSalesPrice = base.plus(facts.shippingPrice ?? 0);
  if (facts.couponDays === undefined && facts.couponStart && facts.couponEnd && facts.couponEnd >= facts.couponStart)
    facts.couponDays = Math.round((Date.parse(facts.couponEnd) - Date.parse(facts.couponStart)) / 86_400_000) + 1;
}

/**
 * The price a coupon is taken from: the Sale Price while it is live, otherwise Your Price. Not known while it is not
 * known whether a sale price is live.
 */
function basePrice(facts: Facts, day: string): Facts['basePrice'] {
  const { yourPrice, salePrice, saleStart, saleEnd } = facts;
  if (!salePrice) return yourPrice;
  if (!saleStart || !saleEnd) return saleStart === null || saleEnd === null ? yourPrice : undefined;
  return saleStart <= day && day <= saleEnd ? salePrice : yourPrice;
}

function deriveLengths(facts: Facts): void {
  if (facts.titleLength === undefined && facts.title) facts.titleLength = codePoints(facts.title);
  if (facts.descriptionLength === undefined && facts.description)
    facts.descriptionLength = codePoints(facts.description);
  if (facts.couponTitleLength === undefined && facts.couponTitle)
    facts.couponTitleLength = codePoints(facts.couponTitle);
  if (facts.itemHighlightsLength === undefined && facts.itemHighlights !== undefined)
    facts.itemHighlightsLength = facts.itemHighlights === null ? 0 : codePoints(facts.itemHighlights);
  if (facts.productNameLength === undefined && facts.productName)
    facts.productNameLength = codePoints(facts.productName);
  if (facts.itemCodeLength === undefined && facts.itemCode) facts.itemCodeLength = codePoints(facts.itemCode);
  if (facts.nameLength === undefined && facts.promotionName) facts.nameLength = codePoints(facts.promotionName);
  if (facts.longestParagraph === undefined && facts.description)
    facts.longestParagraph = longestOf(facts.description.split('\n'));
  if (facts.bulletLength === undefined && facts.bullet) facts.bulletLength = codePoints(facts.bullet);
  const filled = facts.bullets?.filter((bullet) => bullet.trim() !== '');
  if (filled && facts.bulletCount === undefined) facts.bulletCount = filled.length;
  if (filled && facts.bulletTotalLength === undefined)
    facts.bulletTotalLength = filled.reduce((sum, bullet) => sum + codePoints(bullet), 0);
  if (filled && facts.maxBulletLength === undefined) facts.maxBulletLength = longestOf(filled);
}

function longestOf(texts: readonly string[]): number {
  return texts.reduce((longest, text) => Math.max(longest, codePoints(text)), 0);
}

/** The sides in order, where all three are known in centimetres. */
function deriveSides(facts: Facts): void {
  const { length, width, height, dimUnit } = facts;
  if (!length || !width || !height || dimUnit === 'inch') return;
  if (facts.longest !== undefined || facts.middle !== undefined || facts.shortest !== undefined) return;
  const [longest, middle, shortest] = [length, width, height].toSorted((a, b) => b.cmp(a)) as [Big, Big, Big];
  Object.assign(facts, { longest, middle, shortest });
}
