import { type Identity, identityOfRow, isCode, recordOf, widerThan, widthOf } from './listing-identity.ts';
import type { ListingRow, SeenFact, SeenFacts } from './rows.ts';

/** The identifying part of a stored row. */
export type Numbered = Pick<ListingRow, 'listing' | 'asin' | 'facts'>;

/** Derives which stored rows form one listing, from the numbers seen together. Rows can be added at any time. */
export class WhichListing<Row extends Numbered = ListingRow> {
  readonly #rows = new Map<string, Row>();
  /** Ids of the rows seen with each wider number. */
  readonly #narrower = new Map<string, Set<string>>();

  /** Numbers seen together that no row records. */
  readonly #links = new Map<string, Set<string>>();

  /** Adds a row, replacing an earlier one with the same id. */
  put(row: Row): void {
    const before = this.#rows.get(row.listing);
    if (before) for (const wider of widerThan(before)) this.#narrower.get(wider)?.delete(row.listing);
    this.#rows.set(row.listing, row);
    for (const wider of widerThan(row)) this.#add(wider, row.listing);
  }

  /** Adds numbers that a page shows together, before they are stored. */
  link(identity: Identity): void {
    const record = recordOf(identity);
    if (isCode(record)) return;
    const links = this.#links.get(record) ?? new Set();
    this.#links.set(record, links);
    for (const wider of identity.shared ?? []) {
      links.add(wider);
      this.#add(wider, record);
    }
  }

  #add(wider: string, narrower: string): void {
    const known = this.#narrower.get(wider);
    if (known) known.add(narrower);
    else this.#narrower.set(wider, new Set([narrower]));
  }

  row(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  rows(): IterableIterator<Row> {
    return this.#rows.values();
  }

  /** The listing an id refers to: the only one that has it, otherwise the id itself. */
  listingOf(id: string): string {
    const found = new Set([...(this.#narrower.get(id) ?? [])].map((one) => this.listingOf(one)));
    const [only] = found;
    return found.size === 1 && only !== undefined ? only : id;
  }

  /** A listing's rows: its own first, then the wider ones. */
  rowsOf(listing: string): Row[] {
    return [listing, ...this.aliasesOf(listing).reverse()].flatMap((id) => this.#rows.get(id) ?? []);
  }

  /** Wider ids that refer to this listing alone, widest first. */
  aliasesOf(listing: string): string[] {
    return this.#widerOf(listing).filter((id) => this.listingOf(id) === listing);
  }

  /** Wider ids that this listing shares with others, widest first. */
  sharedBy(listing: string): string[] {
    return this.#widerOf(listing).filter((id) => this.listingOf(id) !== listing);
  }

  /** Everything seen with it, directly or through other numbers. */
  #widerOf(listing: string): string[] {
    const found = new Set<string>();
    const take = (id: string) => {
      const row = this.#rows.get(id);
      for (const wider of [...(row ? widerThan(row) : []), ...(this.#links.get(id) ?? [])]) {
        if (found.has(wider)) continue;
        found.add(wider);
        take(wider);
      }
    };
    take(listing);
    return [...found].sort((a, b) => widthOf(b) - widthOf(a) || (a < b ? -1 : 1));
  }
}

/**
 * Merges a listing's rows. The newest fact wins; on the same day, that of the narrowest row. Null if nothing is stored.
 */
export function mergedListing(which: WhichListing, listing: string): ListingRow | null {
  const rows = which.rowsOf(listing);
  const [first, ...wider] = rows;
  if (!first) return null;
  if (wider.length === 0 && first.listing === listing) return first;
  const facts: Record<string, SeenFact> = {};
  for (const row of rows)
    for (const [name, fact] of Object.entries(row.facts)) {
      const known = facts[name];
      if (!known || known.day < fact.day) facts[name] = fact;
    }
  const [own] = rows.filter((row) => row.listing === listing);
  return {
    store: first.store,
    listing,
    sku: own?.sku ?? null,
    asin: rows.find(({ asin }) => asin !== null)?.asin ?? null,
    facts: facts as SeenFacts,
  };
}

/**
 * Resolves a record's identity against stored rows: the listing its number refers to, and all known numbers of that
 * listing.
 */
export function resolved(identity: Identity, which: WhichListing): Identity {
  const record = recordOf(identity);
  if (isCode(record)) return identity;
  const listing = which.listingOf(record);
  const row = mergedListing(which, listing);
  const known = row ? identityOfRow(row) : null;
  return {
    listing,
    sku: identity.sku ?? known?.sku ?? null,
    asin: identity.asin ?? known?.asin ?? null,
    code: identity.code ?? known?.code ?? null,
    ...(listing === record ? {} : { record }),
    aliases: which.aliasesOf(listing),
    shared: which.sharedBy(listing),
  };
}
