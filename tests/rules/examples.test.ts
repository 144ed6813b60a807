import { describe, expect, test } from 'vitest';
import { evaluator } from '../../rules/engine/engine.ts';
import { parseFacts } from '../../rules/engine/parse-facts.ts';
import type { Example, Rule } from '../../rules/engine/rule.ts';
import { currencyOf, type Marketplace, minorDigits } from '../../rules/engine/sites.ts';
import { toWire } from '../../rules/engine/wire.ts';
import { allRules } from '../../rules/index.ts';

// Every rule carries its own examples; this runs them, so that none can say what the rule does not do.

const kinds = { ok: 'ok', violation: 'violation', unknown: 'unknown', notApplicable: 'not-applicable' } as const;

describe.each(allRules)('$id', (rule) => {
  for (const [group, kind] of Object.entries(kinds) as [keyof typeof kinds, string][])
    for (const [index, example] of (rule.examples[group] ?? []).entries())
      test(`${kind} example ${index + 1}`, () => {
        const { outcome, computed } = judge(rule, example);
        expect(outcome.kind).toBe(kind);
        if (example.severity) expect(computed.severity).toBe(example.severity);
        for (const [name, value] of Object.entries(example.gives ?? {})) expect(computed).toHaveProperty(name, value);
      });
});

function judge(rule: Rule, { site, day, facts, unread }: Example) {
  const marketplace = rule.id.split('/')[0] as Marketplace;
  const parsed = parseFacts(facts);
  expect(parsed.rejected).toEqual([]);
  const [verdict] = evaluator([rule], { marketplace, site, day })({
    facts: parsed.facts,
    unread: new Set(unread ?? []),
  });
  if (!verdict) throw new Error('No verdict');
  const { outcome } = verdict;
  const digits = minorDigits(currencyOf(marketplace, site) ?? 'USD');
  if (outcome.kind === 'violation')
    return {
      outcome,
      computed: {
        severity: outcome.severity ?? rule.severity,
        ...toWire(outcome.values, digits),
        ...toWire(outcome.fix, digits),
      },
    };
  return { outcome, computed: outcome.kind === 'ok' ? toWire(outcome.values ?? {}, digits) : {} };
}
