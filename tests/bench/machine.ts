import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { findBrowser } from '../tools/browsers.mjs';

/** What figures depend on. Those of two machines are not compared. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** GiB. */
  readonly memory: number;
  readonly node: string;
  readonly chromium: string;
}

/** Processes that want a core on average, above which other work is under way. */
const IDLE = 0.5;

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    chromium: chromiumVersion(),
  };
}

/** Whether figures of the two may be set side by side: newer tools on the same machine may be what made them differ. */
export function isSameMachine(one: Machine, other: Machine): boolean {
  return one.processor === other.processor && one.cores === other.cores && one.memory === other.memory;
}

export function machineLine({ processor, cores, memory, node, chromium }: Machine): string {
  return `${cores} × ${processor}, ${memory} GiB, Node ${node}, Chromium ${chromium}`;
}

/** Processes that wanted a core in the last minute, on average. */
export function currentLoad(): number {
  return loadavg()[0] ?? 0;
}

/** @param load as `currentLoad` gave it before anything was measured */
export function isBusy(load: number): boolean {
  return load > IDLE;
}

export function loadLine(load: number): string {
  const average = `load average ${load.toFixed(1)} at the start`;
  return isBusy(load) ? `${average}: BUSY, other work slowed this run` : average;
}

function chromiumVersion(): string {
  const { stdout } = spawnSync(findBrowser('chromium') ?? 'chromium', ['--version'], { encoding: 'utf8' });
  return /\d[\d.]+/.exec(stdout ?? '')?.[0] ?? 'unknown';
}
