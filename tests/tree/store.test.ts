import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// What the stores are told must be what the package is.

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const review = read('assets/store/review.md');
const manifest = JSON.parse(read('tests/tree/manifest.chromium.json')) as {
  permissions: string[];
  optional_permissions: string[];
  content_scripts: { matches: string[] }[];
};

/** First cells of the table under a heading, as far as they are code. */
function named(heading: string): string[] {
  const section = review.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| [^\n]*/gmu)].flatMap(([row]) =>
    [...row.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name),
  );
}

describe('what the stores are told', () => {
  test('names each permission, and no other', () => {
    const asked = [...manifest.permissions, ...manifest.optional_permissions];
    expect(named('Permissions').toSorted()).toEqual(asked.toSorted());
  });

  test('names each host of the script, and no other', () => {
    const hosts = manifest.content_scripts.flatMap(({ matches }) => matches.map((match) => new URL(match).hostname));
    const patterns = named('Hosts').map((name) => {
      const escaped = name.replaceAll('.', '\\.').replaceAll('*', '[a-z.]*');
      return new RegExp(`^${escaped}$`, 'u');
    });
    expect(hosts.filter((host) => !patterns.some((pattern) => pattern.test(host)))).toEqual([]);
    expect(patterns.filter((pattern) => !hosts.some((host) => pattern.test(host)))).toEqual([]);
  });

  test.each([
    ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'CONTRIBUTING.md'],
    ...['assets/store/listing.en.md', 'assets/store/listing.zh-CN.md'],
    ...['assets/locales/en/news.json', 'assets/locales/zh-CN/news.json'],
  ])('%s does not say how many rules there are: the next one would make it untrue', (path) => {
    expect(read(path).match(/\d+ ?(?:checks|rules|条检查|条规则|项检查)/gu)).toBeNull();
  });

  test.each(['en', 'zh_CN'])('%s: name and summary fit the stores', (folder) => {
    const { name, description } = JSON.parse(read(`assets/public/_locales/${folder}/messages.json`)) as Record<
      string,
      { message: string }
    >;
    // Limits of the Chrome Web Store.
    expect(name?.message.length).toBeLessThanOrEqual(75);
    expect(description?.message.length).toBeLessThanOrEqual(132);
  });
});
