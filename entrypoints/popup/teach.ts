/** Lets the seller point at a field of the page. `record`: `page`, or a row of its list. */
export type Teach = (place: { readonly record: string; readonly field: string }) => void;
