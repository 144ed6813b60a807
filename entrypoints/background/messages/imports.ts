import type { FactName } from '../../../rules/engine/facts.ts';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import { marketplaces } from '../../../rules/engine/sites.ts';

import { z } from './schema.ts';

const headings = z.array(z.string().max(1000)).max(1000);
const marketplace = z.enum(marketplaces);
/** What a table is opened for: to be kept, or to be checked before it is uploaded. */
const purpose = z.enum(['import', 'check']);
export type TablePurpose = z.infer<typeof purpose>;

/** Requests of the workspace about imports. The files themselves are read by a worker of the workspace, not sent. */
export const importRequests = {
  /** What an import needs to begin, and the list of earlier ones. Answer: {@link ImportsOverview}. */
  imports: z.object({ kind: z.literal('imports') }),
  /** What the columns of a table hold. Answer: {@link GuessedColumns}. */
  'guess-columns': z.object({ kind: z.literal('guess-columns'), headings, marketplace, purpose }),
  /** Keep what the seller said of the columns, for tables with the same headings. */
  'remember-columns': z.object({
    kind: z.literal('remember-columns'),
    headings,
    marketplace,
    purpose,
    columns: z.array(z.string().max(50).nullable()).max(1000),
  }),
  /** Judge the stored listings by imports that were not judged yet, and let open consoles ask again. */
  'judge-imports': z.object({ kind: z.literal('judge-imports') }),
} as const;

export interface ImportsOverview {
  /** Of this profile, for the hashes of order lines; hexadecimal. */
  readonly salt: string;
  readonly stores: readonly ImportStore[];
  /** Newest first. */
  readonly imports: readonly ImportOverview[];
}

export interface GuessedColumns {
  /** In the order of the headings; null: nothing of ours. */
  readonly columns: readonly (FactName | null)[];
  /** Columns whose headings leave nothing to ask, in the order of the headings. */
  readonly isSettled: readonly boolean[];
  /** The seller said so of a table with the same headings. */
  readonly isRemembered: boolean;
  /** What a column can hold, in the seller's language. */
  readonly facts: readonly { readonly fact: FactName; readonly label: string }[];
}

export interface ImportOverview {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: string;
  readonly fileName: string;
  readonly stores: readonly string[];
  readonly rows: number;
  readonly taken: number;
  readonly skipped: number;
  /** First and last ISO day; null where the file names none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly judged: boolean;
}

/** A store rows can be kept under. */
export interface ImportStore {
  readonly key: string;
  readonly marketplace: Marketplace;
  readonly site: Site;
  readonly name: string;
  /** ISO 4217 code of its prices. */
  readonly currency: string;
}
