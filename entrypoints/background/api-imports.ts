import type { ImportStore } from './imports/worker-messages.ts';
import { z } from './schema.ts';

/** Requests of the workspace about imports. The files themselves are read by a worker of the workspace, not sent. */
export const importRequests = {
  /** What an import needs to begin, and the list of earlier ones. Answer: {@link ImportsOverview}. */
  imports: z.object({ kind: z.literal('imports') }),
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
