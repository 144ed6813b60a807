import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { codeKinds } from '../../rules/engine/explained-codes.ts';
import { allRules } from '../../rules/index.ts';
import { codesIn } from '../../rules/measures/error-codes.ts';
import sources from '../../rules/policies/sources.json' with { type: 'json' };

// Every error code of a marketplace that is explained: its data, and its texts in both languages.

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const code = z.string().refine((text) => codesIn(text)[0] === text, 'is no code as cells and pages write it');
const book = z.strictObject({
  codes: z.record(
    code,
    z.strictObject({
      kind: z.enum(codeKinds),
      level: z.enum(['error', 'warning', 'info']),
      certainty: z.enum(['A', 'B', 'C', 'D']),
      sources: z.array(z.enum(Object.keys(sources) as [string, ...string[]])).min(1),
      seen: z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/),
    }),
  ),
  unexplained: z.array(code).optional(),
});

const HAN = /\p{Script=Han}/u;

const explaining = allRules.filter(({ evidence }) => evidence !== undefined).map(({ id }) => id);

test('error codes of some marketplaces are explained', () => {
  expect(explaining.length).toBeGreaterThan(0);
});

describe.each(explaining)('the codes of %s', (id) => {
  const [marketplace] = id.split('/');
  const text = read(`rules/policies/${id}.json`);
  const [period] = JSON.parse(text).periods;
  const { codes, unexplained = [] } = book.parse(period.values);
  const texts = (language: string): { readonly [key: string]: string } =>
    JSON.parse(read(`assets/locales/${language}/rules.${marketplace}-codes.json`))[id];

  test('stand in the file once each, and are either explained or not', () => {
    for (const name of Object.keys(codes)) expect(text.split(`"${name}": {`), name).toHaveLength(2);
    expect(new Set(unexplained).size).toBe(unexplained.length);
    expect(unexplained.filter((name) => Object.hasOwn(codes, name))).toEqual([]);
  });

  test('share the sources of their period, which is no surer than the least sure of them', () => {
    const every = Object.values(codes);
    expect([...period.sources].toSorted()).toEqual([...new Set(every.flatMap((one) => one.sources))].toSorted());
    expect(period.certainty).toBe(
      every
        .map(({ certainty }) => certainty)
        .toSorted()
        .at(-1),
    );
  });

  test.each(['en', 'zh-CN'])('have a text each in %s, and no text is left over', (language) => {
    const written = Object.keys(texts(language)).filter((key) => codesIn(key)[0] === key);
    expect(written.toSorted()).toEqual(Object.keys(codes).toSorted());
  });

  test('begin with the code, then say the cause and the way out, in English', () => {
    for (const name of Object.keys(codes)) {
      const said = texts('en')[name] ?? '';
      expect(said, name).toMatch(/^\{errorCode\}: \p{Lu}[^{}]+\.(?= \p{Lu})[^{}]+[^.]\.$/u);
      expect(said.length, name).toBeLessThan(300);
      // The console of sellers in China has Chinese names alone.
      if (marketplace !== 'temu') expect(said, name).not.toMatch(HAN);
    }
  });

  test('begin with the code, then say the cause and the way out, in Chinese', () => {
    for (const name of Object.keys(codes)) {
      const said = texts('zh-CN')[name] ?? '';
      expect(said, name).toMatch(/^\{errorCode\}：[^{}]+。[^{}]+[^。]。$/u);
      expect(said, name).toMatch(HAN);
      expect(said, `${name}: 你`).not.toContain('您');
      expect(said.length, name).toBeLessThan(130);
    }
  });
});
