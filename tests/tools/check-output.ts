import { csvRow } from '../../entrypoints/workspace/files/writing/csv.ts';
import type { FactName } from '../../rules/engine/facts.ts';
import type { Marketplace } from '../../rules/engine/sites.ts';
import type { Found, Judgement, Upcoming } from './check-judging.ts';
import type { Wording } from './check-sentences.ts';

/** A listing with what was found, as every format writes it. */
export interface Checked extends Judgement {
  readonly row: number;
  readonly id: string | null;
  /** Why the line could not be read at all; it then has no findings. */
  readonly broken?: string;
}

/** What all listings were checked as. */
export interface Scope {
  readonly marketplace: Marketplace;
  readonly site: string;
  readonly day: string;
  readonly currency: string;
}

/** Counts over all listings. */
export interface Totals {
  listings: number;
  error: number;
  warning: number;
  info: number;
  /** Fact whose lack keeps a rule from judging -> listings that lack it. */
  readonly missing: Map<FactName, number>;
}

/** Writes listings one by one; what it returns goes out in that order. */
export interface Writer {
  readonly start: string;
  listing(checked: Checked): string;
  end(totals: Totals): string;
}

/** One line of JSON for each listing, and nothing that hangs on the other listings. `withRows` adds their rows. */
export function linesWriter(withRows: boolean): Writer {
  return {
    start: '',
    listing({ id, row, broken, findings, upcoming, unknown, notUnderstood }) {
      const named = withRows ? { id, row } : { id };
      const line =
        broken === undefined
          ? { ...named, findings, ...ahead(upcoming), unknown, notUnderstood }
          : { ...named, error: broken };
      return `${JSON.stringify(line)}\n`;
    },
    end: () => '',
  };
}

/** One JSON document, with sentences. */
export function jsonWriter(scope: Scope, wording: Wording): Writer {
  let isFirst = true;
  return {
    start: `{"checked":${JSON.stringify(scope)},"listings":[`,
    listing({ findings, upcoming, ...checked }) {
      const tell = (found: Found) => ({ ...found, sentence: wording.sentence(found, checked.id) });
      const later = upcoming.map((change) => ({ ...change, found: change.found && tell(change.found) }));
      const text = JSON.stringify({ ...checked, findings: findings.map(tell), ...ahead(later) });
      const separator = isFirst ? '\n' : ',\n';
      isFirst = false;
      return separator + text;
    },
    end: ({ missing, ...counts }) =>
      `\n],"totals":${JSON.stringify({ ...counts, missing: Object.fromEntries(missing) })}}\n`,
  };
}

const CSV_HEADINGS = ['row', 'id', 'rule', 'outcome', 'severity', 'item', 'sentence', 'missing', 'values', 'fix'];

/** One row for each finding and for each rule that could not be judged. */
export function csvWriter(wording: Wording): Writer {
  return {
    start: csvLine(CSV_HEADINGS),
    listing({ row, id, findings, upcoming, unknown }) {
      const own = [row, id ?? ''];
      const broken = findings.map((found) => {
        const { rule, outcome, severity, item, values, fix } = found;
        const place = item === undefined ? '' : item + 1;
        const sentence = wording.sentence(found, id);
        return [...own, rule, outcome, severity, place, sentence, '', JSON.stringify(values), JSON.stringify(fix)];
      });
      const unjudged = unknown.map(({ rule, missing, reason }) => {
        return [...own, rule, 'unknown', '', '', '', reason ?? missing.join(' '), '', ''];
      });
      const later = upcoming.map(({ day, status, rule, before, after, found }) => {
        const sentence = found ? wording.sentence(found, id) : '';
        return [...own, rule, `${before} to ${after} on ${day} (${status})`, '', '', sentence, '', '', ''];
      });
      return [...broken, ...unjudged, ...later].map(csvLine).join('');
    },
    end: () => '',
  };
}

const csvLine = (cells: readonly (string | number)[]) => `${csvRow(cells)}\n`;

/** Listings with a finding, for people to read; then the counts and what is missing most. */
export function tableWriter(scope: Scope, wording: Wording): Writer {
  return {
    start: '',
    listing({ row, id, findings, upcoming }) {
      const later = upcoming.filter(({ found }) => found !== null);
      if (findings.length + later.length === 0) return '';
      const heading = id === null ? `row ${row}` : `${id}  (row ${row})`;
      const now = findings.map((found) => tableLine(found, wording.sentence(found, id)));
      return `${heading}\n${[...now, ...later.map((change) => upcomingLine(change, wording, id))].join('')}\n`;
    },
    end(totals) {
      const { marketplace, site, day } = scope;
      const { listings, error, warning, info } = totals;
      const counts = `${listings} listings for ${marketplace} ${site} on ${day}: ${error} errors, ${warning} warnings, ${info} advice`;
      return `${counts}\n${missingLines(totals, wording)}`;
    },
  };
}

function tableLine({ severity, rule }: Found, sentence: string): string {
  return `  ${severity.padEnd(8)} ${sentence}\n           ${rule}\n`;
}

/** What is asked for only: output without a look ahead has no key for it. */
function ahead<Entry>(upcoming: readonly Entry[]): { upcoming?: readonly Entry[] } {
  return upcoming.length > 0 ? { upcoming } : {};
}

function upcomingLine({ day, status, rule, after, found }: Upcoming, wording: Wording, id: string | null): string {
  const sentence = found ? wording.sentence(found, id) : '';
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
