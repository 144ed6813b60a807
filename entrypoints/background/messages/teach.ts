import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { Refusal } from '../../../rules/own/refusal.ts';
import type { FieldKind } from '../consoles/reader.ts';
import { name, reading } from './readings.ts';
import { z } from './schema.ts';

/** Messages about fields that the seller teaches by pointing at them. */

/**
 * Let the seller point at a field in a console tab: its page is sent a {@link TeachMessage}. `record`: the record in
 * which it is missing, `page` for the page itself. A console page asks for its own tab, whatever it names. Answer: Done.
 */
const startTeaching = z.object({
  kind: z.literal('start-teaching'),
  tab: z.number().int().nullable(),
  record: name,
  field: name,
});

/** What the seller pointed at. `language`: BCP 47 of the page's text, under which the locator's words are filed. */
const pointedAt = {
  /** Page kind, as the {@link TeachMessage} named it. */
  page: name,
  language: z.string().max(35),
  field: name,
  /** A locator of one of the shapes that can be taught (`taught-locators.ts`). */
  locator: z.unknown(),
};

export const consoleTeachRequests = {
  'start-teaching': startTeaching,
  /** What the reading of the element says, so that the seller can confirm it. Answer: {@link TeachPreview}. */
  'teach-preview': z.object({ kind: z.literal('teach-preview'), ...pointedAt, written: reading }),
  /** Keep it from now on; the page is then told to begin anew. Answer: Done. */
  taught: z.object({ kind: z.literal('taught'), ...pointedAt }),
} as const;

export const extensionTeachRequests = {
  'start-teaching': startTeaching,
  /** Every field the seller taught. Answer: {@link TaughtOverview}. */
  'taught-fields': z.object({ kind: z.literal('taught-fields') }),
  /** Take one back, by its id in the overview. Answer: Done. */
  'remove-taught': z.object({ kind: z.literal('remove-taught'), id: name }),
  /** Undo that: `field` as the overview gave it. Answer: Done. */
  'restore-taught': z.object({ kind: z.literal('restore-taught'), field: z.unknown() }),
  /** Answer: ExportedSettings. */
  'export-taught': z.object({ kind: z.literal('export-taught') }),
  /** Read a file of taught fields: tell what it changes, and change it when `apply` is set. Answer: {@link TaughtImport}. */
  'import-taught': z.object({ kind: z.literal('import-taught'), text: z.string(), apply: z.boolean() }),
} as const;

/** Every text that pointing needs, in the seller's language and final. */
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

/** Sent to a console tab: let the seller point at a field. Texts and styles come along, for pages that never teach. */
export interface TeachMessage {
  readonly kind: 'teach';
  /** Page kind the field belongs to, also where the page was not recognised. */
  readonly page: string;
  /** Record in which it is missing: `page`, or the key of a row. */
  readonly record: string;
  readonly field: string;
  /** What the field is called. */
  readonly label: string;
  readonly fieldKind: FieldKind;
  readonly texts: TeachTexts;
  readonly styles: string;
}

/** `sentence`: "Preflight reads 15 %." or why it cannot be kept. `found`: "the field labelled “Discount”". */
export interface TeachPreview {
  /** The value can be read and the locator kept. */
  readonly keepable: boolean;
  /** The value in the seller's language; empty for an empty field. */
  readonly shown: string;
  readonly sentence: string;
  readonly found: string;
}

export interface TaughtOverview {
  readonly fields: readonly PresentedTaughtField[];
}

export interface PresentedTaughtField {
  readonly id: string;
  readonly marketplace: Marketplace;
  /** What the page kind is called. */
  readonly page: string;
  /** What the field is called. */
  readonly label: string;
  /** BCP 47 language of the console it was shown in; `*` for every language. */
  readonly language: string;
  /** "the field labelled “Discount”" */
  readonly found: string;
  /** Day on which it was shown, as people write it. */
  readonly day: string;
  /** As it is stored, for undo. */
  readonly field: unknown;
}

/** What a file of taught fields would change. What it does not name stays. */
export interface TaughtChanges {
  readonly added: readonly PresentedTaughtField[];
  readonly changed: readonly PresentedTaughtField[];
  readonly same: number;
}

export type TaughtImport =
  | { readonly done: true; readonly changes: TaughtChanges }
  | { readonly done: false; readonly sentence: string; readonly refusals: readonly Refusal[] };
