import type { FactName, Facts } from '../engine/facts.ts';
import { notApplicable, type Outcome, ok, unknown, violation } from '../engine/outcome.ts';
import { readPolicy } from '../engine/policy.ts';
import type { CheckContext, Rule } from '../engine/rule.ts';
import { named } from '../measures/phrases.ts';
import { marksOf, type OwnField, topicOf } from './fields.ts';
import { judgeLength } from './length.ts';
import { type FieldNumber, judgeImageCount, judgeImageSize, judgeRange, judgeRatio } from './numbers.ts';
import type { OwnCheck, OwnCheckOf } from './schema.ts';
import { missingWords, type WordFinder, wordFinder } from './words.ts';

/** Own checks contain their own numbers, which apply on any day. */
const policy = readPolicy(
  {
    id: 'own',
    periods: [{ from: null, to: null, sites: 'all', values: {}, status: 'in-force', certainty: 'D', sources: [] }],
  },
  {},
);

/** The engine runs rules with an `any/` id on every marketplace; an own check lists its own. */
const ANY = 'any/';

/** The id of a check's rule: `any/own/short-title`. */
export function ownRuleId(check: string): string {
  return `${ANY}${check}`;
}

/** Whether a rule is a check of the seller's own. */
export function isOwnRule(rule: string): boolean {
  return rule.startsWith(`${ANY}own/`);
}

/** The seller's checks as rules that the engine runs, in the seller's order. */
export function ownRules(checks: readonly OwnCheck[]): readonly Rule[] {
  return checks.map(ownRule);
}

type Judge = Pick<Rule, 'needs' | 'marks' | 'check'> & Partial<Pick<Rule, 'each' | 'before' | 'uses'>>;

function ownRule(check: OwnCheck): Rule {
  const { before, ...judge } = judgeOf(check);
  return {
    id: ownRuleId(check.id),
    topic: topicOf(fieldOf(check)),
    severity: check.severity,
    policy,
    // An own check runs on every page, whether or not the page has the field.
    quietUnknown: true,
    ...judge,
    before: (facts, values, context) =>
      concerns(check, context) ? before?.(facts, values, context) : notApplicable('exempt'),
    examples: { ok: [], unknown: [] },
  };
}

/** The field of a check; the first of several. */
function fieldOf(check: OwnCheck): OwnField {
  if (check.kind === 'image-size') return 'imageWidth';
  return 'fields' in check ? (check.fields[0] ?? 'title') : check.field;
}

function concerns({ marketplaces, sites }: OwnCheck, { marketplace, site }: CheckContext): boolean {
  return marketplaces.includes(marketplace) && (sites === 'all' || sites.includes(site));
}

function judgeOf(check: OwnCheck): Judge {
  switch (check.kind) {
    case 'length':
      return eachText([check.field], (text) => judgeLength(check, text));
    case 'forbidden-words':
      return forbiddenWords(check);
    case 'required-words':
      return requiredWords(check);
    case 'required-field':
      return requiredField(check);
    case 'range':
      return number(check.field, (value, _, context) => judgeRange(check, value, context));
    case 'ratio':
      return number(
        check.field,
        (value, facts, context) => judgeRatio(check, value, facts[check.of] as FieldNumber, context),
        [check.of],
      );
    case 'image-count':
      return number(check.field, (value) => judgeImageCount(check, Number(value)));
    case 'image-size':
      return imageSize(check);
  }
}

/** Checks each text of some fields separately; a field known to be empty has nothing to check. */
function eachText(fields: readonly OwnField[], judge: (text: string) => Outcome): Judge {
  return {
    needs: ['text'],
    marks: fields,
    each: { of: fields, item: 'text' },
    // Reached without a text if no field is known: the fields are missing, not "a text".
    before: ({ text }) => (text === undefined ? unknown(...fields) : undefined),
    check: ({ text }) => judge(text ?? ''),
  };
}

function forbiddenWords(check: OwnCheckOf<'forbidden-words'>): Judge {
  const find = wordFinder(check);
  return eachText(check.fields, (text) => {
    const found = find(text);
    if (found.length === 0) return ok();
    const words = named(found);
    return violation({ values: { count: found.length }, fix: { words } });
  });
}

function requiredWords(check: OwnCheckOf<'required-words'>): Judge {
  const finders = new Map<string, WordFinder>();
  return {
    needs: [],
    uses: check.fields,
    marks: check.fields.flatMap(marksOf),
    check(facts) {
      const missing = missingWords(
        check,
        finders,
        check.fields.flatMap((field) => textsIn(facts, field)),
      );
      if (missing.length === 0) return ok();
      const notKnown = check.fields.filter((field) => facts[field] === undefined);
      if (notKnown.length > 0) return unknown(...notKnown);
      return violation({
        values: { count: missing.length },
        fix: { words: named(missing.map((text, at) => ({ at, text }))) },
      });
    },
  };
}

/** The texts of a field; empty if it is unknown or empty. */
function textsIn(facts: Facts, field: FactName): readonly string[] {
  const value = facts[field];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function requiredField({ field }: OwnCheckOf<'required-field'>): Judge {
  return {
    needs: [],
    uses: [field],
    marks: marksOf(field),
    check(facts) {
      const value: unknown = facts[field];
      if (value === undefined) return unknown(field);
      return isEmpty(value) ? violation({ values: {}, fix: {} }) : ok();
    },
  };
}

function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.every(isEmpty);
}

function number(
  field: OwnField,
  judge: (value: FieldNumber, facts: Facts, context: CheckContext) => Outcome,
  others: readonly OwnField[] = [],
): Judge {
  return {
    needs: [field, ...others],
    marks: [field, ...others].flatMap(marksOf),
    check: (facts, _, context) => judge(facts[field] as FieldNumber, facts, context),
  };
}

function imageSize(check: OwnCheckOf<'image-size'>): Judge {
  const sides: FactName[] = [];
  if (check.minimumWidth !== undefined) sides.push('imageWidth');
  if (check.minimumHeight !== undefined) sides.push('imageHeight');
  return {
    needs: sides,
    marks: sides,
    check: ({ imageWidth, imageHeight }) => judgeImageSize(check, imageWidth, imageHeight),
  };
}
