import { isFactName } from '../../../rules/engine/facts.ts';
import { marketplaces, sitesOf } from '../../../rules/engine/sites.ts';
import { z } from '../messages/schema.ts';
import type { PreflightSchema } from './schema.ts';

/** The shape a row needs so that no reader of it fails. Values of facts are checked where they are used. */
const text = z.string();
const nullable = text.nullable();
const number = z.number();
const byName = z.record(text, z.unknown());
/** An ISO day. */
const day = z.iso.date();
/** Exact decimals. */
const decimal = text.regex(/^-?\d{1,30}(?:\.\d{1,30})?$/u);
/** ISO 4217: `Intl` formats amounts with no other code. */
const currency = text.regex(/^[A-Z]{3}$/u);
const level = z.enum(['error', 'warning', 'info', 'unknown']);
const counts = z.object({ error: number, warning: number, info: number, unknown: number });
const worst = counts.extend({ none: number });
/** Names are put into sentences; a row without a valid one is not ours. */
const figure = z.union([text, number, z.boolean(), z.array(text)]);
const figures = z.record(text, figure);
const seen = z.object({
  value: z.union([text, number, z.boolean(), z.null(), z.array(z.unknown()), byName]),
  page: text,
  day,
});
const facts = z.record(text.refine(isFactName), seen);
const origin = z.discriminatedUnion('by', [
  z.object({ by: z.enum(['page', 'notice', 'file', 'setting', 'computed', 'tried']) }),
  z.object({ by: z.literal('entry'), day }),
  z.object({ by: z.literal('seen'), page: text, day }),
  z.object({ by: z.literal('orders'), days: number, units: number, promoted: number, until: day }),
]);
const ownFinding = z.object({
  rule: text,
  topic: text,
  item: number.nullable(),
  level,
  severity: z.enum(['error', 'warning', 'info']),
  message: text,
  values: figures,
  fix: figures,
  amended: z
    .array(
      z.object({
        figure: text,
        field: text.refine(isFactName),
        side: text,
        own: figure,
        by: z.array(text),
        passes: z.boolean(),
      }),
    )
    .optional(),
  wanted: z.array(text.refine(isFactName)),
  unread: z.array(text),
  marks: z.array(text),
  origins: z.record(text, origin),
  day,
  quiet: z.boolean(),
});
const finding = ownFinding.extend({ reasons: z.array(ownFinding).optional() });
const margin = z
  .object({ percent: decimal, atMost: z.boolean(), beforeReferral: z.literal(true).optional() })
  .nullable();
const priced = z.array(z.tuple([decimal, number]));
const paidDay = z.object({ day, paid: priced, promoted: priced, business: priced.optional() });
const deadline = z.object({ kind: text, day, count: number, listings: z.array(text) });
const change = z.object({ rule: text, day, count: number, listings: z.array(text) });
const way = z.union([
  z.object({ by: z.literal('taught') }),
  z.object({ by: z.literal('built-in'), name: text, place: number, of: number }),
]);
const fieldNote = z.object({
  place: z.enum(['page', 'row']),
  state: z.enum(['read', 'absent', 'not-found', 'ambiguous', 'unparsable', 'not-hydrated', 'range', 'not-given']),
  read: number,
  of: number,
  way: way.nullable(),
  found: z.array(z.object({ name: text, kind: text, length: number })).optional(),
  visits: number,
  lastVisit: number.nullable(),
  lastRead: day.nullable(),
});
const tag = z.tuple([text, text, number, text]);

const shapes = {
  stores: z
    .object({
      key: text,
      marketplace: z.enum(marketplaces),
      site: text,
      sellerName: nullable,
      sellerId: nullable,
      currency,
      seen: day,
    })
    .refine(
      ({ key, marketplace, site }) => sitesOf[marketplace].includes(site) && key.startsWith(`${marketplace}|${site}|`),
    ),
  listings: z.object({
    store: text,
    listing: text,
    sku: nullable,
    asin: nullable,
    facts,
    wider: z.array(z.tuple([text, text])).optional(),
  }),
  findings: z.object({
    store: text,
    listing: text,
    name: text,
    currency,
    address: text,
    changed: number,
    findings: z.array(finding),
    problems: z.array(z.tuple([text, text, number])),
    margin,
    topics: z.record(text, number),
  }),
  observations: z.object({ store: text, listing: text, day, price: decimal }),
  readings: z.object({
    store: text,
    page: text,
    day,
    generation: nullable,
    language: text,
    host: text,
    list: z.enum(['read', 'empty', 'none', 'lost']).optional(),
    fields: z.record(text, fieldNote),
  }),
  days: z.object({ store: text, day, listings: number, counts }),
  upcoming: z.object({
    store: text,
    day,
    at: number,
    listings: number,
    deadlines: z.array(deadline),
    changes: z.array(change),
  }),
  paidPrices: z.object({ store: text, sku: text, asin: nullable, currency, days: z.array(paidDay) }),
  orderLines: z.object({
    store: text,
    day,
    settled: z.instanceof(Float64Array),
    open: z.array(z.object({ hash: number, sku: text, price: decimal, units: number, sale: text })),
  }),
  imports: z.object({
    id: text,
    at: number,
    kind: text,
    fileName: text,
    stores: z.array(text),
    rows: number,
    taken: number,
    skipped: z.record(text, number),
    from: day.nullable(),
    to: day.nullable(),
    judged: z.boolean(),
  }),
  catalogue: z.object({
    store: text,
    listing: text,
    sku: nullable,
    asin: nullable,
    name: text,
    code: nullable,
    price: nullable,
    currency,
    margin,
    counts,
    changed: number,
    search: text,
    worst: number,
    found: z.array(tag),
    sortName: text,
    sortPrice: z.union([number, z.literal(Number.POSITIVE_INFINITY)]),
    sortMargin: z.union([number, z.literal(Number.POSITIVE_INFINITY)]),
  }),
  summaries: z.object({
    store: text,
    listings: number,
    counts,
    problems: z.record(text, z.partialRecord(level, number)),
    waiting: z.record(text.refine(isFactName), z.record(text, number)),
    worst,
    atRisk: z.record(text, z.partialRecord(z.enum(['total', 'unit']), z.object({ amount: decimal, listings: number }))),
  }),
} as const satisfies { readonly [Name in keyof PreflightSchema]?: z.ZodType };

export type ShapedName = keyof typeof shapes;

/** Whether a row has the shape of its object store. */
export function isWhole(name: ShapedName, row: unknown): boolean {
  return shapes[name].safeParse(row).success;
}

export function isShaped(name: string): name is ShapedName {
  return Object.hasOwn(shapes, name);
}
