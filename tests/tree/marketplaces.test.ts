import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type MarketplaceTexts, marketplaceTexts, siteText } from '../../components/marketplace-texts.ts';
import { consoles } from '../../entrypoints/background/consoles/guides.ts';
import { editorOf, pageKinds } from '../../entrypoints/background/page/page-kinds.ts';
import { marketplaceNamed, marketplaces, siteOf, sitesOf } from '../../rules/engine/sites.ts';
import { allRules } from '../../rules/index.ts';
import { sourceFiles } from './imports.ts';

// A marketplace is one object: nothing else in the source asks for its name.

const root = new URL('../../', import.meta.url);

/** A marketplace's own folders, and the lists that name each of them once. */
const own = /^(?:entrypoints\/background\/consoles|rules|rules\/policies)\/NAME\/|^rules\/marketplaces\//;
const lists: readonly string[] = [
  'rules/index.ts',
  'entrypoints/background/consoles/guides.ts',
  'entrypoints/background/page/page-kinds.ts',
];

const ruleIds: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

/** What a source does by a marketplace's name, as it stands there. */
function branchesOn(name: string, source: string): string[] {
  const quoted = `['"\`]${name}(?:[/|][\\w-]*)?['"\`]`;
  const forms = [
    new RegExp(`[!=]==?\\s*${quoted}`, 'g'),
    new RegExp(`${quoted}\\s*[!=]==?`, 'g'),
    new RegExp(`\\bcase\\s+${quoted}`, 'g'),
    new RegExp(`\\b(?:startsWith|endsWith|includes|has|indexOf|match|test)\\(\\s*['"\`/^]+${name}\\b[^)]*\\)`, 'g'),
    new RegExp(`(?<![\\w.-])${name}\\??:(?!:)`, 'g'),
    new RegExp(`['"\`]${name}(?:/[\\w-]+)?['"\`]\\]?\\??:`, 'g'),
    new RegExp(`\\bis${name}\\b`, 'gi'),
  ];
  return forms
    .flatMap((form) => source.match(form) ?? [])
    .filter((found) => !ruleIds.has(/['"`]([^'"`]+)['"`]/.exec(found)?.[1] ?? ''));
}

/** Comments may speak of a marketplace. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<=^|\s)\/\/.*$/gm, '');
}

const sources = sourceFiles(fileURLToPath(root), ['entrypoints', 'components', 'rules']);

describe.each(marketplaces)('%s', (name) => {
  test('is asked for by name nowhere outside its own folders and the lists', () => {
    const isOwn = new RegExp(own.source.replace('NAME', name));
    const others = [...sources].filter(([path]) => !isOwn.test(path) && !lists.includes(path));
    expect(others.length).toBeGreaterThan(400);
    const found = others.flatMap(([path, text]) =>
      branchesOn(name, withoutComments(text)).map((what) => `${path}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  test('has each site in a time zone that there is, and a currency or several to choose from', () => {
    const { sites, shopCurrencies } = marketplaceNamed[name];
    for (const site of Object.keys(sites)) {
      const { currency, timeZone } = siteOf(name, site) ?? {};
      expect(() => new Intl.DateTimeFormat('en', { timeZone }), site).not.toThrow();
      expect(currency ?? shopCurrencies[0], site).toMatch(/^[A-Z]{3}$/);
    }
    for (const site of Object.values(consoles[name].hosts)) if (site) expect(Object.keys(sites)).toContain(site);
  });

  test('says of each page that is read what is judged there, and of no other', () => {
    const read = consoles[name].readers.map(({ id }) => id);
    const judged = Object.keys(pageKinds).filter((page) => page.split('/')[0] === name);
    expect(judged.toSorted()).toEqual(read.toSorted());
    expect(read).toContain(editorOf(name));
    expect(read).toContain(consoles[name].sample.page);
  });

  test.each(['en', 'zh-CN'] as const)('has its texts in %s, with the name of each page', (language) => {
    const { pages, sites, sitesInReference, ...texts } = marketplaceTexts(language, name) as MarketplaceTexts &
      Record<string, unknown>;
    expect(Object.keys(texts).toSorted()).toEqual(['console', 'name', 'pagesInPopup', 'pagesInWorkspace']);
    for (const text of [...Object.values(texts), ...Object.values(pages)]) expect(text).toMatch(/\S/);
    expect(Object.keys(pages).toSorted()).toEqual(consoles[name].readers.map(({ id }) => id).toSorted());
    for (const named of [sites ?? {}, sitesInReference ?? {}])
      for (const [site, text] of Object.entries(named)) {
        expect(sitesOf[name]).toContain(site);
        expect(text).toMatch(/\S/);
      }
  });

  test('has pages to test it on, and rules', () => {
    expect(existsSync(new URL(`tests/consoles/${name}/README.md`, root))).toBe(true);
    expect([...ruleIds].some((id) => id.split('/')[0] === name)).toBe(true);
  });
});

test('a site is named by its own marketplace alone: another with the same code keeps the code', () => {
  expect(siteText('en', 'temu', 'sites', 'us')).toBe('US region');
  expect(siteText('en', 'temu', 'sitesInReference', 'us')).toBe('US');
  expect(siteText('en', 'tiktok', 'sites', 'us')).toBe('us');
  expect(siteText('en', 'tiktok', 'sitesInReference', 'us')).toBe('us');
});

test.each([
  "if (marketplace === 'amazon') return 1;",
  "return 'amazon' !== marketplace;",
  "case 'amazon': return 1;",
  "if (page.startsWith('amazon/')) return 1;",
  "if (page === 'amazon/listing-editor') return 1;",
  "if (key.startsWith('amazon|')) return 1;",
  "if (['amazon'].includes('amazon')) return 1;",
  "const words = { amazon: 'A' };",
  "const words = { 'amazon': 'A' };",
  "const words = { 'amazon/listing-editor': 'A' };",
  'const isAmazon = true;',
])('would be noticed: %s', (source) => {
  expect(branchesOn('amazon', source)).not.toEqual([]);
});

test.each([
  "import { amazonHosts } from './amazon/store.ts';",
  "const site = currencyOf('amazon', site) ?? 'USD';",
  "const worth = { 'amazon/title-length': 1 };",
  "const found = { marketplace: 'amazon', site };",
])('is no branch: %s', (source) => {
  expect(branchesOn('amazon', source)).toEqual([]);
});
