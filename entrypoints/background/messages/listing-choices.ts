/** The level of a listing's worst finding; `none`: no findings. */
export const worstNames = ['error', 'warning', 'unknown', 'info', 'none'] as const;
export type WorstName = (typeof worstNames)[number];

/** Sort keys of the list of listings. */
export const listingSorts = ['worst', 'name', 'price', 'margin', 'changed'] as const;
export type ListingSort = (typeof listingSorts)[number];
