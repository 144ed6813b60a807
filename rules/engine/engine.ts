import { type Derivation, type Deriving, derivationsFor } from './derive.ts';
import type { FactName, Facts } from './facts.ts';
import { limitNotPublished, notApplicable, type Outcome, unknown } from './outcome.ts';
import { limit, type Period } from './policy.ts';
import type { CheckContext, Each, Rule, Topic } from './rule.ts';
import { currencyOf, type Marketplace, minorDigits, type Site } from './sites.ts';

export interface Verdict {
  readonly rule: Rule;
  readonly outcome: Outcome;
  /** The dated numbers that decided; null if none were in force. */
  readonly period: Period | null;
  /** 0-based position in the list for rules that check every item; otherwise omitted. */
  readonly item?: number;
  /** The checked fact, for rules that check each of several texts; otherwise omitted. */
  readonly of?: FactName;
}

export interface EvaluationOptions {
  readonly marketplace: Marketplace;
  readonly site: Site;
  /** ISO day, local to the site, on which the change takes effect for buyers. */
  readonly day: string;
  /**
   * ISO 4217 code of the shop's prices if the site does not determine it (Temu). Omitted: the site's, otherwise USD.
   */
  readonly currency?: string;
  /** Only rules on these topics; omitted: all. */
  readonly topics?: ReadonlySet<Topic>;
  /** Ids of rules the seller turned off. */
  readonly off?: ReadonlySet<string>;
  /** Preview: an ISO day; announced periods that begin after it apply as if in force. Omitted: none do. */
  readonly announcedAfter?: string;
}

/** The known facts of one listing, and its fields that are present but unreadable. */
export interface Known {
  readonly facts: Facts;
  readonly unread?: ReadonlySet<FactName>;
}

export type Evaluator = (known: Known) => Verdict[];

/**
 * A rule with the dated numbers of the evaluator's day. Properties read for every listing are copied from rule and
 * period: those objects differ in shape, and V8 reads fastest from objects of one shape.
 */
interface Prepared {
  readonly rule: Rule;
  readonly needs: readonly FactName[];
  readonly emptyWhenAbsent: readonly FactName[];
  readonly before: NonNullable<Rule['before']> | null;
  readonly check: Rule['check'];
  readonly each: Each | null;
  readonly decidedOn: NonNullable<Rule['decidedOn']> | null;
  readonly period: Period | null;
  /** Of `period`. */
  readonly values: unknown;
  /** Index of the listing's list of pieces that the rule checks one by one, if it has `each`. */
  readonly pieces: number;
  /** Unknown outcomes by missing facts, so that the many listings lacking the same facts share one object. */
  readonly unknowns: Map<number, Outcome>;
  /** The last verdict on a whole listing: most are the same as the previous one and share it. */
  last: Verdict | null;
}

/** A part that a rule checks by itself: one bullet, or one of several texts. */
interface Piece {
  readonly item: number | undefined;
  readonly of: FactName | undefined;
  /** Null for a field that is present but unreadable. */
  readonly facts: Facts | null;
}

/** One listing during evaluation. */
interface Listing {
  readonly facts: Facts;
  readonly unread: ReadonlySet<FactName>;
  /** Pieces shared by several rules, split once. */
  readonly pieces: (readonly Piece[] | null | undefined)[];
  readonly completeItem: Completer;
}

interface Judging extends CheckContext {
  readonly announcedAfter: string | undefined;
}

const NOTHING_UNREAD: ReadonlySet<FactName> = new Set();

/**
 * Prepares the rules for one site and day; the returned function evaluates one listing after another. It never throws
 * for any facts, keeps no state between listings, and omits rules that are not in force.
 */
export function evaluator(rules: readonly Rule[], options: EvaluationOptions): Evaluator {
  const { marketplace, site, day, announcedAfter } = options;
  const currency = options.currency ?? currencyOf(marketplace, site) ?? 'USD';
  const context: Judging = { marketplace, site, day, currency, digits: minorDigits(currency), announcedAfter };
  const prepared = rules.filter((rule) => isWanted(rule, options)).map(preparation(context));
  // Uses all rules of the marketplace, so that evaluators for other topics have facts of the same shape.
  const own = rules.filter((rule) => isOf(marketplace, rule));
  const complete = factsCompleter(own);
  const completeItem = factsCompleter(own.filter(({ each }) => each && 'list' in each));
  return (known) => {
    const unread = known.unread ?? NOTHING_UNREAD;
    const facts = complete(known.facts, { day, unread });
    const listing: Listing = { facts, unread, pieces: [], completeItem };
    const verdicts: Verdict[] = [];
    for (const one of prepared) judge(one, listing, context, verdicts);
    return verdicts;
  };
}

/** Whether the options select a rule. */
export function isWanted(rule: Rule, { marketplace, topics, off }: Omit<EvaluationOptions, 'day'>): boolean {
  return isOf(marketplace, rule) && (topics?.has(rule.topic) ?? true) && !off?.has(rule.id);
}

function isOf(marketplace: Marketplace, { id }: Rule): boolean {
  return id.startsWith(`${marketplace}/`) || id.startsWith('any/');
}

/**
 * Beyond about this many properties V8 stores an object as a dictionary, and a copy takes longer than the evaluation.
 */
const MOST_NAMES = 230;

type Completer = (given: Facts, on: Deriving) => Facts;

const blanks = new Map<string, Facts>();

/**
 * Facts with these names, all unknown. Reused by later evaluators: V8 copies only the few shapes it has seen at a call
 * site quickly, and each new object with so many properties would be another shape.
 */
function blankWith(names: ReadonlySet<string>): Facts {
  const key = [...names].join();
  let blank = blanks.get(key);
  if (!blank) {
    // Spread, because only a copy of an object with so many properties can be copied quickly.
    blank = { ...Object.fromEntries([...names].map((name) => [name, undefined])) } as Facts;
    blanks.set(key, blank);
  }
  return blank;
}

/**
 * Copies the facts that rules name, adds derived ones, and gives all copies one shape: the same names in the same
 * order, undefined if unknown. V8 then knows the offset of every fact; objects of differing shapes take several times
 * as long to read.
 */
function factsCompleter(rules: readonly Rule[]): Completer {
  const named = rules.flatMap(namesIn);
  const derivations = derivationsFor(named);
  const names: ReadonlySet<string> = new Set([...named, ...derivations.flatMap(namesOf)]);
  const blank = blankWith(names);
  const isSmall = names.size <= MOST_NAMES;
  return (given, on) => {
    const facts: { [name: string]: unknown } = isSmall ? { ...blank } : {};
    for (const name in given) if (names.has(name)) facts[name] = given[name as FactName];
    for (const { add } of derivations) add(facts, on);
    return facts;
  };
}

function namesOf({ from, gives }: Derivation): readonly FactName[] {
  return [...from, ...gives];
}

/** Every fact a rule may read. */
export function namesIn({ needs, uses = [], emptyWhenAbsent = [], each, decidedOn }: Rule): readonly FactName[] {
  const pieces = each ? [each.item, ...('of' in each ? each.of : [each.list, 'brand' as const])] : [];
  return [...needs, ...uses, ...emptyWhenAbsent, ...pieces, ...(decidedOn ? [decidedOn] : [])];
}

function preparation({ day, site, announcedAfter }: Judging): (rule: Rule) => Prepared {
  const lists = new Map<string, number>();
  return (rule) => {
    const { needs, emptyWhenAbsent = [], before = null, check, each = null, decidedOn = null, policy } = rule;
    const key = JSON.stringify(each);
    if (!lists.has(key)) lists.set(key, lists.size);
    const pieces = lists.get(key) ?? 0;
    const period = limit(policy, day, site, announcedAfter);
    const values = period?.values ?? null;
    const memory = { unknowns: new Map<number, Outcome>(), last: null };
    return { rule, needs, emptyWhenAbsent, before, check, each, decidedOn, period, values, pieces, ...memory };
  };
}

function judge(prepared: Prepared, listing: Listing, context: Judging, verdicts: Verdict[]): void {
  const pieces = prepared.each === null ? null : piecesFor(prepared, prepared.each, listing, context.day);
  if (pieces === null) {
    verdicts.push(judgeWhole(prepared, listing, context));
    return;
  }
  const { rule, period } = prepared;
  for (const { item, of, facts } of pieces) {
    const outcome = facts ? judgeOnce(prepared, period, listing, facts, context) : unknown(of as FactName);
    // Written out because there are many: spreading optional properties takes several times as long.
    if (of === undefined) verdicts.push({ rule, period, outcome, item: item as number });
    else if (item === undefined) verdicts.push({ rule, period, outcome, of });
    else verdicts.push({ rule, period, outcome, of, item });
  }
}

function judgeWhole(prepared: Prepared, listing: Listing, context: Judging): Verdict {
  const { rule, last, decidedOn } = prepared;
  const period = decidedOn === null ? prepared.period : decidingPeriod(prepared, listing.facts[decidedOn], context);
  const outcome = judgeOnce(prepared, period, listing, listing.facts, context);
  if (last !== null && last.outcome === outcome && last.period === period) return last;
  const verdict: Verdict = { rule, period, outcome };
  prepared.last = verdict;
  return verdict;
}

/** The pieces the rule checks one by one; null if it checks the listing itself, once. */
function piecesFor({ period, pieces }: Prepared, each: Each, listing: Listing, day: string) {
  if (listing.facts[each.item] !== undefined) return null;
  // Without numbers in force the rule reports that once, not per text.
  if ('of' in each && period === null) return null;
  if (listing.pieces[pieces] === undefined)
    listing.pieces[pieces] = 'of' in each ? texts(each, listing) : items(each, listing, day);
  return listing.pieces[pieces];
}

/** Every non-blank item of a list, with the list and the brand; null if the list is unknown. */
function items(
  { list, item }: Extract<Each, { list: unknown }>,
  { facts, completeItem }: Listing,
  day: string,
): readonly Piece[] | null {
  const { [list]: all, brand } = facts;
  if (all === undefined) return null;
  const on = { day, unread: NOTHING_UNREAD };
  const pieces: Piece[] = [];
  for (const [index, text] of (all ?? []).entries())
    if (text.trim() !== '')
      pieces.push({
        item: index,
        of: undefined,
        facts: completeItem({ [item]: text, [list]: all, brand } as Facts, on),
      });
  return pieces;
}

/** Each of several texts that is known, or present but unreadable; null if there is none. */
function texts({ of, item }: Extract<Each, { of: unknown }>, { facts, unread }: Listing): readonly Piece[] | null {
  const known = of.filter((name) => facts[name] !== undefined || unread.has(name));
  if (known.length === 0) return null;
  return known.flatMap((name): readonly Piece[] => {
    const value = facts[name];
    if (value === undefined) return [{ item: undefined, of: name, facts: null }];
    if (!Array.isArray(value)) return [{ item: undefined, of: name, facts: withItem(facts, item, value as string) }];
    return value.map((text: string, index) => ({
      item: index,
      of: name,
      facts: withItem(facts, item, text),
    }));
  });
}

function withItem(facts: Facts, item: Each['item'], text: string): Facts {
  // Not in the literal: a computed property there makes the copy several times slower.
  const copy = { ...facts };
  (copy as { [name: string]: unknown })[item] = text;
  return copy;
}

function decidingPeriod({ rule, period }: Prepared, day: string | null | undefined, context: Judging): Period | null {
  return day ? limit(rule.policy, day, context.site, context.announcedAfter) : period;
}

function judgeOnce(
  prepared: Prepared,
  period: Period | null,
  { unread }: Listing,
  facts: Facts,
  context: CheckContext,
): Outcome {
  if (period === null) return notApplicable('not-in-force');
  const values = period === prepared.period ? prepared.values : period.values;
  if (values === null) return limitNotPublished();
  if (prepared.before !== null) {
    const early = prepared.before(facts, values, context);
    if (early) return early;
  }
  return incomplete(prepared, facts, unread) ?? prepared.check(facts, values, context);
}

/** The outcome if a needed fact is missing or known to be empty; null if there is none. */
function incomplete(prepared: Prepared, facts: Facts, unread: ReadonlySet<FactName>): Outcome | null {
  const { needs, emptyWhenAbsent, unknowns } = prepared;
  // One bit per fact: 2 ** 0 for the first, and so on.
  let missing = 0;
  let digit = 1;
  for (const name of needs) {
    const value = facts[name];
    if (value === null) return notApplicable('nothing-to-check');
    if (value === undefined) missing += digit;
    digit *= 2;
  }
  if (unread.size > 0)
    for (const name of emptyWhenAbsent) {
      if (facts[name] === undefined && unread.has(name)) missing += digit;
      digit *= 2;
    }
  if (missing === 0) return null;
  const known = unknowns.get(missing);
  if (known) return known;
  const names = [...needs, ...emptyWhenAbsent];
  const outcome = unknown(...names.filter((_, index) => Math.floor(missing / 2 ** index) % 2 === 1));
  unknowns.set(missing, outcome);
  return outcome;
}
