import type { ImportStore, ImportsOverview } from '../../background/messages/imports.ts';
import type { TableMapping } from '../files/reading/mapped-table.ts';
import type { UnknownTable } from '../files/reading/recognise.ts';
import type {
  FoundSite,
  FromImportWorker,
  ImportFailure,
  ReadFile,
  SkippedSummary,
  StoreChoice,
  ToImportWorker,
} from '../files/reading/worker-messages.ts';

/** `mapping`: the seller says what the columns hold; `choosing`: for which store the rows are. */
export type JobStep = 'waiting' | 'reading' | 'mapping' | 'choosing' | 'storing' | 'stored' | 'failed' | 'cancelled';

/** One file on its way in. */
export interface ImportJob {
  readonly id: string;
  readonly file: File;
  readonly step: JobStep;
  /** Rows read so far. */
  readonly rows: number;
  /** Share of the step that is done, 0 to 1. */
  readonly share: number;
  /** Milliseconds since 1970 at which the step began. */
  readonly since: number;
  /** A table whose columns are to be explained. */
  readonly table: UnknownTable | null;
  readonly found: ReadFile | null;
  /** For which stores its rows are kept; empty until that is known. */
  readonly choices: readonly StoreChoice[];
  readonly result: {
    readonly taken: number;
    /** Of those taken: named by nothing but the seller's code. */
    readonly codes: number;
    readonly isKnown: boolean;
    readonly skipped: SkippedSummary;
  } | null;
  readonly failure: ImportFailure | null;
}

export interface ImportSurroundings {
  /** Starts the worker that takes in one file. */
  readonly startWorker: () => Worker;
  /** What an import needs, as it is now. */
  readonly overview: () => Promise<ImportsOverview | undefined>;
  /** A file was stored. */
  readonly stored: () => void;
}

/** Takes in files one after the other, each in a worker of its own. Outlives the view that shows it. */
export class ImportQueue {
  #jobs: readonly ImportJob[] = [];
  readonly #workers = new Map<string, Worker>();
  readonly #listeners = new Set<() => void>();
  #surroundings: ImportSurroundings | null = null;

  readonly jobs = (): readonly ImportJob[] => this.#jobs;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(files: readonly File[], surroundings: ImportSurroundings): void {
    this.#surroundings = surroundings;
    const added = files.map(
      (file): ImportJob => ({
        id: crypto.randomUUID(),
        file,
        step: 'waiting',
        rows: 0,
        share: 0,
        since: Date.now(),
        table: null,
        found: null,
        choices: [],
        result: null,
        failure: null,
      }),
    );
    this.#set([...added, ...this.#jobs]);
    void this.#next();
  }

  /** Stops a file on its way in. Nothing of it is stored, or all of it where that had happened already. */
  cancel(id: string): void {
    this.#end(id, { step: 'cancelled' });
  }

  /** Takes a file that has ended off the list. */
  dismiss(id: string): void {
    this.#set(this.#jobs.filter((job) => job.id !== id || isUnderWay(job)));
  }

  /** Stores a file's rows for the chosen stores. */
  async store(id: string, choices: readonly StoreChoice[]): Promise<void> {
    const overview = await this.#surroundings?.overview().catch(() => undefined);
    if (!overview) {
      this.#end(id, { step: 'failed', failure: { reason: 'storage', row: null } });
      return;
    }
    this.#change(id, { step: 'storing', choices, share: 0, since: Date.now() });
    this.#tell(id, { kind: 'store', id, now: Date.now(), stores: overview.stores, choices });
  }

  /** Goes on with a table whose columns were explained, for a store. */
  map(id: string, mapping: TableMapping, choice: StoreChoice): void {
    this.#change(id, { step: 'reading', choices: [choice], share: 0, since: Date.now() });
    this.#tell(id, { kind: 'map', mapping });
  }

  async #next(): Promise<void> {
    if (this.#jobs.some(({ step }) => step === 'reading' || step === 'storing')) return;
    const next = this.#jobs.findLast(({ step }) => step === 'waiting');
    if (!next || !this.#surroundings) return;
    this.#change(next.id, { step: 'reading', since: Date.now() });
    const overview = await this.#surroundings.overview().catch(() => undefined);
    if (!overview) {
      this.#end(next.id, { step: 'failed', failure: { reason: 'storage', row: null } });
      return;
    }
    if (this.#jobs.find(({ id }) => id === next.id)?.step !== 'reading') return;
    const worker = this.#surroundings.startWorker();
    this.#workers.set(next.id, worker);
    worker.onmessage = ({ data }: MessageEvent<FromImportWorker>) => this.#heard(next.id, data);
    worker.onerror = () => this.#end(next.id, { step: 'failed', failure: { reason: 'broken', row: null } });
    this.#tell(next.id, { kind: 'read', file: next.file, salt: bytesOf(overview.salt) });
  }

  #tell(id: string, message: ToImportWorker): void {
    this.#workers.get(id)?.postMessage(message);
  }

  #heard(id: string, message: FromImportWorker): void {
    if (message.kind === 'progress') this.#change(id, { rows: message.rows, share: message.share });
    if (message.kind === 'unknown-table') {
      this.#change(id, { step: 'mapping', table: message });
      void this.#next();
    }
    if (message.kind === 'read') void this.#wasRead(id, message);
    if (message.kind === 'failed') this.#end(id, { step: 'failed', failure: message });
    if (message.kind !== 'stored') return;
    this.#surroundings?.stored();
    this.#end(id, { step: 'stored', result: message });
  }

  async #wasRead(id: string, found: ReadFile): Promise<void> {
    const chosen = this.#jobs.find((job) => job.id === id)?.choices ?? [];
    this.#change(id, { step: 'choosing', found, rows: found.rows });
    if (chosen.length > 0) return this.store(id, chosen);
    const overview = await this.#surroundings?.overview().catch(() => undefined);
    const choices = found.sites.flatMap((site) => {
      const candidates = candidatesFor(site, overview?.stores ?? []);
      return candidates.length === 1 && candidates[0] ? [{ site: site.site, store: { key: candidates[0].key } }] : [];
    });
    if (choices.length === found.sites.length) await this.store(id, choices);
    void this.#next();
  }

  #end(id: string, end: Partial<ImportJob> & { readonly step: JobStep }): void {
    const job = this.#jobs.find((one) => one.id === id);
    if (!job || !isUnderWay(job)) return;
    this.#workers.get(id)?.terminate();
    this.#workers.delete(id);
    this.#change(id, end);
    void this.#next();
  }

  #change(id: string, change: Partial<ImportJob>): void {
    this.#set(this.#jobs.map((job) => (job.id === id && isUnderWay(job) ? { ...job, ...change } : job)));
  }

  #set(jobs: readonly ImportJob[]): void {
    this.#jobs = jobs;
    for (const listener of this.#listeners) listener();
  }
}

export function isUnderWay({ step }: ImportJob): boolean {
  return step !== 'stored' && step !== 'failed' && step !== 'cancelled';
}

/** Known stores that rows of a site can belong to; all of the marketplace where the file does not name the site. */
export function candidatesFor(
  { marketplace, site }: FoundSite,
  stores: readonly ImportStore[],
): readonly ImportStore[] {
  return stores.filter((store) => store.marketplace === marketplace && (site === null || store.site === site));
}

function bytesOf(hexadecimal: string): Uint8Array {
  return Uint8Array.from(hexadecimal.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
