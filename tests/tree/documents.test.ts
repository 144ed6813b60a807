import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

// What is written for engineers names files, headings and commands that exist.

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));
/** Every file and folder, each with a slash before it, and behind it where it is a folder. */
const places = new Set(
  files.flatMap((path) => {
    const folders = path.split('/').slice(0, -1);
    return [`/${path}`, ...folders.map((_, index) => `/${folders.slice(0, index + 1).join('/')}/`)];
  }),
);
const documents = files.filter((path) => path.endsWith('.md'));

/** A document's text without what is between fences. */
const prose = (path: string) => read(path).replaceAll(/^```[\s\S]*?^```/gmu, '');

/** The anchors of a document's headings, as GitHub makes them. */
function anchors(path: string): string[] {
  return [...prose(path).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/gu, '-'),
  );
}

/** Links of a document that lead nowhere. */
function brokenLinks(path: string): string[] {
  const targets = [...prose(path).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target);
  return targets.filter((target) => {
    if (/^[a-z]+:/u.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const linked = file === '' ? path : join(dirname(path), file);
    if (!existsSync(join(root, linked))) return true;
    return anchor !== undefined && !anchors(linked).includes(anchor);
  });
}

/** Made by a command, and in no clone. */
const GENERATED = /^(?:\.output|\.results|assets\/public\/reference)\b/u;
const FILE = /^[\w.@<>*{},-]*(?:\/[\w.@<>*{},-]+)*\/?$/u;
const ENDING = /(?:\/|\.(?:[cm]?[jt]sx?|jsonl?|css|html|md|svg|txt|c))$/u;

/** Paths in a document's text that are neither a path nor the end of one. */
function missingPaths(path: string): string[] {
  const named = [...prose(path).matchAll(/`([^`\n]+)`/gu)].map(([, name = '']) => name);
  const paths = named.filter((name) => FILE.test(name) && ENDING.test(name) && !name.startsWith('.'));
  return paths.filter((name) => !GENERATED.test(name) && !exists(name));
}

/** `<name>` and `*` stand for any name, `{a,b}` for each of them. */
function exists(path: string): boolean {
  const pattern = path
    .replaceAll(/[.]/gu, '\\$&')
    .replaceAll(/<[^>]*>|\*/gu, '[^/]+')
    .replaceAll(/\{([^}]*)\}/gu, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  const end = new RegExp(`/${pattern}$`, 'u');
  return [...places].some((place) => end.test(place));
}

/** Test pages are listed by the folder of their row, and the changelog is about what was. */
const ofToday = documents.filter((path) => !path.startsWith('tests/consoles/') && path !== 'CHANGELOG.md');

describe('documents', () => {
  test('are found', () => {
    expect(documents).toEqual(expect.arrayContaining(['CONTRIBUTING.md', 'rules/README.md', 'tests/README.md']));
    expect(anchors('tests/README.md')).toContain('what-day-it-is');
    expect(exists('engine/facts.ts')).toBe(true);
    expect(exists('rules/facts.ts')).toBe(false);
  });

  test.each(documents)('%s: every link leads somewhere', (path) => {
    expect(brokenLinks(path)).toEqual([]);
  });

  test.each(ofToday)('%s: every path exists', (path) => {
    expect(missingPaths(path)).toEqual([]);
  });

  test.each(ofToday)('%s: every script exists', (path) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/npm run ([\w-]+)/gu)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('CONTRIBUTING.md is read in one sitting: details stand beside what they explain', () => {
  expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(201);
});

test('CONTRIBUTING.md has a line for every script', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const rows = [...read('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?([\w-]+)/gmu)].map(([, name = '']) => name);
  const called = Object.keys(scripts).filter((name) => !(name.startsWith('pre') && name.slice(3) in scripts));
  expect(rows.toSorted()).toEqual(called.toSorted());
});
