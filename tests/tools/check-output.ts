import type { CheckedRow } from '../../entrypoints/workspace/files/checking/check-listings.ts';
import type { BulkScope } from '../../entrypoints/workspace/files/checking/context.ts';
import type { RowFinding, Unjudged } from '../../entrypoints/workspace/files/checking/judge-row.ts';
import type { Problem } from '../../entrypoints/workspace/files/checking/problem.ts';
import { csvRow } from '../../entrypoints/workspace/files/writing/csv.ts';
import type { FactName } from '../../rules/engine/facts.ts';
import type { Upcoming } from './check-ahead.ts';
import type { Wording } from './check-sentences.ts';

/** A row of the input as it was checked. */
export interface Row {
  readonly row: number;
  readonly id: string | null;
  readonly checked?: CheckedRow;
  /** It is said of the file as a whole, at its last row. */
  readonly isWholeFile?: true;
  /** Why the line could not be read at all. */
  readonly broken?: string;
}

/** A listing with what is told of it, as every format writes it. */
export interface Told {
  readonly row: number;
  readonly id: string | null;
  /** What rules found, and what is wrong with the file itself (`file/…`). */
  readonly problems: readonly Problem[];
  /** What changes until the last day asked for; empty where none was. */
  readonly upcoming: readonly Upcoming[];
  readonly unknown: readonly Unjudged[];
  readonly notUnderstood: readonly FactName[];
  /** Why the line could not be read at all; it then has no findings. */
  readonly broken?: string;
}

/** Counts over all listings. */
export interface Totals {
  listings: number;
  error: number;
  warning: number;
  info: number;
  /** Cells that are not understood, and whatever else keeps a row from being checked. */
  unreadable: number;
  /** Fact whose lack keeps a rule from judging -> listings that lack it. */
  readonly missing: Map<FactName, number>;
}

/** Writes listings one by one; what it returns goes out in that order. */
export interface Writer {
  readonly start: string;
  listing(told: Told): string;
  end(totals: Totals): string;
}

/** A problem as JSON. Keys that say nothing are left out. */
function written({ rule, level, finding, note, products }: Problem) {
  const { item = null, of }: Partial<RowFinding> = finding ?? {};
  return {
    rule,
    outcome: level === 'unknown' ? 'unknown' : 'violation',
    severity: level,
    message: finding?.message ?? note?.kind,
    ...(item === null ? {} : { item }),
    ...(of === undefined ? {} : { of }),
    ...(products > 1 ? { products } : {}),
    values: finding?.values ?? note?.values ?? {},
    fix: finding?.fix ?? {},
  };
}

const unjudged = ({ rule, missing, reason }: Unjudged) => ({ rule, missing, ...(reason ? { reason } : {}) });

/** One line of JSON for each listing, and nothing that hangs on the other listings. `withRows` adds their rows. */
export function linesWriter(withRows: boolean): Writer {
  return {
    start: '',
    listing({ id, row, broken, problems, upcoming, unknown, notUnderstood }) {
      const named = withRows ? { id, row } : { id };
      if (broken !== undefined) return `${JSON.stringify({ ...named, error: broken })}\n`;
      const later = upcoming.map((change) => ({ ...change, found: change.found && written(change.found) }));
      const findings = problems.map(written);
      const line = { ...named, findings, ...ahead(later), unknown: unknown.map(unjudged), notUnderstood };
      return `${JSON.stringify(line)}\n`;
    },
    end: () => '',
  };
}

/** One JSON document, with sentences. */
export function jsonWriter({ marketplace, site, day, currency }: BulkScope, wording: Wording): Writer {
  let isFirst = true;
  const tell = (problem: Problem) => ({ ...written(problem), sentence: wording.sentence(problem) });
  return {
    start: `{"checked":${JSON.stringify({ marketplace, site, day, currency })},"listings":[`,
    listing({ row, id, problems, upcoming, unknown, notUnderstood }) {
      const later = upcoming.map((change) => ({ ...change, found: change.found && tell(change.found) }));
      const findings = problems.map(tell);
      const listing = { row, id, findings, unknown: unknown.map(unjudged), notUnderstood, ...ahead(later) };
      const separator = isFirst ? '\n' : ',\n';
      isFirst = false;
      return separator + JSON.stringify(listing);
    },
    end: ({ missing, ...counts }) =>
      `\n],"totals":${JSON.stringify({ ...counts, missing: Object.fromEntries(missing) })}}\n`,
  };
}

const CSV_HEADINGS = ['row', 'id', 'rule', 'outcome', 'severity', 'item', 'sentence', 'missing', 'values', 'fix'];

/** One row for each finding and for each rule that could not be judged. No cell of it is run by a spreadsheet. */
export function csvWriter(wording: Wording): Writer {
  return {
    start: csvLine(CSV_HEADINGS),
    listing({ row, id, problems, upcoming, unknown }) {
      const own = [row, id ?? ''];
      const found = problems.map((problem) => {
        const { rule, outcome, severity, item, values, fix } = written(problem);
        const place = item === undefined ? '' : item + 1;
        const sentence = wording.sentence(problem);
        return [...own, rule, outcome, severity, place, sentence, '', JSON.stringify(values), JSON.stringify(fix)];
      });
      const open = unknown.map(({ rule, missing, reason }) => {
        return [...own, rule, 'unknown', '', '', '', reason ?? missing.join(' '), '', ''];
      });
      const later = upcoming.map(({ day, status, rule, before, after, found: problem }) => {
        const sentence = problem ? wording.sentence(problem) : '';
        return [...own, rule, `${before} to ${after} on ${day} (${status})`, '', '', sentence, '', '', ''];
      });
      return [...found, ...open, ...later].map(csvLine).join('');
    },
    end: () => '',
  };
}

const csvLine = (cells: readonly (string | number)[]) => `${csvRow(cells)}\n`;

/** Listings with a finding, for people to read; then the counts and what is missing most. */
export function tableWriter(scope: BulkScope, wording: Wording): Writer {
  return {
    start: '',
    listing({ row, id, problems, upcoming }) {
      const later = upcoming.filter(({ found }) => found !== null);
      if (problems.length + later.length === 0) return '';
      const heading = id === null ? `row ${row}` : `${id}  (row ${row})`;
      const now = problems.map((problem) => tableLine(problem, wording.sentence(problem)));
      return `${heading}\n${[...now, ...later.map((change) => upcomingLine(change, wording))].join('')}\n`;
    },
    end(totals) {
      const { marketplace, site, day } = scope;
      const { listings, error, warning, info, unreadable } = totals;
      const cells = unreadable === 0 ? '' : `, ${unreadable} not understood`;
      const counts = `${listings} listings for ${marketplace} ${site} on ${day}: ${error} errors, ${warning} warnings, ${info} advice${cells}`;
      return `${counts}\n${missingLines(totals, wording)}`;
    },
  };
}

function tableLine({ level, rule }: Problem, sentence: string): string {
  return `  ${level.padEnd(8)} ${sentence}\n           ${rule}\n`;
}

/** What is asked for only: output without a look ahead has no key for it. */
function ahead<Entry>(upcoming: readonly Entry[]): { upcoming?: readonly Entry[] } {
  return upcoming.length > 0 ? { upcoming } : {};
}

function upcomingLine({ day, status, rule, after, found }: Upcoming, wording: Wording): string {
  const sentence = found ? wording.sentence(found) : '';
  const on = status === 'announced' ? `announced for ${day}` : `from ${day}`;
  const line = after === 'violation' ? sentence : `no longer: ${sentence}`;
  return `  ${on}: ${line}\n           ${rule}\n`;
}

const MOST_MISSING = 10;

function missingLines({ missing, listings }: Totals, wording: Wording): string {
  if (missing.size === 0) return '';
  const most = [...missing].sort((a, b) => b[1] - a[1]).slice(0, MOST_MISSING);
  const rest = missing.size > most.length ? `  and ${missing.size - most.length} more facts\n` : '';
  const lines = most.map(([name, count]) => `  ${name.padEnd(24)} ${wording.fact(name)}: ${count} of ${listings}\n`);
  return `Not all could be judged. Most often missing:\n${lines.join('')}${rest}`;
}
