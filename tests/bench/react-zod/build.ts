import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** Builds the extension with React and zod in the page. Gives its folder. */
export function buildWithReactAndZod(): string {
  const config = join(import.meta.dirname, 'wxt.config.ts');
  const { status, stdout, stderr } = spawnSync('wxt', ['build', '--config', config], { encoding: 'utf8' });
  if (status === 0) return resolve('.output/bench-react-zod');
  console.error(`${stdout}${stderr}`);
  throw new Error('The extension could not be built with React and zod.');
}
