import type { TableMapping } from './mapped-table.ts';
import { readRows, sitesOf, type Taken, UnusableReport } from './read-file.ts';
import type { UnknownTable } from './recognise.ts';
import { tableToImport } from './sheets.ts';
import { storeFile } from './store-file.ts';
import { UnreadableTable } from './unreadable-table.ts';
import type { FromImportWorker, ImportFailure, ToImportWorker } from './worker-messages.ts';

/**
 * Takes in one file: reads it in small parts, adds up in memory, tells the page what it found, and stores all of it at
 * once when the page says for which store. Ended before that, it has stored nothing. It has no API of the browser's
 * extensions, only files and the database.
 */

/** Between two messages on how far it is; milliseconds. */
const PROGRESS_MS = 100;

const scope = self as unknown as {
  postMessage(message: FromImportWorker): void;
  onmessage: ((event: MessageEvent<ToImportWorker>) => void) | null;
};

let taken: { readonly file: File; readonly content: Taken } | null = null;
/** Goes on with a table once its columns are explained. */
let explained: ((mapping: TableMapping) => void) | null = null;

scope.onmessage = ({ data }) => {
  if (data.kind === 'map') {
    explained?.(data.mapping);
    return;
  }
  const work = data.kind === 'read' ? read(data.file, data.salt) : store(data);
  work.catch((error) => scope.postMessage({ kind: 'failed', ...failureOf(error) }));
};

function failureOf(error: unknown): ImportFailure {
  if (error instanceof UnreadableTable) return { reason: error.reason, row: error.row };
  if (error instanceof UnusableReport)
    return { reason: error.reason, row: null, ...(error.named ? { named: error.named } : {}) };
  if (error instanceof DOMException)
    return { reason: error.name === 'QuotaExceededError' ? 'quota' : 'storage', row: null };
  return { reason: 'broken', row: null };
}

async function read(file: File, salt: Uint8Array): Promise<void> {
  const table = await tableToImport(file, new AbortController().signal);
  const progress = paced((rows: number) =>
    scope.postMessage({ kind: 'progress', step: 'read', rows, share: table.progress() }),
  );
  const content = await readRows(table, { salt, askMapping, progress });
  taken = { file, content };
  const { orders, listings, skipped, rows, recognised } = content;
  const sites = sitesOf(content);
  if (rows === 0) throw new UnusableReport('no-rows');
  if (sites.length === 0) throw new UnusableReport('nothing-taken');
  const days = (orders?.book.days ?? []).map(({ day }) => day).sort();
  const own = [...(listings?.lines.values() ?? [])].flatMap(({ day }) => (day === null ? [] : [day])).sort();
  scope.postMessage({
    kind: 'read',
    report: recognised.kind,
    format: table.format,
    encoding: table.encoding,
    rows,
    sites,
    skipped: { counts: skipped.counts(), rows: skipped.named() },
    from: days[0] ?? own[0] ?? null,
    to: days.at(-1) ?? own.at(-1) ?? null,
  });
}

function askMapping(table: UnknownTable): Promise<TableMapping> {
  return new Promise((resolve) => {
    explained = resolve;
    scope.postMessage({ kind: 'unknown-table', ...table });
  });
}

/** Calls at most once in a while. */
function paced<Argument>(call: (argument: Argument) => void): (argument: Argument) => void {
  let last = 0;
  return (argument) => {
    const now = performance.now();
    if (now - last < PROGRESS_MS) return;
    last = now;
    call(argument);
  };
}

async function store(request: ToImportWorker & { kind: 'store' }): Promise<void> {
  if (!taken) throw new Error('There is nothing to store yet.');
  const { file, content } = taken;
  const progress = paced((share: number) =>
    scope.postMessage({ kind: 'progress', step: 'store', rows: content.rows, share }),
  );
  scope.postMessage({ kind: 'stored', ...(await storeFile(content, file, request, progress)) });
}
