import type { PageReading, Snapshot } from '../../console.content/reading/reading.ts';
import { z } from './schema.ts';
import { isBoundedSnapshot } from './snapshot-bounds.ts';

/** Text from a page. */
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

/** A value larger than any field can hold makes only this field unreadable; the others still count. */
const beyondBounds = z
  .object({ state: z.enum(['read', 'written']) })
  .transform(() => ({ state: 'unreadable', reason: 'unparsable' }));

/** One field as reported by the content script. */
export const reading = bounded.or(beyondBounds) as unknown as z.ZodType<PageReading>;

const amount = z.string().max(60).optional();

/** The page's name for a shop. Anything longer than a real name is ignored. */
const storeName = z
  .string()
  .nullable()
  .transform((given) => (given !== null && given.length > 200 ? null : given));

/** BCP 47 tag as stated by the page. */
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
      // All amounts of a notice, or none.
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

/** Content of a page as sent by the content script. Oversized snapshots are refused before they are parsed. */
export const snapshotSchema = z
  .unknown()
  .refine(isBoundedSnapshot, 'more than a page can have')
  .pipe(snapshot as unknown as z.ZodType<Snapshot, unknown>);
