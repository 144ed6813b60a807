import { type Evaluator, evaluator, type Verdict } from '../../../rules/engine/engine.ts';
import type { FactName } from '../../../rules/engine/facts.ts';
import type { Outcome, Severity, Violation } from '../../../rules/engine/outcome.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import {
  type Amended,
  type FieldEvaluators,
  fieldEvaluators,
  type Pass,
  passingFix,
  Trials,
} from '../../../rules/engine/passing-fix.ts';
import type { Rule, Topic } from '../../../rules/engine/rule.ts';
import { type Marketplace, minorDigits, type Site } from '../../../rules/engine/sites.ts';
import { toWire, type WireFigures } from '../../../rules/engine/wire.ts';
import { allRules } from '../../../rules/index.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import { PAGE_RECORD } from '../../console.content/reading/reading.ts';
import type { PageKind } from '../consoles/page-kind.ts';
import type { AmendedNumber, Finding } from '../rows/finding.ts';
import { oneFindingPerCause } from '../rows/one-cause.ts';
import type { Origin } from '../rows/origins.ts';
import { enterable, wantedFacts } from '../seller/entries.ts';
import { compiledChecks } from '../seller/settings-own-checks.ts';
import { hasCoupon } from './coupon-facts.ts';
import type { GatheredFacts } from './gathered-facts.ts';
import { pageKind } from './page-kinds.ts';

export interface JudgingContext {
  readonly page: string | null;
  readonly marketplace: Marketplace;
  readonly site: Site;
  readonly currency: string;
  /** Today, local to the site. */
  readonly today: string;
  /** Ids of the checks turned off. */
  readonly off: ReadonlySet<string>;
  /** Severities the seller chose instead of the rules' own. */
  readonly severities?: ReadonlyMap<string, Severity>;
  /** The seller's own checks. */
  readonly ownChecks?: readonly OwnCheck[];
  /** Whether the seller ignored a rule's finding of this listing; omitted: none. */
  readonly isIgnored?: (rule: string, item: number | null) => boolean;
  /** Only these rules; omitted: all. */
  readonly only?: ReadonlySet<string>;
}

export interface Judgement {
  readonly findings: readonly Finding[];
  /** Topics that were checked; earlier findings on others stay. */
  readonly topics: ReadonlySet<Topic>;
}

/**
 * Checks one listing for everything its page can change. A coupon is checked for its first day if that is in the
 * future.
 */
export function judge(gathered: GatheredFacts, asked: JudgingContext, record?: string): Judgement {
  const kind = pageKind(asked.page);
  const context = kind.nothingTyped ? { ...asked, off: new Set([...asked.off, ...rulesOfTyping]) } : asked;
  const topics = new Set<Topic>(topicsOf(kind, record));
  if (kind.changesPrice && hasCoupon(gathered.facts)) topics.add('coupon');
  const start = gathered.facts.couponStart;
  const couponDay = typeof start === 'string' && start > context.today ? start : context.today;
  const others = [...topics].filter((topic) => topic !== 'coupon');
  const today = withoutLater(gathered, couponDay, context);
  const passes: ListingPass[] = [];
  if (topics.has('coupon')) passes.push(passOn(couponDay, ['coupon'], gathered, context));
  if (others.length > 0) passes.push(passOn(context.today, others, today, withoutProductRules(kind, context, record)));
  if (kind.productRules && record !== undefined && record !== PAGE_RECORD)
    passes.push(passOn(context.today, kind.ownTopics ?? [], today, onlyProductRules(kind.productRules, context)));
  // A coupon form changes no price, but it is where a price named in its sentences gets checked.
  const elsewhere = kind.createsCoupon ? [passOn(context.today, PRICE_TOPICS, today, context)] : [];
  const found = findingsIn(passes, elsewhere, context);
  const { isIgnored } = context;
  const told = isIgnored ? found.filter(({ rule, item }) => !isIgnored(rule, item)) : found;
  return { findings: oneFindingPerCause(told), topics };
}

const PRICE_TOPICS: readonly Topic[] = ['offer', 'fees'];
const rulesOfTyping = allRules.filter(({ ofTyping }) => ofTyping).map(({ id }) => id);

/** The record shared by a form's products skips rules about individual products. */
function withoutProductRules(
  { productRules }: PageKind,
  context: JudgingContext,
  record: string | undefined,
): JudgingContext {
  if (!productRules || record !== PAGE_RECORD) return context;
  return { ...context, off: new Set([...context.off, ...productRules]) };
}

function onlyProductRules(productRules: readonly string[], context: JudgingContext): JudgingContext {
  const { only } = context;
  return { ...context, ownChecks: NO_OWN_CHECKS, only: new Set(productRules.filter((id) => !only || only.has(id))) };
}

/** A form without products is checked as one listing on all topics; with products, only on its own topics. */
function topicsOf({ topics, ownTopics = [] }: PageKind, record: string | undefined): readonly Topic[] {
  if (record === PAGE_RECORD) return ownTopics;
  return record === undefined ? [...topics, ...ownTopics] : topics;
}

/** A coupon that has not begun changes no price today. */
export function withoutLater(
  gathered: GatheredFacts,
  couponDay: string,
  { today }: Pick<JudgingContext, 'today'>,
): GatheredFacts {
  if (couponDay === today) return gathered;
  const { couponStart: _start, couponPercent: _percent, couponAmount: _amount, ...facts } = gathered.facts;
  return { ...gathered, facts };
}

/** A listing and the rules to check on a day. */
interface ListingPass extends Pass {
  readonly gathered: GatheredFacts;
  readonly unread: ReadonlySet<FactName>;
}

function passOn(day: string, topics: readonly Topic[], gathered: GatheredFacts, context: JudgingContext): ListingPass {
  const { facts, rejected } = parseFacts(gathered.facts);
  const unread = new Set([...gathered.unread, ...rejected]);
  const known = { facts, unread };
  const { evaluate, forFields } = evaluatorsFor(day, topics, context);
  let verdicts: readonly Verdict[] | undefined;
  return {
    ...{ day, gathered, unread, known, forFields },
    verdicts() {
      verdicts ??= evaluate(known);
      return verdicts;
    },
  };
}

function findingsIn(
  passes: readonly ListingPass[],
  elsewhere: readonly ListingPass[],
  { currency, page, severities }: JudgingContext,
): readonly Finding[] {
  const digits = minorDigits(currency);
  const trials = new Trials([...passes, ...elsewhere], severityBy(severities));
  const findings: Finding[] = [];
  for (const pass of passes) {
    const { day, gathered, unread } = pass;
    for (const verdict of pass.verdicts()) {
      const chosen = severities?.get(verdict.rule.id);
      const finding = toFinding(verdict, { day, digits, page, gathered, unread, chosen, pass, trials });
      if (finding) findings.push(finding);
    }
  }
  return findings;
}

/** Ranks the seller's severity of a problem. */
export function severityBy(chosen?: ReadonlyMap<string, Severity>) {
  return (rule: Rule, outcome: Violation): Severity => chosen?.get(rule.id) ?? outcome.severity ?? rule.severity;
}

const NO_OWN_CHECKS: readonly OwnCheck[] = [];

interface Evaluators {
  readonly evaluate: Evaluator;
  readonly forFields: FieldEvaluators;
}

const evaluators = new Map<string, Evaluators>();
/** A page with coupons of many days needs one evaluator per day; more are not worth caching. */
const MOST_EVALUATORS = 50;

function evaluatorsFor(
  day: string,
  topics: readonly Topic[],
  { marketplace, site, currency, off, severities, ownChecks = NO_OWN_CHECKS, only }: JudgingContext,
): Evaluators {
  const own = compiledChecks(ownChecks);
  const named = [off, only ?? []].map((ids) => [...ids].sort().join(' '));
  const chosen = JSON.stringify([...(severities ?? [])]);
  const key = [marketplace, site, currency, day, topics.join(' '), own.key, chosen, ...named].join('|');
  let found = evaluators.get(key);
  if (!found) {
    if (evaluators.size >= MOST_EVALUATORS) evaluators.clear();
    const rules = [...allRules, ...own.rules].filter(({ id }) => !only || only.has(id));
    const options = { marketplace, site, day, currency, topics: new Set(topics), off };
    found = { evaluate: evaluator(rules, options), forFields: fieldEvaluators(rules, options, severities) };
    evaluators.set(key, found);
  }
  return found;
}

export interface Found {
  readonly day: string;
  /** Digits of the currency's minor unit. */
  readonly digits: number;
  readonly page: string | null;
  readonly gathered: GatheredFacts;
  readonly unread: ReadonlySet<FactName>;
  /** Severity the seller chose for the rule. */
  readonly chosen: Severity | undefined;
  /** The pass that produced the verdict. */
  readonly pass: Pass;
  readonly trials: Trials;
}

/** Turns a verdict into a finding; null if there is nothing to report. */
export function toFinding(
  { rule, outcome, item, of }: Verdict,
  { day, digits, page, gathered, unread: unreadFields, chosen, pass, trials }: Found,
): Finding | null {
  if (outcome.kind === 'ok' || outcome.kind === 'not-applicable') return null;
  const base = { rule: rule.id, topic: rule.topic, item: item ?? null, day };
  if (outcome.kind === 'violation') {
    const severity = chosen ?? outcome.severity ?? rule.severity;
    const values = toWire(outcome.values, digits);
    const { fix, amended } = passingFix({ rule, ...(of ? { of } : {}) }, outcome, pass, trials);
    return {
      ...base,
      level: severity,
      severity,
      message: outcome.message ?? 'problem',
      values,
      fix: toWire(fix, digits),
      ...(amended.length > 0 ? { amended: amended.map((one) => inWire(one, digits)) } : {}),
      wanted: [],
      unread: [],
      marks: of ? [of] : (outcome.marks ?? rule.marks),
      origins: originsOf(values, gathered),
      quiet: false,
    };
  }
  const wanted = wantedFacts(outcome.missing, gathered.facts);
  const notKnown = wanted.filter((name) => unreadFields.has(name));
  const lost = notKnown.filter((name) => !gathered.withoutValue?.has(name));
  // Unreadable fields take precedence over fields without a single value.
  const unread = lost.length > 0 ? lost : notKnown;
  return {
    ...base,
    level: 'unknown',
    severity: chosen ?? rule.severity,
    message: unknownMessage(outcome, unread, gathered),
    values: {},
    fix: {},
    wanted,
    unread,
    marks: [...unread, ...rule.marks],
    origins: {},
    quiet: !isWorthMentioning(chosen ? { ...rule, severity: chosen } : rule, wanted, unread, page),
  };
}

function inWire({ own, ...amended }: Amended, digits: number): AmendedNumber {
  const { [amended.figure]: text = '' } = toWire({ [amended.figure]: own }, digits);
  return { ...amended, own: text };
}

/**
 * Whether the page should mention a check that lacks data: only if the seller can act here, because a field of the page
 * is unreadable or the fact can be entered. Not mentioned: advice and estimates, facts another page or tab will show,
 * and on tables anything not on the page, which would repeat in every row.
 */
function isWorthMentioning(
  { estimate, severity, quietUnknown }: Rule,
  wanted: readonly FactName[],
  unread: readonly FactName[],
  page: string | null,
): boolean {
  if (estimate || severity === 'info') return false;
  if (unread.length > 0) return true;
  const { rows, createsCoupon } = pageKind(page);
  if (rows || quietUnknown) return false;
  return wanted.every((name) => {
    const scope = enterable(name)?.scope;
    return scope !== undefined && (scope !== 'page' || createsCoupon === true);
  });
}

function unknownMessage(
  outcome: Outcome & { kind: 'unknown' },
  unread: readonly FactName[],
  { withoutValue }: GatheredFacts,
): string {
  if (outcome.reason === 'limit-not-published') return 'limit-not-published';
  const [first] = unread;
  return first === undefined ? 'missing' : (withoutValue?.get(first) ?? 'unreadable');
}

/** The origin of each compared number. A computed number takes the origin of its source facts if they agree. */
function originsOf(values: WireFigures, gathered: GatheredFacts): Finding['origins'] {
  const { origins } = gathered;
  const found: { [Name in FactName]?: Origin } = {};
  for (const name of Object.keys(values) as FactName[]) {
    const origin = origins[name] ?? (name === 'basePrice' ? priceOrigin(values, gathered) : undefined);
    if (origin) found[name] = origin;
  }
  return found;
}

/** The base price is one of the two payable prices and shares that one's origin. */
function priceOrigin({ basePrice }: WireFigures, { facts, origins }: GatheredFacts): Origin | undefined {
  if (facts.yourPrice === basePrice) return origins.yourPrice;
  return facts.salePrice === basePrice ? origins.salePrice : undefined;
}
