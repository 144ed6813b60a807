import { KnownListings, knownListings } from '../../../background/database/known-listings.ts';
import { knowOwnChecks } from '../../../background/seller/settings-own-checks.ts';
import { UnreadableTable } from '../reading/unreadable-table.ts';
import { checkFile, type FileResult, type Progress } from './check-file.ts';
import { layoutFor, uncheckedHeadings } from './columns.ts';
import { type BulkScope, bulkContext } from './context.ts';
import { exportCsv, exportWorkbook } from './export.ts';
import { presentProblem, presentSummary, problemCard } from './present.ts';
import type { Problem } from './problem.ts';
import { NothingToCheck, NotRecognised, type Recognised, recognise } from './recognise.ts';
import type {
  BulkFailure,
  BulkQuestion,
  BulkQuestions,
  FromBulkWorker,
  ProblemFilter,
  ToBulkWorker,
} from './worker-messages.ts';

/**
 * Checks one file, beside the workspace. It stores nothing and changes no file: it can be ended at any moment. It has no
 * API of the browser's extensions, only files and the database.
 */

/** Between two messages on how far it is; milliseconds. */
const PROGRESS_MS = 100;

const page = self as unknown as {
  postMessage(message: FromBulkWorker): void;
  onmessage: ((event: MessageEvent<ToBulkWorker>) => void) | null;
};

interface Checked {
  readonly result: FileResult;
  readonly scope: BulkScope;
}

let chosen: File | null = null;
let recognised: Recognised | null = null;
let checked: Checked | null = null;
const { signal } = new AbortController();

type Answers = {
  readonly [Question in BulkQuestion]: (
    asked: BulkQuestions[Question]['asked'],
  ) => Promise<BulkQuestions[Question]['answer']> | BulkQuestions[Question]['answer'];
};

const answers: Answers = {
  async open({ file, marketplace, sheet: wanted }) {
    checked = null;
    chosen = file;
    recognised = await recognise(file, { marketplace, sheet: wanted }, signal);
    const { layout, sheet, sheets, aside, columns } = recognised;
    return {
      kind: layout.kind,
      marketplace: recognised.marketplace,
      sheet,
      sheets,
      headingRow: layout.headingRow + 1,
      aside,
      sites: layout.kind === 'coupons' ? [] : layout.sites,
      table: columns,
    };
  },
  async check({ scope, columns, decided, language, now }) {
    let file = opened(recognised);
    // What a heading means depends on the marketplace.
    if (file.marketplace !== scope.marketplace && chosen)
      file = await recognise(chosen, { marketplace: scope.marketplace, sheet: file.sheet }, signal);
    recognised = file;
    const layout = layoutFor(file.layout, { ...scope, columns });
    knowOwnChecks(decided.ownChecks);
    const known = await knownListings(scope.store).catch(() => null);
    const context = bulkContext(scope, decided, known ?? new KnownListings([]), new Date(now));
    const result = await checkFile({ layout, table: file.table }, context, progress());
    checked = { result, scope };
    shown = null;
    return {
      summary: presentSummary(result.counts, language),
      leftOut: result.leftOut,
      unchecked: uncheckedHeadings(file.layout, { ...scope, columns }),
      storeUnread: known === null,
    };
  },
  summary: ({ language }) => presentSummary(opened(checked).result.counts, language),
  problems({ filter, language, from, count }) {
    const { result, scope } = opened(checked);
    const places = placesOf(filter);
    const problems = Array.from(places.subarray(from, from + count), (index) =>
      presentProblem(result.problems[index] as Problem, index, result.headings, language, scope),
    );
    return { total: places.length, problems };
  },
  card({ index, language }) {
    const { result, scope } = opened(checked);
    const problem = result.problems[index];
    return problem ? problemCard(problem, language, scope) : null;
  },
  export({ format, filter, language }) {
    const { layout, table } = opened(recognised);
    const wanted = { layout, table, language, ...opened(checked), isWanted: wantedBy(filter) };
    exporting = new AbortController();
    const report = progress(exporting.signal);
    return format === 'xlsx' ? exportWorkbook(wanted, report) : exportCsv(wanted, report);
  },
  'cancel-export'() {
    // Reading the file lets messages in between its parts.
    exporting.abort();
    return null;
  },
};

function opened<Value>(value: Value | null): Value {
  if (value === null) throw new Error('Asked before the file was opened or checked');
  return value;
}

/** Ends the export that is being written. */
let exporting = new AbortController();

let shown: { readonly filter: string; readonly places: Uint32Array } | null = null;

/** Places of the problems that pass a filter; those of the last filter are kept. */
function placesOf(filter: ProblemFilter): Uint32Array {
  const key = JSON.stringify(filter);
  if (shown?.filter === key) return shown.places;
  const { problems } = opened(checked).result;
  const isWanted = wantedBy(filter);
  const places = Uint32Array.from(problems.flatMap((problem, index) => (isWanted(problem) ? [index] : [])));
  shown = { filter: key, places };
  return places;
}

function wantedBy({ rule, levels }: ProblemFilter): (problem: Problem) => boolean {
  return (problem) =>
    (rule === null || problem.rule === rule) && (levels.length === 0 || levels.includes(problem.level));
}

/** Tells the page how far it is, now and then; throws once the signal says to end. */
function progress(until?: AbortSignal): (progress: Progress) => void {
  let last = 0;
  return (now) => {
    until?.throwIfAborted();
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    page.postMessage({ kind: 'progress', progress: now });
  };
}

page.onmessage = ({ data }) => void answer(data);

async function answer({ id, question, ...asked }: ToBulkWorker): Promise<void> {
  try {
    const answering = answers[question] as (asked: unknown) => unknown;
    page.postMessage({ kind: 'answer', id, answer: await answering(asked) });
  } catch (error) {
    page.postMessage({ kind: 'failed', id, failure: failureOf(error) });
  }
}

function failureOf(error: unknown): BulkFailure {
  if (error instanceof UnreadableTable) return { reason: error.reason, row: error.row };
  if (error instanceof NothingToCheck) return { reason: 'nothing-to-check', named: error.named };
  if (error instanceof NotRecognised) return { reason: 'not-recognised', headings: error.message };
  if ((error as Error).name === 'AbortError') return { reason: 'cancelled' };
  return { reason: error instanceof RangeError ? 'too-large-export' : 'unexpected' };
}
