// Sets up what the scripts need, on a machine that has nothing but Node and npm: the locked dependencies, and the
// browsers the tests drive. Plain JavaScript, because the Node of the machine may be too old to run TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from './browsers.mjs';

/** @typedef {'chromium' | 'firefox'} Browser */

const wanted = /** @type {Browser[]} */ (process.argv.slice(2));

// Not `npm ci`: it refuses a lockfile without the binaries of other platforms, which not every registry holds. Versions
// come from the lockfile all the same, and it is left as it is.
if (!isInstalled()) run('npm', ['install', '--no-save', '--no-audit', '--no-fund']);

const missing = wanted.filter((name) => findBrowser(name) === null);
if (missing.length > 0) installBrowsers(missing);

/** Whether `node_modules` holds exactly what the lockfile names. */
function isInstalled() {
  const installed = 'node_modules/.package-lock.json';
  if (!existsSync(installed)) return false;
  /** @param {string} file */
  const versions = (file) =>
    Object.entries(
      /** @type {Record<string, {version: string, optional?: boolean}>} */ (
        JSON.parse(readFileSync(file, 'utf8')).packages
      ),
    )
      .filter(([place, { optional }]) => place !== '' && !optional)
      .map(([place, { version }]) => `${place} ${version}`)
      .sort()
      .join('\n');
  return versions('package-lock.json') === versions(installed);
}

/** @param {Browser[]} names */
function installBrowsers(names) {
  const packages = { chromium: 'chromium', firefox: 'firefox-esr' };
  const isRoot = process.getuid?.() === 0;
  if (!existsSync('/usr/bin/apt-get') || !(isRoot || hasPasswordlessSudo())) {
    console.error(
      `${names.join(' and ')} not found. Install Chromium (or Chrome for Testing) and Firefox, or name them in ` +
        'PREFLIGHT_CHROMIUM and PREFLIGHT_FIREFOX.',
    );
    process.exit(1);
  }
  /** @param {string[]} args */
  const apt = (...args) =>
    isRoot
      ? run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' })
      : run('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]);
  apt('update', '-qq');
  // Without a Chinese font every screenshot of the interface is a row of boxes.
  apt('install', '-y', '-qq', '--no-install-recommends', ...names.map((name) => packages[name]), 'fonts-noto-cjk');
}

function hasPasswordlessSudo() {
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} environment
 */
function run(command, args, environment = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`);
  process.exit(1);
}
