/**
 * The archives again, from the sources archive alone and in another place: every byte must be the same. What a store's
 * reviewer builds is then what sellers install. Needs the archives of `npm run zip`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveKinds, archiveNames, archivePath, seal } from './archives.ts';
import { unzip } from './unzip.ts';

const folder = mkdtempSync(join(tmpdir(), 'preflight-rebuild-'));
try {
  unzip(archivePath('sources'), folder);
  // A copy and no link: a bundler follows links and would find the packages outside of the project.
  cpSync('node_modules', join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  for (const browser of ['chrome', 'firefox'] as const) zip(browser);
  for (const kind of archiveKinds) {
    const same = seal(archivePath(kind)) === seal(archivePath(kind, folder));
    console.log(`${archiveNames[kind]}: ${same ? 'the same bytes' : 'OTHER BYTES'}`);
    if (!same) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function zip(browser: 'chrome' | 'firefox'): void {
  const wxt = join(folder, 'node_modules/.bin/wxt');
  const options = { cwd: folder, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(wxt, ['zip', '--browser', browser, '--mv3'], options);
  if (status !== 0) throw new Error(`The sources archive does not build for ${browser}.\n${stdout}${stderr}`);
}
