import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severityBy, toFinding } from '../../../entrypoints/background/page/judging.ts';
import { sentence } from '../../../entrypoints/background/present/sentence.ts';
import type { Finding } from '../../../entrypoints/background/rows/finding.ts';
import {
  numbersPassing,
  oneFindingPerCause,
  rulesOf,
  separated,
  withoutFindings,
} from '../../../entrypoints/background/rows/one-cause.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import type { Severity, Violation } from '../../../rules/engine/outcome.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { fieldEvaluators, type Pass, Trials } from '../../../rules/engine/passing-fix.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import { fieldsFor, sideOf } from '../../../rules/engine/typed-into.ts';
import { allRules } from '../../../rules/index.ts';

// Several rules on one number are one finding: its number passes them all, and no rule's own finding is lost.

interface Place {
  readonly marketplace: Marketplace;
  readonly site: Site;
  readonly day: string;
}

const TEMU: Place = { marketplace: 'temu', site: 'global', day: '2026-11-30' };
const AMAZON: Place = { marketplace: 'amazon', site: 'US', day: '2026-11-30' };
const TIKTOK: Place = { marketplace: 'tiktok', site: 'TH', day: '2026-11-30' };

interface Choices {
  readonly off?: ReadonlySet<string>;
  readonly severities?: ReadonlyMap<string, Severity>;
}

function ownFindings(facts: WireFacts, place: Place, { off, severities }: Choices = {}): Finding[] {
  const options = { ...place, ...(off ? { off } : {}) };
  const known = { facts: parseFacts(facts).facts, unread: new Set<FactName>() };
  const verdicts = evaluator(allRules, options)(known);
  const forFields = fieldEvaluators(allRules, options, severities);
  const pass: Pass = { day: place.day, known, forFields, verdicts: () => verdicts };
  const trials = new Trials([pass], severityBy(severities));
  const gathered = { facts, origins: {}, unread: known.unread, said: {} };
  return verdicts.flatMap((verdict) => {
    if (verdict.outcome.kind !== 'violation') return [];
    const chosen = severities?.get(verdict.rule.id);
    const about = { day: place.day, digits: 2, page: null, gathered, unread: known.unread, chosen, pass, trials };
    return toFinding(verdict, about) ?? [];
  });
}

const joined = (facts: WireFacts, place: Place, choices?: Choices) =>
  oneFindingPerCause(ownFindings(facts, place, choices));

const names = (finding: Finding) => rulesOf(finding).map((rule) => rule.slice(rule.indexOf('/') + 1));

const trio: WireFacts = {
  activityPrice: '12.00',
  dailyPrice: '10.00',
  suggestedActivityPrice: '9.00',
  activityDiscountMax: '0.85',
  activityStock: 50,
  activityMinStock: 30,
  targetActivityStock: 30,
  suggestedActivityStock: 40,
};

describe('several ceilings on one number', () => {
  test('are one finding with the lowest of them', () => {
    const [finding, ...others] = joined(trio, TEMU);
    expect(others).toEqual([]);
    expect(finding && names(finding).sort()).toEqual([
      'activity-discount-condition',
      'activity-price-above-suggested',
      'activity-price-not-below-daily',
    ]);
    expect(finding).toMatchObject({ level: 'error', fix: { maxPrice: '8.50' } });
  });

  test('are told with the number and all reasons, in both languages', () => {
    const [finding] = joined(trio, TEMU) as [Finding];
    const told = (language: 'en' | 'zh-CN') =>
      sentence(finding, { language, currency: 'USD', site: 'global', name: null })
        .map(({ text }) => text)
        .join('');
    expect(told('en')).toContain('$8.50 passes all 3 checks: ');
    expect(told('en')).toContain('Activity price against the suggestion');
    expect(told('zh-CN')).toContain('可同时通过这 3 项检查：');
    expect(told('zh-CN')).toContain('活动价低于日常价');
  });

  test('join with a shortage of stock that one of them names, and with its other floor', () => {
    const found = joined({ ...trio, activityStock: 20 }, TEMU);
    expect(found).toHaveLength(1);
    // The suggestion of 40 is only a warning, but its number passes the minimum of 30 too.
    expect(found[0]).toMatchObject({ fix: { maxPrice: '8.50', minStock: 40 } });
    expect(found[0]?.reasons).toHaveLength(4);
  });

  test('stay apart from a floor on another number', () => {
    const facts = { ...trio, activityPrice: '8.00', activityStock: 20 };
    const [finding, ...others] = joined(facts, TEMU);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ fix: { minStock: 40 } });
    const apart = joined({ ...trio, activityStock: 35 }, TEMU);
    expect(apart.map(({ fix }) => Object.keys(fix))).toEqual([['maxPrice'], ['minStock']]);
  });

  test('on the declared price are one finding, with advice that the number settles', () => {
    const facts: WireFacts = {
      declaredPrice: '25.99',
      suggestedDeclaredPrice: '20.00',
      comparablePrice: '18.00',
      orders30d: 10,
      targetPrice: '19.80',
      flowLimitStatus: 'limited',
    };
    const found = joined(facts, TEMU);
    expect(found).toHaveLength(1);
    expect(found[0]?.fix.maxPrice).toBe('18.00');
    expect(found[0] && names(found[0])).toContain('high-price-traffic-target');
  });

  test('keep advice apart that asks for more than the number', () => {
    const severities = new Map<string, Severity>([['temu/declared-overage-amount', 'info']]);
    const off = new Set(['temu/similar-goods-5-percent']);
    const facts = {
      declaredPrice: '25.99',
      suggestedDeclaredPrice: '20.00',
      comparablePrice: '18.00',
      orders30d: 10,
      targetPrice: '19.80',
      flowLimitStatus: 'limited',
    };
    const found = joined(facts, TEMU, { severities, off });
    expect(found.map(({ fix }) => fix.maxPrice).sort()).toEqual(['18.00', '19.80']);
    const [advice] = joined(facts, TEMU, { severities }).filter(({ level }) => level === 'info');
    expect(advice && names(advice)).toEqual(['declared-overage-amount', 'similar-goods-5-percent']);
  });

  test('leave no way out of a joint finding that settles only one of them', () => {
    const coupon: WireFacts = { couponType: 'percent', couponPercent: '10', isNewAsin: false };
    const facts = { ...coupon, yourPrice: '40.00', wasPriceEstimate: '24.99' };
    const found = joined(facts, AMAZON).filter((one) => rulesOf(one).includes('amazon/coupon-net-not-below-was'));
    expect(found).toHaveLength(1);
    expect(found[0]?.fix).toEqual({ maxPrice: '26.37' });
    expect(found[0]?.reasons).toHaveLength(2);
  });

  test('are led by the one that asks for most where no number passes them all', () => {
    const coupon: WireFacts = { couponType: 'percent', couponPercent: '5', isNewAsin: false };
    const facts = { ...coupon, yourPrice: '98.60', minSellerPrice: '85.00', wasPriceEstimate: '18.50' };
    const [found, ...others] = joined(facts, AMAZON).filter(({ topic }) => topic === 'coupon');
    expect(others).toEqual([]);
    expect(found && names(found)).toEqual(['coupon-net-not-below-was', 'coupon-price-above-was']);
    expect(found?.fix).toEqual({});
    const text = found && sentence(found, { language: 'en', currency: 'USD', site: 'US', name: null });
    expect(text?.map((part) => part.text).join('')).toContain('$18.50 or less');
  });

  test('of a deal are one finding', () => {
    const facts = { dealPrice: '20.00', lowestPrice30d: '18.00', competitorPrice: '17.50' };
    const found = joined(facts, AMAZON).filter(({ marks }) => marks.includes('dealPrice') && marks.length > 0);
    expect(found.filter(({ fix }) => fix.maxPrice !== undefined)).toHaveLength(1);
    expect(found.find(({ fix }) => fix.maxPrice)?.fix.maxPrice).toBe('17.50');
  });
});

describe('two rules about one mistake', () => {
  const points = { balanceUsd: '0', storeRating: '4.0', promotionKind: 'flash' } satisfies WireFacts;

  test('are told once, by the one that refuses', () => {
    const [finding, ...others] = joined({ ...points, violationPoints: 36 }, TIKTOK);
    expect(others).toEqual([]);
    expect(finding && names(finding)).toEqual(['flash-sale-eligibility', 'violation-points']);
  });

  test('are told by the graver consequence on a tie', () => {
    const [finding, ...others] = joined({ ...points, violationPoints: 48 }, TIKTOK);
    expect(others).toEqual([]);
    expect(finding && names(finding)).toEqual(['violation-points', 'flash-sale-eligibility']);
  });

  test('stay apart if another number is the reason', () => {
    const found = joined({ ...points, storeRating: '1.0', violationPoints: 36 }, TIKTOK);
    expect(found.map(({ rule }) => rule).sort()).toEqual(['tiktok/flash-sale-eligibility', 'tiktok/violation-points']);
  });

  const US: Place = { ...TIKTOK, site: 'US' };
  test('about the same words in one text are told once', () => {
    const found = joined({ title: 'Bag, see www.example.com' }, US).filter(({ fix }) => fix.phrases);
    expect(found).toHaveLength(1);
    expect(found[0]?.rule).toBe('tiktok/redirecting-traffic');
  });

  test('about other words are told both', () => {
    const found = joined({ title: 'Miracle bag, see www.example.com' }, US).filter(({ fix }) => fix.phrases);
    expect(found.map(({ rule }) => rule)).toContain('tiktok/misleading-claims');
    expect(found.map(({ rule }) => rule)).toContain('tiktok/redirecting-traffic');
  });
});

describe('a joint finding', () => {
  const price = fc.integer({ min: 1, max: 3000 }).map((cents) => new Big(cents).div(100).toFixed(2));
  const share = fc.integer({ min: 50, max: 100 }).map((percent) => new Big(percent).div(100).toString());
  const stock = fc.integer({ min: 0, max: 60 });
  const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const defined = (facts: object) =>
    Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as WireFacts;

  const activity = fc
    .record({
      ...{ activityPrice: price, dailyPrice: some(price), suggestedActivityPrice: some(price) },
      ...{ activityDiscountMax: some(share), activityMinStock: some(stock), activityStock: some(stock) },
      ...{ targetActivityStock: some(stock), suggestedActivityStock: some(stock) },
    })
    .map((facts) => ({ place: TEMU, facts: defined(facts) }));
  const declared = fc
    .record({
      ...{ declaredPrice: price, suggestedDeclaredPrice: some(price), comparablePrice: some(price) },
      ...{ orders30d: some(stock), targetPrice: some(price), learnedCeiling: some(price), unitCost: some(price) },
      ...{ flowLimitStatus: fc.constantFrom('none', 'soon', 'limited'), numberOfPieces: some(stock) },
      ...{ singlePrice: some(price) },
    })
    .map((facts) => ({ place: TEMU, facts: defined(facts) }));
  const coupon = fc
    .record({ yourPrice: price, wasPrice: some(price), wasPriceEstimate: some(price), maxSellerPrice: some(price) })
    .map((facts) => ({
      place: AMAZON,
      facts: { couponType: 'percent', couponPercent: '10', isNewAsin: false, ...defined(facts) } as WireFacts,
    }));
  const deal = fc
    .record({
      dealPrice: price,
      lowestPrice30d: some(price),
      competitorPrice: some(price),
      referencePrice: some(price),
    })
    .map((facts) => ({ place: AMAZON, facts: defined(facts) }));
  const anyListing = fc.oneof(activity, declared, coupon, deal);

  test('offers a number that passes every rule on its field', () => {
    let joint = 0;
    fc.assert(
      fc.property(anyListing, ({ facts, place }) => {
        for (const finding of joined(facts, place)) {
          if (!finding.reasons) continue;
          joint += 1;
          const changed: Record<string, unknown> = { ...facts };
          for (const [figure, value] of Object.entries(finding.fix)) {
            const field = fieldsFor(figure, finding.marks).find((name) => facts[name] !== undefined);
            if (field) changed[field] = value;
          }
          const broken = new Set(ownFindings(changed as WireFacts, place).map(({ rule }) => rule));
          // Where no value passes them all, none is offered.
          const isComplete = numbersPassing(finding).every(({ figure }) => finding.fix[figure] !== undefined);
          const left = isComplete ? rulesOf(finding).filter((rule) => broken.has(rule)) : [];
          expect(left, JSON.stringify({ facts, fix: finding.fix })).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
    expect(joint).toBeGreaterThan(50);
  });

  test('loses no rule’s own finding, and joins once', () => {
    fc.assert(
      fc.property(anyListing, ({ facts, place }) => {
        const own = ownFindings(facts, place);
        const once = oneFindingPerCause(own);
        const key = (finding: Finding) => JSON.stringify(finding);
        expect(separated(once).map(key).sort()).toEqual(own.map(key).sort());
        expect(oneFindingPerCause(once)).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  test('goes on without a rule that is turned off or ignored, whichever it is', () => {
    for (const { rule } of ownFindings(trio, TEMU)) {
      const expected = joined(trio, TEMU, { off: new Set([rule]) });
      expect(rulesOf(expected[0] as Finding)).toHaveLength(2);
      const ignored = withoutFindings(joined(trio, TEMU), (one) => one.rule === rule);
      expect(rulesOf(ignored[0] as Finding).toSorted()).toEqual(rulesOf(expected[0] as Finding).toSorted());
    }
  });
});

describe('rules that limit the same number', () => {
  /** Fixes that are one of several ways out, or limit a number that is only named alike. */
  const apart = new Map([
    ['amazon coupon couponAmount', 'a larger discount or a lower price: two ways out'],
    ['amazon coupon couponPercent', 'a larger discount or a lower price: two ways out'],
    ['amazon coupon couponBudget', 'a minimum against advice that always asks for more'],
    ['amazon coupon couponEnd', 'another end or another start: two ways out'],
    ['amazon coupon couponStart', 'another end or another start: two ways out'],
    ['amazon fees basePrice', 'either side of a step in the fees pays'],
    ['amazon offer minSellerPrice', 'a bound that is missing is not one that is too low'],
    ['temu offer declaredPrice above', 'the offered exemption names a price of its own'],
    ['tiktok promotion discountPercent', 'a promotion is of one kind'],
    ['tiktok promotion promotionPrice above', 'one is in rupiah, the other in US dollars'],
  ]);
  /** The seller may change the bound instead; a Sale Price that is not a discount limits only itself. */
  const otherCauses = new Set(['amazon/price-outside-own-bounds', 'amazon/sale-price-not-below-price']);

  function limitsIn(rule: Rule): string[] {
    const marketplace = rule.id.split('/')[0] as Marketplace;
    return (rule.examples.violation ?? []).flatMap(({ site, day, facts, unread }) =>
      evaluator([rule], { marketplace, site, day })({
        facts: parseFacts(facts).facts,
        unread: new Set(unread ?? []),
      }).flatMap(({ outcome, of }) => {
        if (outcome.kind !== 'violation') return [];
        const { fix, marks = rule.marks } = outcome as Violation;
        return Object.keys(fix).flatMap((figure) => {
          const [field] = fieldsFor(figure, of ? [of] : marks);
          const side = sideOf(figure);
          if (!field || !side || side === 'exact') return [];
          const number = field === 'yourPrice' || field === 'salePrice' ? 'basePrice' : field;
          return [`${marketplace} ${rule.topic} ${number} ${side}`];
        });
      }),
    );
  }

  test('say so', () => {
    const rulesOn = new Map<string, Set<Rule>>();
    for (const rule of allRules)
      for (const limit of limitsIn(rule)) rulesOn.set(limit, (rulesOn.get(limit) ?? new Set()).add(rule));
    const undeclared = [...rulesOn].flatMap(([limit, rules]) => {
      const others = [...rules].filter(({ id }) => !otherCauses.has(id));
      if (others.length < 2 || [...apart.keys()].some((known) => limit.startsWith(known))) return [];
      const [, , of, side] = limit.split(' ');
      return others.filter(({ bounds = [] }) => !bounds.some((one) => one.of === of && one.side === side));
    });
    expect(undeclared.map(({ id }) => id)).toEqual([]);
  });
});
