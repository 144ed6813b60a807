import { z } from '../messages/schema.ts';

/**
 * A pending re-check of stored listings, because a setting of some rules has changed. Stored together with the setting,
 * so that a stopped worker loses neither.
 */
export interface Update {
  readonly id: number;
  readonly rules: readonly string[];
  /** Key of the only shop concerned; null: all. */
  readonly store: string | null;
  /** The last listing processed. */
  readonly after: readonly [store: string, listing: string] | null;
  readonly done: number;
  /** 0 until it starts. */
  readonly total: number;
}

const text = z.string().max(1000);

export const updateSchema = z.object({
  id: z.number().int(),
  rules: z.array(text),
  store: text.nullable(),
  after: z.tuple([text, text]).nullable(),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
}) satisfies z.ZodType<Update>;
