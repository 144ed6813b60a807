import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circles, type Import, importsIn, sourceFiles } from './imports.ts';
import { foundations, type Room, rooms, rulesUse, view } from './rooms.ts';

// Who may import whom: the table in rooms.ts, for every file of the product, types included.

const root = resolve(import.meta.dirname, '../..');
const files = sourceFiles(root, ['entrypoints', 'components', 'rules']);
const imports = [...files].flatMap(([path, text]) => importsIn(path, text));
const byLength = rooms.toSorted((a, b) => b.path.length - a.path.length);

/** The room of a file; of what no room holds, its first folder. */
function roomOf(path: string): Room | undefined {
  return byLength.find((room) => path === room.path || path.startsWith(`${room.path}/`));
}

const nameOf = (path: string) => roomOf(path)?.path ?? path.split('/')[0] ?? path;

function isAllowed({ from, to, isPackage, isType }: Import): boolean {
  const room = roomOf(from);
  if (!room) return false;
  if (isPackage) return room.packages?.includes(to) ?? false;
  const target = nameOf(to);
  return target === room.path || room.uses.includes(target) || (isType && (room.types?.includes(target) ?? false));
}

describe('imports', () => {
  test('are found in every way in which they are written', () => {
    const text = [
      "import big from 'big.js';",
      "import { a, type B } from './a.ts';",
      "import type { C } from '../c.ts';",
      "import { type D } from './d.ts';",
      "export { e } from './e.ts';",
      "import './f.css?inline';",
      "const g = await import('./g.ts');",
      "const h = new Worker(new URL('./h.ts', import.meta.url));",
      "import {\n  i,\n} from '@scope/i/deep.js';",
      "// no import of './j.ts'",
    ].join('\n');
    expect(importsIn('x/y.ts', text).map(({ to, isType }) => `${to}${isType ? ' (type)' : ''}`)).toEqual([
      ...['big.js', 'x/a.ts', 'c.ts (type)', 'x/d.ts (type)', 'x/e.ts', 'x/f.css', 'x/g.ts', 'x/h.ts', '@scope/i'],
    ]);
    expect(imports.length).toBeGreaterThan(files.size);
  });

  test('go in no circle, types included', () => {
    const way = (from: string, to: string): Import => ({ from, to, isPackage: false, isType: true });
    expect(circles([way('a', 'b'), way('b', 'c'), way('c', 'b'), way('c', 'd')])).toEqual([['b', 'c']]);
    expect(circles(imports)).toEqual([]);
  });

  test('are those that the table of rooms allows', () => {
    const refused = imports.filter((one) => !isAllowed(one));
    const told = refused.map(({ from, to, isType }) => `${from} -> ${to}${isType ? ' (type)' : ''}`);
    expect(told, 'not in tests/tree/rooms.ts').toEqual([]);
  });

  test('need every arrow and every package of the table, but for what a group of rooms is given', () => {
    const used = new Set(imports.map(({ from, to, isPackage }) => `${nameOf(from)} -> ${isPackage ? to : nameOf(to)}`));
    const given = new Set([...foundations, ...view.uses, ...rulesUse]);
    const needless = rooms.flatMap(({ path, uses, types = [], packages = [] }) =>
      [...uses.filter((to) => !given.has(to)), ...types, ...packages]
        .map((to) => `${path} -> ${to}`)
        .filter((arrow) => !used.has(arrow)),
    );
    expect(needless).toEqual([]);
  });

  test('bring into the seller’s page what is written for it, and nothing else', () => {
    const inPage = reached(['entrypoints/console.content/index.ts', 'entrypoints/guard.content.ts']);
    const foreign = [...inPage].filter(
      (path) => !/^(?:entrypoints\/(?:console\.content|guard)|components\/|assets\/)/.test(path),
    );
    expect(foreign).toEqual([]);
    const left = [...files.keys()].filter(
      (path) => path.startsWith('entrypoints/console.content/') && !inPage.has(path),
    );
    // Types leave nothing in the page; whatever else lies here is loaded there.
    expect(left.filter((path) => imports.some(({ to, isType }) => to === path && !isType))).toEqual([]);
  });

  test('bring nothing of our pages into the worker', () => {
    const foreign = [...reached(['entrypoints/background/index.ts'])].filter((path) =>
      /^entrypoints\/(?:workspace|popup)\//.test(path),
    );
    expect(foreign).toEqual([]);
  });

  test('never lead from a rule to a rule', () => {
    const isRule = (path: string) => files.get(path)?.includes('export default defineRule(') ?? false;
    expect(imports.filter(({ from, to }) => isRule(from) && isRule(to))).toEqual([]);
  });
});

/** The files whose code comes with some files. */
function reached(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries);
  for (const file of found)
    for (const { from, to, isPackage, isType } of imports) if (from === file && !isPackage && !isType) found.add(to);
  return found;
}

/** The nodes of the drawing in CONTRIBUTING.md, each with the rooms that it stands for. The first that fits holds. */
const nodes: readonly (readonly [name: string, rooms: RegExp])[] = [
  ['rules', /^rules\b/],
  ['components', /^components$/],
  ['console', /^entrypoints\/(?:console\.content|guard\.content)\b/],
  ...['messages', 'consoles', 'rows', 'understanding', 'shops', 'database'].map(
    (name) => [name, new RegExp(`^entrypoints/background/${name}$`)] as const,
  ),
  ['topics', /^entrypoints\/background\//],
  ['router', /^entrypoints\/background$/],
  ['files', /^entrypoints\/workspace\/(?:files|backup)\b/],
  ['workspace', /^entrypoints\/workspace\b/],
  ['popup', /^entrypoints\/popup$/],
  ['reference', /^entrypoints\/reference$/],
];

test('the drawing in CONTRIBUTING.md has the arrows of the table, dotted where types alone go along them', () => {
  const nodeOf = (path: string) => nodes.find(([, pattern]) => pattern.test(path))?.[0];
  const arrows = (pick: (room: Room) => readonly string[] | undefined) =>
    rooms.flatMap((room) =>
      (pick(room) ?? []).map((to) => [nodeOf(room.path), nodeOf(to)]).filter(([from, to]) => to && from !== to),
    );
  const code = new Set(arrows(({ uses }) => uses).map((arrow) => arrow.join(' --> ')));
  const types = arrows((room) => room.types).filter((arrow) => !code.has(arrow.join(' --> ')));
  const drawn = /^```mermaid\n([\s\S]*?)^```/m.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'))?.[1] ?? '';
  const inDrawing = [...drawn.matchAll(/^ *(\w+) (-->|-\.->) (.+)$/gm)].flatMap(([, from, line, to = '']) =>
    to.split(' & ').map((one) => `${from} ${line} ${one}`),
  );
  expect(inDrawing.toSorted()).toEqual(
    [...new Set([...code, ...types.map((arrow) => arrow.join(' -.-> '))])].toSorted(),
  );
});
