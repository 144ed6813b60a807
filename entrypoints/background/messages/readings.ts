import type { PageReading, Snapshot } from '../../console.content/reading/reading.ts';
import { z } from './schema.ts';
import { isBoundedSnapshot } from './snapshot-bounds.ts';

/** A text of a page. */
export const text = z.string().max(20_000);
export const name = z.string().min(1).max(200);
const wireValue = z.union([text, z.number(), z.boolean(), z.array(text).max(100), z.null()]);

const sighting = z.object({
  via: text,
  kind: z.enum(['money', 'percent', 'decimal', 'count', 'day', 'moment', 'text', 'empty', 'unreadable']),
  length: z.number().int().min(0).max(20_000),
});

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
    reason: z.enum(['not-found', 'ambiguous', 'unparsable', 'not-hydrated', 'range', 'not-given']),
    found: z.array(sighting).max(4).optional(),
  }),
]);

/** A page may hold more than a field can: then that field was not read, and all the others were. */
const beyondBounds = z
  .object({ state: z.enum(['read', 'written']) })
  .transform(() => ({ state: 'unreadable', reason: 'unparsable' }));

/** What a page's script says of one field. */
export const reading = bounded.or(beyondBounds) as unknown as z.ZodType<PageReading>;

const amount = z.string().max(60).optional();

/** What a page calls a store; what is longer than any name is none. */
const storeName = z
  .string()
  .nullable()
  .transform((given) => (given !== null && given.length > 200 ? null : given));

/** BCP 47 as a page claims it. */
export const language = z.string().transform((given) => given.slice(0, 35));

const snapshot = z.object({
  sequence: z.number().int().nonnegative(),
  page: name.nullable(),
  generation: name.nullable(),
  language,
  store: z.object({
    sellerName: storeName,
    sellerId: storeName,
    marks: z.array(
      z.object({ by: z.enum(['page-global', 'address', 'header', 'picker', 'storage']), text: z.string().max(200) }),
    ),
  }),
  keys: z.array(name),
  records: z.array(z.object({ key: name, fields: z.record(name, reading) })),
  notices: z.array(
    z.object({
      kind: z.enum([
        'price-above-was',
        'net-not-below-was',
        'no-sales-history',
        'discount-minimum',
        'discount-maximum',
        'low-inventory',
        'price-history-older',
      ]),
      asin: z.string().max(20).nullable(),
      // All amounts of a notice or none.
      amounts: z
        .object({
          currentPrice: amount,
          suggestedYourPrice: amount,
          currentNetPrice: amount,
          requiredNetPrice: amount,
        })
        .catch({}),
    }),
  ),
  settled: z.boolean(),
  unsettled: z.array(name),
  list: z.enum(['read', 'empty', 'none', 'lost']).optional(),
});

/** What a page's script sends of the page. What is too much of it is refused before it is looked at. */
export const snapshotSchema = z
  .unknown()
  .refine(isBoundedSnapshot, 'more than a page can have')
  .pipe(snapshot as unknown as z.ZodType<Snapshot, unknown>);
