import { type Evaluator, evaluator, type Known, namesIn, type Verdict } from '../../../../rules/engine/engine.ts';
import type { FactName } from '../../../../rules/engine/facts.ts';
import { type Outcome, type Severity, unknown } from '../../../../rules/engine/outcome.ts';
import { parseFacts } from '../../../../rules/engine/parse-facts.ts';
import { type FieldEvaluators, fieldEvaluators, type Pass, Trials } from '../../../../rules/engine/passing-fix.ts';
import type { Rule, Topic } from '../../../../rules/engine/rule.ts';
import { minorDigits } from '../../../../rules/engine/sites.ts';
import { allRules } from '../../../../rules/index.ts';
import { thresholdNames } from '../../../../rules/own/thresholds.ts';
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

/** What a rule found in a row. */
export interface RowFinding extends Finding {
  /** The fact that was judged, where a rule judges several texts. */
  readonly of?: FactName;
}

/** A rule that could not be judged. */
export interface Unjudged {
  readonly rule: string;
  readonly severity: Severity;
  /** Facts that would decide it; empty where the platform's own number is not public. */
  readonly missing: readonly FactName[];
  readonly reason?: 'limit-not-published';
}

export interface Judged {
  readonly findings: readonly RowFinding[];
  readonly unknown: readonly Unjudged[];
}

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

  /** What rules find, and which of them could not be judged. */
  judge(gathered: GatheredFacts, identity: Identity | null): Judged {
    this.#judged += 1;
    const passes = this.#passes(gathered);
    const trials = new Trials(passes, severityBy(this.#context.severities));
    const findings: RowFinding[] = [];
    const unknown: Unjudged[] = [];
    for (const pass of passes) this.#tell(pass, trials, identity, { findings, unknown });
    return { findings: oneFindingPerCause(findings), unknown };
  }

  /** What is known of a row as rules take it, and the topics on which it is judged. */
  known(gathered: GatheredFacts): { readonly known: Known; readonly topics: ReadonlySet<Topic> } {
    const { facts, rejected } = parseFacts(gathered.facts);
    const asked = [...this.#topics(gathered), ...(hasCoupon(gathered.facts) ? (['coupon'] as const) : [])];
    return { known: { facts, unread: new Set([...gathered.unread, ...rejected]) }, topics: new Set(asked) };
  }

  #passes(gathered: GatheredFacts): readonly RowPass[] {
    const { today } = this.#context;
    const topics = this.#topics(gathered);
    const passes: RowPass[] = [];
    const start = gathered.facts.couponStart;
    const couponDay = typeof start === 'string' && start > today ? start : today;
    const hasOne = topics.includes('coupon') || hasCoupon(gathered.facts);
    if (hasOne) passes.push(this.#pass(couponDay, ['coupon'], gathered));
    const others = topics.filter((topic) => topic !== 'coupon');
    const without = hasOne ? withoutLater(gathered, couponDay, this.#context) : gathered;
    if (others.length > 0) passes.push(this.#pass(today, others, without));
    return passes;
  }

  /** Those of its kind; and those of the shop's account for a row that says anything of it. */
  #topics({ facts }: GatheredFacts): readonly Topic[] {
    const { topics } = pageKind(this.#kind);
    for (const name in facts) if (ofAccount.has(name as FactName)) return [...topics, 'account'];
    return topics;
  }

  #pass(day: string, topics: readonly Topic[], gathered: GatheredFacts): RowPass {
    const { facts, rejected } = parseFacts(gathered.facts);
    const unread = rejected.length === 0 ? gathered.unread : new Set([...gathered.unread, ...rejected]);
    const known = { facts, unread };
    const { evaluate, forFields } = this.#evaluators(day, topics);
    const verdicts = evaluate(known);
    return { day, gathered, unread, known, forFields, verdicts: () => verdicts };
  }

  #tell(
    pass: RowPass,
    trials: Trials,
    identity: Identity | null,
    told: { readonly findings: RowFinding[]; readonly unknown: Unjudged[] },
  ): void {
    const { severities, ignored } = this.#context;
    const { day, gathered, unread } = pass;
    for (const verdict of pass.verdicts()) {
      const { rule, item, of } = verdict;
      const outcome = withoutAbsent(verdict, pass.known);
      const chosen = severities.get(rule.id);
      if (outcome.kind === 'unknown') {
        const { missing, reason } = outcome;
        if (isWorthCounting(rule)) this.#count(missing);
        told.unknown.push({ rule: rule.id, severity: chosen ?? rule.severity, missing, ...(reason ? { reason } : {}) });
      }
      if (outcome.kind !== 'violation') continue;
      if (identity && idsFor(identity).some((id) => ignored.has(JSON.stringify([id, rule.id, item ?? null])))) continue;
      const about = { day, digits: this.#digits, page: this.#kind, gathered, unread, chosen, pass, trials };
      const finding = toFinding(verdict, about);
      if (finding)
        told.findings.push({ ...finding, origins: fromFile(finding.origins), ...(of === undefined ? {} : { of }) });
    }
  }

  #evaluators(day: string, asked: readonly Topic[]): Evaluators {
    const key = `${asked.join()} ${day}`;
    let found = this.#evaluatorsByDay.get(key);
    if (!found) {
      const { marketplace, site, currency, off, severities } = this.#context;
      const options = { marketplace, site, currency, day, off, topics: new Set(asked) };
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

/** What only the account's rules read: a listing's file has none of it, a table of shops may. */
const ofAccount: ReadonlySet<FactName> = factsOfAccount();

function factsOfAccount(): ReadonlySet<FactName> {
  const [account, others] = [true, false].map((isAccount) =>
    allRules.filter(({ topic }) => (topic === 'account') === isAccount).flatMap(namesIn),
  );
  const elsewhere = new Set(others);
  // A number that the seller chose is added to every row.
  const chosen: ReadonlySet<string> = new Set(thresholdNames);
  return new Set((account ?? []).filter((name) => !elsewhere.has(name) && !chosen.has(name)));
}

/** A file that has no column of a field does not say that it is empty: nothing is found in that field alone. */
function withoutAbsent({ rule, outcome }: Verdict, { facts, unread }: Known): Outcome {
  const { emptyWhenAbsent } = rule;
  if (outcome.kind !== 'violation' || !emptyWhenAbsent) return outcome;
  const marks = outcome.marks ?? rule.marks;
  const isAbsent = (name: FactName) =>
    emptyWhenAbsent.includes(name) && facts[name] === undefined && !unread?.has(name);
  return marks.length > 0 && marks.every(isAbsent) ? unknown(...marks) : outcome;
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
