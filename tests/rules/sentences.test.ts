import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { evaluator, type Verdict } from '../../rules/engine/engine.ts';
import { parseFacts } from '../../rules/engine/parse-facts.ts';
import { type Marketplace, sitesOf } from '../../rules/engine/sites.ts';
import { toWire, type WireFigures } from '../../rules/engine/wire.ts';
import { allRules } from '../../rules/index.ts';
import { anyDay, anyFacts } from './engine/any-facts.ts';

const languages = ['en', 'zh-CN'] as const;
type Language = (typeof languages)[number];

const texts = Object.fromEntries(languages.map((language) => [language, readTexts(language)]));

/** Messages of all rules in a language, parsed once: formatting throws where a value is missing. */
function readTexts(language: Language): ReadonlyMap<string, IntlMessageFormat> {
  const folder = new URL(`../../assets/locales/${language}/`, import.meta.url);
  const parsed = new Map<string, IntlMessageFormat>();
  for (const name of readdirSync(folder).filter((file) => file.startsWith('rules.'))) {
    const messages = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, Record<string, string>>;
    for (const [rule, own] of Object.entries(messages))
      for (const [key, message] of Object.entries(own))
        parsed.set(`${rule} ${key}`, new IntlMessageFormat(message, language));
  }
  return parsed;
}

function say(language: Language, { rule, outcome, item }: Verdict): string {
  const key = outcome.kind === 'violation' ? (outcome.message ?? 'problem') : 'estimate';
  const message = texts[language]?.get(`${rule.id} ${key}`);
  if (!message) throw new Error(`${language}: ${rule.id} has no ${key}`);
  const figures = outcome.kind === 'violation' ? { ...outcome.values, ...outcome.fix } : {};
  const computed = outcome.kind === 'ok' ? outcome.values : {};
  const values: Record<string, unknown> = { asin: 'ASIN', sku: 'SKU', b: (parts: unknown[]) => parts.join('') };
  if (item !== undefined || rule.each) values.itemNumber = (item ?? 0) + 1;
  for (const [name, value] of Object.entries(toWire({ ...figures, ...computed }, 2) as WireFigures))
    values[name] = Array.isArray(value) ? value.join(', ') : String(value);
  return String(message.format(values as Record<string, string>));
}

/** Rules are judged a few at a time, so that one listing has enough of the facts of each. */
const GROUP = 8;

describe.each(Object.keys(sitesOf) as Marketplace[])('whatever the facts of %s', (marketplace) => {
  const own = allRules.filter(({ id }) => id.startsWith(`${marketplace}/`));
  const groups = Array.from({ length: Math.ceil(own.length / GROUP) }, (_, index) =>
    own.slice(index * GROUP, (index + 1) * GROUP),
  );

  test.each(groups.map((rules) => [rules[0]?.id ?? '', rules] as const))(
    'a problem finds its sentence and its numbers: %s and the next ones',
    (_, rules) => {
      const facts = anyFacts([...new Set(rules.flatMap(({ needs, uses = [] }) => [...needs, ...uses]))]);
      const judged = fc.property(facts, fc.constantFrom(...sitesOf[marketplace]), anyDay, (wire, site, day) => {
        for (const verdict of evaluator(rules, { marketplace, site, day })({ facts: parseFacts(wire).facts })) {
          const isTold =
            verdict.outcome.kind === 'violation' || (verdict.outcome.kind === 'ok' && verdict.rule.estimate);
          if (isTold) for (const language of languages) expect(say(language, verdict).trim()).not.toBe('');
        }
      });
      fc.assert(judged, { numRuns: 300 });
    },
  );
});
