import { currencyOf, type Site } from '../../../../rules/engine/sites.ts';
import { type ReportListing, storeImport } from '../../../background/database/imports.ts';
import type { ImportStore } from '../../../background/messages/imports.ts';
import { isCode } from '../../../background/rows/listing-identity.ts';
import type { SeenFact, StoreRow } from '../../../background/rows/rows.ts';
import { ownDay } from '../../../background/understanding/site-days.ts';
import type { ListingReport } from './listing-report.ts';
import type { Taken } from './read-file.ts';
import type { FromImportWorker, StoreChoice, ToImportWorker } from './worker-messages.ts';

type Stored = Omit<FromImportWorker & { kind: 'stored' }, 'kind'>;

/**
 * Stores what a file said, at once and for the stores that were chosen. Rejects when the browser refuses the database;
 * then nothing is stored.
 * @param progress called with the share that is done
 */
export async function storeFile(
  taken: Taken,
  file: File,
  { id, now, stores, choices }: ToImportWorker & { kind: 'store' },
  progress: (share: number) => void,
): Promise<Stored> {
  const { recognised, orders, listings, table, skipped, rows } = taken;
  const chosen = new Map(choices.map((choice) => [choice.site, storeOf(choice, stores, now, table?.mapping.currency)]));
  const at = (site: Site | null): StoreRow => {
    const found = chosen.get(site);
    if (!found) throw new Error('A site has no store.');
    return found;
  };
  const days = (orders?.book.days ?? []).map(({ day }) => day).sort();
  const reported = listings ? reportListings(listings, taken, file, at, now) : tableListings(taken, file, at, now);
  const reportedDays = [...reported.values()].flat().flatMap(({ facts }) => Object.values(facts).map(({ day }) => day));
  const {
    taken: counted,
    duplicates,
    isKnown,
  } = await storeImport(
    {
      record: {
        id,
        at: now,
        kind: recognised.kind,
        fileName: file.name,
        stores: [...new Set([...chosen.values()].map(({ key }) => key))],
        rows,
        skipped: skipped.counts(),
        from: days[0] ?? least(reportedDays),
        to: days.at(-1) ?? most(reportedDays),
      },
      stores: [...chosen.values()],
      orders: orders && { book: orders.book, storeOf: (site) => at(site).key },
      listings: reported,
    },
    progress,
  );
  for (const row of duplicates) skipped.add('duplicate', row);
  return {
    taken: counted,
    codes: [...reported.values()].flat().filter(({ listing }) => isCode(listing)).length,
    isKnown,
    skipped: { counts: skipped.counts(), rows: skipped.named() },
  };
}

const NO_LISTINGS: ReadonlyMap<string, readonly ReportListing[]> = new Map();

function least(days: readonly string[]): string | null {
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
}

function most(days: readonly string[]): string | null {
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** @param read the currency in which a table's prices were read, for a store that is made of it */
function storeOf(
  { store: chosen }: StoreChoice,
  stores: readonly ImportStore[],
  now: number,
  read: string | undefined,
): StoreRow {
  const known = 'key' in chosen ? stores.find(({ key }) => key === chosen.key) : undefined;
  const marketplace = known?.marketplace ?? ('name' in chosen ? chosen.marketplace : 'amazon');
  const site = known?.site ?? ('name' in chosen ? chosen.site : '');
  const sellerName = known?.name ?? ('name' in chosen ? chosen.name : null);
  return {
    key: known?.key ?? `${marketplace}|${site}|${sellerName}`,
    marketplace,
    site,
    sellerName,
    sellerId: null,
    currency: known?.currency ?? currencyOf(marketplace, site) ?? read ?? 'USD',
    seen: ownDay(new Date(now)),
  };
}

function reportListings(
  { lines }: Pick<ListingReport, 'lines'>,
  { recognised: { kind }, skipped }: Taken,
  file: File,
  at: (site: Site | null) => StoreRow,
  now: number,
): ReadonlyMap<string, readonly ReportListing[]> {
  const byStore = new Map<string, ReportListing[]>();
  const made = dayOf(file, now);
  for (const { site, sku, asin, day, currency, row, facts } of lines.values()) {
    const { key, currency: own } = at(site);
    // A report that names no site may still name the currency of another.
    if (currency !== null && currency !== own) {
      skipped.add('currency', row);
      continue;
    }
    const seen: Record<string, SeenFact> = {};
    for (const [name, value] of Object.entries(facts)) seen[name] = { value, page: `report/${kind}`, day: day ?? made };
    const found = byStore.get(key) ?? [];
    byStore.set(key, found);
    found.push({ listing: `sku:${sku}`, sku, asin, facts: seen });
  }
  return byStore;
}

/** What a table of the seller's own says. */
function tableListings(
  { table }: Taken,
  file: File,
  at: (site: Site | null) => StoreRow,
  now: number,
): ReadonlyMap<string, readonly ReportListing[]> {
  if (!table) return NO_LISTINGS;
  const store = at(table.mapping.site);
  const day = dayOf(file, now);
  const found = [...table.content.listings.values()].map(({ facts, ...identity }) => ({
    ...identity,
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, value]): [string, SeenFact] => [name, { value, page: 'report/table', day }]),
    ),
  }));
  return new Map([[store.key, found]]);
}

/** A file that names no day is as old as it is; a clock that is wrong does not make it newer than today. */
function dayOf(file: File, now: number): string {
  return ownDay(new Date(Math.min(file.lastModified, now)));
}
