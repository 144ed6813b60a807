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

/** What one page's listings have in common. */
export interface PageContext {
  readonly page: string | null;
  readonly marketplace: Marketplace;
  readonly site: Site;
  /** ISO 4217 code of the site's prices. */
  readonly currency: string;
  readonly notices: readonly Notice[];
  /** Fields all products of the page share; null on pages without them. */
  readonly shared: FieldReadings | null;
  readonly now: Date;
  /** Of the page that is open; left out where a stored listing is judged again. */
  readonly address?: string;
}

/** What is said of a listing from outside the page. */
export interface Beside {
  /** The seller's own entries. */
  readonly entered: ReadonlyMap<FactName, Entered>;
  /** Facts of the same listing from other pages of the same store. */
  readonly seen: SeenFacts;
  /** What was paid for its product by the imported orders, days in any order. */
  readonly paid: readonly PaidDay[];
}

/** Facts that only the seller can know, or knows better than a page: an entry beats the page's reading. */
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

/** Where the console's own sentence beats the seller's entry. */
const consoleKnows: ReadonlySet<FactName> = new Set<FactName>(['wasPrice', 'wasPriceExists']);

/**
 * Gathers what is known of one listing, each fact from the source that is trusted most: the console's own sentence for
 * the Was Price, then the seller's entry for what the seller knows, then this page, then an entry for what could not
 * be read, then other pages and reports, then what imported orders come to. A field that could not be read is never filled from another page: its value may have changed.
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

/** Words that a form showed as chosen: it offers them itself, whatever we know of what the platform takes. */
function offeredChoices(facts: WireFacts, origins: GatheredFacts['origins'], { page }: PageContext): FactName[] {
  if (pageKind(page).rows) return [];
  return factEntries(facts)
    .filter(([name, value]) => factKinds[name] === 'word' && value !== null && origins[name]?.by === 'page')
    .map(([name]) => name);
}

/** Calls back with each field's value, or undefined for one that is there and could not be read or understood. */
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
  // No console takes a negative price, so one that was read is not the field's value.
  if (isMoney && String(reading.value).startsWith('-')) return undefined;
  return parseFacts({ [name]: reading.value }).rejected.length > 0 ? undefined : reading.value;
}

/** Facts from other pages that may stand in here: a coupon's own facts only where no coupon form is, and until it ends. */
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

/** Adds what follows from the facts and the clock, where it is not known otherwise. */
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
    // Amazon ships and sets no shipping price of the seller's.
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
