import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHROME_BUILD } from './chromium.ts';
import { FIREFOX_BUILD } from './firefox.ts';

export const builds = { chromium: CHROME_BUILD, firefox: FIREFOX_BUILD } as const;

export interface BuiltFile {
  /** Path in the package, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** The files of a build whose names end so, as text. */
export function builtFiles(build: string, ending: string): BuiltFile[] {
  const names = readdirSync(build, { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => name.endsWith(ending)).sort();
  return paths.map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(build, path), 'utf8') }));
}

export function builtManifest(build: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Record<string, unknown>;
}
