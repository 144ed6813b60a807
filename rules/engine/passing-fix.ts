import { Big } from 'big.js';
import { derivations, deriveFacts } from './derive.ts';
import { type EvaluationOptions, type Evaluator, evaluator, type Known, namesIn, type Verdict } from './engine.ts';
import { type FactName, type Facts, factKinds } from './facts.ts';
import type { Figure, Figures, Outcome, Severity, Violation } from './outcome.ts';
import type { Rule } from './rule.ts';
import { fieldsFor, type Side, sideOf } from './typed-into.ts';

/*
 * A rule computes a fix that passes the rule itself but may break another one: 41 % off satisfies the Was Price while
 * the price it is taken from is still too far above it. So each number is tried with all rules that read its field
 * before it is offered.
 */

/** One evaluation of a listing: some rules on one day, with the facts known for that day. */
export interface Pass {
  /** ISO day. */
  readonly day: string;
  /** Evaluators of the rules that read some fields and constrain a number of one of them. */
  readonly forFields: FieldEvaluators;
  readonly known: Known;
  /** Verdicts of all its rules on the known facts. */
  readonly verdicts: () => readonly Verdict[];
}

export type FieldEvaluators = (fields: readonly FactName[], own: Rule) => Evaluator;

/** A figure of a fix that other rules constrain. */
export interface Amended {
  readonly figure: string;
  /** Field it is typed into. */
  readonly field: FactName;
  readonly side: Side;
  /** The value its own rule asks for. */
  readonly own: Figure;
  /** Ids of the stricter rules, or of those that no value of the field satisfies; empty if it could not be tried. */
  readonly by: readonly string[];
  /** Whether the fix still contains the figure, with a value that passes all of them. */
  readonly passes: boolean;
}

export interface PassingFix {
  readonly fix: Figures;
  readonly amended: readonly Amended[];
}

/**
 * Evaluators of the rules that read one of some fields, created on demand. Omits rules that only advise, except the one
 * whose own number is tried.
 * @param chosen severities the seller chose instead of the rules' own
 */
export function fieldEvaluators(
  rules: readonly Rule[],
  options: EvaluationOptions,
  chosen?: ReadonlyMap<string, Severity>,
): FieldEvaluators {
  const found = new Map<string, Evaluator>();
  const isBinding = ({ id, severity }: Rule) => (chosen?.get(id) ?? severity) !== 'info';
  return (fields, own) => {
    const key = `${fields.join()} ${isBinding(own) ? '' : own.id}`;
    let evaluate = found.get(key);
    if (!evaluate) {
      const names = new Set(fields.flatMap((field) => [...following(field)]));
      const binding = rules.filter((rule) => rule === own || (isBinding(rule) && !rule.estimate));
      const readers = binding.filter((rule) => namesIn(rule).some((name) => names.has(name)));
      evaluate = evaluator(readers, options);
      found.set(key, evaluate);
    }
    return evaluate;
  };
}

/** A verdict and its pass. */
interface Tried {
  readonly verdict: Verdict;
  readonly pass: Pass;
}

/** Tries numbers on one listing. */
export class Trials {
  readonly passes: readonly Pass[];
  readonly severityOf: (rule: Rule, outcome: Violation) => Severity;

  constructor(passes: readonly Pass[], severityOf: (rule: Rule, outcome: Violation) => Severity) {
    this.passes = passes;
    this.severityOf = severityOf;
  }

  /** A rule's outcome with the fields' current values. */
  before({ verdict: { rule, item, of }, pass }: Tried): Outcome['kind'] {
    const same = pass.verdicts().find((one) => one.rule === rule && one.item === item && one.of === of);
    return same?.outcome.kind ?? 'unknown';
  }

  /** Verdicts of the rules that read some fields, with other values in those fields. */
  judgedWith(typed: readonly TypedFigure[], { fields, rule }: Pick<Trying, 'fields' | 'rule'>): Tried[] {
    const tried: Tried[] = [];
    for (const pass of this.passes) {
      let { facts } = pass.known;
      const unread = new Set(pass.known.unread);
      for (const one of typed) {
        facts = withValue(facts, one.field, one.value);
        unread.delete(one.field);
      }
      for (const verdict of pass.forFields(fields, rule)({ facts, unread })) tried.push({ verdict, pass });
    }
    return tried;
  }
}

/**
 * The fix of a problem in which each number to be typed into a field is adjusted to one that passes, or removed.
 * @param pass the pass that found the problem
 */
export function passingFix(
  { rule, of }: Pick<Verdict, 'rule' | 'of'>,
  outcome: Violation,
  pass: Pass,
  trials: Trials,
): PassingFix {
  const typed = typedFigures(outcome.fix, of ? [of] : (outcome.marks ?? rule.marks), pass);
  if (typed.length === 0) return { fix: outcome.fix, amended: [] };
  const fields = [...new Set(typed.map(({ field }) => field))];
  const trying: Trying = { rule, outcome, typed, fields, pass, trials };
  const fix: Figures = { ...outcome.fix };
  const amended: Amended[] = [];
  for (const one of typed) {
    const { figure, field, side, value: own } = one;
    const { value, by } = tried(one, trying);
    if (value === own) continue;
    const name = figure as keyof Figures;
    if (value === null) delete fix[name];
    else fix[name] = value;
    amended.push({ figure, field, side, own, by, passes: value !== null });
  }
  return { fix, amended };
}

interface TypedFigure {
  readonly figure: string;
  readonly field: FactName;
  readonly side: Side;
  readonly value: Value;
}

/** A value that can be typed: an amount or measure, a whole number, a text or a day. */
type Value = Big | number | string;

/** A problem whose fix is being tried. */
interface Trying {
  readonly rule: Rule;
  readonly outcome: Violation;
  readonly typed: readonly TypedFigure[];
  /** Fields its figures are typed into. */
  readonly fields: readonly FactName[];
  readonly pass: Pass;
  readonly trials: Trials;
}

function typedFigures(fix: Figures, marked: readonly FactName[], pass: Pass): TypedFigure[] {
  const { facts } = pass.known;
  return Object.entries(fix).flatMap(([figure, value]): TypedFigure[] => {
    if (!isValue(value)) return [];
    const field = fieldOf(figure, marked, pass);
    if (field === null || !isOfKind(field, value)) return [];
    return [{ figure, field, side: sideOf(figure) ?? sideFrom(facts[field], value), value }];
  });
}

function isValue(value: Figure | null | undefined): value is Value {
  return typeof value === 'number' || typeof value === 'string' || value instanceof Big;
}

function isOfKind(field: FactName, value: Value): boolean {
  switch (factKinds[field]) {
    case 'money':
    case 'percent':
    case 'decimal':
      return value instanceof Big || typeof value === 'number';
    case 'count':
      return typeof value === 'number';
    case 'text':
    case 'day':
      return typeof value === 'string';
    default:
      return false;
  }
}

/** The field a figure is typed into on this listing: of the two prices, the one that is paid; null if there is none. */
function fieldOf(figure: string, marked: readonly FactName[], pass: Pass): FactName | null {
  const { facts } = pass.known;
  const fields = fieldsFor(figure, marked);
  const known = fields.filter((name) => facts[name] !== undefined && facts[name] !== null);
  const [first] = known;
  if (first === 'yourPrice' && known.includes('salePrice') && isSalePaid(pass)) return 'salePrice';
  if (first) return first;
  if (fields.includes('yourPrice') && facts.basePrice) return 'basePrice';
  return fields[0] ?? null;
}

/** A sale without dates, or outside them, does not determine the price paid. */
function isSalePaid({ known: { facts, unread }, day }: Pass): boolean {
  const { basePrice, salePrice, yourPrice } = deriveFacts(facts, day, unread);
  return Boolean(basePrice && salePrice?.eq(basePrice) && !yourPrice?.eq(basePrice));
}

function sideFrom(current: unknown, value: Value): Side {
  const isNumber = value instanceof Big || typeof value === 'number';
  if (!isNumber || !(current instanceof Big || typeof current === 'number')) return 'exact';
  return new Big(value).lt(current) ? 'below' : 'above';
}

/** Each try satisfies at least one more rule. */
const MOST_TRIES = 8;

/** The nearest passing value starting from a figure, and the stricter rules; null if there is none. */
function tried(one: TypedFigure, trying: Trying): { readonly value: Value | null; readonly by: readonly string[] } {
  const by = new Set<string>();
  let { value } = one;
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const { failing, isDecided } = failingAt({ ...one, value }, trying);
    if (!isDecided) return { value: null, by: [] };
    if (failing.length === 0) return { value, by: [...by] };
    for (const { rule } of failing) if (rule !== trying.rule) by.add(rule.id);
    const next = furthest(failing, one, value, trying);
    if (next === null) break;
    value = next;
  }
  return { value: null, by: [...by] };
}

type Failure = Verdict & { readonly outcome: Violation };

/** The value that satisfies all failing rules; null if one of them has none in this direction. */
function furthest(
  failing: readonly Failure[],
  { field, side }: TypedFigure,
  value: Value,
  { pass }: Trying,
): Value | null {
  let furthest = value;
  for (const { rule, of, outcome } of failing) {
    const further = typedFigures(outcome.fix, of ? [of] : (outcome.marks ?? rule.marks), pass).filter(
      (other) => other.field === field && other.side === side && isFurther(side, other.value, value),
    );
    const [first] = further;
    if (!first) return null;
    if (isFurther(side, first.value, furthest)) furthest = first.value;
  }
  return furthest;
}

function isFurther(side: Side, a: Value, b: Value): boolean {
  if (side === 'exact') return false;
  if (typeof a === 'string' || typeof b === 'string') {
    if (typeof a !== 'string' || typeof b !== 'string') return false;
    // Days are compared as text; of two texts, the shorter prefix goes further.
    if (b.startsWith(a)) return side === 'below' && a !== b;
    return side === 'below' ? a < b : a > b;
  }
  return side === 'below' ? new Big(a).lt(b) : new Big(a).gt(b);
}

/** The rules a value breaks in its field, and whether all rules that had a verdict still have one. */
function failingAt(one: TypedFigure, trying: Trying): { failing: readonly Failure[]; isDecided: boolean } {
  const { trials } = trying;
  const failing: Failure[] = [];
  for (const tried of withCompanions(one, trying)) {
    const { rule, outcome } = tried.verdict;
    const isOwn = rule === trying.rule;
    if (outcome.kind === 'unknown' && (isOwn || marks(rule, one.field)) && trials.before(tried) !== 'unknown')
      return { failing: [], isDecided: false };
    if (outcome.kind !== 'violation') continue;
    const failure = tried.verdict as Failure;
    if (!isGrave(failure, isOwn, trying)) continue;
    if (!isOwn && !binds(failure, one, trying) && trials.before(tried) === 'violation') continue;
    failing.push(failure);
  }
  return { failing, isDecided: true };
}

/** A fix may change two fields at once, such as a lower price and more stock: such values are tried together. */
function withCompanions(one: TypedFigure, trying: Trying): readonly Tried[] {
  const { rule, typed, trials } = trying;
  const alone = trials.judgedWith([one], trying);
  const others = typed.filter(({ field }) => field !== one.field);
  if (others.length === 0 || !breaks(rule, alone)) return alone;
  const together = trials.judgedWith([one, ...others], trying);
  return breaks(rule, together) ? alone : together;
}

function breaks(rule: Rule, tried: readonly Tried[]): boolean {
  return tried.some(({ verdict }) => verdict.rule === rule && verdict.outcome.kind === 'violation');
}

/**
 * Whether an existing problem constrains the value: it marks the field, or it refuses the same thing for another field
 * that the fix could change instead. If the price is too high for any coupon, no discount helps.
 */
function binds({ rule, outcome }: Failure, tried: TypedFigure, { rule: own, typed, trials }: Trying): boolean {
  if (marks(rule, tried.field, outcome)) return true;
  const isSameRefusal = rule.topic === own.topic && trials.severityOf(rule, outcome) === 'error';
  return (
    isSameRefusal && typed.some((other) => !areNeededTogether(own, tried, other) && marks(rule, other.field, outcome))
  );
}

/** Two numbers that the rule limits are both needed; all others are alternatives. */
function areNeededTogether({ bounds = [] }: Rule, one: TypedFigure, other: TypedFigure): boolean {
  return [one, other].every(({ figure }) => bounds.some((bound) => bound.figure === figure));
}

/** Advice constrains no number except its own. */
function isGrave({ rule, outcome }: Failure, isOwn: boolean, { trials, outcome: own }: Trying): boolean {
  return trials.severityOf(rule, outcome) !== 'info' || (isOwn && trials.severityOf(rule, own) === 'info');
}

function marks({ marks: own }: Rule, field: FactName, outcome?: Violation): boolean {
  const marked = outcome?.marks ?? own;
  if (marked.includes(field)) return true;
  return field === 'basePrice' && (marked.includes('yourPrice') || marked.includes('salePrice'));
}

/** Facts with another value in a field. Facts derived from it are computed again. */
function withValue(facts: Facts, field: FactName, value: Value): Facts {
  const changed: { [name: string]: unknown } = { ...facts };
  for (const name of following(field)) if (changed[name] !== undefined) changed[name] = undefined;
  changed[field] = factKinds[field] === 'count' || typeof value === 'string' ? value : new Big(value);
  return changed as Facts;
}

const followers = new Map<FactName, ReadonlySet<FactName>>();

/** A fact and everything derived from it. */
function following(field: FactName): ReadonlySet<FactName> {
  let names = followers.get(field);
  if (!names) {
    const found = new Set<FactName>([field]);
    for (const { from, gives } of derivations)
      if (from.some((name) => found.has(name))) for (const name of gives) found.add(name);
    names = found;
    followers.set(field, names);
  }
  return names;
}
