import type { ConsolePage } from '../readers/console-pages.ts';
import type { Outcome } from './comparing.ts';
import { type Perturbation, type PerturbationName, perturbationNames, perturbations } from './perturbations.ts';
import type { Trial } from './trial.ts';

/** One page, changed once and read again. */
export interface Run {
  readonly shown: ConsolePage;
  readonly trial: Trial;
}

/** Fewest fields in 100 that must be read right on average over the kinds of change. */
const LEAST_RIGHT = 97;

interface Tally {
  pages: number;
  fields: number;
  right: number;
  unreadable: number;
  missed: number;
  /** Not read and nothing left that leads to them. */
  hopeless: number;
  wrong: number;
}

type Way = 'readers' | 'selectors' | 'labels';

export function printReport(runs: readonly Run[]): void {
  const changed = runs.filter(({ trial }) => trial.change.kind !== 'none');
  for (const [extent, title] of [
    ['one', 'One thing changes'],
    ['several', 'Several ways to each field go at once, or the page is broken'],
  ] as const) {
    const these = changed.filter(({ trial }) => extentOf(trial.change.kind) === extent);
    heading(title, 'change');
    for (const kind of perturbationNames) {
      const ofKind = these.filter(({ trial }) => trial.change.kind === kind);
      if (ofKind.length > 0) line(kind, ofKind);
    }
    line('all fields', these);
  }
  heading('One thing changes, by reader', 'reader');
  const single = changed.filter(({ trial }) => extentOf(trial.change.kind) === 'one');
  for (const page of [...new Set(single.map(({ shown }) => shown.expected.page ?? ''))].sort()) {
    if (page !== '')
      line(
        page,
        single.filter(({ shown }) => shown.expected.page === page),
      );
  }
  printComparison(runs);
}

/** What is not as it must be, one sentence each. */
export function verdict(runs: readonly Run[]): string[] {
  const wrong = runs.flatMap(({ shown, trial: { change, readers } }) =>
    readers.wrong.map((sentence) => `Read wrong: ${shown.name}, ${change.kind} ${change.seed}, ${sentence}`),
  );
  const average = averageRight(runs, 'readers');
  const few = `${average.toFixed(1)} % of fields were read right on average; at least ${LEAST_RIGHT} % must be.`;
  return average < LEAST_RIGHT ? [...wrong, few] : wrong;
}

/** Over the kinds of change that leave another way to a field, each counting once. */
function averageRight(runs: readonly Run[], way: Way): number {
  const shares = perturbationNames
    .filter((kind) => kind !== 'none' && extentOf(kind) === 'one')
    .map((kind) =>
      tally(
        runs.filter(({ trial }) => trial.change.kind === kind),
        way,
      ),
    )
    .filter(({ fields }) => fields > 0)
    .map(({ right, fields }) => (100 * right) / fields);
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

function printComparison(runs: readonly Run[]): void {
  console.log(`\n${'The same pages read in three ways'.padEnd(40)}${cells(['unchanged', 'average', 'wrong'])}`);
  const names = { readers: 'readers', selectors: 'fixed selectors', labels: 'labels alone' };
  for (const way of ['readers', 'selectors', 'labels'] as const) {
    const unchanged = tally(
      runs.filter(({ trial }) => trial.change.kind === 'none'),
      way,
    );
    const { wrong } = tally(runs, way);
    const figures = [percent(unchanged.right, unchanged.fields), `${averageRight(runs, way).toFixed(1)} %`, `${wrong}`];
    console.log(`  ${names[way].padEnd(38)}${cells(figures)}`);
  }
}

function heading(title: string, first: string): void {
  console.log(`\n${title}`);
  console.log(
    `  ${first.padEnd(38)}${cells(['pages', 'fields', 'right', 'of findable', 'unreadable', 'missed', 'wrong'])}`,
  );
}

function line(name: string, runs: readonly Run[]): void {
  const { pages, fields, right, unreadable, missed, hopeless, wrong } = tally(runs, 'readers');
  const shares = [percent(right, fields), percent(right, fields - hopeless)];
  console.log(
    `  ${name.padEnd(38)}${cells([`${pages}`, `${fields}`, ...shares, `${unreadable}`, `${missed}`, `${wrong}`])}`,
  );
}

function cells(texts: readonly string[]): string {
  return texts.map((text) => text.padStart(12)).join('');
}

function percent(part: number, all: number): string {
  return all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`;
}

function tally(runs: readonly Run[], way: Way): Tally {
  const sum: Tally = { pages: runs.length, fields: 0, right: 0, unreadable: 0, missed: 0, hopeless: 0, wrong: 0 };
  for (const { trial } of runs) {
    const outcome: Outcome = trial[way];
    sum.right += outcome.right;
    sum.unreadable += outcome.unreadable;
    sum.missed += outcome.missed;
    sum.hopeless += outcome.lost.filter(({ anchored }) => !anchored).length;
    sum.wrong += outcome.wrong.length;
  }
  sum.fields = sum.right + sum.unreadable + sum.missed + sum.wrong;
  return sum;
}

function extentOf(kind: PerturbationName): Perturbation['extent'] {
  return perturbations[kind].extent;
}
