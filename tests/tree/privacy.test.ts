import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

// PRIVACY.md names everything that is kept: each object store of the database and each key of the browser's storage.

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'entrypoints');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const textOf = (name: string) => sources.find((source) => source.name === name)?.text ?? '';

const objectStores = all(textOf('background/database/migrations.ts'), /createObjectStore\('(\w+)'/g);
/** The seller's decisions, each under its own key. */
const decisions = all(
  /export interface Decisions \{([\s\S]*?)\n\}/.exec(textOf('background/seller/decision-types.ts'))?.[1] ?? '',
  /^ {2}readonly (\w+)\??:/gm,
).filter((name) => name !== 'broken');
const keepers = sources.filter(({ text }) => /storage\.(?:local|session)\.(?:get|set|remove)/.test(text));
const keys = new Map(keepers.map(({ name, text }) => [name, keysIn(text)]));

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

/** Keys by their constants, and the beginnings of those that are made. */
function keysIn(text: string): string[] {
  const constants = new Map(
    [...text.matchAll(/const ([A-Z_]+) = '([\w:]+)'/g)].map(([, name, value]) => [name, value]),
  );
  const used = all(text, /(?:\[|\$\{|get\()([A-Z_]+)(?:\]|\}|\))/g).flatMap((name) => constants.get(name) ?? []);
  return [...used, ...all(text, /return [^;]*`(\w+:)\$\{/g)];
}

const [english = '', chinese = ''] = readFileSync(join(root, 'PRIVACY.md'), 'utf8').split('## 中文');
const named = (part: string) => new Set(all(part, /^\| `([\w:]+)` \|/gm));
const kept = new Set([...objectStores, ...decisions, ...[...keys.values()].flat()]);

describe('PRIVACY.md', () => {
  test('is compared with stores and keys that were found', () => {
    expect(objectStores).toContain('listings');
    expect(decisions).toContain('entered');
    expect(kept).toContain('importSalt');
    expect(kept).toContain('tab:');
    // Whoever keeps something under a key of its own is understood by this test.
    const understood = ['background/seller/decisions.ts', 'background/seller/stored-decisions.ts'];
    for (const [name, found] of keys) if (!understood.includes(name)) expect(found, name).not.toEqual([]);
  });

  test.each([
    ['English', english],
    ['Chinese', chinese],
  ])('names in %s all that is kept, and nothing else', (_language, part) => {
    expect([...named(part)].toSorted()).toEqual([...kept].toSorted());
  });

  test('says in both languages that nothing is sent, and which policy sees to it', () => {
    const policy = /"connect-src 'none'"/;
    expect(readFileSync(join(root, 'wxt.config.ts'), 'utf8')).toMatch(policy);
    for (const part of [english, chinese]) expect(part).toContain("`connect-src 'none'`");
  });
});
