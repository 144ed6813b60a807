import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendRun, figuresOf, lastFigure, lastPace, type Run, readRuns } from './history.ts';
import { loadLine, type Machine } from './machine.ts';
import { currentPace, paceLine } from './pace.ts';
import type { Row } from './part.ts';
import { median, percentile } from './statistics.ts';
import { type Measured, tableOf } from './table.ts';

const machine: Machine = { processor: 'Demo processor', cores: 2, memory: 8, node: 'v24.0.0', chromium: '150.0' };

const kept = (date: string, value: number, on: Machine = machine): Run => ({
  date: `${date}T08:00:00.000Z`,
  commit: 'abc1234',
  machine: on,
  load: 0.1,
  rounds: 7,
  figures: { load: { 'our script': value } },
});

const tableWith = (rows: readonly Row[], runs: readonly Run[] = []) =>
  tableOf(new Map<string, Measured>([['load', rows]]), runs, machine);

test('a figure over its budget is marked and counted; one that is just there is not', () => {
  const { text, broken } = tableWith([
    { name: 'our script', value: 15.01, unit: 'ms', budget: 15 },
    { name: 'all script', value: 15, unit: 'ms', budget: 15 },
    { name: 'without a budget', value: 900, unit: 'ms' },
  ]);
  expect(broken).toBe(1);
  expect(text.split('\n').filter((line) => line.includes('OVER'))).toEqual([expect.stringContaining('our script')]);
});

test('what could not be measured keeps no budget', () => {
  expect(tableWith([{ name: 'our script', value: median([]), unit: 'ms', budget: 15 }]).broken).toBe(1);
});

test('a part that failed is told with its reason, and hides no other part', () => {
  const { text, broken } = tableOf(
    new Map<string, Measured>([
      ['load', new Error('No page was served.\n  at some line')],
      ['size', [{ name: 'content script', value: 61, unit: 'kB', budget: 60 }]],
    ]),
    [],
    machine,
  );
  expect(broken).toBe(2);
  expect(text).toMatch(/^load +FAILED: No page was served\.$/m);
  expect(text).toMatch(/^size +content script .*OVER$/m);
});

test('the last kept figure of the same machine stands beside, whatever its tools were', () => {
  const rows = [{ name: 'our script', value: 12, unit: 'ms' }];
  const newerTools = { ...machine, chromium: '160.0' };
  const otherMachine = { ...machine, cores: 16 };
  const runs = [kept('2026-11-01', 11), kept('2026-11-02', 10, newerTools), kept('2026-11-03', 4, otherMachine)];
  expect(tableWith(rows, runs).text).toContain('10.00 (2026-11-02 abc1234)');
  expect(tableWith([{ name: 'new row', value: 1, unit: 'ms' }], runs).text).not.toContain('abc1234');
});

test('a run that left a part out does not hide what was kept of it before', () => {
  const partial = { ...kept('2026-11-05', 0), figures: { size: { 'content script': 58 } } };
  expect(lastFigure([kept('2026-11-01', 11), partial], machine, 'load', 'our script')?.value).toBe(11);
});

test('a history reads as it was written, a line for each run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-history-'));
  const file = join(folder, 'deep', 'history.jsonl');
  const figures = figuresOf(new Map([['load', [{ name: 'our script', value: 12.345678, unit: 'ms' }]]]));
  const runs = [kept('2026-11-01', 11), { ...kept('2026-11-02', 0), figures }];
  for (const run of runs) appendRun(file, run);
  expect(readRuns(file)).toEqual(runs);
  expect(figures).toEqual({ load: { 'our script': 12.35 } });
  expect(readRuns(join(folder, 'none.jsonl'))).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('a figure from a busy machine says so, also once it is kept', () => {
  const rows = [{ name: 'our script', value: 12, unit: 'ms' }];
  expect(tableWith(rows, [{ ...kept('2026-11-01', 11), load: 3 }]).text).toContain('11.00 (2026-11-01 abc1234 busy)');
  expect(loadLine(1.8)).toContain('BUSY');
  expect(loadLine(0.1)).not.toContain('BUSY');
});

test('percentiles are values that were measured', () => {
  expect(percentile([5, 1, 3, 2, 4], 95)).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2);
  expect(median([])).toBeNaN();
});

test('the pace of the machine is told beside that of the last kept run that has one', () => {
  const runs = [{ ...kept('2026-11-01', 1), pace: 4 }, kept('2026-11-02', 1)];
  expect(lastPace(runs, machine)).toBe(4);
  expect(lastPace(runs, { ...machine, cores: 16 })).toBe(null);
  expect(paceLine(5, 4)).toBe('pace: 5.00 ms for work that is always the same, 4.00 in the last kept run');
  expect(paceLine(5, null)).toBe('pace: 5.00 ms for work that is always the same');
});

test('the same work takes some time', () => {
  expect(currentPace()).toBeGreaterThan(0);
});
