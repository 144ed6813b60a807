import type { Marketplace, Site } from '../../../../rules/engine/sites.ts';
import type { ImportStore } from '../../../background/messages/imports.ts';
import type { Encoding } from './encoding.ts';
import type { TableMapping } from './mapped-table.ts';
import type { NamedFile } from './named-files.ts';
import type { UnknownTable } from './recognise.ts';
import type { Table } from './rows-of-text.ts';
import type { SkipReason } from './skipped.ts';
import type { UnreadableReason } from './unreadable-table.ts';

/** What a file turned out to be. */
export type ReportKind = 'orders' | 'listings' | 'inventory' | 'fees' | 'flat-file' | 'table';

/** Rows of a file that belong to one site; null: the file does not say which. */
export interface FoundSite {
  readonly marketplace: Marketplace;
  readonly site: Site | null;
  readonly rows: number;
}

/** For which store the rows of a site are kept. A name makes a store that is not known yet. */
export interface StoreChoice {
  readonly site: Site | null;
  readonly store:
    | { readonly key: string }
    | { readonly marketplace: Marketplace; readonly site: Site; readonly name: string };
}

/** To the worker. One worker takes one file, and is ended to call it off. */
export type ToImportWorker =
  | {
      readonly kind: 'read';
      readonly file: File;
      /** Of the profile, for the hashes of order lines. */
      readonly salt: Uint8Array;
    }
  | { readonly kind: 'map'; readonly mapping: TableMapping }
  | {
      readonly kind: 'store';
      readonly id: string;
      /** Milliseconds since 1970. */
      readonly now: number;
      readonly stores: readonly ImportStore[];
      readonly choices: readonly StoreChoice[];
    };

export interface ReadFile {
  readonly report: ReportKind;
  readonly format: Table['format'];
  readonly encoding: Encoding | null;
  /** Rows below the headings. */
  readonly rows: number;
  readonly sites: readonly FoundSite[];
  readonly skipped: SkippedSummary;
  /** First and last ISO day that it holds; null where it names none. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface SkippedSummary {
  readonly counts: Partial<Record<SkipReason, number>>;
  /** 1-based rows of the file. */
  readonly rows: Partial<Record<SkipReason, readonly number[]>>;
}

/** Why an import came to nothing; `row` is 1-based where there is one. */
export interface ImportFailure {
  readonly reason:
    | UnreadableReason
    | 'nothing-to-keep'
    | 'unknown-report'
    | 'no-rows'
    | 'nothing-taken'
    | 'quota'
    | 'storage'
    | 'broken';
  readonly row: number | null;
  /** The known file that has nothing to keep. */
  readonly named?: NamedFile;
}

/** From the worker. */
export type FromImportWorker =
  | { readonly kind: 'progress'; readonly step: 'read' | 'store'; readonly rows: number; readonly share: number }
  | ({ readonly kind: 'unknown-table' } & UnknownTable)
  | ({ readonly kind: 'read' } & ReadFile)
  | {
      readonly kind: 'stored';
      readonly taken: number;
      /** Of those taken: named by nothing but the seller's code. */
      readonly codes: number;
      readonly isKnown: boolean;
      readonly skipped: SkippedSummary;
    }
  | ({ readonly kind: 'failed' } & ImportFailure);
