/** Types shared by every part of the extension. */

export const languages = ['zh-CN', 'en'] as const;

export type Language = (typeof languages)[number];

export type Done = { done: true } | { done: false; sentence: string };

/** `told` describes the decision; empty if it cannot be undone on its own. */
export type Decided = { done: true; told: string } | { done: false; sentence: string };

/** Text with its most important parts marked. Rendered as text nodes, never as markup. */
export type RichText = readonly { readonly text: string; readonly strong?: true }[];

export type Level = 'error' | 'warning' | 'info' | 'unknown';

export type Counts = { readonly [level in Level]: number };
