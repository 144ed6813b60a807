import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import { codeListing, type Identity, identityOfRow } from '../rows/listing-identity.ts';
import type { ListingRow, PaidPricesRow, SeenFacts } from '../rows/rows.ts';
import { mergedListing, resolved, WhichListing } from '../rows/which-listing.ts';
import { database } from './database.ts';
import { mergeSeen } from './listings.ts';
import type { PreflightSchema } from './schema.ts';

/** Rows per read. */
const BATCH_SIZE = 2000;
const NOTHING: SeenFacts = {};

/** All listings of a shop and the prices paid, for looking up every row of a file. */
export class KnownListings {
  readonly #which = new WhichListing();
  readonly #byAsin = new Map<string, ListingRow[]>();
  readonly #paidBySku = new Map<string, PaidPricesRow>();
  readonly #paidByAsin = new Map<string, PaidPricesRow[]>();

  constructor(rows: Iterable<ListingRow>, paid: Iterable<PaidPricesRow> = []) {
    for (const row of rows) {
      this.#which.put(row);
      if (row.asin !== null) push(this.#byAsin, row.asin, row);
    }
    for (const row of paid) {
      this.#paidBySku.set(row.sku, row);
      if (row.asin !== null) push(this.#paidByAsin, row.asin, row);
    }
  }

  /** The listing that a file row's numbers refer to. */
  resolve(identity: Identity): Identity {
    return resolved(identity, this.#which);
  }

  /** Facts seen of a listing; empty if it is unknown. */
  seen(shown: Identity): SeenFacts {
    const identity = this.resolve(shown);
    const { asin, code } = identity;
    const own = mergedListing(this.#which, identity.listing) ?? undefined;
    const isOwn = new Set(this.#which.rowsOf(identity.listing).map(({ listing }) => listing));
    const sameAsin = (asin === null ? [] : (this.#byAsin.get(asin) ?? [])).filter(({ listing }) => !isOwn.has(listing));
    const item = code === null ? undefined : this.#which.row(codeListing(code));
    return own || item || sameAsin.length > 0 ? mergeSeen(identity, { own, sameAsin, item }) : NOTHING;
  }

  /** Prices paid for its product by imported orders: those of all SKUs of its ASIN. */
  paid({ listing, sku, asin }: Identity): readonly PaidDay[] {
    const own = sku === null ? undefined : this.#paidBySku.get(sku);
    const product = asin ?? this.#which.row(listing)?.asin ?? own?.asin ?? null;
    const rows = product === null ? [] : (this.#paidByAsin.get(product) ?? []);
    // After an order report without ASINs, the SKU's own row is not among the ASIN's.
    return (own && !rows.includes(own) ? [...rows, own] : rows).flatMap(({ days }) => days);
  }

  /** The offers of an ASIN: one per SKU, or the ASIN itself if no SKU is known. */
  offersOf(asin: string): readonly Identity[] {
    const offers = (this.#byAsin.get(asin) ?? []).filter(({ sku }) => sku !== null);
    if (offers.length === 0) return [{ listing: `asin:${asin}`, sku: null, asin, code: null }];
    return offers.map((row) => this.resolve(identityOfRow(row)));
  }
}

/** Reads a shop's listings; null gives none. Rejects if the browser refuses the database. */
export async function knownListings(store: string | null): Promise<KnownListings> {
  if (store === null) return new KnownListings([]);
  return new KnownListings(
    await rowsOf('listings', store, ({ listing }) => listing),
    await rowsOf('paidPrices', store, ({ sku }) => sku),
  );
}

async function rowsOf<Name extends 'listings' | 'paidPrices'>(
  name: Name,
  store: string,
  keyOf: (row: PreflightSchema[Name]['value']) => string,
): Promise<PreflightSchema[Name]['value'][]> {
  const opened = await database();
  const rows: PreflightSchema[Name]['value'][] = [];
  let after = '';
  for (;;) {
    // An empty array sorts after every text: the end of this shop's rows.
    const range = IDBKeyRange.bound([store, after], [store, []], true);
    const found = await opened.getAll(name, range, BATCH_SIZE);
    rows.push(...found);
    const last = found.at(-1);
    if (found.length < BATCH_SIZE || !last) return rows;
    after = keyOf(last);
  }
}

function push<Entry>(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const same = index.get(key);
  if (same) same.push(entry);
  else index.set(key, [entry]);
}
