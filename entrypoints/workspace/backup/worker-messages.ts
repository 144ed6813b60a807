import type { BackupFault, BackupHeader } from './format.ts';

/** What a backup holds, once all of it was read and found whole. */
export interface BackupContent {
  readonly header: BackupHeader;
  /** Number of keys of the browser's storage. */
  readonly decisions: number;
}

/** A backup whose rows wait in the database. */
export interface StagedBackup {
  /** Rows that were not what they should be, and were left out. */
  readonly leftOut: number;
}

/** Questions with their answers. */
export interface BackupAnswers {
  /** Reads all of it and changes nothing. */
  inspect: BackupContent;
  /** Reads all of it again, and makes its rows wait. */
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
