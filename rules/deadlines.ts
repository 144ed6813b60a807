import accountCertification from './amazon/account/annual-verification-due.ts';
import informDeadline from './amazon/account/inform-deadline.ts';
import lowInventoryFee from './amazon/stock/low-inventory-fee.ts';
import type { FactName, Facts } from './engine/facts.ts';
import { limit } from './engine/policy.ts';
import type { Rule } from './engine/rule.ts';
import type { Marketplace, Site } from './engine/sites.ts';
import { addDays } from './measures/days.ts';
import highPriceRate from './temu/account/high-price-rate-red-line.ts';
import newListingSuspension from './temu/account/new-listing-suspension.ts';
import crossBorderDeposit from './tiktok/account/cross-border-deposit.ts';

/**
 * Days on which something is due or ends, worked out from facts and the rules' own numbers. A deadline's day is the last
 * one in time for a duty, and the last one on which it still holds for what ends.
 */
export const deadlineKinds = [
  'inform-certification',
  'yearly-certification',
  'deposit-top-up',
  'new-seller-exemption',
  'new-selection-exemption',
  'withdrawal-limit',
  'new-listing-suspension',
  'coupon-end',
  'sale-end',
  'promotion-end',
  'auto-void',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export interface Deadline {
  readonly kind: DeadlineKind;
  /** ISO day, local to the site. */
  readonly day: string;
  /** Done already, as the facts say. */
  readonly done: boolean;
}

/** What is known, and on which day it was said: counts of days go on from there. */
export interface DatedFacts {
  readonly facts: Facts;
  /** ISO day, local to the site; undefined where it is not known. */
  readonly saidOn: (name: FactName) => string | undefined;
}

interface Context {
  readonly site: Site;
  /** Today, local to the site. */
  readonly day: string;
}

export interface DeadlineDefinition {
  readonly kind: DeadlineKind;
  readonly marketplace: Marketplace | 'any';
  /** Whether it is the store's or each listing's own. */
  readonly of: 'store' | 'listing';
  /** The rule whose numbers decide; null where the facts name the day themselves. */
  readonly rule: Rule | null;
  /** Something to do, and overdue once the day is past; the others are over then. */
  readonly duty: boolean;
  /** The day is an estimate. */
  readonly about: boolean;
  /** Facts that the seller can supply so that the day is known, those without which nothing is said first. */
  readonly wants: readonly FactName[];
  /** The day and whether it is done; null where nothing is due. `values`: of the rule's policy on this day. */
  // biome-ignore lint/suspicious/noExplicitAny: each definition knows the shape of its own rule's policy
  readonly find: (known: DatedFacts, values: any, context: Context) => Omit<Deadline, 'kind'> | null;
}

const store = { of: 'store', duty: false, about: false } as const;
const listing = { of: 'listing', duty: false, about: false, rule: null, wants: [] } as const;

export const deadlineDefinitions: readonly DeadlineDefinition[] = [
  {
    ...store,
    kind: 'inform-certification',
    marketplace: 'amazon',
    rule: informDeadline,
    duty: true,
    wants: ['noticeViewedOn', 'certifiedOn'],
    find({ facts: { noticeViewedOn, certifiedOn } }, { maxDays }) {
      if (!noticeViewedOn) return null;
      const done = typeof certifiedOn === 'string' && certifiedOn >= noticeViewedOn;
      return { day: addDays(noticeViewedOn, maxDays), done };
    },
  },
  {
    ...store,
    kind: 'yearly-certification',
    marketplace: 'amazon',
    rule: accountCertification,
    duty: true,
    wants: ['certifiedOn'],
    find({ facts: { certifiedOn } }, { maxDays }) {
      return certifiedOn ? { day: addDays(certifiedOn, maxDays), done: false } : null;
    },
  },
  {
    ...store,
    kind: 'deposit-top-up',
    marketplace: 'tiktok',
    rule: crossBorderDeposit,
    duty: true,
    wants: ['depositNoticeOn', 'depositPaid'],
    find({ facts: { depositNoticeOn, depositPaid, sellerMode } }, { days, deposit }) {
      if (!depositNoticeOn || sellerMode === 'local') return null;
      const done = Boolean(deposit && depositPaid?.gte(deposit));
      return { day: addDays(depositNoticeOn, days), done };
    },
  },
  {
    ...store,
    kind: 'new-seller-exemption',
    marketplace: 'amazon',
    rule: lowInventoryFee,
    wants: ['sellerDaysSinceFirstReceived'],
    find({ facts, saidOn }, { newSellerDays }) {
      if (facts.sellerPlan === 'Individual') return null;
      return lastDayBelow(facts.sellerDaysSinceFirstReceived, saidOn('sellerDaysSinceFirstReceived'), newSellerDays);
    },
  },
  {
    ...listing,
    kind: 'new-selection-exemption',
    marketplace: 'amazon',
    rule: lowInventoryFee,
    find({ facts, saidOn }, { newSelectionDays }) {
      if (!facts.inNewSelection) return null;
      const name = 'parentDaysSinceFirstReceived';
      return lastDayBelow(facts[name], saidOn(name), newSelectionDays);
    },
  },
  {
    ...store,
    kind: 'withdrawal-limit',
    marketplace: 'temu',
    rule: highPriceRate,
    about: true,
    wants: ['highPriceRate'],
    // The limit is taken to begin on the day the rate was noted: Temu names no day.
    find({ facts, saidOn }, { redLine, limitDays }) {
      const noted = saidOn('highPriceRate');
      if (!noted || !facts.highPriceRate?.gte(facts.redLine ?? redLine)) return null;
      return { day: addDays(noted, limitDays), done: false };
    },
  },
  {
    ...store,
    kind: 'new-listing-suspension',
    marketplace: 'temu',
    rule: newListingSuspension,
    about: true,
    wants: ['suspendedOn', 'occurrence'],
    find({ facts: { suspendedOn, occurrence } }, { days }) {
      const lengths = days as readonly number[];
      const length = lengths[Math.max(occurrence ?? 1, 1) - 1] ?? lengths.at(-1);
      return suspendedOn && length ? { day: addDays(suspendedOn, length), done: false } : null;
    },
  },
  { ...listing, kind: 'coupon-end', marketplace: 'amazon', find: ({ facts }) => ending(facts.couponEnd) },
  {
    ...listing,
    kind: 'sale-end',
    marketplace: 'amazon',
    find: ({ facts }) => (facts.salePrice ? ending(facts.saleEnd) : null),
  },
  { ...listing, kind: 'promotion-end', marketplace: 'any', find: ({ facts }) => ending(facts.promotionEnd) },
  {
    ...listing,
    kind: 'auto-void',
    marketplace: 'temu',
    // At which hour the list counts a day less is not known.
    about: true,
    find({ facts: { daysUntilVoid }, saidOn }) {
      const said = saidOn('daysUntilVoid');
      return typeof daysUntilVoid === 'number' && said ? ending(addDays(said, daysUntilVoid)) : null;
    },
  },
];

/** The last day on which a count that grows by one a day, and was `count` on a day, is still below a number. */
function lastDayBelow(count: number | null | undefined, countedOn: string | undefined, least: number) {
  if (typeof count !== 'number' || countedOn === undefined || count >= least) return null;
  return { day: addDays(countedOn, least - count - 1), done: false };
}

function ending(day: string | null | undefined) {
  return day ? { day, done: false } : null;
}

/** The definitions that can hold at a site on a day: those whose rule has numbers in force there. */
export function deadlinesAt(marketplace: Marketplace, { site, day }: Context): readonly DeadlineDefinition[] {
  return deadlineDefinitions.filter(
    (one) =>
      (one.marketplace === marketplace || one.marketplace === 'any') && (one.rule === null || values(one, site, day)),
  );
}

function values({ rule }: DeadlineDefinition, site: Site, day: string): unknown {
  return rule === null ? {} : (limit(rule.policy, day, site)?.values ?? null);
}

/** The deadline of one kind, or null where nothing is due, or it is over and was nothing to do. */
export function deadline(definition: DeadlineDefinition, known: DatedFacts, context: Context): Deadline | null {
  const numbers = values(definition, context.site, context.day);
  const found = numbers === null ? null : definition.find(known, numbers, context);
  if (!found || (!definition.duty && found.day < context.day)) return null;
  return { kind: definition.kind, ...found };
}
