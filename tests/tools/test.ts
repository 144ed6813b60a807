/**
 * `npm test [-- --days-ahead N]`: types, lint, build, unit, rules, readers and end to end, each to its end whatever the
 * others did. The very last line counts what the runners' own reports say. `--days-ahead`: for every step and the browsers
 * that it starts, today is so many days later than for the machine, whose own clock stays.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { laterDay } from './later-day.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Titles of those among the passed that failed once before. */
  again?: readonly string[];
}

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Reads the runner's report; without one the step counts as a single test. */
  readonly report?: () => Tally;
  /** Steps that need this one's result do not run without it. */
  readonly vital?: true;
}

const steps: readonly Step[] = [
  { name: 'generated types', command: ['wxt', 'prepare'], vital: true },
  { name: 'types', command: ['tsc', '--project', '.'] },
  { name: 'lint and format', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'dead code and unused packages', command: ['knip', '--no-progress'] },
  {
    name: 'unit, rules and tree',
    command: ['vitest', 'run', '--config', 'tests/vitest.config.ts'],
    report: readVitest,
  },
  { name: 'build and archive for Chromium', command: ['wxt', 'zip'], vital: true },
  { name: 'build and archive for Firefox', command: ['wxt', 'zip', '--browser', 'firefox', '--mv3'], vital: true },
  { name: 'the same archives from the sources archive', command: ['node', 'tests/tools/rebuild.ts'] },
  {
    name: 'readers and end to end',
    command: ['playwright', 'test', '--config', 'tests/playwright.config.ts'],
    report: readPlaywright,
  },
];

const { 'days-ahead': days } = parseArgs({ options: { 'days-ahead': { type: 'string' } } }).values;
const environment = { ...process.env, ...(days === undefined ? {} : laterDay(days)) };
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];

rmSync('.results', { recursive: true, force: true });
mkdirSync('.results');

for (const step of steps) {
  console.log(`\n--- ${step.name}: ${step.command.join(' ')}`);
  const started = Date.now();
  const code = await run(step.command);
  const tally = step.report
    ? reported(step, code)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const again = tally.again?.map((title) => `\n  passed at the second try only: ${title}`).join('') ?? '';
  lines.push(`${step.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)${again}`);
  if (step.vital && code !== 0) break;
}

console.log(`\n${lines.join('\n')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

function run([command, ...args]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command as string, args, { stdio: ['ignore', 'inherit', 'inherit'], env: environment });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A runner that failed without naming a failed test, or left no report, counts as one failure. */
function reported(step: Step, code: number): Tally {
  try {
    const tally = (step.report as () => Tally)();
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } catch (error) {
    console.error(`${step.name}: no readable report (${error})`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function readVitest(): Tally {
  const report = JSON.parse(readFileSync('.results/vitest.json', 'utf8')) as Record<string, number>;
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
}

/** A browser that a busy machine kept waiting is asked once more; which tests needed that is said, to be mended. */
function readPlaywright(): Tally {
  const { stats, suites } = JSON.parse(readFileSync('.results/playwright.json', 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    suites: readonly Suite[];
  };
  const { expected, flaky, unexpected, skipped } = stats;
  return { passed: expected + flaky, failed: unexpected, skipped, again: suites.flatMap(passedAgain) };
}

function passedAgain({ title, suites = [], specs }: Suite): readonly string[] {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...own.map((spec) => spec.title), ...suites.flatMap(passedAgain)].map((name) => `${title} › ${name}`);
}
