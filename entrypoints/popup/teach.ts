/** Lets the seller point at a field in the page. `record`: `page`, or the key of a list row. */
export type Teach = (place: { readonly record: string; readonly field: string }) => void;
