import { type Identity, identityOfRow, isCode, recordOf, widerThan, widthOf } from './listing-identity.ts';
import type { ListingRow, SeenFact, SeenFacts } from './rows.ts';

/** A stored row as far as it says what it is. */
export type Numbered = Pick<ListingRow, 'listing' | 'asin' | 'facts'>;

/** Works out which stored rows are one listing, from the numbers that were seen together. Rows may be added at any time. */
export class WhichListing<Row extends Numbered = ListingRow> {
  readonly #rows = new Map<string, Row>();
  /** Ids of the rows that were seen with a wider number. */
  readonly #narrower = new Map<string, Set<string>>();

  /** What was seen together and is in no row. */
  readonly #links = new Map<string, Set<string>>();

  /** Takes a row in, in the place of an earlier one of its id. */
  put(row: Row): void {
    const before = this.#rows.get(row.listing);
    if (before) for (const wider of widerThan(before)) this.#narrower.get(wider)?.delete(row.listing);
    this.#rows.set(row.listing, row);
    for (const wider of widerThan(row)) this.#add(wider, row.listing);
  }

  /** Takes in what a page shows together, before it is stored. */
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

  /** The listing that an id means: the only one that has it, or else itself. */
  listingOf(id: string): string {
    const found = new Set([...(this.#narrower.get(id) ?? [])].map((one) => this.listingOf(one)));
    const [only] = found;
    return found.size === 1 && only !== undefined ? only : id;
  }

  /** The rows of a listing, its own first, then the wider ones. */
  rowsOf(listing: string): Row[] {
    return [listing, ...this.aliasesOf(listing).reverse()].flatMap((id) => this.#rows.get(id) ?? []);
  }

  /** Wider ids that mean a listing and no other, widest first. */
  aliasesOf(listing: string): string[] {
    return this.#widerOf(listing).filter((id) => this.listingOf(id) === listing);
  }

  /** Wider ids that a listing shares with others, widest first. */
  sharedBy(listing: string): string[] {
    return this.#widerOf(listing).filter((id) => this.listingOf(id) !== listing);
  }

  /** All that was seen with it, or with what was seen with it. */
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

/** A listing's rows as one, newest facts first; of one day those of the narrowest. Null where nothing is stored of it. */
export function asOne(which: WhichListing, listing: string): ListingRow | null {
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

/** What a record is, with what is stored: the listing that its number means, and all that is known of that one's numbers. */
export function resolved(identity: Identity, which: WhichListing): Identity {
  const record = recordOf(identity);
  if (isCode(record)) return identity;
  const listing = which.listingOf(record);
  const row = asOne(which, listing);
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
