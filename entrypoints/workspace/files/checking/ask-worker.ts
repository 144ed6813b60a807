import type { Progress } from './check-file.ts';
import type { BulkFailure, BulkQuestion, BulkQuestions, FromBulkWorker } from './worker-messages.ts';

/** The worker could not do what it was asked. */
export class BulkRefusal extends Error {
  readonly failure: BulkFailure;

  constructor(failure: BulkFailure) {
    super(failure.reason);
    this.name = 'BulkRefusal';
    this.failure = failure;
  }
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** A worker that checks one file. */
export class BulkWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(onProgress: (progress: Progress) => void) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'bulk',
    });
    this.#worker.onmessage = ({ data }: MessageEvent<FromBulkWorker>) => {
      if (data.kind === 'progress') return onProgress(data.progress);
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.kind === 'answer') waiting?.resolve(data.answer as never);
      else waiting?.reject(new BulkRefusal(data.failure));
    };
    // Out of memory, or its script is gone because the extension was updated.
    this.#worker.onerror = () => this.#refuseAll();
  }

  /** Rejects with a {@link BulkRefusal}. */
  ask<Question extends BulkQuestion>(
    question: Question,
    asked: BulkQuestions[Question]['asked'],
  ): Promise<BulkQuestions[Question]['answer']> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#worker.postMessage({ id, question, ...asked });
    });
  }

  /** Ends whatever it does; questions that wait are never answered. */
  end(): void {
    this.#worker.terminate();
    this.#waiting.clear();
  }

  #refuseAll(): void {
    for (const { reject } of this.#waiting.values()) reject(new BulkRefusal({ reason: 'unexpected' }));
    this.#waiting.clear();
  }
}
