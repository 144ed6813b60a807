import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/locales/en/rules.amazon-content.json' with { type: 'json' };
import chinese from '../../../assets/locales/zh-CN/rules.amazon-content.json' with { type: 'json' };
import { contentRules } from '../../../rules/amazon/content/index.ts';
import { evaluator } from '../../../rules/engine/engine.ts';
import { factKinds, type WireFacts } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { toWire, type WireFigures } from '../../../rules/engine/wire.ts';
import { TODAY } from './judge-content.ts';

const texts: Record<'en' | 'zh-CN', Record<string, Record<string, string>>> = { en: english, 'zh-CN': chinese };

/** Rules with sentences that go by error code, or repeat a brand or a size whole, however long it is. Each has its own test. */
const apart = ['listing-error-explained', 'gtin-exemption-wait', 'variation-title'].map((name) => `amazon/${name}`);
const own = contentRules.filter(({ id }) => !apart.includes(id));

/** @throws Error when the sentence does not exist or one of its numbers is missing. */
function sentence(language: 'en' | 'zh-CN', id: string, key: string, numbers: WireFigures): string {
  const message = texts[language][id]?.[key];
  if (message === undefined) throw new Error(`${language}: no ${key} of ${id}`);
  const list = new Intl.ListFormat(language);
  const shown = Object.entries(numbers).map(([name, value]) => [
    name,
    Array.isArray(value) ? list.format(value) : value,
  ]);
  const bold = (chunks: unknown[]) => chunks.join('');
  return String(
    new IntlMessageFormat(message, language).format({ itemNumber: 2, ...Object.fromEntries(shown), b: bold }),
  );
}

describe('whatever a seller types', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '犬用ベッド',
      '宠物',
      'שלום',
      'مرحبا',
      '👨‍👩‍👧',
      '🇩🇪',
      '<br',
      '<b>',
      '>',
      '!',
      '™',
      'NA ',
      'B0EXAMPLE1 ',
      'x@',
      '+1 ',
    ),
    fc.constantFrom('free ', 'best-', 'new ', '350ml', 'dog ', "l'", '1,', '\ud83d', '\u0301', '\u202e', '\0', '   '),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.tuple(piece, fc.integer({ min: 1, max: 5000 })).map(([part, times]) => part.repeat(times).slice(0, 5000)),
  );
  const byKind = {
    text,
    texts: fc.array(text, { maxLength: 4 }),
    count: fc.nat(6000),
    flag: fc.boolean(),
  };
  const names = [...new Set(own.flatMap(({ needs, uses = [] }) => [...needs, ...uses]))];
  const facts = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.option<unknown>(byKind[factKinds[name] as keyof typeof byKind])])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<WireFacts>;

  test('every rule answers, and every sentence finds its numbers and stays short', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('US', 'DE', 'FR', 'JP', 'AE'), (wire, site) => {
        const verdicts = evaluator(own, { marketplace: 'amazon', site, day: TODAY })(parseFacts(wire));
        for (const { rule, outcome } of verdicts) {
          if (outcome.kind !== 'violation') continue;
          const numbers = toWire({ ...outcome.values, ...outcome.fix }, 2);
          for (const language of ['en', 'zh-CN'] as const)
            expect(sentence(language, rule.id, outcome.message ?? 'problem', numbers).length).toBeLessThan(500);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('every sentence is reached, and is short with an example', () => {
    const reached = new Set<string>();
    for (const rule of own)
      for (const { site, day, facts: wire } of rule.examples.violation ?? []) {
        const known = parseFacts(wire);
        const outcome = evaluator([rule], { marketplace: 'amazon', site, day })(known)[0]?.outcome;
        if (outcome?.kind !== 'violation') continue;
        const key = outcome.message ?? 'problem';
        reached.add(`${rule.id} ${key}`);
        const numbers = toWire({ ...outcome.values, ...outcome.fix }, 2);
        expect(sentence('en', rule.id, key, numbers).length).toBeLessThan(200);
        expect(sentence('zh-CN', rule.id, key, numbers).length).toBeLessThan(120);
      }
    const written = own.flatMap(({ id }) =>
      Object.keys(texts.en[id] ?? {}).flatMap((key) =>
        ['title', 'why', 'blind', 'condition', 'exempt'].includes(key) ? [] : [`${id} ${key}`],
      ),
    );
    expect([...reached].sort()).toEqual(written.sort());
  });

  test('titles of checks fit', () => {
    for (const { title } of Object.values(english)) expect(title.length).toBeLessThanOrEqual(40);
    for (const { title } of Object.values(chinese)) expect(title.length).toBeLessThanOrEqual(14);
  });
});
