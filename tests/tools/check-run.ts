import type { Readable } from 'node:stream';
import { KnownListings } from '../../entrypoints/background/database/known-listings.ts';
import type { BulkDecisions } from '../../entrypoints/background/messages/bulk.ts';
import { columnOf } from '../../entrypoints/background/understanding/headings.ts';
import { startOfDay } from '../../entrypoints/background/understanding/site-days.ts';
import { timeZoneOf } from '../../entrypoints/background/understanding/time-zones.ts';
import { rowChecker } from '../../entrypoints/workspace/files/checking/check-file.ts';
import { type CheckedRow, FactChecker } from '../../entrypoints/workspace/files/checking/check-listings.ts';
import { isUnderstood, layoutFor, uncheckedHeadings } from '../../entrypoints/workspace/files/checking/columns.ts';
import { type BulkContext, bulkContext } from '../../entrypoints/workspace/files/checking/context.ts';
import {
  NothingToCheck,
  NotRecognised,
  type Recognised,
  recogniseTables,
} from '../../entrypoints/workspace/files/checking/recognise.ts';
import { type HeadingFile, isHeadingFile } from '../../entrypoints/workspace/files/reading/heading-file.ts';
import type { SheetTable } from '../../entrypoints/workspace/files/reading/sheets.ts';
import { UnreadableTable } from '../../entrypoints/workspace/files/reading/unreadable-table.ts';
import type { Severity } from '../../rules/engine/outcome.ts';
import type { Marketplace } from '../../rules/engine/sites.ts';
import { allRules } from '../../rules/index.ts';
import { lookingAhead } from './check-ahead.ts';
import { type Command, Misuse, readCommand, USAGE } from './check-command.ts';
import { type Input, openFile, openStream, UnreadableInput } from './check-input.ts';
import { LineChecker, linesOf } from './check-lines.ts';
import {
  csvWriter,
  jsonWriter,
  linesWriter,
  type Row,
  type Told,
  type Totals,
  tableWriter,
  type Writer,
} from './check-output.ts';
import { asideText, leftOutSentence, loadWording, refusalSentence } from './check-sentences.ts';

/** Where the command reads and writes. */
export interface Streams {
  readonly input: Readable;
  /** Takes the answer in parts; a promise while the other side is slower. */
  readonly out: (text: string) => Promise<void> | void;
  /** Takes one sentence for the person at the command line. */
  readonly tell: (sentence: string) => void;
}

/** Runs the command line and returns its exit code: 1 when there are errors, 2 when the input cannot be read. */
export async function check(args: readonly string[], streams: Streams): Promise<number> {
  let command: Command | null = null;
  try {
    command = readCommand([...args]);
    return await run(command, streams);
  } catch (error) {
    if (error instanceof Misuse) streams.tell(`${error.message}\n${USAGE}`);
    else streams.tell(`Cannot be checked: ${reasonOf(error, command?.language ?? 'en')}`);
    return 2;
  }
}

function reasonOf(error: unknown, language: Command['language']): string {
  if (error instanceof UnreadableInput) return error.message;
  if (error instanceof UnreadableTable) return refusalSentence({ reason: error.reason, row: error.row }, language);
  if (error instanceof NothingToCheck)
    return refusalSentence({ reason: 'nothing-to-check', named: error.named }, language);
  if (error instanceof NotRecognised)
    return refusalSentence({ reason: 'not-recognised', headings: error.message }, language);
  throw error;
}

/** What is off until the seller turns it on runs where it is asked for by its name. */
function decisionsOf({ rule }: Command): BulkDecisions {
  const off = allRules.filter(({ id, optIn }) => optIn && id !== rule).map(({ id }) => id);
  return { off, severities: [], thresholds: [], ownChecks: [], entered: [], ignored: [] };
}

async function run(command: Command, { input, out, tell }: Streams): Promise<number> {
  const isStream = command.format === 'ndjson';
  const context = bulkContext(command.scope, decisionsOf(command), new KnownListings([]), momentOf(command));
  const writer = await writerFor(command);
  const ahead = aheadOf(command, context);
  const totals: Totals = { listings: 0, error: 0, warning: 0, info: 0, unreadable: 0, missing: new Map() };
  let waiting = writer.start;
  for await (const row of rowsOf(command, context, input, tell)) {
    if (row.broken !== undefined && !isStream) throw new UnreadableInput(`Line ${row.row} is ${row.broken}.`);
    const told = toldOf(row, command, ahead);
    count(told, totals, row.isWholeFile ? 0 : 1);
    await out(waiting + writer.listing(told));
    waiting = '';
  }
  await out(waiting + writer.end(totals));
  return totals.error > 0 && !isStream ? 1 : 0;
}

/** A stream is cut anywhere between listings and answered alike: what it says may hang on the day, not on the hour. */
function momentOf({ format, scope }: Command): Date {
  return format === 'ndjson' ? startOfDay(scope.day, timeZoneOf(scope.marketplace, scope.site)) : new Date();
}

async function* rowsOf(
  command: Command,
  context: BulkContext,
  stdin: Streams['input'],
  tell: Streams['tell'],
): AsyncGenerator<Row> {
  const input = await opened(command, stdin);
  if (input === null) return;
  if (input.kind === 'tables') return yield* tableRows(input.tables, command, context, tell);
  const checker = new FactChecker(context, { isEachAlone: command.format === 'ndjson' });
  const lines = new LineChecker(checker, command.scope.marketplace, command.id, tell);
  for await (const line of linesOf(input.bytes)) yield lines.check(line);
}

/** The input; null for a stream that holds nothing. */
async function opened({ file, from, format }: Command, stdin: Streams['input']): Promise<Input | null> {
  try {
    return await (file === '-' ? openStream(stdin, from) : openFile(file, from));
  } catch (error) {
    if (format === 'ndjson' && error instanceof UnreadableTable && error.reason === 'empty') return null;
    throw error;
  }
}

async function* tableRows(
  tables: readonly SheetTable[],
  command: Command,
  context: BulkContext,
  tell: Streams['tell'],
): AsyncGenerator<Row> {
  const { scope, id, blank, format, sheet } = command;
  const recognised = await recogniseTables(tables, { marketplace: scope.marketplace, sheet });
  refuseOthers(recognised, command);
  remarkOn(recognised, command, tell);
  const layout = layoutFor(recognised.layout, { ...scope, columns: null, blank });
  const { table } = recognised;
  const checker = rowChecker({ layout, table }, context, { isEachAlone: format === 'ndjson' });
  let row = 0;
  let named: number | null = null;
  for await (const batch of table.rows())
    for (const cells of batch) {
      if (row === layout.headingRow) named = id === null ? null : columnNamed(id, cells);
      row += 1;
      const checked = row > layout.firstRow ? checker.check(row, cells) : null;
      if (checked) yield { row, id: named === null ? checked.name : cells[named]?.trim() || null, checked };
    }
  const problems = checker.end();
  const [first] = problems;
  if (first && format !== 'ndjson')
    yield { row: first.row, id: null, isWholeFile: true, checked: { ...NOTHING_TOLD, problems } };
}

const NOTHING_TOLD: CheckedRow = { name: null, problems: [], unknown: [], notUnderstood: [], judged: null };

/** @throws UnreadableInput when the file has no such column */
function columnNamed(id: string, headings: readonly string[]): number {
  const index = headings.findIndex((heading) => heading.trim() === id);
  if (index < 0) throw new UnreadableInput(`It has no column "${id}".`);
  return index;
}

/** @throws UnreadableInput for a file that is another one than the command says, or of which too little is understood */
function refuseOthers({ layout, marketplace, sheet, sheets }: Recognised, { scope, sheet: wanted }: Command): void {
  if (wanted !== null && sheet !== wanted) {
    const names = sheets.map(({ name }) => `"${name}"`).join(', ');
    throw new UnreadableInput(names === '' ? 'It has no sheets.' : `It has no sheet "${wanted}", but ${names}.`);
  }
  if (marketplace !== scope.marketplace)
    throw new UnreadableInput(`It is a file of another marketplace: --marketplace ${marketplace}.`);
  const sites = layout.kind === 'coupons' ? [] : layout.sites;
  if (sites.length > 0 && !sites.includes(scope.site))
    throw new UnreadableInput(`It is a template for ${sites.join(', ')}: --site ${sites[0]}.`);
  if (!isHeadingFile(layout)) return;
  const twice = repeatedHeadings(layout, marketplace);
  if (twice) throw new UnreadableInput(twice);
  if (!isUnderstood(layout))
    throw new UnreadableInput(
      `None of its columns is known to say anything of a listing: ${short(layout.headings).join(', ')}. Give them ` +
        'headings that do, such as Title or Price.',
    );
}

/** Which two headings are one fact's own names; null where there are none. */
function repeatedHeadings({ headings }: HeadingFile, marketplace: Marketplace): string | null {
  const holders = new Map<string, string>();
  for (const heading of headings) {
    const column = columnOf(heading, marketplace);
    if (column.holds === 'unknown' || column.holds === 'either' || (column.holds === 'fact' && column.isEveryday))
      continue;
    const held = column.holds === 'fact' ? column.fact : `bullet ${column.number}`;
    const other = holders.get(held);
    if (other !== undefined) return `"${other}" and "${heading}" are both ${held}.`;
    holders.set(held, heading);
  }
  return null;
}

/** What is not checked, and why, before anything is. */
function remarkOn(
  { layout, marketplace, aside, sheet, sheets }: Recognised,
  command: Command,
  tell: Streams['tell'],
): void {
  if (sheet !== null && sheets.length > 1) tell(`Sheet "${sheet}" is checked; --sheet NAME checks another one.`);
  if (aside.length > 0) tell(asideText({ headingRow: layout.headingRow + 1, aside }, command.language));
  const left = uncheckedHeadings(layout, { ...command.scope, columns: null }).filter(
    (heading) => heading !== command.id,
  );
  for (const heading of short(left)) tell(leftOutSentence(heading, columnOf(heading, marketplace)));
  if (left.length > MOST_HEADINGS) tell(`${left.length - MOST_HEADINGS} more columns are left out.`);
}

const MOST_HEADINGS = 20;
const LONGEST_HEADING = 60;

function short(headings: readonly string[]): readonly string[] {
  return headings
    .filter((heading) => heading !== '')
    .slice(0, MOST_HEADINGS)
    .map((heading) => (heading.length > LONGEST_HEADING ? `${heading.slice(0, LONGEST_HEADING)}…` : heading));
}

type Ahead = ReturnType<typeof lookingAhead> | null;

function aheadOf({ until, scope, rule }: Command, { off }: BulkContext): Ahead {
  return until === null ? null : lookingAhead({ ...scope, until, off, prefix: rule });
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What was asked for of what was found. */
function toldOf({ row, id, broken, checked }: Row, { rule: prefix, severity }: Command, ahead: Ahead): Told {
  const { problems, unknown, notUnderstood } = checked ?? NOTHING_TOLD;
  const isSevere = (level: Severity) => SEVERITIES.indexOf(level) <= SEVERITIES.indexOf(severity);
  return {
    ...{ row, id, notUnderstood },
    // What could not be read matters as a warning does.
    problems: problems.filter(
      ({ rule, level }) => rule.startsWith(prefix) && isSevere(level === 'unknown' ? 'warning' : level),
    ),
    upcoming: checked && ahead ? ahead(row, checked) : [],
    unknown: unknown.filter((one) => one.rule.startsWith(prefix) && isSevere(one.severity)),
    ...(broken === undefined ? {} : { broken }),
  };
}

async function writerFor({ format, scope, language, rows }: Command): Promise<Writer> {
  if (format === 'ndjson') return linesWriter(rows);
  const wording = await loadWording(scope, language);
  if (format === 'json') return jsonWriter(scope, wording);
  return format === 'csv' ? csvWriter(wording) : tableWriter(scope, wording);
}

function count({ problems, unknown }: Told, totals: Totals, listings: 0 | 1): void {
  totals.listings += listings;
  for (const { level } of problems) totals[level === 'unknown' ? 'unreadable' : level] += 1;
  for (const name of new Set(unknown.flatMap(({ missing }) => missing)))
    totals.missing.set(name, (totals.missing.get(name) ?? 0) + 1);
}
