import { BackupRefused } from './format.ts';
import { inspectBackup, stageBackup } from './restore.ts';
import type { BackupQuestion, FromBackupWorker, ToBackupWorker } from './worker-messages.ts';

/**
 * Reads one backup off the main thread. It has no extension API, only the file and
 * the database, and terminates after its answer.
 */

const page = self as unknown as {
  postMessage(message: FromBackupWorker): void;
  onmessage: ((event: MessageEvent<ToBackupWorker>) => void) | null;
};

const answers: { readonly [Question in BackupQuestion]: (file: Blob) => Promise<unknown> } = {
  inspect: inspectBackup,
  stage: stageBackup,
};

page.onmessage = ({ data: { question, file } }) => {
  answers[question](file).then(
    (answer) => page.postMessage({ kind: 'answer', answer }),
    (error) => page.postMessage(refusalOf(error)),
  );
};

function refusalOf(error: unknown): FromBackupWorker {
  if (!(error instanceof BackupRefused)) return { kind: 'failed' };
  const { fault, line, version } = error;
  return { kind: 'refused', fault, line, version };
}
