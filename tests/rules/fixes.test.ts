import { Big } from 'big.js';
import { describe, expect, test } from 'vitest';
import { evaluator } from '../../rules/engine/engine.ts';
import { type FactName, factKinds, type WireFacts } from '../../rules/engine/facts.ts';
import type { Outcome, Severity } from '../../rules/engine/outcome.ts';
import { parseFacts } from '../../rules/engine/parse-facts.ts';
import type { Example, Rule } from '../../rules/engine/rule.ts';
import { currencyOf, type Marketplace, minorDigits } from '../../rules/engine/sites.ts';
import { toWire, type WireFigures } from '../../rules/engine/wire.ts';
import { allRules } from '../../rules/index.ts';

// A fix, typed into its field, makes the rule pass, and one step less does not. Amazon's families, whose fixes hang on
// several fields at once, test this for themselves.

/** The field a figure is for; `by`: the figure is the difference, not the value. */
interface Target {
  readonly facts: readonly FactName[];
  readonly direction: 1 | -1;
  readonly by?: true;
}

const lengths = ['titleLength', 'productNameLength', 'itemCodeLength', 'descriptionLength', 'nameLength'] as const;
const prices = [
  ...['declaredPrice', 'activityPrice', 'promotionPrice', 'price', 'retailPrice', 'targetPrice', 'dealPrice'],
] as readonly FactName[];
const counts = ['skuCount', 'attributeTypes', 'products', 'itemsPerStep', 'carouselCount', 'healthRating'] as const;

/** `direction`: where the values lie that pass. */
const targets: Readonly<Record<string, Target>> = {
  maxPrice: { facts: prices, direction: -1 },
  minPrice: { facts: prices, direction: 1 },
  minListPrice: { facts: ['listPrice'], direction: 1 },
  minStock: { facts: ['activityStock'], direction: 1 },
  minScore: { facts: ['qualityScore'], direction: 1 },
  minRating: { facts: ['storeRating'], direction: 1 },
  missing: { facts: ['depositPaid'], direction: 1, by: true },
  maxHours: { facts: ['durationHours'], direction: -1 },
  minMinutes: { facts: ['liveMinutes', 'durationMinutes'], direction: 1 },
  maxMinutes: { facts: ['liveMinutes', 'durationMinutes'], direction: -1 },
  minSeconds: { facts: ['countdownSeconds'], direction: 1 },
  maxSeconds: { facts: ['countdownSeconds'], direction: -1 },
  addCharacters: { facts: lengths, direction: 1, by: true },
  removeCharacters: { facts: lengths, direction: -1, by: true },
  remove: { facts: counts, direction: -1, by: true },
  add: { facts: counts, direction: 1, by: true },
};

/** Where the figure is advice beside the verdict, or counts one of several fields as the message says. */
const leftOut: ReadonlySet<string> = new Set([
  ...['temu/exemption-offer-margin', 'temu/retail-price-ratio', 'temu/sku-count', 'temu/title-length'],
  'tiktok/sale-attributes',
]);

interface Typed {
  readonly fact: FactName;
  readonly passing: string | number;
  readonly failing: string | number;
}

interface Case {
  readonly name: string;
  readonly rule: Rule;
  readonly example: Example;
  readonly severity: Severity;
  readonly typed: readonly Typed[];
}

const severities: readonly Severity[] = ['info', 'warning', 'error'];

const marketplaceOf = (rule: Rule) => rule.id.split('/')[0] as Marketplace;

/** How grave the gravest problem is: 0 for none. */
function gravity(rule: Rule, { site, day }: Example, facts: WireFacts): number {
  const verdicts = evaluator([rule], { marketplace: marketplaceOf(rule), site, day })({
    facts: parseFacts(facts).facts,
  });
  return Math.max(...verdicts.map(({ outcome }) => gravityOf(rule, outcome)));
}

function gravityOf(rule: Rule, outcome: Outcome): number {
  return outcome.kind === 'violation' ? severities.indexOf(outcome.severity ?? rule.severity) + 1 : 0;
}

function casesOf(rule: Rule, example: Example, index: number): Case[] {
  const { site, day, facts } = example;
  const judge = evaluator([rule], { marketplace: marketplaceOf(rule), site, day });
  const broken = judge({ facts: parseFacts(facts).facts }).find(({ outcome }) => outcome.kind === 'violation');
  if (broken?.outcome.kind !== 'violation') return [];
  const digits = minorDigits(currencyOf(marketplaceOf(rule), site) ?? 'USD');
  const fix: WireFigures = toWire(broken.outcome.fix, digits);
  const typed = Object.entries(fix).flatMap(([figure, value]) => typing(figure, String(value), facts, digits));
  if (typed.length === 0) return [];
  const name = `${rule.id}, violation ${index + 1}: ${typed.map(({ fact, passing }) => `${fact} ${passing}`).join(', ')}`;
  return [{ name, rule, example, severity: broken.outcome.severity ?? rule.severity, typed }];
}

function typing(figure: string, value: string, facts: WireFacts, digits: number): Typed[] {
  const target = targets[figure];
  const fact = target?.facts.find((name) => facts[name] !== undefined);
  if (!target || !fact) return [];
  const isCount = factKinds[fact] === 'count';
  const passing = target.by
    ? new Big(String(facts[fact])).plus(new Big(value).times(target.direction))
    : new Big(value);
  const step = isCount ? new Big(1) : new Big(10).pow(-(factKinds[fact] === 'money' ? digits : 2));
  const failing = passing.minus(step.times(target.direction));
  const write = (number: Big) => (isCount ? number.toNumber() : number.toFixed());
  return [{ fact, passing: write(passing), failing: write(failing) }];
}

const cases = allRules
  .filter(({ id }) => !id.startsWith('amazon/') && !leftOut.has(id))
  .flatMap((rule) => (rule.examples.violation ?? []).flatMap((example, index) => casesOf(rule, example, index)));

describe('a fix, typed into its field', () => {
  test.each(cases)('$name', ({ rule, example, severity, typed }) => {
    const level = severities.indexOf(severity) + 1;
    const fixed = { ...example.facts, ...Object.fromEntries(typed.map(({ fact, passing }) => [fact, passing])) };
    expect(gravity(rule, example, fixed), 'passes, or is less grave').toBeLessThan(level);
    for (const { fact, failing } of typed)
      expect(gravity(rule, example, { ...fixed, [fact]: failing }), `${fact} ${failing} fails`).toBeGreaterThan(0);
  });

  test('reaches most rules that compute a number', () => {
    expect(new Set(cases.map(({ rule }) => rule.id)).size).toBeGreaterThan(25);
  });
});
