import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { evaluator, type Verdict } from '../../../rules/engine/engine.ts';
import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import { currencyOf, minorDigits, sitesOf } from '../../../rules/engine/sites.ts';
import { toWire, type WireFigures } from '../../../rules/engine/wire.ts';
import { anyDay, anyFacts } from '../engine/any-facts.ts';

export const TODAY = '2026-11-20';

export interface Place {
  site?: string;
  day?: string;
  unread?: FactName[];
}

export interface Judged {
  kind: string;
  reason?: string;
  severity?: string;
  message?: string;
  missing: readonly FactName[];
  fix: WireFigures;
  values: WireFigures;
}

/** Judges by a rule of a family, named without its marketplace. Figures are in wire form. */
export function judging(rules: readonly Rule[]) {
  return (name: string, facts: WireFacts, { site = 'US', day = TODAY, unread = [] }: Place = {}): Judged => {
    const rule = rules.find(({ id }) => id === `amazon/${name}`);
    if (!rule) throw new Error(`no rule ${name}`);
    const parsed = parseFacts(facts);
    expect(parsed.rejected).toEqual([]);
    const evaluate = evaluator([rule], { marketplace: 'amazon', site, day });
    const outcome = evaluate({ facts: parsed.facts, unread: new Set(unread) })[0]?.outcome;
    if (!outcome) throw new Error('no verdict');
    const digits = minorDigits(currencyOf('amazon', site) ?? 'USD');
    const nothing = { missing: [], fix: {}, values: {} };
    if (outcome.kind === 'ok') return { ...nothing, kind: 'ok', values: toWire(outcome.values ?? {}, digits) };
    if (outcome.kind !== 'violation') return { ...nothing, ...outcome };
    return {
      ...nothing,
      ...outcome,
      severity: outcome.severity ?? rule.severity,
      message: outcome.message ?? 'problem',
      fix: toWire(outcome.fix, digits),
      values: toWire(outcome.values, digits),
    };
  };
}

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Every sentence of a family is reached by an example, and finds its numbers whatever the facts. */
export function testSentences(rules: readonly Rule[], english: Texts, chinese: Texts): void {
  const texts = { en: english, 'zh-CN': chinese };

  const say = (language: 'en' | 'zh-CN', { rule, outcome }: Verdict): string | null => {
    if (outcome.kind !== 'violation' && !(outcome.kind === 'ok' && rule.estimate)) return null;
    const key = outcome.kind === 'ok' ? 'estimate' : (outcome.message ?? 'problem');
    const message = texts[language][rule.id]?.[key];
    if (message === undefined) throw new Error(`${language}: no ${key} of ${rule.id}`);
    const figures = outcome.kind === 'ok' ? (outcome.values ?? {}) : { ...outcome.values, ...outcome.fix };
    const values: Record<string, unknown> = { b: (parts: string[]) => parts.join('') };
    for (const [name, value] of Object.entries(toWire(figures, 2)))
      values[name] = Array.isArray(value) ? value.join(', ') : value;
    return String(new IntlMessageFormat(message, language).format(values as Record<string, string>));
  };

  describe('sentences', () => {
    const facts = anyFacts([...new Set(rules.flatMap(({ needs, uses = [] }) => [...needs, ...uses]))]);

    test('find their numbers, whatever the facts', () => {
      fc.assert(
        fc.property(facts, fc.constantFrom(...sitesOf.amazon), anyDay, (wire, site, day) => {
          const verdicts = evaluator(rules, { marketplace: 'amazon', site, day })({ facts: parseFacts(wire).facts });
          expect(verdicts).toHaveLength(rules.length);
          for (const verdict of verdicts)
            for (const language of ['en', 'zh-CN'] as const) expect(say(language, verdict)).not.toBe('');
        }),
        { numRuns: 400 },
      );
    });

    test('are all reached by the examples', () => {
      const reached = new Set<string>();
      for (const rule of rules)
        for (const { site, day, facts: wire } of [...(rule.examples.violation ?? []), ...rule.examples.ok]) {
          const verdict = evaluator([rule], { marketplace: 'amazon', site, day })({ facts: parseFacts(wire).facts })[0];
          if (verdict && say('en', verdict) !== null)
            reached.add(
              `${rule.id} ${verdict.outcome.kind === 'violation' ? (verdict.outcome.message ?? 'problem') : 'estimate'}`,
            );
        }
      const others = ['title', 'why', 'blind', 'condition', 'exempt'];
      const written = rules.flatMap(({ id }) =>
        Object.keys(english[id] ?? {}).flatMap((key) => (others.includes(key) ? [] : [`${id} ${key}`])),
      );
      expect([...reached].toSorted()).toEqual(written.toSorted());
    });
  });
}
