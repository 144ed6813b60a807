import { type KeptFigure, lastFigure, type Run } from './history.ts';
import { isBusy, type Machine } from './machine.ts';
import type { Row } from './part.ts';

/** What became of one part: its figures, or why there are none. */
export type Measured = readonly Row[] | Error;

export interface Report {
  readonly text: string;
  /** Broken budgets and parts without figures. */
  readonly broken: number;
}

const HEADINGS = ['part', 'row', 'value', 'unit', 'budget', 'last kept', ''];
/** The columns of numbers. */
const ALIGNED_RIGHT = new Set([2, 4, 5]);

/** All figures as one table, with those of the last kept run on this machine beside them. */
export function tableOf(parts: ReadonlyMap<string, Measured>, kept: readonly Run[], machine: Machine): Report {
  let broken = 0;
  const lines = [...parts].flatMap(([part, measured]) => {
    if (measured instanceof Error) {
      broken += 1;
      return [[part, `FAILED: ${measured.message.split('\n')[0]}`]];
    }
    return measured.map((row) => {
      if (isOver(row)) broken += 1;
      return cellsOf(part, row, lastFigure(kept, machine, part, row.name));
    });
  });
  return { text: aligned([HEADINGS, ...lines]), broken };
}

/** What is not a number keeps no budget. */
function isOver({ value, budget }: Row): boolean {
  return budget !== undefined && !(value <= budget);
}

function cellsOf(part: string, row: Row, last: KeptFigure | null): string[] {
  const { name, value, unit, budget, note } = row;
  const remarks = [isOver(row) ? 'OVER' : '', note ?? ''].filter((remark) => remark !== '');
  return [part, name, shown(value), unit, budget === undefined ? '' : `${budget}`, keptCell(last), remarks.join(', ')];
}

function keptCell(last: KeptFigure | null): string {
  if (!last) return '';
  const { value, date, commit, load } = last;
  return `${shown(value)} (${date} ${commit}${isBusy(load) ? ' busy' : ''})`;
}

function shown(value: number): string {
  return value.toFixed(value < 100 ? 2 : 0);
}

function aligned(lines: readonly (readonly string[])[]): string {
  // A failure's sentence is as long as it is: it makes no column wider.
  const whole = lines.filter(({ length }) => length === HEADINGS.length);
  const widths = HEADINGS.map((_, column) => Math.max(...whole.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) =>
          ALIGNED_RIGHT.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
