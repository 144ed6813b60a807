import { Big } from 'big.js';
import type { Site } from './sites.ts';

/** Certainty of a number: A official text · B several third parties · C one third party · D derived by Preflight. */
export type Certainty = 'A' | 'B' | 'C' | 'D';

/**
 * `in-force` decides verdicts. `announced` is shown as upcoming only. `not-published`: the rule holds there, but its
 * number is not public, so the verdict is unknown.
 */
export type PeriodStatus = 'in-force' | 'announced' | 'not-published';

export type SiteScope = 'all' | { only: readonly Site[] } | { except: readonly Site[] };

/** A policy file: dated numbers. Periods of one site are in order and never overlap. */
export interface PolicyFile {
  id: string;
  /** Set if the sheet itself leaves days without a number; otherwise the tests reject gaps. */
  gaps?: boolean;
  periods: readonly {
    /** First day in force; null if it has always applied. */
    from: string | null;
    /** Last day in force; null while it applies. */
    to: string | null;
    sites: SiteScope;
    values: Record<string, unknown> | null;
    status: PeriodStatus;
    certainty: Certainty;
    /** Keys into `policies/sources.json`. Empty only for rules derived by Preflight (certainty D). */
    sources: readonly string[];
    /** What a reader of the number should know, in English: the day is not published, the text is undated… */
    note?: string;
  }[];
}

/** How a value of a policy is read: exact decimal, whole number, text, list of texts, or a table the rule reads itself. */
type ValueKind = 'decimal' | 'count' | 'text' | 'texts' | 'flag' | 'table';
interface ValueTypes {
  decimal: Big;
  count: number;
  text: string;
  texts: readonly string[];
  flag: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: a table has its own shape, checked by the rule that owns it
  table: any;
}

export type Limits<Shape extends Record<string, ValueKind>> = {
  readonly [Name in keyof Shape]: ValueTypes[Shape[Name]];
};

export interface Period<Values = unknown> {
  readonly from: string | null;
  readonly to: string | null;
  readonly sites: SiteScope;
  /** Null exactly when the status is `not-published`. */
  readonly values: Values | null;
  readonly status: PeriodStatus;
  readonly certainty: Certainty;
  readonly sources: readonly string[];
  readonly note?: string | undefined;
}

export interface Policy<Values = unknown> {
  readonly id: string;
  readonly gaps: boolean;
  readonly periods: readonly Period<Values>[];
}

/**
 * Reads a policy file. `shape` names each value and its kind; a value omitted from the file reads as undefined.
 * @throws Error naming policy, period and value when the file does not fit. Policy files are ours, so this is a bug.
 */
export function readPolicy<const Shape extends Record<string, ValueKind>>(
  file: unknown,
  shape: Shape,
): Policy<Limits<Shape>> {
  const { id, gaps = false, periods } = file as PolicyFile;
  return {
    id,
    gaps,
    periods: periods.map((period, index) => {
      if ((period.values === null) !== (period.status === 'not-published'))
        throw new Error(`${id}: period ${index} must have values unless its numbers are not published`);
      return { ...period, values: period.values === null ? null : readValues(period.values, shape, `${id}[${index}]`) };
    }),
  };
}

function readValues<Shape extends Record<string, ValueKind>>(
  values: Record<string, unknown>,
  shape: Shape,
  place: string,
): Limits<Shape> {
  const read: Record<string, unknown> = {};
  for (const name of Object.keys(values)) if (!(name in shape)) throw new Error(`${place}: unknown value ${name}`);
  for (const [name, kind] of Object.entries(shape)) {
    const value = values[name];
    if (value === undefined) continue;
    read[name] = kind === 'decimal' ? new Big(value as string) : value;
  }
  return read as Limits<Shape>;
}

export function holdsFor(sites: SiteScope, site: Site): boolean {
  if (sites === 'all') return true;
  return 'only' in sites ? sites.only.includes(site) : !sites.except.includes(site);
}

/** Whether a day is within a period. */
export function isWithin({ from, to }: Pick<Period, 'from' | 'to'>, day: string): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}

/**
 * The period of a policy in force on a day at a site; null if there is none. Announced periods are never in force,
 * except in a preview: `announcedAfter` is an ISO day, and announced periods that begin after it take precedence from
 * their own day on.
 */
export function limit<Values>(
  policy: Policy<Values>,
  day: string,
  site: Site,
  announcedAfter?: string,
): Period<Values> | null {
  let inForce: Period<Values> | null = null;
  let previewed: Period<Values> | null = null;
  for (const period of policy.periods) {
    if (!isWithin(period, day) || !holdsFor(period.sites, site)) continue;
    if (period.status !== 'announced') inForce ??= period;
    else if (announcedAfter !== undefined && (period.from ?? '') > announcedAfter) previewed = period;
  }
  return previewed ?? inForce;
}
