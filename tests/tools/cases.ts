/**
 * Runs test vectors against the rules: `npm run cases -- FILE [--rule PREFIX]`. Prints every case that differs and
 * exits with 1 when one does. The format is that of `tests/rules/cases.json`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Big } from 'big.js';
import { evaluator } from '../../rules/engine/engine.ts';
import type { WireFacts } from '../../rules/engine/facts.ts';
import { parseFacts } from '../../rules/engine/parse-facts.ts';
import { retiredRules } from '../../rules/engine/retired.ts';
import { currencyOf, type Marketplace, minorDigits } from '../../rules/engine/sites.ts';
import { toWire, type WireFigure } from '../../rules/engine/wire.ts';
import { allRules } from '../../rules/index.ts';

export interface Case {
  id: string;
  marketplace: Marketplace;
  site: string;
  date: string;
  rule: string;
  facts: WireFacts;
  expect: 'ok' | 'violation' | 'unknown' | 'not-applicable';
  expectFix?: Record<string, WireFigure>;
  origin: string;
}

/** What differs between a case and its verdict, one sentence each; empty when they agree; null when no rule has the id. */
export function differences(testCase: Case): string[] | null {
  const rule = allRules.find(({ id }) => id === testCase.rule);
  if (!rule) return null;
  const { marketplace, site, date, facts: wire } = testCase;
  const parsed = parseFacts(wire);
  if (parsed.rejected.length > 0) return [`facts not understood: ${parsed.rejected.join(', ')}`];
  const verdicts = evaluator([rule], { marketplace, site, day: date })({ facts: parsed.facts });
  const outcome = verdicts[0]?.outcome;
  if (verdicts.length !== 1 || !outcome) return [`${verdicts.length} verdicts instead of one`];
  const found: string[] = [];
  if (outcome.kind !== testCase.expect) found.push(`expected ${testCase.expect}, got ${worded(outcome)}`);
  const digits = minorDigits(currencyOf(marketplace, site) ?? 'USD');
  const computed: Record<string, WireFigure> =
    outcome.kind === 'violation'
      ? {
          severity: outcome.severity ?? rule.severity,
          ...toWire(outcome.values, digits),
          ...toWire(outcome.fix, digits),
        }
      : outcome.kind === 'ok'
        ? toWire(outcome.values ?? {}, digits)
        : {};
  for (const [name, expected] of Object.entries(testCase.expectFix ?? {}))
    if (!same(expected, computed[name]))
      found.push(`${name}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(computed[name])}`);
  return found;
}

function worded(outcome: { kind: string }): string {
  const { kind, ...rest } = outcome;
  return `${kind} ${JSON.stringify(rest)}`;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Numbers are the same when their values are, whatever their form: 5, "5" and "5.00". */
function same(expected: unknown, actual: unknown): boolean {
  // An amount that is charged and not known is left out.
  if (expected === null) return actual === undefined;
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && actual.length === expected.length && expected.every((x, i) => same(x, actual[i]));
  }
  if (typeof expected === 'boolean' || typeof actual === 'boolean') return expected === actual;
  if (actual === undefined) return false;
  const [a, b] = [String(expected), String(actual)];
  return NUMBER.test(a) && NUMBER.test(b) ? new Big(a).eq(b) : a === b;
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { rule: { type: 'string' } } });
  const file = positionals[0];
  if (!file) {
    console.error('Usage: npm run cases -- FILE [--rule PREFIX]');
    process.exit(2);
  }
  const cases = (JSON.parse(readFileSync(file, 'utf8')) as Case[]).filter(({ rule }) =>
    rule.startsWith(values.rule ?? ''),
  );
  const without = new Map<string, number>();
  let differing = 0;
  let agreeing = 0;
  for (const testCase of cases) {
    const found = differences(testCase);
    if (found === null) without.set(testCase.rule, (without.get(testCase.rule) ?? 0) + 1);
    else if (found.length === 0) agreeing += 1;
    else {
      differing += 1;
      console.log(`${testCase.id}  ${testCase.site} ${testCase.date}  ${JSON.stringify(testCase.facts)}`);
      for (const line of found) console.log(`    ${line}`);
    }
  }
  if (without.size > 0) {
    const [retired, unknown] = [true, false].map((wanted) =>
      [...without].filter(([rule]) => retiredRules.has(rule) === wanted),
    );
    for (const [rules, state] of [
      [retired, 'retired rules'],
      [unknown, 'rules that do not exist yet'],
    ] as const) {
      if (!rules || rules.length === 0) continue;
      const count = rules.reduce((sum, [, cases]) => sum + cases, 0);
      console.log(`${count} cases of ${rules.length} ${state}: ${rules.map(([rule]) => rule).join(', ')}`);
    }
  }
  console.log(`${agreeing} agree, ${differing} differ, of ${cases.length}`);
  process.exit(differing > 0 ? 1 : 0);
}
