import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { referencePath } from '../../entrypoints/background/present/reference-path.ts';
import { referenceFiles } from '../../entrypoints/reference/files.tsx';
import { allRules } from '../../rules/index.ts';

const root = resolve(import.meta.dirname, '../..');
const files = referenceFiles(root);
const pages = [...files].filter(([path]) => path.endsWith('.html'));

describe('the reference', () => {
  test('is the same a second time', () => {
    const again = referenceFiles(root);
    expect([...again].every(([path, content]) => files.get(path) === content)).toBe(true);
  });

  test.each(allRules)('tells of $id, in every language, where the card leads to', ({ id }) => {
    for (const language of ['en', 'zh-CN'] as const) {
      const [page = '', anchor] = referencePath(id, language).replace('/reference/', '').split('#');
      expect(files.get(page)).toContain(`id="${anchor}"`);
    }
  });

  test.each(pages)('%s holds no script, no handler and no style of its own', (_path, content) => {
    expect(content).not.toMatch(/<script|<style|<iframe|javascript:|<[^>]+\s(?:on\w+|style)=/i);
    // Everything it loads comes with the extension.
    const loaded = [...content.matchAll(/<(?:link|img|source)[^>]+(?:href|src)="([^"]*)"/g)].map(
      ([, address]) => address,
    );
    for (const address of loaded) expect(address).toMatch(/^(?:\.\.\/reference\.css|\/icon\/\d+\.png)$/);
  });

  test.each(pages)('%s has each anchor once, and each link within it leads to one', (_path, content) => {
    const ids = [...content.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    const asked = [...content.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(pages)('%s leaves no gap: no empty condition, no unfilled variable, no bare object', (_path, content) => {
    const text = content.replaceAll(/<[^>]+>/g, ' ');
    // The bare matches: a page in an error message would hide them.
    expect(text.match(/undefined|\[object|\bNaN\b|function \w*\(|\{\w+\}/g)).toBeNull();
    expect(content.match(/<p><\/p>|<dd><\/dd>|<td>\s*<\/td>/g)).toBeNull();
  });
});
