import { completeCoupon, couponFacts } from '../../entrypoints/background/page/coupon-facts.ts';
import { type Change, changes } from '../../rules/engine/changes.ts';
import { type EvaluationOptions, evaluator, type Known, type Verdict } from '../../rules/engine/engine.ts';
import type { FactName, WireFacts } from '../../rules/engine/facts.ts';
import type { Severity } from '../../rules/engine/outcome.ts';
import { parseFacts } from '../../rules/engine/parse-facts.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import { currencyOf, minorDigits } from '../../rules/engine/sites.ts';
import { toWire, type WireFigures } from '../../rules/engine/wire.ts';
import { allRules } from '../../rules/index.ts';

/** A rule that is broken, in wire form. */
export interface Found {
  readonly rule: string;
  readonly outcome: 'violation';
  readonly severity: Severity;
  /** Key of the sentence within the rule's messages. */
  readonly message: string;
  /** 0-based position in a list, and the fact that was judged, where a rule judges several texts. */
  readonly item?: number;
  readonly of?: FactName;
  readonly values: WireFigures;
  readonly fix: WireFigures;
}

/** A rule that could not be judged. */
export interface Unjudged {
  readonly rule: string;
  /** Facts that would decide it; empty where the platform's own number is not public. */
  readonly missing: readonly FactName[];
  readonly reason?: 'limit-not-published';
}

/** A rule that will say something else of the listing as it is. */
export interface Upcoming {
  /** ISO day from which it does. */
  readonly day: string;
  /** `announced`: not in force by then either, as far as is known. */
  readonly status: Change['status'];
  readonly rule: string;
  readonly before: Change['before']['outcome']['kind'];
  readonly after: Change['after']['outcome']['kind'];
  /** The problem it will be, or the one that will be gone. */
  readonly found: Found | null;
}

export interface Judgement {
  readonly findings: readonly Found[];
  /** What changes until the last day asked for; empty where none was. */
  readonly upcoming: readonly Upcoming[];
  readonly unknown: readonly Unjudged[];
  /** Facts whose value is none of their kind: they count as unreadable. */
  readonly notUnderstood: readonly FactName[];
}

export interface JudgingOptions extends Pick<EvaluationOptions, 'marketplace' | 'site' | 'day' | 'currency'> {
  /** Last day to look ahead to; null: not asked for. */
  readonly until: string | null;
  /** Only rules whose id begins so. */
  readonly rule: string;
  /** Only rules and findings at least this severe. */
  readonly severity: Severity;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Prepares the rules; the returned function judges one listing after another. Estimates judge nothing and are left out;
 * so are the rules on coupons for a listing of which nothing is known that belongs to a coupon.
 */
export function judgeFor(options: JudgingOptions): (facts: WireFacts) => Judgement {
  const { marketplace, site } = options;
  const digits = minorDigits(options.currency ?? currencyOf(marketplace, site) ?? 'USD');
  const isSevere = (severity: Severity) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(options.severity);
  const rules = allRules.filter(isWanted(options));
  const withCoupon = evaluator(rules, options);
  const withoutCoupon = evaluator(
    rules.filter(({ topic }) => topic !== 'coupon'),
    options,
  );
  return (given) => {
    const hasCoupon = Object.keys(given).some((name) => couponFacts.has(name as FactName));
    const evaluate = hasCoupon ? withCoupon : withoutCoupon;
    const { facts, rejected } = parseFacts(hasCoupon ? completed(given) : given);
    const findings: Found[] = [];
    const unknown: Unjudged[] = [];
    for (const verdict of evaluate({ facts, unread: new Set(rejected) })) {
      const { rule, outcome } = verdict;
      if (outcome.kind === 'violation') {
        const found = toFound(verdict, outcome, digits);
        if (isSevere(found.severity)) findings.push(found);
      }
      if (outcome.kind === 'unknown' && isSevere(rule.severity)) {
        const { missing, reason } = outcome;
        unknown.push({ rule: rule.id, missing, ...(reason ? { reason } : {}) });
      }
    }
    const known: Known = { facts, unread: new Set(rejected) };
    const ahead = hasCoupon ? rules : rules.filter(({ topic }) => topic !== 'coupon');
    const upcoming = options.until === null ? [] : upcomingFor(ahead, known, options, options.until, digits);
    return { findings, upcoming, unknown, notUnderstood: rejected };
  };
}

function upcomingFor(
  rules: readonly Rule[],
  known: Known,
  options: JudgingOptions,
  until: string,
  digits: number,
): Upcoming[] {
  return changes(rules, known, { ...options, from: options.day, to: until }).map((change) => {
    const { rule, day, status, before, after } = change;
    const told = [after, before].find(({ outcome }) => outcome.kind === 'violation')?.outcome;
    const found = told?.kind === 'violation' ? toFound(change, told, digits) : null;
    return { day, status, rule: rule.id, before: before.outcome.kind, after: after.outcome.kind, found };
  });
}

/** A file has the discount and leaves out what follows from it, as the coupon's form does. */
function completed(given: WireFacts): WireFacts {
  const facts = { ...given };
  completeCoupon(facts);
  return facts;
}

function isWanted({ rule: prefix }: JudgingOptions): (rule: Rule) => boolean {
  return ({ id, estimate, optIn }) => {
    if (!id.startsWith(prefix) || estimate) return false;
    // What is off until the seller turns it on runs where it is asked for by its name.
    return !optIn || id === prefix;
  };
}

function toFound(
  { rule, item, of }: Pick<Verdict, 'rule' | 'item' | 'of'>,
  outcome: Verdict['outcome'] & { kind: 'violation' },
  digits: number,
): Found {
  return {
    rule: rule.id,
    outcome: 'violation',
    severity: outcome.severity ?? rule.severity,
    message: outcome.message ?? 'problem',
    ...(item === undefined ? {} : { item }),
    ...(of === undefined ? {} : { of }),
    values: toWire(outcome.values, digits),
    fix: toWire(outcome.fix, digits),
  };
}
