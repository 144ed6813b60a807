import { deriveFacts } from './derive.ts';
import type { FactName, Facts } from './facts.ts';
import { limitNotPublished, notApplicable, type Outcome, unknown } from './outcome.ts';
import { limit, type Period } from './policy.ts';
import type { CheckContext, Each, Rule, Topic } from './rule.ts';
import { currencyOf, type Marketplace, minorDigits, type Site } from './sites.ts';

export interface Verdict {
  readonly rule: Rule;
  readonly outcome: Outcome;
  /** The dated numbers that decided; null when none were in force. */
  readonly period: Period | null;
  /** 0-based position in the list for rules that check every item; otherwise left out. */
  readonly item?: number;
  /** The fact that was judged, for rules that check each of several texts; otherwise left out. */
  readonly of?: FactName;
}

export interface EvaluationOptions {
  readonly marketplace: Marketplace;
  readonly site: Site;
  /** ISO day, local to the site, on which the change takes effect for buyers. */
  readonly day: string;
  /** ISO 4217 code of the store's prices, where the site does not fix it (Temu). Left out: the site's, otherwise USD. */
  readonly currency?: string;
  /** Only rules on these topics; left out: all. */
  readonly topics?: ReadonlySet<Topic>;
  /** Rule ids the seller switched off. */
  readonly off?: ReadonlySet<string>;
}

/** What is known of one listing, and which of its fields are there but could not be read. */
export interface Known {
  readonly facts: Facts;
  readonly unread?: ReadonlySet<FactName>;
}

export type Evaluator = (known: Known) => Verdict[];

interface Prepared {
  readonly rule: Rule;
  readonly period: Period | null;
}

const NOTHING_UNREAD: ReadonlySet<FactName> = new Set();

/**
 * Prepares the rules for one site and day; the returned function judges one listing after another. It never throws for
 * any facts, keeps no state between listings, and leaves out rules that are not in force.
 */
export function evaluator(rules: readonly Rule[], options: EvaluationOptions): Evaluator {
  const currency = options.currency ?? currencyOf(options.marketplace, options.site) ?? 'USD';
  const context: CheckContext = {
    marketplace: options.marketplace,
    site: options.site,
    day: options.day,
    currency,
    digits: minorDigits(currency),
  };
  const prepared: Prepared[] = [];
  for (const rule of rules) {
    if (!rule.id.startsWith(`${options.marketplace}/`) && !rule.id.startsWith('any/')) continue;
    if (options.topics && !options.topics.has(rule.topic)) continue;
    if (options.off?.has(rule.id)) continue;
    prepared.push({ rule, period: limit(rule.policy, options.day, options.site) });
  }
  return (known) => {
    const facts = deriveFacts(known.facts, options.day, known.unread);
    const unread = known.unread ?? NOTHING_UNREAD;
    const verdicts: Verdict[] = [];
    for (const { rule, period } of prepared) judge(rule, period, facts, unread, context, verdicts);
    return verdicts;
  };
}

function judge(
  rule: Rule,
  period: Period | null,
  facts: Facts,
  unread: ReadonlySet<FactName>,
  context: CheckContext,
  verdicts: Verdict[],
): void {
  const { each } = rule;
  const list = each && 'list' in each ? facts[each.list] : undefined;
  if (each && 'of' in each && period !== null && facts[each.item] === undefined) {
    judgeTexts(rule, each, period, facts, unread, context, verdicts);
    return;
  }
  if (!each || list === undefined || facts[each.item] !== undefined) {
    const deciding = decidingPeriod(rule, period, facts, context);
    verdicts.push({ rule, period: deciding, outcome: judgeOnce(rule, deciding, facts, unread, context) });
    return;
  }
  for (const [index, item] of (list ?? []).entries()) {
    if (item.trim() === '') continue;
    const ofItem = deriveFacts({ [each.item]: item, bullets: list, brand: facts.brand } as Facts, context.day);
    verdicts.push({ rule, period, item: index, outcome: judgeOnce(rule, period, ofItem, unread, context) });
  }
}

/** One verdict for each text that is known; a single one that names what is missing when none is. */
function judgeTexts(
  rule: Rule,
  { of, item }: Each & { of: readonly FactName[] },
  period: Period,
  facts: Facts,
  unread: ReadonlySet<FactName>,
  context: CheckContext,
  verdicts: Verdict[],
): void {
  let isKnown = false;
  for (const name of of) {
    const value = facts[name];
    if (value === undefined && !unread.has(name)) continue;
    isKnown = true;
    const texts = Array.isArray(value) ? (value as readonly string[]) : [value];
    for (const [index, text] of texts.entries()) {
      const outcome =
        value === undefined
          ? unknown(name)
          : judgeOnce(rule, period, { ...facts, [item]: text } as Facts, unread, context);
      verdicts.push(
        Array.isArray(value) ? { rule, period, of: name, item: index, outcome } : { rule, period, of: name, outcome },
      );
    }
  }
  if (!isKnown) verdicts.push({ rule, period, outcome: judgeOnce(rule, period, facts, unread, context) });
}

function decidingPeriod(rule: Rule, period: Period | null, facts: Facts, { site }: CheckContext): Period | null {
  const day = rule.decidedOn && facts[rule.decidedOn];
  return day ? limit(rule.policy, day, site) : period;
}

function judgeOnce(
  rule: Rule,
  period: Period | null,
  facts: Facts,
  unread: ReadonlySet<FactName>,
  context: CheckContext,
): Outcome {
  if (period === null) return notApplicable('not-in-force');
  if (period.values === null) return limitNotPublished();
  const early = rule.before?.(facts, period.values, context);
  if (early) return early;
  const missing = missingFacts(rule, facts, unread);
  if (missing === 'empty') return notApplicable('nothing-to-check');
  if (missing.length > 0) return unknown(...missing);
  return rule.check(facts, period.values, context);
}

const NOTHING_MISSING: readonly FactName[] = [];

/** The facts without which the rule has no verdict, or `empty` when one it needs is known to be empty. */
function missingFacts(rule: Rule, facts: Facts, unread: ReadonlySet<FactName>): readonly FactName[] | 'empty' {
  let missing = NOTHING_MISSING;
  for (const name of rule.needs) {
    const value = facts[name];
    if (value === null) return 'empty';
    if (value === undefined) missing = [...missing, name];
  }
  for (const name of rule.emptyWhenAbsent ?? [])
    if (facts[name] === undefined && unread.has(name)) missing = [...missing, name];
  return missing;
}
