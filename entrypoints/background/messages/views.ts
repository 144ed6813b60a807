/** Components that the page itself has, for what changes while the rest stands. */
export type PartName = 'CopyButton' | 'EntryForm' | 'Refusal' | 'Refused' | 'Pointed';

/** What the page draws as it stands: a text, an element, or one of its own components. */
export type View<Act> =
  | string
  | {
      readonly tag: string;
      readonly props: { readonly [name: string]: unknown };
      readonly content: readonly View<Act>[];
      /** What a click on it does. */
      readonly act?: Act;
    };
