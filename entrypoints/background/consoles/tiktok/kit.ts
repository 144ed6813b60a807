import { classEnd } from '../../../console.content/reading/class-names.ts';

// The component kit of Seller Center, whose classes have another prefix in each build: theme-arco-, core-, p-.

/** Rows and cells are elements of a table, or `div`s where the table is virtual. */
export const ROW = `:is(tr,[role=row],${classEnd('-table-tr')})`;
export const CELL = `:is(td,[role=cell],[role=gridcell],${classEnd('-table-td')})`;
/** A row that is not the header. */
export const BODY_ROW = `:is(tbody tr,[role=row],${classEnd('-table-tr')})`;
