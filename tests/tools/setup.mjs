// Sets up what the scripts need, on a machine that has nothing but Node and npm: the locked dependencies, and the
// browsers the tests drive. Plain JavaScript, because the Node of the machine may be too old to run TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from './browsers.mjs';

/** @typedef {'chromium' | 'firefox'} Browser */

const LOCKFILE = 'package-lock.json';
/** What npm says it has installed, with the hashes it found. */
const INSTALLED = 'node_modules/.package-lock.json';
/** The first Node in the path of npm's scripts. */
const NODE = process.platform === 'win32' ? 'node_modules/.bin/node.cmd' : 'node_modules/.bin/node';
/** The first that runs TypeScript without a build step and without being asked to. */
const NODE_MAJOR = 24;

const wanted = /** @type {Browser[]} */ (process.argv.slice(2));

// Not `npm ci`: it refuses a lockfile without the binaries of other platforms, which not every registry holds. Versions
// come from the lockfile all the same, it is left as it is, and npm refuses bytes without the hash that it names. No
// package needs a script of its own at the installation, so none is run.
if (!isInstalled()) run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']);
requireSeals();
requireNode();

const missing = wanted.filter((name) => findBrowser(name) === null);
if (missing.length > 0) installBrowsers(missing);

/**
 * @typedef {{version: string, integrity?: string, optional?: boolean, bin?: Record<string, string>}} Locked
 * @param {string} file
 */
function packagesIn(file) {
  const packages = /** @type {Record<string, Locked>} */ (JSON.parse(readFileSync(file, 'utf8')).packages);
  return new Map(Object.entries(packages).filter(([place]) => place !== ''));
}

/** Whether `node_modules` holds exactly what the lockfile names. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  /** @param {string} file */
  const seals = (file) =>
    [...packagesIn(file)]
      .filter(([, { optional }]) => !optional)
      .map(([place, { version, integrity }]) => `${place} ${version} ${integrity}`)
      .sort()
      .join('\n');
  return seals(LOCKFILE) === seals(INSTALLED) && (!isNodeSealed() || existsSync(NODE));
}

/** Stops unless every package that is there is the one of the lockfile, by its hash: whatever the scripts run is sealed. */
function requireSeals() {
  const locked = packagesIn(LOCKFILE);
  const unsealed = [...packagesIn(INSTALLED)].filter(([place, { integrity }]) => {
    const seal = locked.get(place)?.integrity;
    return seal === undefined || seal !== integrity;
  });
  if (unsealed.length === 0) return;
  stop(
    `Not the packages that ${LOCKFILE} seals: ${unsealed.map(([place]) => place).join(', ')}. Delete node_modules and ` +
      'run this again. If they are missing in the lockfile, add them with `npm install`, and commit it.',
  );
}

/** Whether the lockfile holds a Node for this machine, of which npm makes the first in the path of the scripts. */
function isNodeSealed() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return packagesIn(LOCKFILE).has(`node_modules/node-${platform}-${process.arch}`);
}

/** Stops on a machine on which the scripts would run with a Node that is too old for them. */
function requireNode() {
  if (existsSync(NODE)) return;
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= NODE_MAJOR) return;
  stop(
    isNodeSealed()
      ? `Node ${NODE_MAJOR} was not installed: the registry does not hold the bytes that ${LOCKFILE} seals.`
      : `The scripts need Node ${NODE_MAJOR}, which the lockfile does not hold for ${process.platform} ${process.arch}. Install it.`,
  );
}

/** @param {Browser[]} names */
function installBrowsers(names) {
  const packages = { chromium: 'chromium', firefox: 'firefox-esr' };
  const isRoot = process.getuid?.() === 0;
  if (!existsSync('/usr/bin/apt-get') || !(isRoot || hasPasswordlessSudo())) {
    stop(
      `${names.join(' and ')} not found. Install Chromium (or Chrome for Testing) and Firefox, or name them in ` +
        'PREFLIGHT_CHROMIUM and PREFLIGHT_FIREFOX.',
    );
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
  stop(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`);
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
