import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSameMachine, type Machine } from './machine.ts';
import type { Row } from './part.ts';

/** One run, a line of JSON in a history. */
export interface Run {
  /** When it began, UTC. */
  readonly date: string;
  /** Short hash, with "+" where files differed from it. */
  readonly commit: string;
  readonly machine: Machine;
  /** Load average at the start. */
  readonly load: number;
  /** Of the machine, as `currentPace` gives it; median of one before each part. Left out in runs before there was one. */
  readonly pace?: number;
  readonly rounds: number;
  /** Values by part and name of the row. */
  readonly figures: { readonly [part: string]: { readonly [row: string]: number } };
}

/** A figure of an earlier run. */
export interface KeptFigure {
  readonly value: number;
  readonly date: string;
  readonly commit: string;
  readonly load: number;
}

/** Of this working copy: every run. */
export const OWN_HISTORY = '.results/bench.jsonl';
/** Of the project: the runs that were worth keeping. */
export const KEPT_HISTORY = join(import.meta.dirname, 'history.jsonl');

export function readRuns(file: string): Run[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Run);
}

export function appendRun(file: string, run: Run): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(run)}\n`);
}

/** The figure that the latest run on the same machine had; null when none had it. */
export function lastFigure(runs: readonly Run[], machine: Machine, part: string, row: string): KeptFigure | null {
  for (const run of runs.toReversed()) {
    const value = run.figures[part]?.[row];
    if (value !== undefined && isSameMachine(run.machine, machine))
      return { value, date: run.date.slice(0, 10), commit: run.commit, load: run.load };
  }
  return null;
}

/** The pace of the machine in its latest run that has one; null when none has. */
export function lastPace(runs: readonly Run[], machine: Machine): number | null {
  return runs.findLast(({ pace, machine: on }) => pace !== undefined && isSameMachine(on, machine))?.pace ?? null;
}

/** Values by part and row, to four digits: more would be noise. */
export function figuresOf(parts: ReadonlyMap<string, readonly Row[]>): Run['figures'] {
  const entries = [...parts].map(([part, rows]) => [
    part,
    Object.fromEntries(rows.map(({ name, value }) => [name, Number(value.toPrecision(4))])),
  ]);
  return Object.fromEntries(entries);
}

export function currentCommit(): string {
  const git = (...given: string[]) => spawnSync('git', given, { encoding: 'utf8' }).stdout?.trim() ?? '';
  const hash = git('rev-parse', '--short', 'HEAD') || 'unknown';
  return git('status', '--porcelain') === '' ? hash : `${hash}+`;
}
