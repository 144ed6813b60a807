import type { Marketplace } from '../../../rules/engine/sites.ts';
import { z } from './schema.ts';

/** Requests about everything that is kept; only the extension's own pages may send them. */
export const dataRequests = {
  /** How much is kept, in all and of each store. Answer: {@link KeptData}. */
  data: z.object({ kind: z.literal('data') }),
  /** Delete all that is kept of one store; null: everything. */
  'delete-data': z.object({ kind: z.literal('delete-data'), store: z.string().min(1).max(2000).nullable() }),
  /** A page has put a backup's rows in place, all but some damaged ones: take its decisions over too. */
  'finish-restore': z.object({ kind: z.literal('finish-restore'), leftOut: z.number().int().min(0) }),
} as const;

/** What is kept of one store, in numbers. */
export interface KeptOfStore {
  readonly key: string;
  readonly marketplace: Marketplace;
  readonly site: string;
  readonly name: string;
  readonly listings: number;
  /** Rows of the database, those of listings included. */
  readonly rows: number;
  /** Entered values, ignored findings and settings of this store alone. */
  readonly decisions: number;
}

export interface KeptData {
  readonly stores: readonly KeptOfStore[];
  readonly listings: number;
  /** Decisions of the seller in all: entered values, ignored findings, checks turned off or written. */
  readonly decisions: number;
}
