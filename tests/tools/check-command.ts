import { parseArgs } from 'node:util';
import { dayIn } from '../../entrypoints/background/understanding/site-days.ts';
import { timeZoneOf } from '../../entrypoints/background/understanding/time-zones.ts';
import type { BulkScope } from '../../entrypoints/workspace/files/checking/context.ts';
import type { Severity } from '../../rules/engine/outcome.ts';
import { currencyOf, marketplaces, sitesOf } from '../../rules/engine/sites.ts';
import type { InputFormat } from './check-input.ts';
import type { CheckLanguage } from './check-sentences.ts';

export const USAGE = `Usage: npm run check -- FILE|- --marketplace ${marketplaces.join('|')} --site US
  [--day 2026-12-01] [--until 2027-01-31] [--currency CNY] [--lang en|zh-CN] [--rule PREFIX] [--severity error|warning|info]
  [--format table|json|csv|ndjson] [--stream] [--from csv|tsv|ndjson] [--id COLUMN] [--sheet NAME] [--rows] [--blank unknown|empty]`;

/** The command cannot be understood. The message is a sentence for the person who typed it. */
export class Misuse extends Error {}

export interface Command {
  readonly file: string;
  readonly scope: BulkScope;
  readonly until: string | null;
  readonly language: CheckLanguage;
  readonly rule: string;
  readonly severity: Severity;
  readonly format: 'table' | 'json' | 'csv' | 'ndjson';
  readonly from: InputFormat | null;
  /** Heading of the column that names a listing; null: SKU, ASIN or the seller's code. */
  readonly id: string | null;
  /** Sheet of a workbook; null: the one that says most of what it is. */
  readonly sheet: string | null;
  readonly rows: boolean;
  readonly blank: 'unknown' | 'empty';
}

export function readCommand(args: string[]): Command {
  const { positionals, values } = parsedArguments(args);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Misuse('Name one file, or "-" for standard input.');
  const scope = readScope(values);
  const lines = values.stream || (file === '-' && values.format === undefined);
  return {
    file,
    scope,
    until: readUntil(values.until, scope.day),
    language: oneOf('lang', values.lang, ['en', 'zh-CN']),
    rule: values.rule,
    severity: oneOf('severity', values.severity, ['error', 'warning', 'info']),
    format: lines ? 'ndjson' : oneOf('format', values.format ?? 'table', ['table', 'json', 'csv', 'ndjson']),
    from: values.from === undefined ? formatOf(file) : oneOf('from', values.from, ['csv', 'tsv', 'ndjson']),
    id: values.id ?? null,
    sheet: values.sheet ?? null,
    rows: values.rows,
    blank: oneOf('blank', values.blank, ['unknown', 'empty']),
  };
}

function parsedArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        marketplace: { type: 'string' },
        site: { type: 'string' },
        day: { type: 'string' },
        until: { type: 'string' },
        currency: { type: 'string' },
        lang: { type: 'string', default: 'en' },
        rule: { type: 'string', default: '' },
        severity: { type: 'string', default: 'info' },
        format: { type: 'string' },
        stream: { type: 'boolean', default: false },
        from: { type: 'string' },
        id: { type: 'string' },
        sheet: { type: 'string' },
        rows: { type: 'boolean', default: false },
        blank: { type: 'string', default: 'unknown' },
      },
    });
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

function readScope(values: { marketplace?: string; site?: string; day?: string; currency?: string }): BulkScope {
  const marketplace = oneOf('marketplace', values.marketplace, marketplaces);
  const sites = sitesOf[marketplace];
  const site = sites.find((known) => known.toLowerCase() === values.site?.toLowerCase());
  if (!site) throw new Misuse(`--site is one of ${sites.join(', ')}.`);
  const day = values.day ?? dayIn(timeZoneOf(marketplace, site), new Date());
  if (!isDay(day)) throw new Misuse(`--day ${day} is not a day. Write it as 2026-12-01.`);
  const currency = values.currency?.toUpperCase() ?? currencyOf(marketplace, site);
  if (!currency) throw new Misuse('Name the currency of the prices: --currency CNY. This site does not fix it.');
  if (!/^[A-Z]{3}$/u.test(currency)) throw new Misuse('--currency is a code of three letters, such as CNY.');
  return { marketplace, site, day, currency, store: null };
}

function readUntil(until: string | undefined, day: string): string | null {
  if (until === undefined) return null;
  if (!isDay(until) || until <= day) throw new Misuse(`--until ${until} is not a day after ${day}.`);
  return until;
}

function oneOf<const Word extends string>(option: string, value: string | undefined, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (!found) throw new Misuse(`--${option} is one of ${words.join(', ')}.`);
  return found;
}

function isDay(text: string): boolean {
  const at = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The format a file's name says; null where it says none. */
function formatOf(file: string): InputFormat | null {
  if (/\.(?:ndjson|jsonl)$/iu.test(file)) return 'ndjson';
  return /\.tsv$/iu.test(file) ? 'tsv' : null;
}
