import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { Refusal } from '../../../rules/own/refusal.ts';
import type { FieldKind } from '../consoles/reader.ts';
import { name, reading } from './readings.ts';
import { z } from './schema.ts';
import type { View } from './views.ts';

/** Messages about fields that the seller teaches by pointing at them. */

/**
 * Let the seller point at a field in a console tab: the tab is sent a {@link TeachMessage}. `record`: the record
 * lacking the field, `page` for the page itself. A console page can only ask for its own tab, whatever it names.
 * Answer: Done.
 */
const startTeaching = z.object({
  kind: z.literal('start-teaching'),
  tab: z.number().int().nullable(),
  record: name,
  field: name,
});

/** What the seller pointed at. `language`: BCP 47 of the page's text, under which the locator's words are stored. */
const pointedAt = {
  /** Page kind, from the {@link TeachMessage}. */
  page: name,
  language: z.string().max(35),
  field: name,
  /** A locator in one of the teachable shapes (`taught-locators.ts`). */
  locator: z.unknown(),
};

/** The beginning of a text of the page: longer ones name nothing. */
const beginning = z.string().transform((given) => given.slice(0, 200));

/** What a page shows of an element that the seller points at. Texts are label keys, empty for none. */
const clues = z.object({
  isControl: z.boolean(),
  inRow: z.boolean(),
  /** Of the element and of what is closely around it, nearest first. */
  attributes: z
    .array(z.object({ name: beginning, value: beginning, isOwn: z.boolean() }))
    .transform((all) => all.slice(0, 200)),
  /** A control's labels, most certain first. */
  labels: z.array(beginning).transform((all) => all.slice(0, 20)),
  /** The header above it. */
  header: beginning,
  /** The text before it. */
  before: beginning,
});
export type PointedClues = z.infer<typeof clues>;

export const consoleTeachRequests = {
  'start-teaching': startTeaching,
  /** Ways to find the element again, in order of trust. Answer: a list of locators. */
  'teach-locators': z.object({ kind: z.literal('teach-locators'), language: z.string().max(35), clues }),
  /** What is read from the element, for the seller to confirm. Answer: {@link TeachPreview}. */
  'teach-preview': z.object({ kind: z.literal('teach-preview'), ...pointedAt, written: reading }),
  /** Store the locator; the page is then told to start over. Answer: Done. */
  taught: z.object({ kind: z.literal('taught'), ...pointedAt }),
} as const;

export const extensionTeachRequests = {
  'start-teaching': startTeaching,
  /** All taught fields. Answer: {@link TaughtOverview}. */
  'taught-fields': z.object({ kind: z.literal('taught-fields') }),
  /** Delete one, by its id in the overview. Answer: Done. */
  'remove-taught': z.object({ kind: z.literal('remove-taught'), id: name }),
  /** Undo the deletion: `field` as given by the overview. Answer: Done. */
  'restore-taught': z.object({ kind: z.literal('restore-taught'), field: z.unknown() }),
  /** Answer: ExportedSettings. */
  'export-taught': z.object({ kind: z.literal('export-taught') }),
  /**
   * Read a file of taught fields: report what it would change, and apply it if `apply` is set. Answer: {@link
   * TaughtImport}.
   */
  'import-taught': z.object({ kind: z.literal('import-taught'), text: z.string(), apply: z.boolean() }),
} as const;

/** Every text of the teaching mode, final and in the seller's language. */
export const teachTextNames = [
  'teachName',
  'teachLead',
  'teachKeys',
  'teachNothing',
  'teachSeveral',
  'teachConfirm',
  'teachYes',
  'teachAgain',
  'teachCancel',
  'teachSaved',
  'teachUnanswered',
] as const;
export type TeachTexts = { readonly [Name in (typeof teachTextNames)[number]]: string };

/**
 * Sent to a console tab: let the seller point at a field. Includes texts and styles, so that pages that never teach do
 * not load them.
 */
export interface TeachMessage {
  readonly kind: 'teach';
  /** Page kind the field belongs to, even if the page was not recognised. */
  readonly page: string;
  /** Record lacking the field: `page`, or the key of a row. */
  readonly record: string;
  readonly field: string;
  /** Name of the field. */
  readonly label: string;
  readonly fieldKind: FieldKind;
  readonly texts: TeachTexts;
  /** The bar while the seller points, and after a refusal. */
  readonly bar: readonly View<TeachAct>[];
  readonly refusedBar: readonly View<TeachAct>[];
  readonly styles: string;
}

/** What a button of the bar does. */
export type TeachAct = 'yes' | 'again' | 'leave';

/** `sentence`: "Preflight reads 15 %." or why it cannot be stored. `found`: "the field labelled “Discount”". */
export interface TeachPreview {
  /** The value is readable and the locator can be stored. */
  readonly keepable: boolean;
  /** The value in the seller's language; empty for an empty field. */
  readonly shown: string;
  readonly sentence: string;
  readonly found: string;
  /** The bar that asks whether this is right; nothing if it cannot be kept. */
  readonly bar: readonly View<TeachAct>[];
}

export interface TaughtOverview {
  readonly fields: readonly PresentedTaughtField[];
}

export interface PresentedTaughtField {
  readonly id: string;
  readonly marketplace: Marketplace;
  /** Name of the page kind. */
  readonly page: string;
  /** Name of the field. */
  readonly label: string;
  /** BCP 47 language of the console in which it was taught; `*` for every language. */
  readonly language: string;
  /** "the field labelled “Discount”" */
  readonly found: string;
  /** Day it was taught, as people write it. */
  readonly day: string;
  /** As it is stored, for undo. */
  readonly field: unknown;
}

/** What a file of taught fields would change. Everything else stays. */
export interface TaughtChanges {
  readonly added: readonly PresentedTaughtField[];
  readonly changed: readonly PresentedTaughtField[];
  readonly same: number;
}

export type TaughtImport =
  | { readonly done: true; readonly changes: TaughtChanges }
  | { readonly done: false; readonly sentence: string; readonly refusals: readonly Refusal[] };
