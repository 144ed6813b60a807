import { z } from './schema.ts';
import type { Card } from './shown.ts';

/** Days before a deadline on which a reminder can come. */
export const reminderLeads = [7, 3, 1] as const;
export type ReminderLead = (typeof reminderLeads)[number];

/** Requests about what is ahead; only the extension's own pages may send them. */
export const upcomingRequests = {
  /**
   * What is ahead in every store. `look`: look through the listings anew; the answer does not wait for it, and is asked
   * for again until `progress` is null. Answer: {@link Upcoming}.
   */
  upcoming: z.object({ kind: z.literal('upcoming'), look: z.boolean() }),
  /** Says that a deadline is dealt with, or takes that back. */
  'deadline-done': z.object({ kind: z.literal('deadline-done'), deadline: z.string().max(2000), done: z.boolean() }),
  /** A fact that holds for a whole store, as it was typed. */
  'enter-for-store': z.object({
    kind: z.literal('enter-for-store'),
    store: z.string().min(1).max(2000),
    fact: z.string().min(1).max(200),
    input: z.string().max(200),
  }),
  /** Deadlines as a calendar file: one, or all that are open. Answer: {@link CalendarFile}. */
  calendar: z.object({ kind: z.literal('calendar'), deadline: z.string().max(2000).nullable() }),
  /** Choose when reminders come; none: never. The permission is asked for by the page, before. */
  'set-reminders': z.object({
    kind: z.literal('set-reminders'),
    leads: z.array(z.union([z.literal(7), z.literal(3), z.literal(1)])).max(3),
  }),
} as const;

export interface Upcoming {
  /** How far the listings are looked through; null when they are. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Listings that were looked through last, and when (milliseconds since 1970); null: never. */
  readonly looked: { readonly listings: number; readonly at: number } | null;
  /** By day, the most urgent first. */
  readonly deadlines: readonly UpcomingDeadline[];
  readonly changes: readonly UpcomingChange[];
  /** Deadlines of a store that nothing is known of yet. */
  readonly wanted: readonly WantedDeadline[];
  readonly reminders: { readonly leads: readonly ReminderLead[]; readonly allowed: boolean };
  readonly remarks: readonly string[];
}

/** Where a listing is named: its page where that is known. */
export interface NamedListing {
  readonly name: string;
  readonly address: string | null;
}

interface Sourced {
  readonly store: { readonly key: string; readonly name: string };
  /** Rule to open the reference at; null where no rule decides. */
  readonly rule: string | null;
  readonly sources: Card['sources'];
  readonly certainty: string | null;
  /** Listings it concerns; 0 where it is the store's. */
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
