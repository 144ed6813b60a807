import { Big } from 'big.js';
import { derivations, deriveFacts } from './derive.ts';
import { type EvaluationOptions, type Evaluator, evaluator, type Known, namesIn, type Verdict } from './engine.ts';
import { type FactName, type Facts, factKinds } from './facts.ts';
import type { Figure, Figures, Outcome, Severity, Violation } from './outcome.ts';
import type { Rule } from './rule.ts';
import { fieldsFor, type Side, sideOf } from './typed-into.ts';

/*
 * A rule computes a fix that passes the rule itself. Typed into the field it may break another one: 41 % off is enough
 * for the Was Price, and the price it is taken from is still too far above it. So each number is tried, with all rules
 * that read its field, before it is offered.
 */

/** One way in which a listing is judged: some rules on one day, with what is known of the listing then. */
export interface Pass {
  /** ISO day. */
  readonly day: string;
  /** Those of the rules that read some fields and bind a number of one of them. */
  readonly forFields: FieldEvaluators;
  readonly known: Known;
  /** Of all its rules, with what is known. */
  readonly verdicts: () => readonly Verdict[];
}

export type FieldEvaluators = (fields: readonly FactName[], own: Rule) => Evaluator;

/** A figure of a fix for which other rules have a say. */
export interface Amended {
  readonly figure: string;
  /** Into which it is typed. */
  readonly field: FactName;
  readonly side: Side;
  /** What its own rule asks for. */
  readonly own: Figure;
  /** Ids of the rules that ask for more, or that no value of the field passes; none where it could not be tried. */
  readonly by: readonly string[];
  /** Whether the fix still holds the figure, as a value that passes all of them. */
  readonly passes: boolean;
}

export interface PassingFix {
  readonly fix: Figures;
  readonly amended: readonly Amended[];
}

/**
 * Evaluators of the rules that read one of some fields, made when they are asked for. Rules that only advise are left
 * out, but for the one whose own number is tried.
 * @param chosen severities that the seller chose in place of the rules' own
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

/** A verdict with the pass it belongs to. */
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

  /** How a rule ended with what stands in the fields now. */
  before({ verdict: { rule, item, of }, pass }: Tried): Outcome['kind'] {
    const same = pass.verdicts().find((one) => one.rule === rule && one.item === item && one.of === of);
    return same?.outcome.kind ?? 'unknown';
  }

  /** Verdicts of the rules that read some fields, with values in place of what stands there. */
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
 * The fix of a problem with each number that is typed into a field made one that passes, or taken out.
 * @param pass in which the problem was found
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

/** What can be typed: an amount or measure, a whole number, a text or a day. */
type Value = Big | number | string;

/** A problem whose fix is tried. */
interface Trying {
  readonly rule: Rule;
  readonly outcome: Violation;
  readonly typed: readonly TypedFigure[];
  /** Into which its figures are typed. */
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

/** The field a figure is typed into on this listing: of the two prices the one that is paid; null where there is none. */
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

/** A sale without its days, or before or after them, is not what is paid. */
function isSalePaid({ known: { facts, unread }, day }: Pass): boolean {
  const { basePrice, salePrice, yourPrice } = deriveFacts(facts, day, unread);
  return Boolean(basePrice && salePrice?.eq(basePrice) && !yourPrice?.eq(basePrice));
}

function sideFrom(current: unknown, value: Value): Side {
  const isNumber = value instanceof Big || typeof value === 'number';
  if (!isNumber || !(current instanceof Big || typeof current === 'number')) return 'exact';
  return new Big(value).lt(current) ? 'below' : 'above';
}

/** Each try answers at least one more rule. */
const MOST_TRIES = 8;

/** The nearest value from a figure on that passes, and the rules that asked for more; null where there is none. */
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

/** The value that all failing rules ask for; null where one of them has none in this direction. */
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
    // Days are compared as text; of texts the shorter beginning is the further one.
    if (b.startsWith(a)) return side === 'below' && a !== b;
    return side === 'below' ? a < b : a > b;
  }
  return side === 'below' ? new Big(a).lt(b) : new Big(a).gt(b);
}

/** The rules that are broken with a value in its field, and whether all that had a verdict still have one. */
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

/** A fix may ask for two fields at once, a lower price and more stock: such values are tried together. */
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
 * Whether a problem that was there before is one of the value: it marks the field, or it is a refusal of the same thing
 * for another field that the fix could change instead. Where the price is too high for any coupon, no discount helps.
 */
function binds({ rule, outcome }: Failure, { field }: TypedFigure, { rule: own, fields, trials }: Trying): boolean {
  if (marks(rule, field, outcome)) return true;
  const isSameRefusal = rule.topic === own.topic && trials.severityOf(rule, outcome) === 'error';
  return isSameRefusal && fields.some((other) => marks(rule, other, outcome));
}

/** Advice binds no number, but for the number of the advice itself. */
function isGrave({ rule, outcome }: Failure, isOwn: boolean, { trials, outcome: own }: Trying): boolean {
  return trials.severityOf(rule, outcome) !== 'info' || (isOwn && trials.severityOf(rule, own) === 'info');
}

function marks({ marks: own }: Rule, field: FactName, outcome?: Violation): boolean {
  const marked = outcome?.marks ?? own;
  if (marked.includes(field)) return true;
  return field === 'basePrice' && (marked.includes('yourPrice') || marked.includes('salePrice'));
}

/** Facts with another value in a field. What follows from the field is worked out again. */
function withValue(facts: Facts, field: FactName, value: Value): Facts {
  const changed: { [name: string]: unknown } = { ...facts };
  for (const name of following(field)) if (changed[name] !== undefined) changed[name] = undefined;
  changed[field] = factKinds[field] === 'count' || typeof value === 'string' ? value : new Big(value);
  return changed as Facts;
}

const followers = new Map<FactName, ReadonlySet<FactName>>();

/** A fact with all that is derived from it. */
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
