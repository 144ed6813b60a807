import type { FactName } from '../../../../rules/engine/facts.ts';
import type { Level } from '../../../background/messages/words.ts';
import type { Finding } from '../../../background/rows/finding.ts';
import { byLevel } from '../../../background/rows/finding.ts';

/**
 * What is wrong with the file itself, apart from any rule: a cell that is not understood, an empty one that every coupon
 * needs, columns that contradict each other, a row with more cells than there are headings, the same SKU or ASIN twice, something that is no ASIN, both kinds of discount.
 */
export const noteKinds = [
  'not-understood',
  'empty',
  'contradicting',
  'shifted',
  'sku-twice',
  'asin-twice',
  'no-asin',
  'both-discounts',
] as const;
export type NoteKind = (typeof noteKinds)[number];

export interface Note {
  readonly kind: NoteKind;
  /** `fact`: name of a fact or of a column of coupons · `text`: from the file · `row`: 1-based. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Something to tell of one row: what a rule found, or a note. */
export interface Problem {
  /** 1-based row of the file. */
  readonly row: number;
  /** 0-based; null where the file has no column of what is wrong. */
  readonly column: number | null;
  /** SKU or ASIN; null where the row has neither. */
  readonly name: string | null;
  readonly level: Level;
  /** Rule id, or `file/<kind of note>`. */
  readonly rule: string;
  readonly finding: Finding | null;
  readonly note: Note | null;
  /** Products of a coupon it is the same for; otherwise 1. */
  readonly products: number;
  /** What it is about where that is known from the shop and does not stand in the row. */
  readonly fromShop: readonly FactName[];
  /** What the marketplace itself says of the row, in its own words; left out where it says nothing. */
  readonly quoted?: string;
}

const noteLevels: Readonly<Record<NoteKind, Level>> = {
  'not-understood': 'unknown',
  contradicting: 'unknown',
  shifted: 'unknown',
  empty: 'error',
  'sku-twice': 'warning',
  'asin-twice': 'error',
  'no-asin': 'error',
  'both-discounts': 'error',
};

export function noteProblem(
  { row, column, name }: Pick<Problem, 'row' | 'column' | 'name'>,
  kind: NoteKind,
  values: Note['values'] = {},
): Problem {
  return {
    row,
    column,
    name,
    level: noteLevels[kind],
    rule: `file/${kind}`,
    finding: null,
    note: { kind, values },
    products: 1,
    fromShop: [],
  };
}

/** Counts of a whole file. */
export interface Tally {
  /** Listings or coupons that were checked. */
  checked: number;
  /** Rows of the file that are deletions or have nothing to check. */
  leftOut: number;
  /** Rows with a problem, whatever its level. */
  withProblems: number;
  /** Listings of the file that are known from the store's pages and reports. */
  known: number;
  /** Problems by level. */
  readonly levels: Record<Level, number>;
  /** Rows by rule, and the worst level of each. */
  readonly rules: Map<string, { level: Level; rows: number }>;
  /** Listings that lack a fact without which a rule has no verdict. */
  readonly missing: Map<string, number>;
}

export function emptyTally(): Tally {
  const levels = { error: 0, warning: 0, info: 0, unknown: 0 };
  return { checked: 0, leftOut: 0, withProblems: 0, known: 0, levels, rules: new Map(), missing: new Map() };
}

/** Counts the problems of one row. */
export function tally(counts: Tally, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  counts.withProblems += 1;
  const counted = new Set<string>();
  for (const { level, rule } of problems) {
    counts.levels[level] += 1;
    const known = counts.rules.get(rule);
    if (!known) counts.rules.set(rule, { level, rows: 1 });
    else {
      if (!counted.has(rule)) known.rows += 1;
      if (byLevel({ level }, known) < 0) known.level = level;
    }
    counted.add(rule);
  }
}
