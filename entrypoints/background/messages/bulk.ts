import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import type { Severity } from '../../../rules/engine/outcome.ts';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import type { ThresholdName } from '../../../rules/own/thresholds.ts';

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

/** What the seller decided, as far as it holds in the scope's store. Sent by message, so plain lists. */
export interface BulkDecisions {
  readonly off: readonly string[];
  readonly severities: readonly (readonly [rule: string, severity: Severity])[];
  readonly thresholds: readonly (readonly [fact: ThresholdName, value: string])[];
  readonly ownChecks: readonly OwnCheck[];
  readonly entered: readonly {
    readonly subject: string;
    readonly fact: FactName;
    readonly value: WireValue;
    readonly day: string;
  }[];
  /** `[listing, rule, item]` of ignored findings, as JSON. */
  readonly ignored: readonly string[];
}
