import { z } from './schema.ts';
import type { Card } from './shown.ts';

/** Days before a deadline on which a reminder can be sent. */
export const reminderLeads = [7, 3, 1] as const;
export type ReminderLead = (typeof reminderLeads)[number];

/** Requests about upcoming deadlines. Only the extension's own pages may send them. */
export const upcomingRequests = {
  /**
   * Upcoming deadlines of every shop. `look`: scan the listings again. The answer does not wait for the scan; ask again
   * until `progress` is null. Answer: {@link Upcoming}.
   */
  upcoming: z.object({ kind: z.literal('upcoming'), look: z.boolean() }),
  /** Mark a deadline as done, or as open again. */
  'deadline-done': z.object({ kind: z.literal('deadline-done'), deadline: z.string().max(2000), done: z.boolean() }),
  /** Enter a fact for a whole shop, as typed. */
  'enter-for-store': z.object({
    kind: z.literal('enter-for-store'),
    store: z.string().min(1).max(2000),
    fact: z.string().min(1).max(200),
    input: z.string().max(200),
  }),
  /** Deadlines as a calendar file: one, or all open ones. Answer: {@link CalendarFile}. */
  calendar: z.object({ kind: z.literal('calendar'), deadline: z.string().max(2000).nullable() }),
  /** Choose when reminders are sent; empty: never. The page asks for the permission beforehand. */
  'set-reminders': z.object({
    kind: z.literal('set-reminders'),
    leads: z.array(z.union([z.literal(7), z.literal(3), z.literal(1)])).max(3),
  }),
} as const;

export interface Upcoming {
  /** Progress of the scan; null if none is running. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Listings in the last scan and when it ended (milliseconds since 1970); null: never scanned. */
  readonly looked: { readonly listings: number; readonly at: number } | null;
  /** By day, the most urgent first. */
  readonly deadlines: readonly UpcomingDeadline[];
  readonly changes: readonly UpcomingChange[];
  /** Deadlines of a shop whose day is still unknown. */
  readonly wanted: readonly WantedDeadline[];
  readonly reminders: { readonly leads: readonly ReminderLead[]; readonly allowed: boolean };
  readonly remarks: readonly string[];
}

/** A listing's name, and its page if known. */
export interface NamedListing {
  readonly name: string;
  readonly address: string | null;
}

interface Sourced {
  readonly store: { readonly key: string; readonly name: string };
  /** Rule to open in the reference; null if no rule decides. */
  readonly rule: string | null;
  readonly sources: Card['sources'];
  readonly certainty: string | null;
  /** Number of listings concerned; 0 for the shop itself. */
  readonly count: number;
  readonly listings: readonly NamedListing[];
}

export interface UpcomingDeadline extends Sourced {
  readonly id: string;
  readonly group: 'overdue' | 'week' | 'later' | 'done';
  /** ISO day, local to the site. */
  readonly day: string;
  /** The day as people write it. */
  readonly shownDay: string;
  /** "in 3 days", "today", "2 days ago". */
  readonly when: string;
  readonly title: string;
  readonly sentence: string;
  readonly why: string;
}

export interface UpcomingChange extends Sourced {
  readonly id: string;
  readonly day: string;
  readonly shownDay: string;
  readonly when: string;
  readonly title: string;
  /** "Announced, not yet in force", "Already decided". */
  readonly status: string;
  readonly sentence: string;
}

export interface WantedDeadline {
  readonly id: string;
  readonly store: { readonly key: string; readonly name: string };
  readonly title: string;
  readonly why: string;
  readonly entries: Card['entries'];
}

export interface CalendarFile {
  readonly name: string;
  readonly text: string;
}
