import {
  type ListingSort,
  listingSorts,
  type WorstName,
  worstNames,
} from '../../background/messages/listing-choices.ts';

/** What a list of listings shows, as its address says it. */
export interface ListChoice {
  /** Key of the store; null: none is named. */
  readonly store: string | null;
  /** A rule's id, or `topic:` and a topic; null: whatever was found. */
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

/** `#/listings/<store>?found=…`; what is as usual is left out. */
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

/** What the part of an address behind `#/listings/` says. */
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
  /** A rule whose finding is to be open; null: none. */
  readonly rule: string | null;
}

/** `#/listing/<store>/<listing>`, and a rule behind it where one finding is meant. */
export function listingAddress({ store, listing, rule = null }: Omit<ListingPlace, 'rule'> & { rule?: string | null }) {
  const parts = [store, listing, ...(rule === null ? [] : [rule])];
  return `#/listing/${parts.map(encodeURIComponent).join('/')}`;
}

/** The listing that the part of an address behind `#/listing/` names; null where it names none. */
export function listingPlace(target: string): ListingPlace | null {
  const [store, listing, rule] = target.split('/').map(decoded);
  return store && listing ? { store, listing, rule: rule || null } : null;
}

/** An address may have been cut in the middle of a sign. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
