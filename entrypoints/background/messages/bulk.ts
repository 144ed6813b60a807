import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import type { BulkDecisions } from '../../workspace/files/checking/context.ts';
import { z } from './schema.ts';

/** Messages for the check of a file, which runs in a worker of the workspace: it has no storage and no settings. */

export const extensionBulkRequests = {
  /** Where a file can be checked for. Answer: {@link BulkPlaces}. */
  'bulk-places': z.object({ kind: z.literal('bulk-places') }),
  /** What the seller decided for a store; null: for all stores. Answer: {@link BulkDecisions}. */
  'bulk-decisions': z.object({ kind: z.literal('bulk-decisions'), store: z.string().min(1).max(2000).nullable() }),
} as const;

export interface BulkResponses {
  'bulk-places': BulkPlaces;
  'bulk-decisions': BulkDecisions;
}

/** A store, or a site for a file alone. */
export interface BulkPlace {
  /** Key of the store; null: nothing is looked up. */
  readonly store: string | null;
  /** Name of the store; empty where there is none. */
  readonly name: string;
  readonly marketplace: Marketplace;
  readonly site: Site;
  /** The site as sellers call it. */
  readonly siteName: string;
  /** ISO 4217 code of its prices. */
  readonly currency: string;
  /** ISO day there, now. */
  readonly today: string;
}

/** Stores first, last seen first. */
export interface BulkPlaces {
  readonly places: readonly BulkPlace[];
}
