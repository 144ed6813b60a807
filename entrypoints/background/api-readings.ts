import type { PageReading } from '../console.content/reading/reading.ts';
import { z } from './schema.ts';

/** A text of a page. */
export const text = z.string().max(20_000);
export const name = z.string().min(1).max(200);
const wireValue = z.union([text, z.number(), z.boolean(), z.array(text).max(100), z.null()]);

const bounded = z.discriminatedUnion('state', [
  z.object({ state: z.literal('read'), value: wireValue, via: text, currency: z.string().max(3).optional() }),
  z.object({
    state: z.literal('written'),
    kind: z.enum(['money', 'percent', 'decimal', 'count', 'day', 'moment']),
    text,
    via: text,
    mark: z.string().max(50).optional(),
    locale: z.string().max(35).optional(),
    amount: z.number().int().min(0).max(9).optional(),
  }),
  z.object({ state: z.literal('absent') }),
  z.object({
    state: z.literal('unreadable'),
    reason: z.enum(['not-found', 'ambiguous', 'unparsable', 'not-hydrated']),
  }),
]);

/** A page may hold more than a field can: then that field was not read, and all the others were. */
const beyondBounds = z
  .object({ state: z.enum(['read', 'written']) })
  .transform(() => ({ state: 'unreadable', reason: 'unparsable' }));

/** What a page's script says of one field. */
export const reading = bounded.or(beyondBounds) as unknown as z.ZodType<PageReading>;
