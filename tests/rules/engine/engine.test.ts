import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluator } from '../../../rules/engine/engine.ts';
import { type FactName, factKinds, type WireFacts } from '../../../rules/engine/facts.ts';
import { ok, violation } from '../../../rules/engine/outcome.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { limit, type PolicyFile, readPolicy } from '../../../rules/engine/policy.ts';
import { defineRule } from '../../../rules/engine/rule.ts';
import { type Marketplace, sitesOf } from '../../../rules/engine/sites.ts';
import { toWire } from '../../../rules/engine/wire.ts';
import { allRules } from '../../../rules/index.ts';
import { Big } from '../../../rules/measures/decimals.ts';
import { anyDay, anyFacts } from './any-facts.ts';

const policyFile: PolicyFile = {
  id: 'test.limit',
  periods: [
    {
      from: '2025-01-01',
      to: '2025-12-31',
      sites: 'all',
      values: { most: '10' },
      status: 'in-force',
      certainty: 'A',
      sources: [],
    },
    {
      from: '2026-01-01',
      to: null,
      sites: { except: ['JP'] },
      values: { most: '5' },
      status: 'in-force',
      certainty: 'A',
      sources: [],
    },
    {
      from: '2026-01-01',
      to: null,
      sites: { only: ['JP'] },
      values: null,
      status: 'not-published',
      certainty: 'A',
      sources: [],
    },
    {
      from: '2027-01-01',
      to: null,
      sites: 'all',
      values: { most: '1' },
      status: 'announced',
      certainty: 'A',
      sources: [],
    },
  ],
};

const policy = readPolicy(policyFile, { most: 'decimal' });

const cheapEnough = defineRule({
  id: 'amazon/test-rule',
  topic: 'offer',
  severity: 'error',
  needs: ['yourPrice'],
  uses: ['salePrice'],
  emptyWhenAbsent: ['salePrice'],
  marks: ['yourPrice'],
  policy,
  check: ({ yourPrice }, { most }) =>
    yourPrice.lte(most) ? ok() : violation({ values: { yourPrice }, fix: { maxPrice: most } }),
  examples: { ok: [], violation: [], unknown: [] },
});

function judge(facts: WireFacts, { day = '2026-06-01', site = 'US', unread = [] as FactName[] } = {}) {
  const verdicts = evaluator([cheapEnough], { marketplace: 'amazon', site, day })({
    facts: parseFacts(facts).facts,
    unread: new Set(unread),
  });
  return verdicts[0]?.outcome;
}

describe('the four outcomes', () => {
  test('ok and violation by the number in force on the day', () => {
    expect(judge({ yourPrice: '5.00' })?.kind).toBe('ok');
    expect(judge({ yourPrice: '5.01' })).toMatchObject({ kind: 'violation' });
    expect(judge({ yourPrice: '10.00' }, { day: '2025-12-31' })?.kind).toBe('ok');
  });

  test('a missing fact is unknown and named; one known to be empty leaves nothing to check', () => {
    expect(judge({})).toEqual({ kind: 'unknown', missing: ['yourPrice'] });
    expect(judge({ yourPrice: null })).toEqual({ kind: 'not-applicable', reason: 'nothing-to-check' });
  });

  test('an optional field that is there but unreadable is not taken for empty', () => {
    expect(judge({ yourPrice: '5.00' }, { unread: ['salePrice'] })).toEqual({
      kind: 'unknown',
      missing: ['salePrice'],
    });
    expect(judge({ yourPrice: '5.00', salePrice: '4.00' }, { unread: ['salePrice'] })?.kind).toBe('ok');
  });

  test('outside its days and sites a rule does not apply; an unpublished number is unknown', () => {
    expect(judge({ yourPrice: '50' }, { day: '2024-12-31' })).toEqual({
      kind: 'not-applicable',
      reason: 'not-in-force',
    });
    expect(judge({ yourPrice: '50' }, { site: 'JP' })).toMatchObject({
      kind: 'unknown',
      reason: 'limit-not-published',
    });
  });

  test('announced numbers never decide', () => {
    expect(limit(policy, '2027-06-01', 'US')?.values?.most.toString()).toBe('5');
  });
});

describe('policies', () => {
  test('a value the rule does not read, or values where none are published, are refused with their place', () => {
    const period = policyFile.periods[0] as PolicyFile['periods'][number];
    const broken = (change: object) => ({ ...policyFile, periods: [{ ...period, ...change }] });
    expect(() => readPolicy(broken({ values: { other: '1' } }), { most: 'decimal' })).toThrow('test.limit[0]');
    expect(() => readPolicy(broken({ status: 'not-published' }), { most: 'decimal' })).toThrow('period 0');
  });
});

describe('every rule, whatever the facts', () => {
  const facts = anyFacts(Object.keys(factKinds) as FactName[]);
  const place = fc.constantFrom(
    ...(Object.keys(sitesOf) as Marketplace[]).flatMap((marketplace) =>
      sitesOf[marketplace].map((site) => ({ marketplace, site })),
    ),
  );

  test('never throws, gives the same verdict twice and leaves the facts alone', () => {
    fc.assert(
      fc.property(facts, place, anyDay, (wire, at, today) => {
        const evaluate = evaluator(allRules, { ...at, day: today });
        const known = { facts: parseFacts(wire).facts };
        const before = JSON.stringify(known);
        const first = evaluate(known).map(summary);
        expect(evaluate(known).map(summary)).toEqual(first);
        expect(JSON.stringify(known)).toBe(before);
        const backwards = evaluator(allRules.toReversed(), { ...at, day: today });
        expect(backwards(known).map(summary).toSorted()).toEqual(first.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  function summary({ rule, outcome, item, of }: ReturnType<ReturnType<typeof evaluator>>[number]): string {
    const figures = outcome.kind === 'violation' ? toWire(outcome.fix, 2) : {};
    return JSON.stringify([rule.id, item, of, outcome.kind, figures]);
  }
});

describe('facts', () => {
  test('what cannot be understood is named, not guessed', () => {
    const { facts, rejected } = parseFacts({
      yourPrice: 'abc',
      salePrice: '1e9',
      listPrice: '12.50',
      saleStart: '2026-02-30',
      quantity: -1,
      isMedia: 'yes',
    });
    expect(rejected.toSorted()).toEqual(['isMedia', 'quantity', 'salePrice', 'saleStart', 'yourPrice']);
    expect(facts.listPrice?.eq(new Big('12.5'))).toBe(true);
  });
});
