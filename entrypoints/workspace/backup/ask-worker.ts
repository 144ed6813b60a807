import { BackupRefused } from './format.ts';
import type { BackupAnswers, BackupQuestion, FromBackupWorker, ToBackupWorker } from './worker-messages.ts';

/**
 * Has a dedicated worker read a backup, so that the page stays responsive whatever the file holds.
 * @throws BackupRefused, or another error if the worker failed
 */
export async function readInWorker<Question extends BackupQuestion>(
  question: Question,
  file: Blob,
): Promise<BackupAnswers[Question]> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'backup',
  });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromBackupWorker>) => {
        if (data.kind === 'answer') resolve(data.answer as BackupAnswers[Question]);
        else if (data.kind === 'refused') reject(new BackupRefused(data.fault, data.line, data.version));
        else reject(new Error('The backup could not be read'));
      };
      // Out of memory, or its script has gone since the extension was updated.
      worker.onerror = () => reject(new Error('The worker that reads the backup ended'));
      worker.postMessage({ question, file } satisfies ToBackupWorker);
    });
  } finally {
    worker.terminate();
  }
}
