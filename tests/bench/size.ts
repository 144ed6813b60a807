/** What every console page loads of the extension. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuild } from '../tools/build.ts';
import { CHROME_BUILD } from '../tools/chromium.ts';
import type { Row } from './part.ts';

export async function measure(): Promise<readonly Row[]> {
  ensureBuild();
  const { whole, zipped } = scriptSize(CHROME_BUILD);
  return [
    { name: 'content script, minified', value: whole, unit: 'kB' },
    { name: 'content script, gzip', value: zipped, unit: 'kB', budget: 30 },
  ];
}

/** Of a script, in kB. */
export interface Size {
  readonly whole: number;
  readonly zipped: number;
}

/** Of a build's content script, all its files together. */
export function scriptSize(build: string): Size {
  const folder = join(build, 'content-scripts');
  const sizes = readdirSync(folder).map((file) => sizeOf(readFileSync(join(folder, file))));
  return sizes.reduce((sum, { whole, zipped }) => ({ whole: sum.whole + whole, zipped: sum.zipped + zipped }));
}

export function sizeOf(script: Buffer): Size {
  return { whole: script.length / 1000, zipped: gzipSync(script).length / 1000 };
}
