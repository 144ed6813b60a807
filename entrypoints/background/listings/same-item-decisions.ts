import { z } from '../messages/schema.ts';

/** A listing of a shop. */
export interface ListingPlace {
  readonly store: string;
  readonly listing: string;
}

/** The seller's decision about two listings: they are the same item, or they are not despite equal codes. */
export interface SameItem {
  readonly a: ListingPlace;
  readonly b: ListingPlace;
  readonly same: boolean;
}

const place = z.object({ store: z.string().max(1000), listing: z.string().max(1000) });

export const sameItemSchema = z.object({ a: place, b: place, same: z.boolean() });

/** Whether a decision is about two listings, in either order. */
export function isAbout({ a, b }: Pick<SameItem, 'a' | 'b'>, one: ListingPlace, other: ListingPlace): boolean {
  return (isPlace(a, one) && isPlace(b, other)) || (isPlace(a, other) && isPlace(b, one));
}

export function isPlace(a: ListingPlace, b: ListingPlace): boolean {
  return a.store === b.store && a.listing === b.listing;
}

/** The decisions with an earlier one about two listings replaced; `same` null deletes it. */
export function withSameItem(
  decided: readonly SameItem[],
  a: ListingPlace,
  b: ListingPlace,
  same: boolean | null,
): readonly SameItem[] {
  const others = decided.filter((one) => !isAbout(one, a, b));
  return same === null ? others : [...others, { a, b, same }];
}
