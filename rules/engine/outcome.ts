import type { Big } from 'big.js';
import type { FactName } from './facts.ts';
import type { FigureName } from './figures.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A number, day or text that a rule compared or computed, by name. Units: `factKinds` and `figureKinds`. */
export type Figure = Big | number | string | boolean | readonly string[];
export type Figures = { [Name in FigureName | FactName]?: Figure | null | undefined };

/**
 * How a check ends. `violation`: the rule is broken. `ok`: it holds. `unknown`: a needed fact or number is missing and
 * what is known does not decide. `not-applicable`: date, site, exemption, or nothing to check.
 */
export type Outcome = Ok | Violation | Unknown | NotApplicable;

export interface Ok {
  readonly kind: 'ok';
  /** Estimates return what they computed; other rules leave it out. */
  readonly values?: Figures;
}

export interface Violation {
  readonly kind: 'violation';
  /** Left out: the rule's own severity. */
  readonly severity?: Severity;
  /** Key of the sentence within the rule's messages; left out: `problem`. */
  readonly message?: string;
  /** Facts whose fields are marked, best first; left out: the rule's own marks. */
  readonly marks?: readonly FactName[];
  /** What was compared, shown as a small table and usable in the sentence. */
  readonly values: Figures;
  /** What would make it pass, rounded so that it does. Usable in the sentence. */
  readonly fix: Figures;
}

export interface Unknown {
  readonly kind: 'unknown';
  /** Facts that would decide it. */
  readonly missing: readonly FactName[];
  /** Set when not a fact but the platform's own number is missing. */
  readonly reason?: 'limit-not-published';
}

export interface NotApplicable {
  readonly kind: 'not-applicable';
  readonly reason: 'not-in-force' | 'exempt' | 'nothing-to-check' | 'no-trigger';
}

// One shared object each: the common path of 100,000 listings allocates nothing.
const OK: Ok = Object.freeze({ kind: 'ok' });
const reasons = {
  'not-in-force': Object.freeze({ kind: 'not-applicable', reason: 'not-in-force' }),
  exempt: Object.freeze({ kind: 'not-applicable', reason: 'exempt' }),
  'nothing-to-check': Object.freeze({ kind: 'not-applicable', reason: 'nothing-to-check' }),
  'no-trigger': Object.freeze({ kind: 'not-applicable', reason: 'no-trigger' }),
} as const satisfies Record<NotApplicable['reason'], NotApplicable>;

/** The rule holds. Estimates pass what they computed. */
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
