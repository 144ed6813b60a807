import { marketplaces } from '../../../rules/engine/sites.ts';
import { z } from './schema.ts';
import type { Card, PresentedFinding } from './shown.ts';
import type { Done } from './words.ts';

/** Messages of the welcome page and the news. Only the extension's own pages may send them. */

export const welcomeRequests = {
  /** Check an invented product with the real rules; nothing is stored. Answer: {@link SampleAnswer}. */
  'try-sample': z.object({
    kind: z.literal('try-sample'),
    sample: z.enum(marketplaces),
    /** As typed, by fact; omitted facts keep the sample's values. */
    typed: z.record(z.string().max(60), z.string().max(500)),
  }),
  /** Answer: {@link Shortcut} for each keyboard command. */
  shortcuts: z.object({ kind: z.literal('shortcuts') }),
  /** Open the browser's settings for keyboard commands. */
  'change-shortcuts': z.object({ kind: z.literal('change-shortcuts') }),
  /** Answer: {@link News}. */
  news: z.object({ kind: z.literal('news') }),
  /** Mark the news as read. */
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
    /** Why the input was rejected; empty if it was not. */
    readonly refused: string;
    /** Findings on this field, worst first. */
    readonly findings: readonly SampleFinding[];
  }[];
  /** Facts known besides those in the form: "Was Price: $98.00". */
  readonly known: readonly { readonly label: string; readonly shown: string }[];
}

export interface SampleFinding extends Pick<PresentedFinding, 'id' | 'level' | 'levelName' | 'sentence'> {
  readonly card: Card;
}

export interface Shortcut {
  readonly name: string;
  /** As the browser writes it: "Alt+Shift+N"; empty if none is set. */
  readonly keys: string;
}

export interface News {
  /** The running version. */
  readonly version: string;
  /** The version was installed by an update, and its news has not been read. */
  readonly unread: boolean;
}
