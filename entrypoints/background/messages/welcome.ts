import { marketplaces } from '../../../rules/engine/sites.ts';
import { z } from './schema.ts';
import type { Card, PresentedFinding } from './shown.ts';
import type { Done } from './words.ts';

/** Messages of the welcome page and of what is new; only the extension's own pages may send them. */

export const welcomeRequests = {
  /** Judges a made-up product with the real checks; stores nothing. Answer: {@link SampleAnswer}. */
  'try-sample': z.object({
    kind: z.literal('try-sample'),
    sample: z.enum(marketplaces),
    /** As typed, by fact; what is left out stands as the sample has it. */
    typed: z.record(z.string().max(60), z.string().max(500)),
  }),
  /** Answer: {@link Shortcut} for each keyboard command. */
  shortcuts: z.object({ kind: z.literal('shortcuts') }),
  /** Opens the place where the browser lets its keyboard commands be changed. */
  'change-shortcuts': z.object({ kind: z.literal('change-shortcuts') }),
  /** Answer: {@link News}. */
  news: z.object({ kind: z.literal('news') }),
  /** The seller has seen what is new. */
  'read-news': z.object({ kind: z.literal('read-news') }),
} as const;

export interface WelcomeResponses {
  'try-sample': SampleAnswer;
  shortcuts: readonly Shortcut[];
  'change-shortcuts': Done;
  news: News;
  'read-news': Done;
}

export interface SampleAnswer {
  /** Where the product is sold: "Amazon US". */
  readonly place: string;
  readonly fields: readonly {
    readonly fact: string;
    readonly label: string;
    readonly value: string;
    /** Why what was typed is not understood; empty where it is. */
    readonly refused: string;
    /** Beside this field, worst first. */
    readonly findings: readonly SampleFinding[];
  }[];
  /** What is known beside the form: "Was Price: $98.00". */
  readonly known: readonly { readonly label: string; readonly shown: string }[];
}

export interface SampleFinding extends Pick<PresentedFinding, 'id' | 'level' | 'levelName' | 'sentence'> {
  readonly card: Card;
}

export interface Shortcut {
  readonly name: string;
  /** As the browser writes it: "Alt+Shift+N"; empty where none is set. */
  readonly keys: string;
}

export interface News {
  /** The version that runs. */
  readonly version: string;
  /** It came by an update, and what is new in it was not seen yet. */
  readonly unread: boolean;
}
