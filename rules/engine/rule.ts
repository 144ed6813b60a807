import type { FactName, Facts, FactType, WireFacts } from './facts.ts';
import type { Outcome, Severity } from './outcome.ts';
import type { Policy } from './policy.ts';
import type { Marketplace, Site } from './sites.ts';

/** What a rule is about; a page asks only for the topics it can change. */
export type Topic = 'offer' | 'coupon' | 'content' | 'fees' | 'media' | 'promotion' | 'stock' | 'account';

/** Judges every item of a list fact, or every one of several texts, on its own as the fact `item`. */
export type Each =
  | { readonly list: 'bullets'; readonly item: 'bullet' }
  | { readonly of: readonly FactName[]; readonly item: FactName };

/** Where and when a check holds, compiled once for many listings. */
export interface CheckContext {
  readonly marketplace: Marketplace;
  readonly site: Site;
  /** ISO day, local to the site, on which the change takes effect for buyers. */
  readonly day: string;
  /** ISO 4217 code in which the site's prices are entered. */
  readonly currency: string;
  /** Digits of the currency's minor unit. */
  readonly digits: number;
}

type Needed<Names extends FactName> = { readonly [Name in Names]: FactType<Name> };
type Used<Names extends FactName> = { readonly [Name in Names]?: FactType<Name> | null };

/** One case a rule is shown and tested with. Facts are in wire form: exact decimals as strings. */
export interface Example {
  readonly site: Site;
  readonly day: string;
  readonly facts: WireFacts;
  /** Facts whose field is on the page but could not be read. */
  readonly unread?: readonly FactName[];
  /** Computed values that must come out, in wire form. For a violation: the fix. For an estimate: its values. */
  readonly gives?: { readonly [figure: string]: string | number | boolean | readonly string[] };
  readonly severity?: Severity;
}

export interface RuleDefinition<Needs extends FactName, Uses extends FactName, Values> {
  /** `<marketplace>/<file name>`. For ever: a retired id is never used again. */
  readonly id: string;
  readonly topic: Topic;
  readonly severity: Severity;
  /**
   * Without these there is no verdict: a missing one ends as `unknown`, one known to be empty as `not-applicable`,
   * both decided by the engine.
   */
  readonly needs: readonly Needs[];
  /** Facts that refine the verdict: exemptions, alternatives. Undefined when not known, null when known to be empty. */
  readonly uses?: readonly Uses[];
  /** Of `uses`, those whose absence the rule reads as "left empty". One that could not be read ends as `unknown`. */
  readonly emptyWhenAbsent?: readonly Uses[];
  /** Facts whose field carries the warning, best first. */
  readonly marks: readonly FactName[];
  readonly each?: Each;
  /** Dated numbers. Without a period in force the rule is `not-applicable`; an unpublished number ends as `unknown`. */
  readonly policy: Policy<Values>;
  /** The day whose numbers hold, where it is not the day of the check: a coupon keeps the fees of its creation. */
  readonly decidedOn?: 'couponCreatedOn';
  /**
   * Set where the facts it lacks are lacking for nearly every listing: that it cannot tell is then said in the summary
   * only, not beside the field.
   */
  readonly quietUnknown?: true;
  /** Facts that only the seller knows and that tell more of a problem: offered with it. */
  readonly asks?: readonly FactName[];
  /** ISO 4217 code of its amounts, where they are not in the store's currency. */
  readonly currency?: string;
  /** Suspects a slip of the hand: asked only where the value is typed, not of what a list shows. */
  readonly ofTyping?: true;
  /** Off until the seller turns it on: the sheet calls it a claim, or only some sellers want it. */
  readonly optIn?: true;
  /** Set when the rule computes an amount and never judges. */
  readonly estimate?: true;
  /** Runs before `needs`: an outcome here decides on what is known, undefined goes on. */
  readonly before?: (facts: Used<Needs | Uses>, values: Values, context: CheckContext) => Outcome | undefined;
  readonly check: (facts: Needed<Needs> & Used<Uses>, values: Values, context: CheckContext) => Outcome;
  /** Executed by the tests, shown in the reference. At least one of each outcome the rule can have. */
  readonly examples: {
    readonly ok: readonly Example[];
    readonly violation?: readonly Example[];
    readonly unknown: readonly Example[];
    readonly notApplicable?: readonly Example[];
  };
}

/** A rule as the engine runs it, whatever its facts. */
export interface Rule extends Omit<RuleDefinition<FactName, FactName, unknown>, 'check' | 'before'> {
  readonly before?: (facts: Facts, values: unknown, context: CheckContext) => Outcome | undefined;
  readonly check: (facts: Facts, values: unknown, context: CheckContext) => Outcome;
}

/** Types a rule from its `needs`, `uses` and `policy`. Adds nothing at run time. */
export function defineRule<const Needs extends FactName, Values, const Uses extends FactName = never>(
  definition: RuleDefinition<Needs, Uses, Values>,
): Rule {
  // The engine passes exactly the facts the definition names, so the narrower signature is safe.
  return definition as unknown as Rule;
}
