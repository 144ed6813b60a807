import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changes } from '../../../rules/engine/changes.ts';
import { deriveFacts } from '../../../rules/engine/derive.ts';
import { type EvaluationOptions, evaluator, type Known, type Verdict } from '../../../rules/engine/engine.ts';
import { type FactName, factKinds, type WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import type { Topic } from '../../../rules/engine/rule.ts';
import { type Marketplace, sitesOf } from '../../../rules/engine/sites.ts';
import { allRules } from '../../../rules/index.ts';
import { anyDay, anyFacts } from './any-facts.ts';

// What holds for every rule on any facts. That a rule never throws, is pure and does not hang on the order is in
// engine.test.ts; that a fix is enough and the smallest, in fixes.test.ts and the families' own tests.

const place = fc.constantFrom(
  ...(Object.keys(sitesOf) as Marketplace[]).flatMap((marketplace) =>
    sitesOf[marketplace].map((site) => ({ marketplace, site })),
  ),
);
const names = Object.keys(factKinds) as FactName[];
const facts = anyFacts(names);
const unreadNames = fc.subarray(names, { maxLength: 20 });

function known(wire: WireFacts, unread: readonly FactName[] = []): Known {
  return { facts: parseFacts(wire).facts, unread: new Set(unread.filter((name) => wire[name] === undefined)) };
}

function verdicts(listing: Known, options: EvaluationOptions): string[] {
  return evaluator(allRules, options)(listing).map(summary);
}

function summary({ rule, item, of, outcome, period }: Verdict): string {
  return JSON.stringify([rule.id, item, of, outcome, period?.from]);
}

describe('every rule, whatever the facts', () => {
  test('says of a listing what it says without the listings before it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(facts, unreadNames), { minLength: 2, maxLength: 4 }),
        place,
        anyDay,
        (all, at, day) => {
          const evaluate = evaluator(allRules, { ...at, day });
          for (const [wire, unread] of all) {
            const listing = known(wire, unread);
            expect(evaluate(listing).map(summary)).toEqual(verdicts(listing, { ...at, day }));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('says the same when only its own topic is asked for, and nothing when it is turned off', () => {
    const topics = [...new Set(allRules.map(({ topic }) => topic))];
    fc.assert(
      fc.property(facts, place, anyDay, fc.subarray<Topic>(topics), (wire, at, day, wanted) => {
        const listing = known(wire);
        const all = evaluator(allRules, { ...at, day })(listing);
        const own = evaluator(allRules, { ...at, day, topics: new Set(wanted) })(listing);
        expect(own.map(summary)).toEqual(all.filter(({ rule }) => wanted.includes(rule.topic)).map(summary));
        const off = new Set(own.map(({ rule }) => rule.id));
        const rest = evaluator(allRules, { ...at, day, off })(listing);
        expect(rest.map(summary)).toEqual(all.filter(({ rule }) => !off.has(rule.id)).map(summary));
      }),
      { numRuns: 60 },
    );
  });

  test('says the same of facts that already hold what follows from them', () => {
    fc.assert(
      fc.property(facts, place, anyDay, (wire, at, day) => {
        const listing = known(wire);
        const derived = { ...listing, facts: deriveFacts(listing.facts, day, listing.unread) };
        expect(verdicts(derived, { ...at, day })).toEqual(verdicts(listing, { ...at, day }));
      }),
      { numRuns: 100 },
    );
  });

  test('never rests on an announced number, and rests on one in a preview only from its day', () => {
    fc.assert(
      fc.property(facts, place, anyDay, anyDay, (wire, at, day, announcedAfter) => {
        const listing = known(wire);
        const decided = evaluator(allRules, { ...at, day })(listing);
        expect(decided.filter(({ period }) => period?.status === 'announced')).toEqual([]);
        for (const { period } of evaluator(allRules, { ...at, day, announcedAfter })(listing))
          if (period?.status === 'announced') expect((period.from ?? '') > announcedAfter).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what changes between two days', () => {
  test('is what changes up to a day between them, and after it', () => {
    const someDays = fc.tuple(anyDay, anyDay, anyDay).map((days) => days.toSorted());
    fc.assert(
      fc.property(facts, place, someDays, (wire, at, days) => {
        const [first, middle, last] = days as [string, string, string];
        const decided = (from: string, to: string) =>
          changes(allRules, known(wire), { ...at, from, to })
            .filter(({ status }) => status === 'in-force')
            .map(({ day, rule, item, of, before, after }) =>
              JSON.stringify([day, rule.id, item, of, before.outcome, after.outcome]),
            );
        expect(decided(first, last)).toEqual([...decided(first, middle), ...decided(middle, last)]);
      }),
      { numRuns: 25 },
    );
  });
});
