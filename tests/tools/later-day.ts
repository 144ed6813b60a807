import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The environment in which a program and all that it starts, browsers included, see a day so many days later than the
 * machine's, whose own clock stays. Linux only; throws where nothing compiles C.
 * libfaketime does the same for most programs, but Firefox waits for ever with it (see `later-day.c`).
 */
export function laterDay(days: string): Record<string, string> {
  if (!/^\d{1,5}$/.test(days))
    throw new Error(`--days-ahead takes a whole number of days, not ${JSON.stringify(days)}.`);
  const library = join(mkdtempSync(join(tmpdir(), 'preflight-day-')), 'later-day.so');
  const source = join(import.meta.dirname, 'later-day.c');
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source], { stdio: 'inherit' });
  if (status !== 0) throw new Error('A later day takes Linux and a C compiler: install gcc and libc6-dev.');
  return { LD_PRELOAD: library, DAYS_AHEAD: days };
}
