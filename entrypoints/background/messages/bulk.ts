import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import type { Severity } from '../../../rules/engine/outcome.ts';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import type { OwnCheck } from '../../../rules/own/schema.ts';
import type { ThresholdName } from '../../../rules/own/thresholds.ts';

import { z } from './schema.ts';

/**
 * Messages for checking a file. The check runs in a worker of the workspace, which has no access to storage or
 * settings.
 */

export const extensionBulkRequests = {
  /** Shops and sites a file can be checked against. Answer: {@link BulkPlaces}. */
  'bulk-places': z.object({ kind: z.literal('bulk-places') }),
  /** The seller's decisions for a shop; null: for all shops. Answer: {@link BulkDecisions}. */
  'bulk-decisions': z.object({ kind: z.literal('bulk-decisions'), store: z.string().min(1).max(2000).nullable() }),
} as const;

export interface BulkResponses {
  'bulk-places': BulkPlaces;
  'bulk-decisions': BulkDecisions;
}

/** A shop, or only a site when the file is checked without stored data. */
export interface BulkPlace {
  /** Key of the shop; null: no stored data is used. */
  readonly store: string | null;
  /** Name of the shop; empty for a site. */
  readonly name: string;
  readonly marketplace: Marketplace;
  readonly site: Site;
  /** The site as sellers call it. */
  readonly siteName: string;
  /** ISO 4217 code of its prices. */
  readonly currency: string;
  /** Today's ISO day at the site. */
  readonly today: string;
}

/** Shops first, most recently seen first. */
export interface BulkPlaces {
  readonly places: readonly BulkPlace[];
}

/** The seller's decisions that apply to the shop in question. Plain lists, because they travel in a message. */
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
