import type { FactName } from '../../../rules/engine/facts.ts';
import type { Bound, Repeats } from '../../../rules/engine/rule.ts';
import { fieldsFor, sideOf } from '../../../rules/engine/typed-into.ts';
import type { WireFigure } from '../../../rules/engine/wire.ts';
import { allRules } from '../../../rules/index.ts';
import { Big } from '../../../rules/measures/decimals.ts';
import { type AmendedNumber, byLevel, type Finding, ownFix } from './finding.ts';

/*
 * One cause, one finding. Rules state as data which number they limit (`bounds`) and which rules describe the same
 * mistake (`repeats`). Everything that judges a listing passes its findings through here, so that the page, the check
 * of a file and the workspace say the same. Nothing is lost: a joint finding holds each rule's own one, and a rule that
 * is turned off or ignored takes only its own away.
 */

const bounds = new Map<string, readonly Bound[]>();
const repeats = new Map<string, Repeats>();
for (const rule of allRules) {
  if (rule.bounds) bounds.set(rule.id, rule.bounds);
  if (rule.repeats) repeats.set(rule.id, rule.repeats);
}

/** Findings of one listing with those that have one cause joined. Joining what is joined changes nothing. */
export function oneFindingPerCause(findings: readonly Finding[]): readonly Finding[] {
  const own = separated(findings);
  return own.some(isJoinable) ? withoutRepeats(joinedByBound(own)) : own;
}

/** Each rule's own findings. */
export function separated(findings: readonly Finding[]): readonly Finding[] {
  return findings.some(({ reasons }) => reasons) ? findings.flatMap((one) => one.reasons ?? one) : findings;
}

/** Findings without some rules' own ones; the other reasons of a joint finding stay. */
export function withoutFindings(
  findings: readonly Finding[],
  isRemoved: (finding: Finding) => boolean,
): readonly Finding[] {
  const own = separated(findings);
  const kept = own.filter((finding) => !isRemoved(finding));
  return kept.length === own.length ? findings : oneFindingPerCause(kept);
}

/** Every rule that a finding reports. */
export function rulesOf({ rule, reasons }: Finding): readonly string[] {
  return reasons ? reasons.map((reason) => reason.rule) : [rule];
}

/** The figures of a joint finding that several rules limit, and these rules. */
export function numbersPassing({
  rule,
  reasons = [],
}: Finding): { readonly figure: string; readonly rules: readonly string[] }[] {
  const limits = reasons.map((one): Limiting => ({ finding: one, limits: limited(one) }));
  const own = limits.find(({ finding }) => finding.rule === rule)?.limits ?? new Map<string, Bound>();
  return [...own].flatMap(([key, { figure }]) => {
    const rules = limits.filter((one) => one.limits.has(key)).map(({ finding }) => finding.rule);
    return rules.length > 1 ? [{ figure, rules }] : [];
  });
}

function isJoinable({ rule, level }: Finding): boolean {
  return level !== 'unknown' && (bounds.has(rule) || repeats.has(rule));
}

/** The numbers a problem limits, as keys that are equal for problems with the same cause. */
function limited(finding: Finding): ReadonlyMap<string, Bound> {
  const found = new Map<string, Bound>();
  if (finding.level === 'unknown') return found;
  const own = ownFix(finding);
  for (const bound of bounds.get(finding.rule) ?? [])
    if (isNumber(own[bound.figure]))
      found.set(JSON.stringify([finding.topic, bound.of, bound.side, finding.item]), bound);
  return found;
}

interface Limiting {
  readonly finding: Finding;
  readonly limits: ReadonlyMap<string, Bound>;
}

function joinedByBound(findings: readonly Finding[]): readonly Finding[] {
  const limiting = findings.map((finding): Limiting => ({ finding, limits: limited(finding) }));
  const numbers = passingNumbers(limiting);
  // Advice that asks for more than the graver rules is one finding beside theirs.
  const beyond = new Set(limiting.filter((one) => !isPassedBy(one, numbers)).map(({ finding }) => finding));
  const joint = jointFindings(
    limiting.filter(({ finding }) => !beyond.has(finding)),
    numbers,
  );
  const advice = new Map(beyond.size > 0 ? [...joint, ...jointAdvice([...beyond])] : joint);
  return findings.flatMap((finding) => advice.get(finding) ?? []);
}

function jointAdvice(findings: readonly Finding[]): ReadonlyMap<Finding, Finding> {
  const limiting = findings.map((finding): Limiting => ({ finding, limits: limited(finding) }));
  return jointFindings(limiting, passingNumbers(limiting));
}

/** What is told in place of each finding that leads; the others are among its reasons. */
function jointFindings(limiting: readonly Limiting[], numbers: Numbers): ReadonlyMap<Finding, Finding> {
  // The one that limits most numbers leads, then the worst, the one with fewest other ways out, and the strictest.
  const ranked = [...limiting].sort(
    (a, b) =>
      b.limits.size - a.limits.size || byLevel(a.finding, b.finding) || waysOut(a) - waysOut(b) || byStrictness(a, b),
  );
  const groups = new Map<Limiting, Finding[]>();
  for (const one of ranked) {
    const lead = [...groups.keys()].find(
      ({ limits }) => one.limits.size > 0 && [...one.limits.keys()].every((key) => limits.has(key)),
    );
    if (lead) groups.get(lead)?.push(one.finding);
    else groups.set(one, [one.finding]);
  }
  return new Map(
    [...groups].map(([{ finding, limits }, group]) => [
      finding,
      group.length > 1 ? jointBound(group, limits, numbers) : finding,
    ]),
  );
}

/** For each limited number the value that passes all its rules; null if there is none. */
type Numbers = ReadonlyMap<string, WireFigure | null>;

function passingNumbers(limiting: readonly Limiting[]): Numbers {
  const numbers = new Map<string, WireFigure | null>();
  // Advice constrains no number except its own: it joins a graver problem only where that one's number passes it too.
  const grave = limiting.filter(({ finding }) => finding.level !== 'info');
  const advice = limiting.filter(({ finding }) => finding.level === 'info');
  for (const { finding, limits } of [...grave, ...advice])
    for (const [key, { side, figure }] of limits) {
      const known = numbers.get(key);
      const isSettled = finding.level === 'info' && grave.some((other) => other.limits.has(key));
      if (known === null || isSettled) continue;
      const value = finding.fix[figure];
      if (!isNumber(value)) numbers.set(key, null);
      else if (known === undefined || isStricter(value, known, side)) numbers.set(key, value);
    }
  return numbers;
}

/** Whether the numbers that pass the graver rules pass this one as well. */
function isPassedBy({ finding, limits }: Limiting, numbers: Numbers): boolean {
  if (finding.level !== 'info') return true;
  const own = ownFix(finding);
  return [...limits].every(([key, { side, figure }]) => {
    const number = numbers.get(key);
    const value = own[figure];
    return isNumber(number) && isNumber(value) && !isStricter(value, number, side);
  });
}

/** How many figures of its own fix no limit names: ways out of its problem that are none out of the others'. */
function waysOut({ finding, limits }: Limiting): number {
  const own = [...limits.values()];
  return Object.keys(ownFix(finding)).filter((name) => otherField(name, finding, own) !== null).length;
}

/** The rule that asks for most comes first: its own number is the one that passes the others, if any does. */
function byStrictness(a: Limiting, b: Limiting): number {
  return Number(asksForMore(b, a)) - Number(asksForMore(a, b));
}

/** Whether a rule limits a number that another one limits too, and more. */
function asksForMore({ finding, limits }: Limiting, other: Limiting): boolean {
  const [own, ofOther] = [ownFix(finding), ownFix(other.finding)];
  return [...limits].some(([key, { figure, side }]) => {
    const bound = other.limits.get(key);
    return bound !== undefined && isStricter(own[figure], ofOther[bound.figure], side);
  });
}

/** One finding for problems that limit the same numbers; the first one leads. */
function jointBound(group: readonly Finding[], limits: ReadonlyMap<string, Bound>, numbers: Numbers): Finding {
  const [lead] = group as [Finding, ...Finding[]];
  const own = ownFix(lead);
  const figures = new Map([...limits].map(([key, bound]) => [bound.figure as string, { key, bound }]));
  const fix: Record<string, WireFigure> = {};
  const amended: AmendedNumber[] = [];
  const others = group.slice(1).map(({ rule }) => rule);
  for (const [name, value] of Object.entries(lead.fix)) {
    if (figures.has(name)) continue;
    const field = otherField(name, lead, [...limits.values()]);
    if (field === null) fix[name] = value;
    // Another way out of the leading rule's problem is none out of the others'.
    else
      amended.push({
        figure: name,
        field,
        side: sideOf(name) ?? 'exact',
        own: own[name] ?? value,
        by: others,
        passes: false,
      });
  }
  for (const one of lead.amended ?? [])
    if (!figures.has(one.figure) && fix[one.figure] !== undefined) amended.push(one);
  for (const [figure, { key, bound }] of figures) {
    const number = numbers.get(key) ?? null;
    if (number !== null) fix[figure] = number;
    const asked = own[figure];
    if (asked === undefined || asked === number) continue;
    const earlier = (lead.amended ?? []).find((one) => one.figure === figure);
    const stricter = group.filter((one) => isStricter(ownFix(one)[bound.figure], asked, bound.side));
    amended.push({
      figure,
      field: earlier?.field ?? bound.of,
      side: bound.side,
      own: asked,
      by: [...new Set([...(earlier?.by ?? []), ...stricter.map(({ rule }) => rule)])],
      passes: number !== null,
    });
  }
  const { amended: _amended, ...rest } = joint(group);
  // Beside the fields that the numbers are typed into; a field that another way out would change is none of them.
  const typed = group.flatMap((one) => [...limits.values()].flatMap(({ figure }) => fieldsFor(figure, one.marks)));
  const marks = [...new Set([...lead.marks, ...typed])];
  return { ...rest, marks, fix, ...(amended.length > 0 ? { amended } : {}) };
}

/** The field that a figure is typed into if it is none of those whose numbers are limited; otherwise null. */
function otherField(figure: string, { marks }: Finding, limits: readonly Bound[]): FactName | null {
  const fields = fieldsFor(figure, marks);
  const known = new Set<string>(limits.flatMap(({ figure: name }) => fieldsFor(name, marks)));
  return fields.some((field) => known.has(field)) ? null : (fields[0] ?? null);
}

/** What the reasons of a joint finding have together. */
function joint(group: readonly Finding[]): Finding {
  const [lead] = group as [Finding, ...Finding[]];
  const [worst] = [...group].sort(byLevel) as [Finding, ...Finding[]];
  return {
    ...lead,
    level: worst.level,
    severity: worst.severity,
    marks: [...new Set(group.flatMap(({ marks }) => marks))],
    origins: Object.assign({}, ...[...group].reverse().map(({ origins }) => origins)),
    reasons: group.flatMap((one) => one.reasons ?? [one]),
  };
}

function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const behind = new Map<Finding, Finding[]>();
  const absorbed = new Set<Finding>();
  for (const finding of findings) {
    const stronger = findings.find((other) => !absorbed.has(other) && speaksFor(other, finding));
    if (!stronger) continue;
    absorbed.add(finding);
    behind.set(stronger, [...(behind.get(stronger) ?? []), finding, ...(behind.get(finding) ?? [])]);
    behind.delete(finding);
  }
  if (absorbed.size === 0) return findings;
  return findings
    .filter((finding) => !absorbed.has(finding))
    .map((finding) => {
      const others = behind.get(finding);
      return others ? joint([finding, ...others]) : finding;
    });
}

/** Whether a problem is the stronger one of two about the same mistake. */
function speaksFor(stronger: Finding, weaker: Finding): boolean {
  if (stronger === weaker || stronger.level === 'unknown' || weaker.level === 'unknown') return false;
  const yields = repeats.get(weaker.rule);
  const insists = repeats.get(stronger.rule);
  const isDeclared = yields?.rules.includes(stronger.rule) ?? false;
  const through = isDeclared ? yields?.through : insists?.rules.includes(weaker.rule) ? insists.through : undefined;
  if (through === undefined || !isSameMistake(stronger, weaker, through)) return false;
  const order = byLevel(stronger, weaker);
  return order < 0 || (order === 0 && isDeclared);
}

function isSameMistake(stronger: Finding, weaker: Finding, through: string): boolean {
  const [value, other] = [stronger.values[through], weaker.values[through]];
  if (value !== undefined && other !== undefined) return value === other;
  const [words, ofWeaker] = [stronger.fix[through], weaker.fix[through]];
  if (!Array.isArray(words) || !Array.isArray(ofWeaker)) return false;
  // The same words in another text are another mistake.
  if (stronger.marks[0] !== weaker.marks[0] || stronger.item !== weaker.item) return false;
  const named = new Set(words.map((word: string) => word.toLowerCase()));
  return ofWeaker.length > 0 && ofWeaker.every((word: string) => named.has(word.toLowerCase()));
}

function isNumber(value: WireFigure | null | undefined): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/u.test(value));
}

function isStricter(a: WireFigure | undefined, b: WireFigure | undefined, side: Bound['side']): boolean {
  if (!isNumber(a) || !isNumber(b)) return false;
  return side === 'below' ? new Big(a).lt(b) : new Big(a).gt(b);
}
