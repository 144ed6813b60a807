import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The moment at which every test begins, whatever the machine's clock says. Test pages hold days around it. It is one
 * calendar day in all time zones of the marketplaces' sites.
 */
const PINNED = Date.parse('2026-11-20T12:00:00Z');

/** How far the tests' clock is behind the machine's, in ms: the same for all of a run's browsers, so that time goes on in all alike. */
const shift = PINNED - Date.now();

/** The tests' own time, as the browsers of `launchChromium` and `launchFirefox` have it. */
export function now(): Date {
  return new Date(Date.now() + shift);
}

/** The calendar day of `now`, in UTC, as ISO day. */
export function today(): string {
  return now().toISOString().slice(0, 10);
}

const copies = new Map<string, string>();

/** A copy of a built extension in which every script begins at the tests' own time. The build itself stays as it is. */
export function withPinnedClock(build: string): string {
  const known = copies.get(build);
  if (known) return known;
  const folder = mkdtempSync(join(tmpdir(), 'preflight-clock-'));
  if (copies.size === 0) process.once('exit', removeCopies);
  copies.set(build, folder);
  cpSync(build, folder, { recursive: true });
  const code = `(${moveDates})(${shift});\n`;
  // The scripts of the page stay as they are built: one that runs before them moves their clock.
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.js') && !file.startsWith('content-scripts')) prepend(join(folder, file), code);
  writeFileSync(join(folder, 'content-scripts', 'clock.js'), code);
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { content_scripts: { js: string[] }[] };
  for (const { js } of manifest.content_scripts) js.unshift('content-scripts/clock.js');
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

function prepend(path: string, code: string): void {
  writeFileSync(path, code + readFileSync(path, 'utf8'));
}

function removeCopies(): void {
  for (const folder of copies.values()) rmSync(folder, { recursive: true, force: true });
}

/** Runs in the browser. Moves the clock of its world once, by so many ms: timers and events keep their time. */
export function moveDates(by: number): void {
  const world = globalThis as typeof globalThis & { movedDate?: true };
  if (world.movedDate) return;
  world.movedDate = true;
  const TrueDate = Date;
  const moved = () => TrueDate.now() + by;
  world.Date = new Proxy(TrueDate, {
    apply: () => new TrueDate(moved()).toString(),
    construct: (_, given, target) => Reflect.construct(TrueDate, given.length > 0 ? given : [moved()], target),
    get: (target, name) => (name === 'now' ? moved : Reflect.get(target, name)),
  });
}
