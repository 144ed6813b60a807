import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RichText } from '../../entrypoints/background/messages/words.ts';

const sources = ['entrypoints', 'components', 'rules', 'assets', 'wxt.config.ts', 'package-lock.json'];
const manifests = { chrome: '.output/chrome-mv3/manifest.json', firefox: '.output/firefox-mv3/manifest.json' };

/** Builds the extension for a browser unless the build is newer than every source. Prints only when it fails. */
export function ensureBuild(browser: keyof typeof manifests = 'chrome'): void {
  const manifest = manifests[browser];
  if (existsSync(manifest) && sources.every((source) => newestTime(source) <= statSync(manifest).mtimeMs)) return;
  const { status, stdout, stderr } = spawnSync('wxt', ['build', '--browser', browser, '--mv3'], { encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${stdout}${stderr}`);
  throw new Error(`The extension could not be built for ${browser}.`);
}

function newestTime(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newestTime(join(path, name))));
}

/** A sentence without its marks. */
export function plainText(sentence: RichText): string {
  return sentence.map(({ text }) => text).join('');
}
