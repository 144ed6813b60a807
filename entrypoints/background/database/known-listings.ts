import type { PaidDay } from '../../../rules/measures/paid-prices.ts';
import { codeListing, type Identity, identityOfRow } from '../rows/listing-identity.ts';
import type { ListingRow, PaidPricesRow, SeenFacts } from '../rows/rows.ts';
import { asOne, resolved, WhichListing } from '../rows/which-listing.ts';
import { database } from './database.ts';
import { mergeSeen } from './listings.ts';
import type { PreflightSchema } from './schema.ts';

/** Rows that are taken from the database at once. */
const AT_ONCE = 2000;
const NOTHING: SeenFacts = {};

/** Every listing of a store and what was paid for it, for looking up as many as a file has. */
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

  /** The listing that the numbers of a file's row mean. */
  resolve(identity: Identity): Identity {
    return resolved(identity, this.#which);
  }

  /** What was seen of a listing; nothing where it is not known. */
  seen(shown: Identity): SeenFacts {
    const identity = this.resolve(shown);
    const { asin, code } = identity;
    const own = asOne(this.#which, identity.listing) ?? undefined;
    const isOwn = new Set(this.#which.rowsOf(identity.listing).map(({ listing }) => listing));
    const sameAsin = (asin === null ? [] : (this.#byAsin.get(asin) ?? [])).filter(({ listing }) => !isOwn.has(listing));
    const item = code === null ? undefined : this.#which.row(codeListing(code));
    return own || item || sameAsin.length > 0 ? mergeSeen(identity, { own, sameAsin, item }) : NOTHING;
  }

  /** What was paid for its product by the imported orders: those of all SKUs of its ASIN. */
  paid({ listing, sku, asin }: Identity): readonly PaidDay[] {
    const own = sku === null ? undefined : this.#paidBySku.get(sku);
    const product = asin ?? this.#which.row(listing)?.asin ?? own?.asin ?? null;
    const rows = product === null ? [] : (this.#paidByAsin.get(product) ?? []);
    // An order report without ASIN leaves the SKU's own row out of those of the ASIN.
    return (own && !rows.includes(own) ? [...rows, own] : rows).flatMap(({ days }) => days);
  }

  /** The offers of an ASIN: one for each SKU, or the ASIN itself where no SKU is known. */
  offersOf(asin: string): readonly Identity[] {
    const offers = (this.#byAsin.get(asin) ?? []).filter(({ sku }) => sku !== null);
    if (offers.length === 0) return [{ listing: `asin:${asin}`, sku: null, asin, code: null }];
    return offers.map((row) => this.resolve(identityOfRow(row)));
  }
}

/** Reads a store's listings; none for null. Rejects when the browser refuses the database. */
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
    // An empty array sorts after every text: the end of this store's rows.
    const range = IDBKeyRange.bound([store, after], [store, []], true);
    const found = await opened.getAll(name, range, AT_ONCE);
    rows.push(...found);
    const last = found.at(-1);
    if (found.length < AT_ONCE || !last) return rows;
    after = keyOf(last);
  }
}

function push<Entry>(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const same = index.get(key);
  if (same) same.push(entry);
  else index.set(key, [entry]);
}
