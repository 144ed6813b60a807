/**
 * `npm run check -- FILE --marketplace amazon --site US`: checks listings of a file, or of standard input ("-"), with
 * every rule. Exits with 1 when there are errors, with 2 when the input cannot be read. With `--stream`, or on standard
 * input, one line of JSON for each listing in the order of the input, whatever the size; it then exits with 0 as long as
 * the input can be read, because engines that pipe into a program take anything else for a crash.
 */
import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dayIn } from '../../entrypoints/background/understanding/site-days.ts';
import { timeZoneOf } from '../../entrypoints/background/understanding/time-zones.ts';
import type { FactName } from '../../rules/engine/facts.ts';
import type { Severity } from '../../rules/engine/outcome.ts';
import { currencyOf, marketplaces, sitesOf } from '../../rules/engine/sites.ts';
import { expectedOf } from './check-expected.ts';
import { FactReader } from './check-facts.ts';
import { judgeFor } from './check-judging.ts';
import { type InputFormat, type Listing, readInput, UnreadableInput } from './check-listings.ts';
import {
  type Checked,
  csvWriter,
  jsonWriter,
  linesWriter,
  type Scope,
  type Totals,
  tableWriter,
  type Writer,
} from './check-output.ts';
import { loadWording } from './check-sentences.ts';

const USAGE = `Usage: npm run check -- FILE|- --marketplace ${marketplaces.join('|')} --site US
  [--day 2026-12-01] [--until 2027-01-31] [--currency CNY] [--lang en|zh-CN] [--rule PREFIX] [--severity error|warning|info]
  [--format table|json|csv|ndjson] [--stream] [--from csv|tsv|ndjson] [--id COLUMN] [--rows] [--blank unknown|empty]`;

/** The command cannot be understood. The message is a sentence for the person who typed it. */
class Misuse extends Error {}

interface Command {
  readonly file: string;
  readonly scope: Scope;
  readonly until: string | null;
  readonly language: 'en' | 'zh-CN';
  readonly rule: string;
  readonly severity: Severity;
  readonly format: 'table' | 'json' | 'csv' | 'ndjson';
  readonly from: InputFormat | null;
  readonly id: string | null;
  readonly rows: boolean;
  readonly blank: 'unknown' | 'empty';
}

function readCommand(args: string[]): Command {
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
        rows: { type: 'boolean', default: false },
        blank: { type: 'string', default: 'unknown' },
      },
    });
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

function readScope(values: { marketplace?: string; site?: string; day?: string; currency?: string }): Scope {
  const marketplace = oneOf('marketplace', values.marketplace, marketplaces);
  const sites = sitesOf[marketplace];
  const site = sites.find((known) => known.toLowerCase() === values.site?.toLowerCase());
  if (!site) throw new Misuse(`--site is one of ${sites.join(', ')}.`);
  const day = values.day ?? dayIn(timeZoneOf(marketplace, site), new Date());
  if (!isDay(day)) throw new Misuse(`--day ${day} is not a day. Write it as 2026-12-01.`);
  const currency = values.currency?.toUpperCase() ?? currencyOf(marketplace, site);
  if (!currency) throw new Misuse('Name the currency of the prices: --currency CNY. This site does not fix it.');
  if (!/^[A-Z]{3}$/u.test(currency)) throw new Misuse('--currency is a code of three letters, such as CNY.');
  return { marketplace, site, day, currency };
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

/** Checks every listing and returns the exit code. */
async function run(command: Command): Promise<number> {
  const { file, format } = command;
  if (file !== '-' && !existsSync(file)) throw new UnreadableInput('There is no such file.');
  const input = await readInput(file === '-' ? process.stdin : createReadStream(file), command.from);
  const isStream = format === 'ndjson';
  if (!isStream && input.kind === 'table' && input.headings.length === 0) throw new UnreadableInput('It is empty.');
  const writer = await writerFor(command);
  const reader = new FactReader(input, { ...command.scope, blank: command.blank, named: command.id }, remark);
  const judge = judgeFor({ ...command, ...command.scope });
  const totals: Totals = { listings: 0, error: 0, warning: 0, info: 0, missing: new Map() };
  const remarkCell = limitedRemarks();
  const out = output();
  await out(writer.start);
  for await (const listing of input.listings) {
    const { row, broken } = listing;
    if (broken !== undefined && !isStream) throw new UnreadableInput(`Line ${row} is ${broken}.`);
    const known = reader.read(listing);
    const judged = judge(known.facts);
    const id = reader.name(listing, known);
    for (const name of judged.notUnderstood)
      remarkCell(cellRemark(listing, id, name, known.headings.get(name) ?? name));
    const checked: Checked = { row, id, ...judged, ...(broken === undefined ? {} : { broken }) };
    count(checked, totals);
    await out(writer.listing(checked));
  }
  await out(writer.end(totals), 'last');
  return totals.error > 0 && !isStream ? 1 : 0;
}

function cellRemark({ row, cells }: Listing, id: string | null, name: FactName, heading: string): string {
  const place = `Row ${row}${id === null ? '' : ` (${id})`}, column "${heading}"`;
  const written = cells.get(heading);
  const shown = typeof written === 'string' ? `"${written.slice(0, 40)}"` : 'this';
  return `${place}: ${shown} is not ${expectedOf(name)}.`;
}

async function writerFor({ format, scope, language, rows }: Command): Promise<Writer> {
  if (format === 'ndjson') return linesWriter(rows);
  const wording = await loadWording({ ...scope, language });
  if (format === 'json') return jsonWriter(scope, wording);
  return format === 'csv' ? csvWriter(wording) : tableWriter(scope, wording);
}

function count({ findings, unknown }: Checked, totals: Totals): void {
  totals.listings += 1;
  for (const { severity } of findings) totals[severity] += 1;
  for (const name of new Set(unknown.flatMap(({ missing }) => missing)))
    totals.missing.set(name, (totals.missing.get(name) ?? 0) + 1);
}

function remark(sentence: string): void {
  console.error(sentence);
}

const MOST_REMARKS = 20;

/** A column that is wrong throughout would fill the screen, so only the first remarks are made. */
function limitedRemarks(): (sentence: string) => void {
  let made = 0;
  return (sentence) => {
    made += 1;
    if (made <= MOST_REMARKS) remark(sentence);
    if (made === MOST_REMARKS) remark('Further cells that are not understood are not named here.');
  };
}

const CHUNK = 65_536;

/** Writes to standard output in chunks and waits while the other side is slower, so that nothing piles up here. */
function output(): (text: string, last?: 'last') => Promise<void> | void {
  let waiting = '';
  return (text, last) => {
    waiting += text;
    if (waiting.length < CHUNK && !last) return;
    const chunk = waiting;
    waiting = '';
    if (!process.stdout.write(chunk)) return once(process.stdout, 'drain').then(() => undefined);
  };
}

async function main(): Promise<void> {
  // The reader of our output had enough of it, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  try {
    process.exitCode = await run(readCommand(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof Misuse) && !(error instanceof UnreadableInput)) throw error;
    console.error(error instanceof Misuse ? `${error.message}\n${USAGE}` : `Cannot be checked: ${error.message}`);
    process.exitCode = 2;
  }
}

await main();
