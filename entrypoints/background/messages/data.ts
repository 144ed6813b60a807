import type { Marketplace } from '../../../rules/engine/sites.ts';
import { z } from './schema.ts';

/** Requests about stored data. Only the extension's own pages may send them. */
export const dataRequests = {
  /** How much is stored, in total and per shop. Answer: {@link KeptData}. */
  data: z.object({ kind: z.literal('data') }),
  /** Delete everything stored about one shop; null: about all of them. */
  'delete-data': z.object({ kind: z.literal('delete-data'), store: z.string().min(1).max(2000).nullable() }),
  /** A page has restored a backup's rows, except `leftOut` damaged ones. Restore its decisions, too. */
  'finish-restore': z.object({ kind: z.literal('finish-restore'), leftOut: z.number().int().min(0) }),
} as const;

/** How much is stored about one shop. */
export interface KeptOfStore {
  readonly key: string;
  readonly marketplace: Marketplace;
  readonly site: string;
  readonly name: string;
  readonly listings: number;
  /** Rows in the database, including those of listings. */
  readonly rows: number;
  /** Entered values, ignored findings and settings specific to this shop. */
  readonly decisions: number;
}

export interface KeptData {
  readonly stores: readonly KeptOfStore[];
  readonly listings: number;
  /** All decisions of the seller: entered values, ignored findings, checks turned off or written. */
  readonly decisions: number;
}
