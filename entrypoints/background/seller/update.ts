import { z } from '../messages/schema.ts';

/**
 * Stored listings that are still to be judged again, since a setting of some rules has changed. Kept in one go with the
 * setting, so that a worker that is stopped loses neither.
 */
export interface Update {
  readonly id: number;
  readonly rules: readonly string[];
  /** Key of the only store it concerns; null: all. */
  readonly store: string | null;
  /** The last listing that was done. */
  readonly after: readonly [store: string, listing: string] | null;
  readonly done: number;
  /** 0 until it was begun. */
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
