import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

// `npm run setup` against a registry of ours, which holds one package: what is not sealed in the lockfile is not run.

const root = resolve(import.meta.dirname, '../..');
const NAME = 'harbor-tool';
const LOG = '.results/setup.log';
/** Written by the package's script, should it ever be run. */
const TRACE = 'was-run';

let folder = '';
let project = '';
let packed: Buffer = Buffer.alloc(0);
let registry: Server;

const sealOf = (bytes: Buffer) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
const address = () => `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
const write = (file: string, content: unknown) =>
  writeFileSync(join(project, file), JSON.stringify(content, undefined, 2));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'preflight-setup-'));
  const source = join(folder, 'package');
  mkdirSync(source);
  const scripts = { postinstall: `node -e "require('fs').writeFileSync(process.env.INIT_CWD + '/${TRACE}', '')"` };
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name: NAME, version: '1.0.0', scripts }));
  packed = execFileSync('tar', ['-cz', '-C', folder, 'package'], { maxBuffer: 2 ** 24 });
  registry = createServer((request, response) => {
    if (request.url?.endsWith('.tgz')) return response.end(packed);
    if (request.url !== `/${NAME}`) return response.writeHead(404).end();
    const dist = { tarball: `${address()}/${NAME}.tgz`, integrity: sealOf(packed) };
    const versions = { '1.0.0': { name: NAME, version: '1.0.0', hasInstallScript: true, dist } };
    return response.end(JSON.stringify({ name: NAME, 'dist-tags': { latest: '1.0.0' }, versions }));
  });
  await new Promise<void>((listening) => {
    registry.listen(0, '127.0.0.1', listening);
  });
});

afterAll(() => {
  registry.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  project = mkdtempSync(join(folder, 'project-'));
  for (const file of ['setup.mjs', 'browsers.mjs'])
    cpSync(join(root, 'tests/tools', file), join(project, 'tests/tools', file));
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

/** A project whose lockfile seals the package so. */
function projectSealing(integrity: string): void {
  const about = { name: 'project', version: '1.0.0', dependencies: { [NAME]: '1.0.0' } };
  // As leave is given where a package has a script that is wanted.
  write('package.json', { ...about, allowScripts: { [NAME]: true } });
  const locked = { version: '1.0.0', integrity, hasInstallScript: true };
  write('package-lock.json', {
    ...{ name: 'project', version: '1.0.0', lockfileVersion: 3, requires: true },
    packages: { '': about, [`node_modules/${NAME}`]: locked },
  });
}

/** Exit code and what was said. */
async function setup(changed: object = {}): Promise<{ readonly code: number; readonly said: string }> {
  const settings = {
    npm_config_registry: address(),
    npm_config_cache: join(folder, 'cache'),
    npm_config_userconfig: join(folder, 'npmrc'),
  };
  const run = promisify(execFile)(process.execPath, ['tests/tools/setup.mjs'], {
    cwd: project,
    env: { ...process.env, ...settings, INIT_CWD: project, ...changed },
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, said: stdout + stderr }),
  );
}

test('what the lockfile seals is installed, and no script of it is run', async () => {
  projectSealing(sealOf(packed));
  expect(await setup()).toMatchObject({ code: 0 });
  expect(existsSync(join(project, 'node_modules', NAME, 'package.json'))).toBe(true);
  expect(existsSync(join(project, TRACE))).toBe(false);
});

test('a step is one line, nothing is said when nothing is to be done, and the rest stands in a log', async () => {
  projectSealing(sealOf(packed));
  const { said } = await setup();
  expect(said).toMatch(/^Dependencies: 1 packages, \d+ s\n$/);
  expect(readFileSync(join(project, LOG), 'utf8')).toMatch(/^\$ npm install .*\n[\s\S]*added 1 package/);
  expect(await setup()).toEqual({ code: 0, said: '' });
});

test('a step that fails says which command, why, and where all of it stands', async () => {
  projectSealing(sealOf(packed));
  const unreachable = { npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0' };
  const { code, said } = await setup({ ...unreachable, npm_config_cache: join(project, 'no-cache') });
  expect(code).toBe(1);
  expect(said).toMatch(/^Dependencies: failed: npm install .*\nnpm error code ECONNREFUSED\n/);
  expect(said).toMatch(/\nAll that it said: \.results\/setup\.log\n$/);
  expect(said.split('\n').length).toBeLessThan(20);
  expect(readFileSync(join(project, LOG), 'utf8')).toContain('ECONNREFUSED');
});

test('where the folder of the project cannot be written, the log stands elsewhere', async () => {
  projectSealing(sealOf(Buffer.from('other bytes')));
  writeFileSync(join(project, dirname(LOG)), '');
  const { said } = await setup();
  const [, log = ''] = /\nAll that it said: (.*)\n$/.exec(said) ?? [];
  expect(log.startsWith(tmpdir())).toBe(true);
  expect(readFileSync(log, 'utf8')).toContain('EINTEGRITY');
  rmSync(dirname(log), { recursive: true });
});

test('other bytes than those that the lockfile seals are refused', async () => {
  projectSealing(sealOf(Buffer.from('other bytes')));
  const { code, said } = await setup();
  expect(code).toBe(1);
  expect(said).toContain('EINTEGRITY');
  expect(existsSync(join(project, 'node_modules', NAME))).toBe(false);
});

test('packages that are there already and are not those of the lockfile stop it', async () => {
  projectSealing(sealOf(packed));
  await setup();
  const installed = 'node_modules/.package-lock.json';
  const list = JSON.parse(readFileSync(join(project, installed), 'utf8'));
  list.packages['node_modules/other-tool'] = { version: '1.0.0', integrity: sealOf(Buffer.from('x')), optional: true };
  write(installed, list);
  const { code, said } = await setup();
  expect(code).toBe(1);
  expect(said).toContain('Not the packages that package-lock.json seals: node_modules/other-tool.');
});
