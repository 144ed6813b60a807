import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { isFactName } from '../../rules/engine/facts.ts';
import type { PolicyFile } from '../../rules/engine/policy.ts';
import { policyProblems } from '../../rules/engine/policy-problems.ts';
import { marketplaces } from '../../rules/engine/sites.ts';
import { allRules } from '../../rules/index.ts';

// Tests over the shape of the tree: what every rule, policy and text must have, whoever adds the next one.

const root = new URL('../../', import.meta.url);
const languages = ['en', 'zh-CN'] as const;

const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const list = (path: string, ending: string) =>
  readdirSync(new URL(path, root), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));

const sources = read('rules/policies/sources.json') as Record<string, { title: string; seen: string }>;

/** The file of every rule, as `<marketplace>/<family>/<rule>.ts`. */
const ruleFiles = marketplaces.flatMap((folder) =>
  list(`rules/${folder}`, '.ts')
    .map((name) => `${folder}/${name}`)
    .filter((path) => readFileSync(new URL(`rules/${path}`, root), 'utf8').includes('export default defineRule(')),
);

/** The rule's id, from its file. */
const ruleOf = (path: string) => `${path.split('/')[0]}/${basename(path, '.ts')}`;

describe('rules', () => {
  test('every rule file is registered once, under its file name', () => {
    expect(allRules.map(({ id }) => id).toSorted()).toEqual(ruleFiles.map(ruleOf).toSorted());
  });

  test.each(allRules)('$id has examples of each outcome, known facts and no case twice', (rule) => {
    const { examples } = rule;
    expect(examples.ok.length).toBeGreaterThan(0);
    // A rule that hangs on the day alone lacks nothing and is shown without facts.
    const hasFacts = rule.needs.length + (rule.uses?.length ?? 0) > 0;
    if (hasFacts) expect(examples.unknown.length).toBeGreaterThan(0);
    if (!rule.estimate) expect(examples.violation?.length).toBeGreaterThan(0);
    const all = Object.values(examples).flat();
    const texts = all.map(({ gives: _, ...input }) => JSON.stringify(input));
    expect(new Set(texts).size).toBe(texts.length);
    for (const example of all) expect(Object.keys(example.facts).filter((name) => !isFactName(name))).toEqual([]);
    if (hasFacts) for (const violation of examples.violation ?? []) expect(violation.facts).not.toEqual({});
  });
});

describe('policies', () => {
  const files = list('rules/policies', '.json').filter((name) => name !== 'sources.json');

  test.each(files)('%s is dated, sited and sourced', (name) => {
    const file = read(`rules/policies/${name}`) as PolicyFile;
    expect(`${file.id}.json`).toBe(name);
    expect(policyProblems(file, new Set(Object.keys(sources)))).toEqual([]);
  });

  test('every source has a title and the day it was seen', () => {
    for (const [key, { title, seen }] of Object.entries(sources)) {
      expect(title, key).toBeTruthy();
      expect(seen, key).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

describe.each(languages)('texts of the rules in %s', (language) => {
  const files = new Map<string, Record<string, Record<string, string>>>(
    list(`assets/locales/${language}`, '.json')
      .filter((name) => name.startsWith('rules.') && name !== 'rules.own.json')
      .map((name) => [name, read(`assets/locales/${language}/${name}`)]),
  );
  const messages: Record<string, Record<string, string>> = Object.assign({}, ...files.values());

  test('stand in the file of their rule’s marketplace and family, with none left over', () => {
    const expected = ruleFiles.map((path) => {
      const [marketplace, family] = path.split('/');
      return `rules.${marketplace}-${family}.json: ${ruleOf(path)}`;
    });
    const found = [...files].flatMap(([name, texts]) => Object.keys(texts).map((id) => `${name}: ${id}`));
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test.each(allRules)('$id has a title, a sentence, a condition and a reason, and they parse', (rule) => {
    const own = messages[rule.id] ?? {};
    expect(Object.keys(own)).toEqual(
      expect.arrayContaining(['title', rule.estimate ? 'estimate' : 'problem', 'condition', 'why']),
    );
    for (const [key, text] of Object.entries(own)) {
      expect(text.trim(), key).not.toBe('');
      expect(() => new IntlMessageFormat(text, language), key).not.toThrow();
      // The exact condition may name the characters it forbids.
      if (key !== 'condition') expect(text, `${key}: no exclamation marks`).not.toMatch(/[!！]/);
    }
  });
});

describe.each(languages)('texts of the policies in %s', (language) => {
  const policies: Record<string, Record<string, string>> = Object.assign(
    {},
    ...list(`assets/locales/${language}`, '.json')
      .filter((name) => name.startsWith('policies.') && name !== 'policies.json')
      .map((name) => read(`assets/locales/${language}/${name}`)),
  );
  const files = list('rules/policies', '.json').filter((name) => name !== 'sources.json');

  test.each(files)('every value of %s has a text, and it parses', (name) => {
    const { id, periods } = read(`rules/policies/${name}`) as PolicyFile;
    const values = new Set(periods.flatMap((period) => Object.keys(period.values ?? {})));
    expect(Object.keys(policies[id] ?? {}).toSorted()).toEqual([...values].toSorted());
    for (const text of Object.values(policies[id] ?? {}))
      expect(() => new IntlMessageFormat(text, language), text).not.toThrow();
  });

  test('no texts without a policy', () => {
    expect(files).toEqual(expect.arrayContaining(Object.keys(policies).map((id) => `${id}.json`)));
  });
});

describe('both languages', () => {
  const names = list('assets/locales/en', '.json');

  test.each(names)('%s has the same keys and variables', (name) => {
    const [en, zh] = languages.map((language) => flat(read(`assets/locales/${language}/${name}`))) as [
      Map<string, string>,
      Map<string, string>,
    ];
    expect([...zh.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });
});

function flat(texts: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : [...flat(value, `${prefix}${key} › `)],
    ),
  );
}
