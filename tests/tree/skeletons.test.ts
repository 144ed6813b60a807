import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draft } from '../tools/skeletons/draft.ts';
import { addField } from '../tools/skeletons/field.ts';
import { addMarketplace } from '../tools/skeletons/marketplace.ts';
import { addPage } from '../tools/skeletons/page.ts';
import { addRule } from '../tools/skeletons/rule.ts';
import { openPlaces } from '../tools/skeletons/to-fill-in.ts';

const root = resolve(import.meta.dirname, '../..');

test('nothing that `npm run new` began is still to be filled in', () => {
  expect(openPlaces(root)).toEqual([]);
});

describe('in a copy of the project', () => {
  let copy = '';

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'preflight-new-'));
    const copied = [
      'rules',
      'entrypoints',
      'assets/locales',
      'tests/tools',
      '.biome.json',
      '.gitignore',
      'package.json',
    ];
    for (const path of copied) cpSync(join(root, path), join(copy, path), { recursive: true });
    mkdirSync(join(copy, 'tests/consoles'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const read = (path: string) => readFileSync(join(copy, path), 'utf8');

  function run(command: string, ...args: string[]): string {
    const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: copy,
      env: { ...process.env, PATH: path },
      encoding: 'utf8',
    });
    expect(status, stdout + stderr).toBe(0);
    return stdout;
  }

  const start = (...args: string[]) => run(process.execPath, 'tests/tools/new.ts', ...args);

  test('a rule is its file, its policy, its texts in two languages and a line of order', () => {
    const said = start('rule', 'temu/title-colour-words');
    const files = said.split('\n\n')[0]?.split('\n');
    expect(files).toEqual([
      'rules/temu/content/title-colour-words.ts',
      'rules/policies/temu/title-colour-words.json',
      'assets/locales/en/rules.temu-content.json',
      'assets/locales/en/policies.temu.json',
      'assets/locales/zh-CN/rules.temu-content.json',
      'assets/locales/zh-CN/policies.temu.json',
      'rules/temu/content/index.ts',
    ]);
    for (const file of files ?? []) expect(said).toContain(`\n${file}:`);
    for (const language of ['en', 'zh-CN']) {
      const texts = JSON.parse(read(`assets/locales/${language}/rules.temu-content.json`));
      expect(Object.keys(texts['temu/title-colour-words'])).toEqual(['title', 'problem', 'condition', 'why']);
    }
  });

  test('a page is its reader, what is judged there, its name and a test page', () => {
    start('page', 'temu/returns-board');
    expect(read('entrypoints/background/consoles/temu/pages.ts')).toContain("'temu/returns-board': { topics: [] }");
    expect(existsSync(join(copy, 'tests/consoles/temu/returns-board/en-us.expected.json'))).toBe(true);
  });

  test('a field stands in its reader, with words; one that is no fact yet becomes one', () => {
    start('field', 'temu/returns-board/returnRate');
    start('field', 'tiktok/discount/shelfLifeDays', '--kind', 'count');
    expect(read('entrypoints/background/consoles/temu/returns-board.ts')).toContain(
      'returnRate: percent([byLabel(labels.returnRate)]),',
    );
    expect(read('rules/engine/facts.ts')).toContain("shelfLifeDays: 'count',");
    expect(JSON.parse(read('assets/locales/zh-CN/facts.json')).labels).toHaveProperty('shelfLifeDays');
  });

  test('a marketplace is what is known of it, a rule, a console with a page, its texts, and a line in each list', () => {
    const said = start('marketplace', 'lagoon');
    const [files = '', , , leaves] = said.trim().split('\n\n');
    const expected = [
      ...['en', 'zh-CN'].flatMap((language) =>
        ['marketplace.lagoon', 'policies.lagoon', 'rules.lagoon-price'].map(
          (name) => `assets/locales/${language}/${name}.json`,
        ),
      ),
      'entrypoints/background/consoles/guides.ts',
      ...['console', 'labels', 'pages', 'product-edit', 'readers', 'store', 'unread-pages'].map(
        (name) => `entrypoints/background/consoles/lagoon/${name}.ts`,
      ),
      'entrypoints/background/page/page-kinds.ts',
      ...['rules/lagoon/index.ts', 'rules/lagoon/price/index.ts', 'rules/lagoon/price/price-range.ts'],
      ...['rules/lagoon/sale.ts', 'rules/index.ts', 'rules/marketplaces/lagoon.ts', 'rules/marketplaces/index.ts'],
      'rules/policies/lagoon/price-range.json',
      ...['README.md', 'product-edit/en-us.expected.json', 'product-edit/en-us.html'].map(
        (name) => `tests/consoles/lagoon/${name}`,
      ),
    ];
    expect(files.split('\n').toSorted()).toEqual(expected.toSorted());
    const own = files.split('\n').filter((file) => /lagoon/.test(file));
    for (const file of own.filter((file) => !/index\.ts$|readers\.ts$/.test(file)))
      expect(said).toContain(`\n${file}:`);
    expect(leaves).toContain('tests/tree/manifest.chromium.json');
  });

  test('its first page and rule can be named at once', () => {
    start('marketplace', 'pier', '--page', 'offer-edit', '--rule', 'offer/list-price');
    expect(read('rules/pier/index.ts')).toContain('[...offerRules]');
    expect(read('entrypoints/background/consoles/pier/pages.ts')).toContain("editor: 'pier/offer-edit'");
    expect(existsSync(join(copy, 'assets/locales/zh-CN/rules.pier-offer.json'))).toBe(true);
  });

  test('what was just begun takes further rules, pages and fields', () => {
    start('rule', 'lagoon/price-step');
    start('page', 'lagoon/order-list');
    start('field', 'lagoon/order-list/quantity');
    start('field', 'lagoon/product-edit/price');
    expect(read('rules/lagoon/price/index.ts')).toContain('priceStep');
    expect(Object.keys(JSON.parse(read('assets/locales/en/rules.lagoon-price.json')))).toEqual([
      'lagoon/price-range',
      'lagoon/price-step',
    ]);
    expect(read('entrypoints/background/consoles/lagoon/readers.ts')).toContain('[productEdit, orderList]');
    expect(read('entrypoints/background/consoles/lagoon/pages.ts')).toContain("'lagoon/order-list': { topics: [] }");
    expect(read('entrypoints/background/consoles/lagoon/order-list.ts')).toContain('quantity: count([');
    const { url } = JSON.parse(read('tests/consoles/lagoon/order-list/en-us.expected.json'));
    expect(url).toBe('https://seller.lagoon.example/order-list');
  });

  test('all of it compiles and is formatted', () => {
    const written = [
      ...['rules', 'entrypoints/background/consoles'].flatMap((folder) =>
        ['lagoon', 'pier'].flatMap((name) =>
          readdirSync(join(copy, folder, name), { recursive: true, encoding: 'utf8' })
            .filter((file) => file.endsWith('.ts'))
            .map((file) => `${folder}/${name}/${file}`),
        ),
      ),
      ...['rules/index.ts', 'rules/marketplaces/index.ts', 'rules/marketplaces/lagoon.ts'],
      ...['entrypoints/background/consoles/guides.ts', 'entrypoints/background/page/page-kinds.ts'],
      ...['rules/temu/content/title-colour-words.ts', 'rules/temu/content/index.ts', 'rules/engine/facts.ts'],
      ...['entrypoints/background/consoles/temu/returns-board.ts', 'entrypoints/background/consoles/temu/readers.ts'],
      ...['entrypoints/background/consoles/tiktok/discount.ts', 'entrypoints/background/consoles/tiktok/labels.ts'],
      ...['entrypoints/background/consoles/temu/pages.ts'],
    ];
    const project = {
      extends: join(root, 'tsconfig.json'),
      include: [],
      files: [join(root, '.wxt/wxt.d.ts'), ...written],
    };
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(project));
    run('tsc', '--project', '.');
    run('biome', 'check', '--error-on-warnings', ...written);
  });

  test.each([
    ['temu', 'content/title-colour-words'],
    ['lagoon', 'price/price-range'],
  ])('the rule of %s begins with examples that hold', async (marketplace, path) => {
    const { default: rule } = await import(join(copy, `rules/${marketplace}/${path}.ts`));
    const { evaluator } = await import(join(copy, 'rules/engine/engine.ts'));
    const { parseFacts } = await import(join(copy, 'rules/engine/parse-facts.ts'));
    for (const kind of ['ok', 'violation', 'unknown'])
      for (const { site, day, facts } of rule.examples[kind]) {
        const judge = evaluator([rule], { marketplace, site, day });
        expect(judge({ facts: parseFacts(facts).facts })[0].outcome.kind).toBe(kind);
      }
  });

  test('every place says in a file that it wrote what is to be done there', () => {
    const open = openPlaces(copy);
    expect(open.length).toBeGreaterThan(30);
    for (const place of open) {
      expect(place).toMatch(/^[\w./-]+:\d+: \S.{5,}/u);
      expect(place).not.toContain('TO FILL IN');
    }
    expect(open.filter((place) => place.startsWith('rules/policies/temu/title-colour-words.json:'))).toHaveLength(1);
  });
});

const rule = (id: string, family?: string) => (draft: Draft) => addRule(draft, id, { family });
const field = (id: string, kind?: string) => (draft: Draft) => addField(draft, id, { kind });
const page = (id: string) => (draft: Draft) => addPage(draft, id);
const marketplace = (name: string, rule?: string) => (draft: Draft) => addMarketplace(draft, name, { rule });

test.each<[reason: string, add: (draft: Draft) => void]>([
  ['"title-length" has not the form <marketplace>/<rule>.', rule('title-length')],
  ['There is no marketplace "ebay". There are: amazon, ', rule('ebay/title-length')],
  ['"Title_x" is no name of a rule: small letters and digits, words joined by "-".', rule('amazon/Title_x')],
  ['rules/amazon/content/title-length.ts exists already.', rule('amazon/title-length')],
  ['No rule of amazon begins with "zebra". Say its family: --family, one of account, ', rule('amazon/zebra-stripes')],
  ['amazon has no family "zoo". There are: account, ', rule('amazon/zebra-stripes', 'zoo')],
  ['"temu/rate" has not the form <marketplace>/<page>/<fact>.', field('temu/rate')],
  ['temu has no page "labels". There are: activity-detail, ', field('temu/labels/returnRate')],
  ['reads title already.', field('amazon/listing-editor/title')],
  ['Take one of those, or say the kind of a new one, ', field('tiktok/discount/shelfLife')],
  ['is no kind that a field has: one of money, ', field('tiktok/discount/shelfLife', 'rows')],
  ['price is a fact already, of the kind money.', field('tiktok/discount/price', 'count')],
  ['skus is of the kind rows, which no field has', field('tiktok/discount/skus')],
  ['"Shelf-life" is no name of a fact: a word like yourPrice.', field('tiktok/discount/Shelf-life', 'count')],
  ['"a b" is no name of a page', page('temu/a b')],
  ['order-price.ts exists already.', page('temu/order-price')],
  ['There is a marketplace "temu" already.', marketplace('temu')],
  ['"report" is the name of something else already.', marketplace('report')],
  ['"fees" is the name of something else already.', marketplace('fees')],
  ['"Lagoon" is no name of a marketplace: one word of small letters and digits.', marketplace('Lagoon')],
  ['"north-lagoon" is no name of a marketplace', marketplace('north-lagoon')],
  ['"price" has not the form <family>/<rule>.', marketplace('lagoon', 'price')],
  ['"Max" is no name of a rule', marketplace('lagoon', 'price/Max')],
])('is refused: %s', (reason, add) => {
  expect(() => add(new Draft(root))).toThrow(reason);
});
