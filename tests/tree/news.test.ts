import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import english from '../../assets/locales/en/news.json' with { type: 'json' };
import chinese from '../../assets/locales/zh-CN/news.json' with { type: 'json' };

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('what is new', () => {
  test('is told of the same versions, in both languages, in as many lines', () => {
    const shape = (news: typeof english) => news.map(({ version, lines }) => [version, lines.length]);
    expect(shape(chinese)).toEqual(shape(english));
  });

  test('begins with the version that is built', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(english[0]?.version).toBe(version);
  });

  test('leaves no released version out', () => {
    const released = [...read('CHANGELOG.md').matchAll(/^## (\d+\.\d+\.\d+)/gmu)].map(([, version]) => version);
    expect(english.map(({ version }) => version)).toEqual(expect.arrayContaining(released));
  });

  test.each([...english, ...chinese])('$version is told in short lines, without exclamation marks', ({ lines }) => {
    for (const line of lines) {
      expect(line.length).toBeLessThan(140);
      expect(line).not.toMatch(/[!！]/);
    }
  });
});
