import type { FactName } from '../../../../rules/engine/facts.ts';
import type { Marketplace, Site } from '../../../../rules/engine/sites.ts';
import type { BulkDecisions } from '../../../background/messages/bulk.ts';
import type { Card } from '../../../background/messages/shown.ts';
import type { Language, Level } from '../../../background/messages/words.ts';
import type { NamedFile } from '../reading/named-files.ts';
import type { UnknownTable } from '../reading/recognise.ts';
import type { UnreadableReason } from '../reading/unreadable-table.ts';
import type { Progress } from './check-file.ts';
import type { CheckableFile } from './columns.ts';
import type { BulkScope } from './context.ts';
import type { ExportFormat } from './export.ts';
import type { BulkSummary, PresentedProblem } from './present.ts';
import type { KnownSheet } from './recognise.ts';

/** Messages between the workspace and the worker that checks one file. A worker is ended to call its work off. */

export interface OpenedFile {
  readonly kind: CheckableFile['kind'];
  readonly marketplace: Marketplace;
  /** Sites the file names; empty where it names none. */
  readonly sites: readonly Site[];
  readonly sheet: string | null;
  /** The sheets of its workbook that hold anything; empty for text. */
  readonly sheets: readonly KnownSheet[];
  /** 1-based row of its headings. */
  readonly headingRow: number;
  /** 1-based rows above the first listing that are neither headings nor listings. */
  readonly aside: readonly number[];
  /** A table whose columns are to be explained; null where nothing is asked. */
  readonly table: UnknownTable | null;
}

/** Which problems are shown. */
export interface ProblemFilter {
  /** Null: of every rule. */
  readonly rule: string | null;
  /** Empty: of every level. */
  readonly levels: readonly Level[];
}

export interface CheckedFile {
  readonly summary: BulkSummary;
  /** Problems that were counted and are not kept. */
  readonly leftOut: number;
  /** Headings of columns that were not checked. */
  readonly unchecked: readonly string[];
  /** The store's database could not be read, so that the file was checked alone. */
  readonly storeUnread: boolean;
}

/** Questions with their answers. */
export interface BulkQuestions {
  open: {
    readonly asked: {
      readonly file: File;
      readonly marketplace: Marketplace | null;
      /** The sheet of a workbook that the seller chose; null: not chosen. */
      readonly sheet: string | null;
    };
    readonly answer: OpenedFile;
  };
  check: {
    readonly asked: {
      readonly scope: BulkScope;
      /** What the seller says of the columns of a table, in their order; null: nothing was asked. */
      readonly columns: readonly (FactName | null)[] | null;
      readonly decided: BulkDecisions;
      readonly language: Language;
      /** Milliseconds since 1970. */
      readonly now: number;
    };
    readonly answer: CheckedFile;
  };
  summary: { readonly asked: { readonly language: Language }; readonly answer: BulkSummary };
  /** Problems `from` on, as many as `count`. */
  problems: {
    readonly asked: {
      readonly filter: ProblemFilter;
      readonly language: Language;
      readonly from: number;
      readonly count: number;
    };
    readonly answer: { readonly total: number; readonly problems: readonly PresentedProblem[] };
  };
  card: { readonly asked: { readonly index: number; readonly language: Language }; readonly answer: Card | null };
  export: {
    readonly asked: { readonly format: ExportFormat; readonly filter: ProblemFilter; readonly language: Language };
    readonly answer: Blob;
  };
  /** Ends an export that is being written. */
  'cancel-export': { readonly asked: Readonly<Record<never, never>>; readonly answer: null };
}

export type BulkQuestion = keyof BulkQuestions;

/** Why something could not be done. `headings`: those of a file of which none is known. */
export type BulkFailure =
  | { readonly reason: UnreadableReason; readonly row: number | null }
  | { readonly reason: 'not-recognised'; readonly headings: string }
  | { readonly reason: 'nothing-to-check'; readonly named: NamedFile }
  | { readonly reason: 'too-large-export' }
  | { readonly reason: 'cancelled' }
  | { readonly reason: 'unexpected' };

export type ToBulkWorker = {
  [Question in BulkQuestion]: { readonly id: number; readonly question: Question } & BulkQuestions[Question]['asked'];
}[BulkQuestion];

export type FromBulkWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: BulkFailure }
  | { readonly kind: 'progress'; readonly progress: Progress };
