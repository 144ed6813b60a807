/**
 * Where a fact came from: this page, a sentence of the console itself, the seller's entry, a page of the same store seen
 * on an earlier day, a number of the seller's settings, or worked out from other facts.
 */
export type Origin =
  | { readonly by: 'page' }
  | { readonly by: 'notice' }
  | { readonly by: 'entry'; readonly day: string }
  | { readonly by: 'seen'; readonly page: string; readonly day: string; readonly notice?: true }
  | { readonly by: 'setting' }
  | { readonly by: 'computed' };
