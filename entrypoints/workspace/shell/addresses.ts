import {
  type ListingSort,
  listingSorts,
  type WorstName,
  worstNames,
} from '../../background/messages/listing-choices.ts';

/** Filters of the list of listings, as encoded in its address. */
export interface ListChoice {
  /** Key of the shop; null if none is named. */
  readonly store: string | null;
  /** A rule's id, or `topic:` and a topic; null for any finding. */
  readonly found: string | null;
  readonly worst: WorstName | null;
  readonly search: string;
  readonly sort: ListingSort;
  readonly descending: boolean;
}

const everything: ListChoice = {
  store: null,
  found: null,
  worst: null,
  search: '',
  sort: 'worst',
  descending: false,
};

/** `#/listings/<shop>?found=…`; defaults are omitted. */
export function listAddress(choice: Partial<ListChoice>): string {
  const { store, found, worst, search, sort, descending } = { ...everything, ...choice };
  const query = new URLSearchParams();
  if (found !== null) query.set('found', found);
  if (worst !== null) query.set('worst', worst);
  if (search !== '') query.set('search', search);
  if (sort !== everything.sort) query.set('sort', sort);
  if (descending) query.set('descending', '1');
  const path = store === null ? '#/listings/' : `#/listings/${encodeURIComponent(store)}`;
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Parses the part of an address after `#/listings/`. */
export function listChoice(target: string): ListChoice {
  const [path = '', query = ''] = target.split('?', 2);
  const said = new URLSearchParams(query);
  return {
    store: path === '' ? null : decoded(path),
    found: said.get('found'),
    worst: worstNames.find((one) => one === said.get('worst')) ?? null,
    search: said.get('search') ?? '',
    sort: listingSorts.find((one) => one === said.get('sort')) ?? everything.sort,
    descending: said.has('descending'),
  };
}

export interface ListingPlace {
  readonly store: string;
  readonly listing: string;
  /** Rule whose finding opens; null for none. */
  readonly rule: string | null;
}

/** `#/listing/<shop>/<listing>`, with a rule appended to open its finding. */
export function listingAddress({ store, listing, rule = null }: Omit<ListingPlace, 'rule'> & { rule?: string | null }) {
  const parts = [store, listing, ...(rule === null ? [] : [rule])];
  return `#/listing/${parts.map(encodeURIComponent).join('/')}`;
}

/** Parses the part of an address after `#/listing/`; null if it names no listing. */
export function listingPlace(target: string): ListingPlace | null {
  const [store, listing, rule] = target.split('/').map(decoded);
  return store && listing ? { store, listing, rule: rule || null } : null;
}

/** An address may have been cut in the middle of an escape sequence. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
