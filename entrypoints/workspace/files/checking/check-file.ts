import type { Row } from '../reading/rows-of-text.ts';
import { couponChecker } from './check-coupons.ts';
import { type ListingCheckerOptions, listingChecker, type RowChecker } from './check-listings.ts';
import type { BulkContext } from './context.ts';
import type { Problem, Tally } from './problem.ts';
import type { Recognised } from './recognise.ts';

export interface FileResult {
  /** In the order of rows; within a row the worst first. */
  readonly problems: readonly Problem[];
  /** Problems beyond these are counted and not kept. */
  readonly leftOut: number;
  readonly counts: Tally;
  /** Cells of the longest row. */
  readonly width: number;
  /** The headings a reader knows the columns by. */
  readonly headings: readonly string[];
}

export interface Progress {
  readonly rows: number;
  /** 0 to 1; null where the file does not say how long it is. */
  readonly share: number | null;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** A file that is wrong throughout would fill the memory. */
const MOST_PROBLEMS = 500_000;

/** What checks the rows of a file one after another. */
export function rowChecker(
  { layout, table }: Pick<Recognised, 'layout' | 'table'>,
  context: BulkContext,
  options: ListingCheckerOptions = {},
): RowChecker {
  if (layout.kind === 'coupons') return couponChecker(layout, context);
  return listingChecker(layout, context, { isSeparated: table.format === 'csv', ...options });
}

/**
 * Checks every row of a recognised file.
 * @throws UnreadableTable where the file cannot be read on; the signal's reason when it is aborted
 */
export async function checkFile(
  { layout, table }: Pick<Recognised, 'layout' | 'table'>,
  context: BulkContext,
  report: (progress: Progress) => void,
): Promise<FileResult> {
  const checker = rowChecker({ layout, table }, context);
  const problems: Problem[] = [];
  let leftOut = 0;
  let width = 0;
  let headings: Row = [];
  const keep = (found: readonly Problem[]) => {
    const kept = found.slice(0, Math.max(0, MOST_PROBLEMS - problems.length));
    problems.push(...kept);
    leftOut += found.length - kept.length;
  };
  let row = 0;
  for await (const batch of table.rows()) {
    for (const cells of batch) {
      if (row === layout.headingRow) headings = cells;
      if (cells.length > width) width = cells.length;
      row += 1;
      if (row > layout.firstRow) keep(checker.check(row, cells)?.problems ?? NO_PROBLEMS);
    }
    const share = table.progress();
    report({ rows: checker.counts.checked, share: share === 0 ? null : share });
  }
  keep(checker.end());
  return { problems: problems.sort((a, b) => a.row - b.row), leftOut, counts: checker.counts, width, headings };
}
