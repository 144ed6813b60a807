import type { IDBPTransaction } from 'idb';
import { z } from '../schema.ts';
import { buildCatalogue } from './catalogue-building.ts';
import { catalogueChanged } from './catalogue-query.ts';
import { database } from './database.ts';
import { mergeListings } from './listing-merging.ts';
import type { Upgrading } from './migrations.ts';
import type { PreflightSchema } from './schema.ts';

/** What a row must have so that nothing stumbles over it. Its values are looked at where they are used. */
const text = z.string();
const nullable = text.nullable();
const byName = z.record(text, z.unknown());
const counts = z.object({ error: z.number(), warning: z.number(), info: z.number(), unknown: z.number() });
const seen = z.object({
  value: z.union([text, z.number(), z.boolean(), z.null(), z.array(z.unknown()), byName]),
  page: text,
  day: text,
});
const finding = z.object({
  rule: text,
  topic: text,
  item: z.number().nullable(),
  level: z.enum(['error', 'warning', 'info', 'unknown']),
  message: text,
  values: byName,
  fix: byName,
  wanted: z.array(text),
  unread: z.array(text),
  marks: z.array(text),
  origins: byName,
  day: text,
});
const paidDay = z.object({ day: text });
const touched = z.object({ day: text, count: z.number(), listings: z.array(text) });

const rows = {
  stores: z.object({ key: text, marketplace: z.enum(['amazon', 'temu', 'tiktok']), site: text, seen: text }),
  listings: z.object({ store: text, listing: text, sku: nullable, asin: nullable, facts: z.record(text, seen) }),
  findings: z.object({
    store: text,
    listing: text,
    name: text,
    currency: text,
    address: text,
    changed: z.number(),
    findings: z.array(finding),
    problems: z.array(z.tuple([text, text, z.number()])),
  }),
  observations: z.object({ store: text, listing: text, day: text, price: text }),
  readings: z.object({ store: text, page: text, day: text, host: text, fields: byName }),
  days: z.object({ store: text, day: text, listings: z.number(), counts }),
  upcoming: z.object({
    store: text,
    day: text,
    at: z.number(),
    listings: z.number(),
    deadlines: z.array(touched),
    changes: z.array(touched),
  }),
  paidPrices: z.object({ store: text, sku: text, asin: nullable, currency: text, days: z.array(paidDay) }),
  orderLines: z.object({
    store: text,
    day: text,
    settled: z.instanceof(Float64Array),
    open: z.array(z.object({ hash: z.number(), sku: text, price: text, units: z.number() })),
  }),
  imports: z.object({
    id: text,
    at: z.number(),
    kind: text,
    fileName: text,
    stores: z.array(text),
    rows: z.number(),
    taken: z.number(),
    skipped: byName,
    judged: z.boolean(),
  }),
} as const satisfies { readonly [Name in keyof PreflightSchema]?: z.ZodType };

type Name = keyof typeof rows;
type Repairing = IDBPTransaction<PreflightSchema, (Name | 'catalogue' | 'summaries')[], 'readwrite'>;

const names = Object.keys(rows) as Name[];

/**
 * Takes out the rows that are not what they should be, and makes lists and counts anew from the others, in one
 * transaction. What was taken out comes back with its page or report. Rejects when the browser refuses; then nothing
 * is changed.
 * @returns how many rows were taken out
 */
export async function repairRows(): Promise<number> {
  const opened = await database();
  const scope: (Name | 'catalogue' | 'summaries')[] = [...names, 'catalogue', 'summaries'];
  const transaction = opened.transaction(scope, 'readwrite');
  transaction.done.catch(() => undefined);
  let taken = 0;
  for (const name of names) taken += await takeOutBroken(transaction, name);
  await transaction.objectStore('catalogue').clear();
  await transaction.objectStore('summaries').clear();
  await buildCatalogue(transaction as unknown as Upgrading);
  await mergeListings(transaction as unknown as Upgrading);
  await transaction.done;
  catalogueChanged();
  return taken;
}

async function takeOutBroken(transaction: Repairing, name: Name): Promise<number> {
  let taken = 0;
  for (let cursor = await transaction.objectStore(name).openCursor(); cursor; cursor = await cursor.continue()) {
    if (rows[name].safeParse(cursor.value).success) continue;
    await cursor.delete();
    taken += 1;
  }
  return taken;
}
