/** Words that every part of the extension shares. */

export const languages = ['zh-CN', 'en'] as const;

export type Language = (typeof languages)[number];

export type Done = { done: true } | { done: false; sentence: string };

/** `told` says what was decided; empty where it cannot be taken back by itself. */
export type Decided = { done: true; told: string } | { done: false; sentence: string };

/** Text with the parts that matter most marked. Rendered as text nodes, never as markup. */
export type RichText = readonly { readonly text: string; readonly strong?: true }[];

export type Level = 'error' | 'warning' | 'info' | 'unknown';

export type Counts = { readonly [level in Level]: number };
