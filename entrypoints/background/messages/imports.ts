import type { FactName } from '../../../rules/engine/facts.ts';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import { marketplaces } from '../../../rules/engine/sites.ts';

import { z } from './schema.ts';

const headings = z.array(z.string().max(1000)).max(1000);
const marketplace = z.enum(marketplaces);
/** Why a table is opened: to import it, or to check it before the seller uploads it. */
const purpose = z.enum(['import', 'check']);
export type TablePurpose = z.infer<typeof purpose>;

/** Workspace requests about imports. Files are not sent: a worker of the workspace reads them. */
export const importRequests = {
  /** What an import needs to start, plus the list of earlier ones. Answer: {@link ImportsOverview}. */
  imports: z.object({ kind: z.literal('imports') }),
  /** Guess what the columns of a table hold. Answer: {@link GuessedColumns}. */
  'guess-columns': z.object({ kind: z.literal('guess-columns'), headings, marketplace, purpose }),
  /** Remember the seller's mapping of the columns, for tables with the same headings. */
  'remember-columns': z.object({
    kind: z.literal('remember-columns'),
    headings,
    marketplace,
    purpose,
    columns: z.array(z.string().max(50).nullable()).max(1000),
  }),
  /** Check stored listings against imports that have not been applied yet, and let open consoles ask again. */
  'judge-imports': z.object({ kind: z.literal('judge-imports') }),
} as const;

export interface ImportsOverview {
  /** This profile's salt for hashing order lines; hexadecimal. */
  readonly salt: string;
  readonly stores: readonly ImportStore[];
  /** Newest first. */
  readonly imports: readonly ImportOverview[];
}

export interface GuessedColumns {
  /** In the order of the headings; null: not a column Preflight uses. */
  readonly columns: readonly (FactName | null)[];
  /** Columns whose headings are unambiguous, in the order of the headings. */
  readonly isSettled: readonly boolean[];
  /** The seller chose this mapping earlier, for a table with the same headings. */
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
  /** First and last ISO day; null if the file states none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly judged: boolean;
}

/** A shop that rows can be imported into. */
export interface ImportStore {
  readonly key: string;
  readonly marketplace: Marketplace;
  readonly site: Site;
  readonly name: string;
  /** ISO 4217 code of its prices. */
  readonly currency: string;
}
