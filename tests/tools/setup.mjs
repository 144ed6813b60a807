// Sets up what the scripts need, on a machine that has nothing but Node and npm: the locked dependencies, and the
// browsers the tests drive. Plain JavaScript, because the Node of the machine may be too old to run TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { findBrowser } from './browsers.mjs';

/** @typedef {'chromium' | 'firefox'} Browser */

const LOCKFILE = 'package-lock.json';
/** What npm says it has installed, with the hashes it found. */
const INSTALLED = 'node_modules/.package-lock.json';
/** The first Node in the path of npm's scripts. */
const NODE = process.platform === 'win32' ? 'node_modules/.bin/node.cmd' : 'node_modules/.bin/node';
const WXT = process.platform === 'win32' ? 'node_modules\\.bin\\wxt.cmd' : 'node_modules/.bin/wxt';
const TYPES = '.wxt/tsconfig.json';
/** What the commands of the steps say: hundreds of lines that nobody needs unless one fails. */
const LOG = '.results/setup.log';
/** So many of them are shown when one fails. */
const MOST_LINES = 15;
/** The first that runs TypeScript without a build step and without being asked to. */
const NODE_MAJOR = 24;

/** @type {ReturnType<typeof openLog> | undefined} */
let log;

const wanted = /** @type {Browser[]} */ (process.argv.slice(2));

// Not `npm ci`: it refuses a lockfile without the binaries of other platforms, which not every registry holds. Versions
// come from the lockfile all the same, it is left as it is, and npm refuses bytes without the hash that it names. No
// package needs a script of its own at the installation, so none is run.
if (!isInstalled())
  step(
    'Dependencies',
    [['npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']]],
    () => `${packagesIn(INSTALLED).size} packages`,
  );
requireSeals();
requireNode();
// What `tsconfig.json` extends: without it no script of a fresh clone loads.
if (existsSync('wxt.config.ts') && !existsSync(TYPES)) step('Generated types', [[WXT, ['prepare']]], () => TYPES);

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
  /**
   * @param {string[]} args
   * @returns {Command}
   */
  const apt = (...args) =>
    isRoot
      ? ['apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' }]
      : ['sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]];
  const wantedPackages = names.map((name) => packages[name]);
  step(
    names.length > 1 ? 'Browsers' : 'Browser',
    [
      apt('update', '-qq'),
      // Without a Chinese font every screenshot of the interface is a row of boxes.
      apt('install', '-y', '-qq', '--no-install-recommends', ...wantedPackages, 'fonts-noto-cjk'),
    ],
    () => names.map(versionOf).join(', '),
  );
}

/** @param {Browser} name */
function versionOf(name) {
  const path = findBrowser(name);
  if (path === null) return name;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  // Both say more behind it: the distribution, or what they could not find.
  return /(?:Chromium|Firefox) [\d.]+/.exec(stdout ?? '')?.[0] ?? name;
}

function hasPasswordlessSudo() {
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
}

/**
 * Runs commands one after the other and tells of them in one line: what is set up, what there is now, and how long it took.
 * @param {string} name
 * @param {readonly Command[]} commands
 * @param {() => string} outcome
 */
function step(name, commands, outcome) {
  const started = Date.now();
  process.stdout.write(`${name}: `);
  for (const command of commands) run(command);
  console.log(`${outcome()}, ${Math.max(1, Math.round((Date.now() - started) / 1000))} s`);
}

/**
 * @typedef {[command: string, args: string[], environment?: Record<string, string>]} Command
 * @param {Command} command
 */
function run([command, args, environment = {}]) {
  log ??= openLog();
  const said = `${command} ${args.join(' ')}`;
  writeSync(log.file, `$ ${said}\n`);
  const before = readFileSync(log.path).length;
  const env = { ...process.env, ...environment };
  const { status, error } = spawnSync(command, args, { stdio: ['inherit', log.file, log.file], env });
  if (status === 0) return;
  const written = readFileSync(log.path).subarray(before).toString('utf8').split('\n');
  const lines = written.filter((line) => line.trim() !== '' && !/^npm error\s+at /.test(line));
  // npm and apt mark what went wrong, among much that did not; what it is comes first.
  const marked = lines.filter((line) => /^(?:npm error|E:)/.test(line));
  const shown = marked.length > 0 ? marked.slice(0, MOST_LINES) : lines.slice(-MOST_LINES);
  stop([`failed: ${said}`, ...(error ? [error.message] : []), ...shown, `All that it said: ${log.path}`].join('\n'));
}

function openLog() {
  try {
    mkdirSync(dirname(LOG), { recursive: true });
    return { path: LOG, file: openSync(LOG, 'w') };
  } catch {
    // The project's folder cannot be written.
    const path = join(mkdtempSync(join(tmpdir(), 'preflight-')), basename(LOG));
    return { path, file: openSync(path, 'w') };
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
