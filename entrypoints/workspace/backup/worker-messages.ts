import type { BackupFault, BackupHeader } from './format.ts';

/** Contents of a backup that was read completely and found intact. */
export interface BackupContent {
  readonly header: BackupHeader;
  /** Number of keys in the browser's storage. */
  readonly decisions: number;
}

/** A backup whose rows are staged in the database. */
export interface StagedBackup {
  /** Number of malformed rows that were skipped. */
  readonly leftOut: number;
}

/** Questions and their answers. */
export interface BackupAnswers {
  /** Reads the whole backup without changing anything. */
  inspect: BackupContent;
  /** Reads it again and stages its rows. */
  stage: StagedBackup;
}

export type BackupQuestion = keyof BackupAnswers;

export interface ToBackupWorker {
  readonly question: BackupQuestion;
  readonly file: Blob;
}

export type FromBackupWorker =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | {
      readonly kind: 'refused';
      readonly fault: BackupFault;
      readonly line: number | null;
      readonly version: string | null;
    }
  | { readonly kind: 'failed' };
