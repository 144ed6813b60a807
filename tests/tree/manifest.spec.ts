import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { consoleMatches } from '../../entrypoints/background/consoles/guides.ts';
import { builds, builtManifest } from '../tools/built-files.ts';

// The manifests as built. A change here is a change of what sellers and stores are asked to allow: it is made by hand in
// `manifest.<browser>.json`, with its reason in the background's README and PRIVACY.md.

const names = ['chromium', 'firefox'] as const;
const kept = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, `manifest.${name}.json`), 'utf8'));
const text = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');

for (const name of names)
  test(`the ${name} manifest is the one that was agreed on`, () => {
    const { version, ...manifest } = builtManifest(builds[name]);
    expect(version).toBe((JSON.parse(text('package.json')) as { version: string }).version);
    expect(manifest).toEqual(kept(name));
  });

test('both manifests differ in nothing but what each browser wants', () => {
  const own = {
    chromium: ['background', 'minimum_chrome_version'],
    firefox: ['background', 'browser_specific_settings'],
  };
  const [chromium, firefox] = names.map((name) =>
    Object.fromEntries(Object.entries(kept(name)).filter(([key]) => !own[name].includes(key))),
  );
  expect(firefox).toEqual(chromium);
});

test('the scripts run on the documented hosts, each named in full, and on nothing else; the guard stands before the page', () => {
  for (const name of names) {
    const { content_scripts: scripts } = kept(name) as {
      content_scripts: { matches: string[]; js: string[]; run_at?: string; all_frames?: boolean; world?: string }[];
    };
    expect(scripts.map(({ js, run_at }) => [...js, run_at]).toSorted()).toEqual([
      ['content-scripts/console.js', 'document_idle'],
      ['content-scripts/guard.js', 'document_start'],
    ]);
    for (const script of scripts) {
      expect(script).not.toHaveProperty('all_frames');
      expect(script).not.toHaveProperty('world');
      expect(script.matches).toEqual([...consoleMatches].sort());
      for (const match of script.matches) expect(match).toMatch(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
    }
  }
});

test('nothing is asked for or given away beyond what has its reason', () => {
  for (const name of names) {
    const manifest = kept(name);
    expect(manifest.permissions).toEqual(['storage', 'alarms']);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    for (const key of [
      'host_permissions',
      'optional_host_permissions',
      'web_accessible_resources',
      'externally_connectable',
    ])
      expect(manifest).not.toHaveProperty(key);
    for (const permission of [...manifest.permissions, ...manifest.optional_permissions])
      for (const file of ['entrypoints/background/README.md', 'PRIVACY.md'])
        expect(text(file), file).toContain(`\`${permission}\``);
  }
});

// https://learn.microsoft.com/en-us/microsoft-edge/extensions-chromium/developer-guide/port-chrome-extension
test('the Chromium package is as the store of Edge wants it: no address of updates, no other browser in its texts', () => {
  expect(kept('chromium')).not.toHaveProperty('update_url');
  for (const language of ['en', 'zh_CN'])
    expect(text(`assets/public/_locales/${language}/messages.json`)).not.toMatch(/chrom(?:e|ium)|谷歌/i);
});
