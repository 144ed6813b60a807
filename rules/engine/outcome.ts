import type { Big } from 'big.js';
import type { FactName } from './facts.ts';
import type { FigureName } from './figures.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A number, day or text that a rule compared or computed, by name. Units: `factKinds` and `figureKinds`. */
export type Figure = Big | number | string | boolean | readonly string[];
export type Figures = { [Name in FigureName | FactName]?: Figure | null | undefined };

/**
 * How a check ends. `violation`: the rule is broken. `ok`: it holds. `unknown`: a needed fact or number is missing, and
 * the known ones do not decide. `not-applicable`: date, site, exemption, or nothing to check.
 */
export type Outcome = Ok | Violation | Unknown | NotApplicable;

export interface Ok {
  readonly kind: 'ok';
  /** Results of estimates; other rules omit it. */
  readonly values?: Figures;
}

export interface Violation {
  readonly kind: 'violation';
  /** Omitted: the rule's own severity. */
  readonly severity?: Severity;
  /** Key of the sentence among the rule's messages; omitted: `problem`. */
  readonly message?: string;
  /** Facts whose fields are marked, best first; omitted: the rule's own marks. */
  readonly marks?: readonly FactName[];
  /** The compared figures, shown as a small table and available to the sentence. */
  readonly values: Figures;
  /** What would make it pass, rounded to the passing side. Available to the sentence. */
  readonly fix: Figures;
}

export interface Unknown {
  readonly kind: 'unknown';
  /** Facts that would decide it. */
  readonly missing: readonly FactName[];
  /** Set if the platform's own number is missing rather than a fact. */
  readonly reason?: 'limit-not-published';
}

export interface NotApplicable {
  readonly kind: 'not-applicable';
  readonly reason: 'not-in-force' | 'exempt' | 'nothing-to-check' | 'no-trigger';
}

// Shared objects: the common path of 100,000 listings allocates nothing.
const OK: Ok = Object.freeze({ kind: 'ok' });
const reasons = {
  'not-in-force': Object.freeze({ kind: 'not-applicable', reason: 'not-in-force' }),
  exempt: Object.freeze({ kind: 'not-applicable', reason: 'exempt' }),
  'nothing-to-check': Object.freeze({ kind: 'not-applicable', reason: 'nothing-to-check' }),
  'no-trigger': Object.freeze({ kind: 'not-applicable', reason: 'no-trigger' }),
} as const satisfies Record<NotApplicable['reason'], NotApplicable>;

/** The rule holds. Estimates pass their results. */
export function ok(values?: Figures): Ok {
  return values === undefined ? OK : { kind: 'ok', values };
}

export function violation(details: Omit<Violation, 'kind'>): Violation {
  return { kind: 'violation', ...details };
}

export function unknown(...missing: FactName[]): Unknown {
  return { kind: 'unknown', missing };
}

export function limitNotPublished(): Unknown {
  return { kind: 'unknown', missing: [], reason: 'limit-not-published' };
}

export function notApplicable(reason: NotApplicable['reason']): NotApplicable {
  return reasons[reason];
}
