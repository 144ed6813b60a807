import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivations } from '../../../rules/engine/derive.ts';
import { evaluator, type Verdict } from '../../../rules/engine/engine.ts';
import { type FactName, type Facts, factKinds, type WireFacts } from '../../../rules/engine/facts.ts';
import type { Severity, Violation } from '../../../rules/engine/outcome.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { fieldEvaluators, type Pass, passingFix, Trials } from '../../../rules/engine/passing-fix.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import { type Marketplace, type Site, sitesOf } from '../../../rules/engine/sites.ts';
import { fieldsFor } from '../../../rules/engine/typed-into.ts';
import { allRules } from '../../../rules/index.ts';
import { anyFacts } from './any-facts.ts';

// A number that is offered for copying passes every rule on its field, and where there is none nothing is offered.

interface Place {
  readonly marketplace: Marketplace;
  readonly site: Site;
  readonly day: string;
}

const severityOf = (rule: Rule, outcome: Violation): Severity => outcome.severity ?? rule.severity;

function judged(wire: WireFacts, place: Place) {
  const known = { facts: parseFacts(wire).facts, unread: new Set<FactName>() };
  const verdicts = evaluator(allRules, place)(known);
  const pass: Pass = { day: place.day, known, forFields: fieldEvaluators(allRules, place), verdicts: () => verdicts };
  const trials = new Trials([pass], severityOf);
  const problems = verdicts.flatMap((verdict) =>
    verdict.outcome.kind === 'violation'
      ? [{ verdict, outcome: verdict.outcome, ...passingFix(verdict, verdict.outcome, pass, trials) }]
      : [],
  );
  return { known, verdicts, problems };
}

function fixOf(rule: string, wire: WireFacts, place: Place) {
  const problem = judged(wire, place).problems.find(({ verdict }) => verdict.rule.id === rule);
  if (!problem) throw new Error(`${rule} finds nothing`);
  const fix = Object.fromEntries(
    Object.entries(problem.fix).map(([name, value]) => [name, value instanceof Big ? value.toFixed() : value]),
  );
  return { fix, amended: problem.amended.map(({ figure, by, passes }) => ({ figure, by, passes })) };
}

const keyOf = ({ rule, item, of }: Verdict) => JSON.stringify([rule.id, item, of]);

/** Rules on a field that are broken, or were not before, once a value stands in the field. Written without the engine's own short cuts. */
function brokenWith(field: FactName, value: unknown, { known, verdicts }: ReturnType<typeof judged>, place: Place) {
  const before = new Set(verdicts.filter(({ outcome }) => outcome.kind === 'violation').map(keyOf));
  const facts = { ...known.facts, [field]: value } as Facts;
  // What was given and follows from the field is another with another value.
  for (const name of followed[field] ?? []) delete facts[name];
  return evaluator(
    allRules,
    place,
  )({ facts }).filter((verdict) => {
    const { rule, outcome } = verdict;
    if (outcome.kind !== 'violation' || severityOf(rule, outcome) === 'info') return false;
    const reads = [...rule.needs, ...(rule.uses ?? [])];
    const isOn =
      (outcome.marks ?? rule.marks).includes(field) &&
      (reads.includes(field) || followed[field]?.some((name) => reads.includes(name)));
    return isOn || !before.has(keyOf(verdict));
  });
}

/** Facts that rules read in a field's place. */
const followed: { readonly [Name in FactName]?: readonly FactName[] } = {
  yourPrice: ['basePrice', 'netPrice', 'totalSalesPrice'],
  salePrice: ['basePrice', 'netPrice', 'totalSalesPrice'],
  couponPercent: ['netPrice', 'discountPercent', 'discountAmount'],
  couponAmount: ['netPrice', 'discountPercent', 'discountAmount'],
  title: ['titleLength'],
  couponTitle: ['couponTitleLength'],
  itemHighlights: ['itemHighlightsLength'],
  productName: ['productNameLength'],
  couponEnd: ['couponDays'],
  couponStart: ['couponDays'],
};

/** Values of a fix for the one field it can only be typed into, the others being alternatives or asked for together. */
function offered({ verdict, outcome, fix }: ReturnType<typeof judged>['problems'][number], facts: Facts) {
  const marks = verdict.of ? [verdict.of] : (outcome.marks ?? verdict.rule.marks);
  const typed = Object.entries(fix).flatMap(([figure, value]) => {
    const fields = fieldsFor(figure, marks).filter((name) => facts[name] !== undefined && facts[name] !== null);
    return fields.length === 1 &&
      value !== null &&
      value !== undefined &&
      typeof value !== 'boolean' &&
      !Array.isArray(value)
      ? [{ field: fields[0] as FactName, value }]
      : [];
  });
  const fields = new Set(typed.map(({ field }) => field));
  return fields.size === 1 ? typed : [];
}

const US: Place = { marketplace: 'amazon', site: 'US', day: '2026-11-20' };
const coupon: WireFacts = { couponType: 'percent', couponPercent: '10', wasPrice: '24.99', isNewAsin: false };

describe('a number of a fix', () => {
  test('is withdrawn where another rule refuses the same coupon whatever it is', () => {
    // 41 % off 40.00 is 5 % below the Was Price, but 40.00 is more than 30 % above it.
    const { fix, amended } = fixOf('amazon/coupon-net-not-below-was', { ...coupon, yourPrice: '40.00' }, US);
    expect(fix).toEqual({ maxPrice: '26.37' });
    expect(amended).toEqual([{ figure: 'minCouponPercent', by: ['amazon/coupon-price-above-was'], passes: false }]);
  });

  test('stays where it passes them all', () => {
    const { fix, amended } = fixOf('amazon/coupon-net-not-below-was', { ...coupon, yourPrice: '32.00' }, US);
    expect(fix).toEqual({ minCouponPercent: '26', maxPrice: '26.37' });
    expect(amended).toEqual([]);
  });

  test('is the lowest of several ceilings, and says whose it is', () => {
    const { fix, amended } = fixOf('amazon/coupon-price-above-was', { ...coupon, yourPrice: '40.00' }, US);
    expect(fix).toEqual({ maxPrice: '26.37' });
    expect(amended).toEqual([{ figure: 'maxPrice', by: ['amazon/coupon-net-not-below-was'], passes: true }]);
  });

  test('is none where a ceiling lies below a floor', () => {
    const facts = { ...coupon, yourPrice: '40.00', minSellerPrice: '30.00', maxSellerPrice: '50.00' };
    const { fix, amended } = fixOf('amazon/coupon-price-above-was', facts, US);
    expect(fix).toEqual({});
    expect(amended).toEqual([
      {
        figure: 'maxPrice',
        by: expect.arrayContaining(['amazon/price-outside-own-bounds']),
        passes: false,
      },
    ]);
  });

  test('is that of the sale where the Sale Price is what is paid', () => {
    const sale = { salePrice: '40.00', saleStart: '2026-11-01', saleEnd: '2026-12-24' };
    const { fix } = fixOf('amazon/coupon-price-above-was', { ...coupon, yourPrice: '60.00', ...sale }, US);
    expect(fix).toEqual({ maxPrice: '26.37' });
  });

  test('may be one of two that are needed together', () => {
    const facts = {
      activityPrice: '9.00',
      dailyPrice: '10.00',
      activityDiscountMax: '0.7',
      activityStock: 5,
      activityMinStock: 50,
    };
    const { fix, amended } = fixOf('temu/activity-discount-condition', facts, {
      marketplace: 'temu',
      site: 'global',
      day: '2026-11-20',
    });
    expect(fix).toMatchObject({ minStock: 50 });
    expect(amended).toEqual([]);
  });

  test('a title that breaks another rule when it is shortened is not offered', () => {
    const title = `Harborline mug 350 ml best seller free shipping ${'for camping and travel '.repeat(3)}`;
    const { fix, amended } = fixOf('amazon/title-length', { title, isMedia: false }, US);
    expect(fix).not.toHaveProperty('shortened');
    expect(amended).toMatchObject([{ figure: 'shortened', passes: false }]);
  });
});

describe('what is offered for copying passes every rule on its field', () => {
  const place = fc.constantFrom(
    ...(Object.keys(sitesOf) as Marketplace[]).flatMap((marketplace) =>
      sitesOf[marketplace].slice(0, 4).map((site): Place => ({ marketplace, site, day: '2026-11-20' })),
    ),
  );
  const withFix = allRules.filter(({ examples }) => examples.violation);
  const derived = new Set(derivations.flatMap(({ gives }) => gives));
  const names = (Object.keys(factKinds) as FactName[]).filter((name) => !derived.has(name));

  function check(wire: WireFacts, at: Place): void {
    const found = judged(wire, at);
    for (const problem of found.problems)
      for (const { field, value } of offered(problem, found.known.facts)) {
        const typed = factKinds[field] === 'count' || typeof value === 'string' ? value : new Big(value as Big);
        const broken = brokenWith(field, typed, found, at).map(({ rule }) => rule.id);
        expect(broken, `${problem.verdict.rule.id}: ${field} ${String(value)}`).toEqual([]);
      }
  }

  test('with any facts', () => {
    fc.assert(
      fc.property(anyFacts(names), place, (wire, at) => check(wire, at)),
      { numRuns: 150 },
    );
  });

  test('of each rule, with any other facts beside those of its examples', () => {
    const example = fc.constantFrom(
      ...withFix.flatMap((rule) =>
        (rule.examples.violation ?? []).map(({ facts, site, day }) => ({
          facts,
          at: { marketplace: rule.id.split('/')[0] as Marketplace, site, day },
        })),
      ),
    );
    fc.assert(
      fc.property(example, anyFacts(names), ({ facts, at }, others) => check({ ...others, ...facts }, at)),
      { numRuns: 400 },
    );
  });
});
