import type { BulkDecisions, BulkPlace } from '../../background/messages/bulk.ts';
import type { Language } from '../../background/messages/words.ts';
import { BulkRefusal, BulkWorker } from '../files/checking/ask-worker.ts';
import type { Progress } from '../files/checking/check-file.ts';
import type { BulkScope } from '../files/checking/context.ts';
import type { ExportFormat } from '../files/checking/export.ts';
import type {
  BulkFailure,
  BulkQuestions,
  CheckedFile,
  OpenedFile,
  ProblemFilter,
} from '../files/checking/worker-messages.ts';

export type BulkStep =
  | { readonly step: 'idle' }
  | { readonly step: 'opening'; readonly name: string }
  | { readonly step: 'opened'; readonly name: string; readonly file: OpenedFile }
  | { readonly step: 'checking'; readonly name: string; readonly file: OpenedFile; readonly progress: Progress }
  | {
      readonly step: 'checked';
      readonly name: string;
      readonly file: OpenedFile;
      readonly checked: CheckedFile;
      readonly scope: BulkScope;
      /** How far an export is; null where none is made. */
      readonly exporting: Progress | null;
      /** Why the last export could not be made; null where it could, or none was asked for. */
      readonly exportFailure: BulkFailure | null;
    }
  | { readonly step: 'refused'; readonly name: string; readonly failure: BulkFailure };

export type ColumnsSaid = BulkQuestions['check']['asked']['columns'];

const NOTHING_YET: Progress = { rows: 0, share: null };

/**
 * The file that is being checked. It lives as long as the tab, so that a look at another view loses nothing.
 */
export class BulkSession {
  #state: BulkStep = { step: 'idle' };
  #worker: BulkWorker | null = null;
  #file: File | null = null;
  readonly #listeners = new Set<() => void>();

  readonly state = (): BulkStep => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get worker(): BulkWorker | null {
    return this.#worker;
  }

  /** @param sheet of a workbook, as the seller chose it; null: the one that says most of what it is */
  async open(file: File, sheet: string | null = null): Promise<void> {
    const { name } = file;
    this.#file = file;
    const worker = this.#begin();
    this.#change({ step: 'opening', name });
    await this.#orRefuse(worker, name, async () => {
      this.#changeFor(worker, {
        step: 'opened',
        name,
        file: await worker.ask('open', { file, marketplace: null, sheet }),
      });
    });
  }

  /** Opens another sheet of the workbook. */
  async openSheet(sheet: string): Promise<void> {
    if (this.#file) await this.open(this.#file, sheet);
  }

  /** Checks the opened file, or a checked one again; `columns` as the worker is asked. */
  async check(
    place: BulkPlace,
    day: string,
    columns: ColumnsSaid,
    decided: BulkDecisions,
    language: Language,
  ): Promise<void> {
    const worker = this.#worker;
    if (!worker || !('file' in this.#state)) return;
    const { name, file } = this.#state;
    const { marketplace, site, currency, store } = place;
    const scope = { marketplace, site, currency, store, day };
    this.#change({ step: 'checking', name, file, progress: NOTHING_YET });
    await this.#orRefuse(worker, name, async () => {
      const checked = await worker.ask('check', { scope, columns, decided, language, now: Date.now() });
      this.#changeFor(worker, { step: 'checked', name, file, checked, scope, exporting: null, exportFailure: null });
    });
  }

  /** Counts in another language. */
  async translate(language: Language): Promise<void> {
    const worker = this.#worker;
    if (!worker || this.#state.step !== 'checked') return;
    const summary = await worker.ask('summary', { language }).catch(() => null);
    if (this.#state.step !== 'checked' || !summary || worker !== this.#worker) return;
    this.#change({ ...this.#state, checked: { ...this.#state.checked, summary } });
  }

  /** The export; null where it could not be made, which the state then says, or was called off. */
  async export(format: ExportFormat, filter: ProblemFilter, language: Language): Promise<Blob | null> {
    const worker = this.#worker;
    if (!worker || this.#state.step !== 'checked') return null;
    this.#change({ ...this.#state, exporting: NOTHING_YET, exportFailure: null });
    let blob: Blob | null = null;
    let exportFailure: BulkFailure | null = null;
    try {
      blob = await worker.ask('export', { format, filter, language });
    } catch (error) {
      const failure: BulkFailure = error instanceof BulkRefusal ? error.failure : { reason: 'unexpected' };
      exportFailure = failure.reason === 'cancelled' ? null : failure;
    }
    if (this.#state.step === 'checked') this.#changeFor(worker, { ...this.#state, exporting: null, exportFailure });
    return blob;
  }

  /** Calls an export off; what was found stays. */
  cancelExport(): void {
    this.#worker?.ask('cancel-export', {}).catch(() => undefined);
  }

  /** Ends what is being done, and forgets the file. */
  close(): void {
    this.#worker?.end();
    this.#worker = null;
    this.#file = null;
    this.#change({ step: 'idle' });
  }

  #begin(): BulkWorker {
    this.#worker?.end();
    const worker = new BulkWorker((progress) => {
      if (this.#state.step === 'checking') this.#changeFor(worker, { ...this.#state, progress });
      if (this.#state.step === 'checked' && this.#state.exporting)
        this.#changeFor(worker, { ...this.#state, exporting: progress });
    });
    this.#worker = worker;
    return worker;
  }

  async #orRefuse(worker: BulkWorker, name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (worker !== this.#worker) return;
      const failure: BulkFailure = error instanceof BulkRefusal ? error.failure : { reason: 'unexpected' };
      worker.end();
      this.#worker = null;
      this.#change({ step: 'refused', name, failure });
    }
  }

  /** What a worker says that was ended meanwhile changes nothing. */
  #changeFor(worker: BulkWorker, state: BulkStep): void {
    if (worker === this.#worker) this.#change(state);
  }

  #change(state: BulkStep): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
