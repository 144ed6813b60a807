/** The worst finding of a listing; `none`: nothing was found. */
export const worstNames = ['error', 'warning', 'unknown', 'info', 'none'] as const;
export type WorstName = (typeof worstNames)[number];

/** What a list of listings can be sorted by. */
export const listingSorts = ['worst', 'name', 'price', 'margin', 'changed'] as const;
export type ListingSort = (typeof listingSorts)[number];
