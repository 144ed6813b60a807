import { type FactName, factKinds, isFactName, type WireFacts, type WireValue } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import type { FieldReadings, Notice, Reading, WithoutValue } from '../../console.content/reading/reading.ts';
import type { SeenFacts } from '../database/listings.ts';
import type { Identity } from '../rows/listing-identity.ts';
import type { Origin } from '../rows/origins.ts';
import type { Entered } from '../seller/decision-lookups.ts';
import { dayIn, hoursUntil } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';
import { withoutValue } from '../understanding/without-value.ts';
import { completeCoupon, couponFacts } from './coupon-facts.ts';
import type { GatheredFacts } from './gathered-facts.ts';
import { noticeFacts } from './notice-facts.ts';
import { orderFacts } from './order-facts.ts';
import { pageKind } from './page-kinds.ts';

/** Context shared by all listings of a page. */
export interface PageContext {
  readonly page: string | null;
  readonly marketplace: Marketplace;
  readonly site: Site;
  /** ISO 4217 code of the site's prices. */
  readonly currency: string;
  readonly notices: readonly Notice[];
  /** Fields shared by all products of the page; null on pages without products. */
  readonly shared: FieldReadings | null;
  readonly now: Date;
  /** Address of the open page; omitted when a stored listing is checked again. */
  readonly address?: string;
}

/** Facts about a listing from outside the page. */
export interface Beside {
  /** The seller's own entries. */
  readonly entered: ReadonlyMap<FactName, Entered>;
  /** Facts of the same listing from other pages of the same store. */
  readonly seen: SeenFacts;
  /** Prices paid for its product by imported orders, days in any order. */
  readonly paid: readonly PaidDay[];
}

/** Facts that only the seller knows, or knows better than a page: an entry beats the page's reading. */
const sellerKnows: ReadonlySet<FactName> = new Set<FactName>([
  'wasPrice',
  'wasPriceExists',
  'isNewAsin',
  'rating',
  'ratingCount',
  'feeCategory',
  'shippingPrice',
  'unitCost',
  'sellerPlan',
  'sellerFeedback',
]);

/** Facts for which the console's own sentence beats the seller's entry. */
const consoleKnows: ReadonlySet<FactName> = new Set<FactName>(['wasPrice', 'wasPriceExists']);

/**
 * Gathers the facts of one listing, each from its most trusted source: the console's own sentence for the Was Price,
 * the seller's entry for what only the seller knows, this page, an entry for an unreadable field, other pages and
 * reports, and finally imported orders. An unreadable field is never filled from another page, because its value may
 * have changed.
 */
export function gatherFacts(
  fields: FieldReadings,
  identity: Identity | null,
  context: PageContext,
  beside: Beside,
): GatheredFacts {
  const facts: WireFacts = {};
  const origins: { [Name in FactName]?: Origin } = {};
  const said: { [Name in FactName]?: { value: WireValue; notice?: true } } = {};
  const unread = new Set<FactName>();
  const valueless = new Map<FactName, WithoutValue>();
  const today = dayIn(timeZoneOf(context.marketplace, context.site), context.now);
  const know = (name: FactName, value: WireValue, origin: Origin) => {
    facts[name] = value;
    origins[name] = origin;
    unread.delete(name);
    valueless.delete(name);
  };

  readFields({ ...context.shared, ...fields }, context, (name, value, reading) => {
    if (value === undefined) {
      unread.add(name);
      const reason = withoutValue(reading);
      if (reason) valueless.set(name, reason);
      return;
    }
    know(name, value, { by: 'page' });
    said[name] = { value };
  });

  const told = noticeFacts(identity?.asin ?? null, context.notices, { ...context, day: today });
  for (const [name, value] of factEntries(told)) {
    know(name, value, { by: 'notice' });
    said[name] = { value, notice: true };
  }

  for (const [name, { value, day }] of beside.entered) {
    const origin = origins[name];
    if (origin?.by === 'notice' && consoleKnows.has(name)) continue;
    if (origin?.by === 'page' && !sellerKnows.has(name)) continue;
    know(name, value, { by: 'entry', day });
  }

  for (const [name, { value, page, day, notice }] of usable(beside.seen, context, today)) {
    const origin = origins[name];
    const newerSentence = notice && origin?.by === 'entry' && consoleKnows.has(name) && day >= origin.day;
    if ((origin || unread.has(name)) && !newerSentence) continue;
    know(name, value, { by: 'seen', page, day, ...(notice ? { notice } : {}) });
  }

  const orders = orderFacts(beside.paid, today);
  for (const [name, value] of factEntries(orders?.facts ?? {}))
    if (orders && !origins[name] && !unread.has(name)) know(name, value, orders.origin);

  const offered = offeredChoices(facts, origins, context);
  if (offered.length > 0) know('offeredChoices', offered, { by: 'computed' });
  imply(facts, origins, context, today);
  return { facts, origins, unread, said, withoutValue: valueless };
}

/** Choices selected in a form: the form offers them itself, whatever we know about the platform's values. */
function offeredChoices(facts: WireFacts, origins: GatheredFacts['origins'], { page }: PageContext): FactName[] {
  if (pageKind(page).rows) return [];
  return factEntries(facts)
    .filter(([name, value]) => factKinds[name] === 'word' && value !== null && origins[name]?.by === 'page')
    .map(([name]) => name);
}

/** Calls back with each field's value; undefined for a field that is present but unreadable or not understood. */
function readFields(
  fields: FieldReadings,
  { page, currency }: PageContext,
  found: (name: FactName, value: WireValue | undefined, reading: Reading) => void,
): void {
  for (const [name, reading] of Object.entries(fields)) {
    if (!isFactName(name) || reading.state === 'absent') continue;
    if (name === 'couponTitle' && pageKind(page).wholeCouponTitle) continue;
    found(name, understood(name, reading, currency), reading);
  }
}

function understood(name: FactName, reading: Reading, currency: string): WireValue | undefined {
  if (reading.state !== 'read') return undefined;
  if (reading.value === null) return null;
  const isMoney = factKinds[name] === 'money';
  if (isMoney && reading.currency !== undefined && reading.currency !== currency) return undefined;
  // No console accepts a negative price, so this is not the field's value.
  if (isMoney && String(reading.value).startsWith('-')) return undefined;
  return parseFacts({ [name]: reading.value }).rejected.length > 0 ? undefined : reading.value;
}

/**
 * Facts from other pages that may be used here: a coupon's own facts only outside a coupon form, and until the coupon
 * ends.
 */
function* usable(
  seen: SeenFacts,
  { page }: PageContext,
  today: string,
): Generator<[FactName, SeenFacts[FactName] & object]> {
  const kind = pageKind(page);
  const end = seen.couponEnd?.value;
  const couponIsOver = typeof end === 'string' && end < today;
  for (const [name, fact] of Object.entries(seen)) {
    if (!isFactName(name) || name === 'sku' || name === 'asin') continue;
    if (couponFacts.has(name) && (couponIsOver || !kind.changesPrice)) continue;
    if (pageKind(fact.page).ofThisPage?.includes(name)) continue;
    yield [name, fact];
  }
}

function factEntries(facts: WireFacts): [FactName, WireValue][] {
  return Object.entries(facts).filter(([name, value]) => isFactName(name) && value !== undefined) as [
    FactName,
    WireValue,
  ][];
}

/** Product types of books, music, video and software, such as ABIS_BOOK; others only contain these words. */
const MEDIA = /^(?:ABIS_\w+|BOOKS?|MUSIC|VIDEO|DVD|(?:DOWNLOADABLE_)?SOFTWARE)$/u;

/** Adds facts that follow from other facts and the clock, unless already known. */
function imply(facts: WireFacts, origins: { [Name in FactName]?: Origin }, context: PageContext, today: string): void {
  const given = new Set(Object.keys(facts));
  const imply = (name: FactName, value: WireValue | undefined) => {
    if (facts[name] === undefined && value !== undefined) facts[name] = value;
  };
  if (pageKind(context.page).createsCoupon) {
    imply('couponCreatedOn', today);
    imply('couponRoute', 'form');
  }
  const { addressSays } = pageKind(context.page);
  if (addressSays && context.address !== undefined)
    for (const [name, value] of factEntries(addressSays(new URL(context.address)))) imply(name, value);
  if (facts.fulfilment === 'AFN') {
    imply('fbaOrSfp', true);
    // Amazon ships the item and the seller sets no shipping price.
    imply('shippingPrice', '0');
  }
  imply('unitsAvailable', facts.quantity ?? undefined);
  imply('standardPrice', facts.yourPrice ?? undefined);
  imply('category', facts.productType ?? undefined);
  if (typeof facts.productType === 'string') imply('isMedia', MEDIA.test(facts.productType));
  if (typeof facts.wasPrice === 'string') imply('wasPriceExists', true);
  completeCoupon(facts);
  imply('hoursUntilStart', hoursUntilStart(facts.couponStart, context));
  for (const name of Object.keys(facts)) if (!given.has(name)) origins[name as FactName] = { by: 'computed' };
}

/** Hours to the coupon's start as exact text, 0 on its first day, null once that day is over. */
function hoursUntilStart(start: WireValue | undefined, context: PageContext): string | null | undefined {
  if (typeof start !== 'string') return start === null ? null : undefined;
  const hours = hoursUntil(start, timeZoneOf(context.marketplace, context.site), context.now);
  if (hours <= -24) return null;
  return Math.max(0, hours).toFixed(2);
}
