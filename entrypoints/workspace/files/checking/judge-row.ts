import { type Evaluator, evaluator } from '../../../../rules/engine/engine.ts';
import type { FactName } from '../../../../rules/engine/facts.ts';
import { parseFacts } from '../../../../rules/engine/parse-facts.ts';
import { type FieldEvaluators, fieldEvaluators, type Pass, Trials } from '../../../../rules/engine/passing-fix.ts';
import type { Rule, Topic } from '../../../../rules/engine/rule.ts';
import { minorDigits } from '../../../../rules/engine/sites.ts';
import { allRules } from '../../../../rules/index.ts';
import { hasCoupon } from '../../../background/page/coupon-facts.ts';
import { gatherFacts } from '../../../background/page/facts.ts';
import type { GatheredFacts } from '../../../background/page/gathered-facts.ts';
import { severityBy, toFinding, withoutLater } from '../../../background/page/judging.ts';
import { pageKind } from '../../../background/page/page-kinds.ts';
import type { Finding } from '../../../background/rows/finding.ts';
import { type Identity, idsFor } from '../../../background/rows/listing-identity.ts';
import { oneFindingPerCause } from '../../../background/rows/one-cause.ts';
import type { Origin } from '../../../background/rows/origins.ts';
import { withThresholds } from '../../../background/seller/settings-effective.ts';
import { compiledChecks } from '../../../background/seller/settings-own-checks.ts';
import type { FieldReadings, Reading } from '../../../console.content/reading/reading.ts';
import type { RowFacts } from '../reading/listing-columns.ts';
import { type BulkContext, enteredIn } from './context.ts';

/** Kinds of rows, as the page kinds they are judged as. */
export type RowKind = 'file/listings' | 'file/coupons';

/** Where facts that are missing are counted: each once for a listing. */
export interface MissingCounts {
  readonly counts: Map<FactName, number>;
  readonly last: Map<FactName, number>;
}

/** A row with the rules by which it is judged on a day. */
interface RowPass extends Pass {
  readonly gathered: GatheredFacts;
  readonly unread: ReadonlySet<FactName>;
}

interface Evaluators {
  readonly evaluate: Evaluator;
  readonly forFields: FieldEvaluators;
}

/** Judges rows of one kind, one after another. */
export class RowJudge {
  readonly #context: BulkContext;
  readonly #kind: RowKind;
  readonly #rules: readonly Rule[];
  readonly #digits: number;
  readonly #evaluatorsByDay = new Map<string, Evaluators>();
  readonly #missing: MissingCounts = { counts: new Map(), last: new Map() };
  #judged = 0;

  /** @param isAsked which rules; estimates judge nothing and are never asked */
  constructor(kind: RowKind, context: BulkContext, isAsked: (rule: Rule) => boolean = () => true) {
    this.#context = context;
    this.#kind = kind;
    this.#digits = minorDigits(context.currency);
    this.#rules = [...allRules, ...compiledChecks(context.ownChecks).rules].filter(
      (rule) => !rule.estimate && isAsked(rule),
    );
  }

  /** Facts without which rules had no verdict, with the number of rows that lack them. */
  get missing(): ReadonlyMap<FactName, number> {
    return this.#missing.counts;
  }

  /** The facts of a row with what is known of its listing elsewhere. */
  gather(row: RowFacts, identity: Identity | null): GatheredFacts {
    const { marketplace, site, currency, now, known, thresholds } = this.#context;
    const page = { page: this.#kind, marketplace, site, currency, notices: [], shared: null, now };
    const beside = {
      entered: enteredIn(this.#context, identity),
      seen: identity ? known.seen(identity) : {},
      paid: identity ? known.paid(identity) : [],
    };
    return withThresholds(gatherFacts(readingsOf(row), identity, page, beside), thresholds);
  }

  /** What rules find; what could not be judged is only counted. */
  judge(gathered: GatheredFacts, identity: Identity | null): readonly Finding[] {
    const { today } = this.#context;
    this.#judged += 1;
    const { topics } = pageKind(this.#kind);
    const passes: RowPass[] = [];
    const start = gathered.facts.couponStart;
    const couponDay = typeof start === 'string' && start > today ? start : today;
    const hasOne = topics.includes('coupon') || hasCoupon(gathered.facts);
    if (hasOne) passes.push(this.#pass(couponDay, 'coupon', gathered));
    const others = hasOne ? withoutLater(gathered, couponDay, this.#context) : gathered;
    if (topics.some((topic) => topic !== 'coupon')) passes.push(this.#pass(today, 'others', others));
    const trials = new Trials(passes, severityBy(this.#context.severities));
    return oneFindingPerCause(passes.flatMap((pass) => this.#findings(pass, trials, identity)));
  }

  #pass(day: string, topics: 'coupon' | 'others', gathered: GatheredFacts): RowPass {
    const { facts, rejected } = parseFacts(gathered.facts);
    const unread = rejected.length === 0 ? gathered.unread : new Set([...gathered.unread, ...rejected]);
    const known = { facts, unread };
    const { evaluate, forFields } = this.#evaluators(day, topics);
    const verdicts = evaluate(known);
    return { day, gathered, unread, known, forFields, verdicts: () => verdicts };
  }

  #findings(pass: RowPass, trials: Trials, identity: Identity | null): Finding[] {
    const { severities, ignored } = this.#context;
    const { day, gathered, unread } = pass;
    const findings: Finding[] = [];
    for (const verdict of pass.verdicts()) {
      const { outcome, rule, item } = verdict;
      if (outcome.kind === 'unknown' && isWorthCounting(rule)) this.#count(outcome.missing);
      if (outcome.kind !== 'violation') continue;
      if (identity && idsFor(identity).some((id) => ignored.has(JSON.stringify([id, rule.id, item ?? null])))) continue;
      const chosen = severities.get(rule.id);
      const about = { day, digits: this.#digits, page: this.#kind, gathered, unread, chosen, pass, trials };
      const finding = toFinding(verdict, about);
      if (finding) findings.push({ ...finding, origins: fromFile(finding.origins) });
    }
    return findings;
  }

  #evaluators(day: string, asked: 'coupon' | 'others'): Evaluators {
    const key = `${asked} ${day}`;
    let found = this.#evaluatorsByDay.get(key);
    if (!found) {
      const { marketplace, site, currency, off, severities } = this.#context;
      const topics = new Set<Topic>(
        asked === 'coupon' ? ['coupon'] : pageKind(this.#kind).topics.filter((topic) => topic !== 'coupon'),
      );
      const options = { marketplace, site, currency, day, off, topics };
      found = {
        evaluate: evaluator(this.#rules, options),
        forFields: fieldEvaluators(this.#rules, options, severities),
      };
      this.#evaluatorsByDay.set(key, found);
    }
    return found;
  }

  #count(missing: readonly FactName[]): void {
    const { counts, last } = this.#missing;
    for (const name of missing) {
      if (last.get(name) === this.#judged) continue;
      last.set(name, this.#judged);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
}

/** Advice, and what nearly every listing lacks, would hide what decides something. */
function isWorthCounting({ severity, quietUnknown }: Rule): boolean {
  return severity !== 'info' && !quietUnknown;
}

function readingsOf({ facts, unread }: RowFacts): FieldReadings {
  const readings: { [name: string]: Reading } = {};
  for (const name in facts) {
    const value = facts[name as FactName];
    if (value !== undefined) readings[name] = { state: 'read', value: value as never, via: '' };
  }
  for (const name of unread) readings[name] = { state: 'unreadable', reason: 'unparsable' };
  return readings;
}

/** There is no page: what was read now was read in the file. */
function fromFile(origins: Finding['origins']): Finding['origins'] {
  const found: { [Name in FactName]?: Origin } = {};
  for (const name in origins) {
    const origin = origins[name as FactName];
    if (origin) found[name as FactName] = origin.by === 'page' ? { by: 'file' } : origin;
  }
  return found;
}
