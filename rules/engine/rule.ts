import type { FactName, Facts, FactType, WireFacts } from './facts.ts';
import type { FigureName } from './figures.ts';
import type { Outcome, Severity } from './outcome.ts';
import type { Certainty, Policy } from './policy.ts';
import type { Marketplace, Site } from './sites.ts';
import type { WireFigures } from './wire.ts';

/** What a rule is about; a page asks only for the topics it can change. */
export type Topic = 'offer' | 'coupon' | 'content' | 'fees' | 'media' | 'promotion' | 'stock' | 'account';

/** Checks every item of a list fact, or each of several texts, separately as the fact `item`. */
export type Each =
  | { readonly list: 'bullets'; readonly item: 'bullet' }
  | { readonly of: readonly FactName[]; readonly item: FactName };

/** A number of the listing that a rule limits from one side, and the figure of its fix that names the limit. */
export interface Bound {
  readonly of: FactName;
  /** `below`: the rule sets a ceiling; `above`: a floor. */
  readonly side: 'below' | 'above';
  readonly figure: FigureName;
}

/** Other rules that may describe the same mistake. It is the same if both name it in one figure. */
export interface Repeats {
  readonly rules: readonly string[];
  /** A compared value, which must be equal, or the words of a fix, which must all be among theirs. */
  readonly through: FactName | FigureName;
}

/** Place and day of a check, computed once for many listings. */
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

/** One case by which a rule is documented and tested. Facts are in wire form: exact decimals as strings. */
export interface Example {
  readonly site: Site;
  readonly day: string;
  readonly facts: WireFacts;
  /** Facts whose field is on the page but unreadable. */
  readonly unread?: readonly FactName[];
  /** Expected computed values, in wire form. For a violation: the fix. For an estimate: its values. */
  readonly gives?: { readonly [figure: string]: string | number | boolean | readonly string[] };
  readonly severity?: Severity;
}

/** What a finding rests on, where entries of a policy have sources of their own. */
export interface Evidence {
  /** Null where nothing is known. */
  readonly certainty: Certainty | null;
  /** Keys into `policies/sources.json`. */
  readonly sources: readonly string[];
}

export interface RuleDefinition<Needs extends FactName, Uses extends FactName, Values> {
  /** `<marketplace>/<file name>`. Permanent: a retired id is never reused. */
  readonly id: string;
  readonly topic: Topic;
  readonly severity: Severity;
  /**
   * Without these there is no verdict. The engine returns `unknown` if one is missing and `not-applicable` if one is
   * known to be empty.
   */
  readonly needs: readonly Needs[];
  /** Facts that refine the verdict: exemptions, alternatives. Undefined if unknown, null if known to be empty. */
  readonly uses?: readonly Uses[];
  /** Those of `uses` whose absence the rule interprets as "left empty". An unreadable one yields `unknown`. */
  readonly emptyWhenAbsent?: readonly Uses[];
  /** Facts whose field shows the warning, best first. */
  readonly marks: readonly FactName[];
  readonly each?: Each;
  /**
   * Numbers that it limits. Problems of several rules on one topic that limit the same number from the same side have one
   * cause: one finding reports them all, with the number that passes every one.
   */
  readonly bounds?: readonly Bound[];
  /** Where one of these rules describes the same mistake, only the more severe one speaks; on a tie, theirs. */
  readonly repeats?: Repeats;
  /** Dated numbers. Without a period in force the rule is `not-applicable`; an unpublished number yields `unknown`. */
  readonly policy: Policy<Values>;
  /** Of a finding's figures: set if certainty and sources are those of single entries of the policy. */
  readonly evidence?: (figures: WireFigures, values: Values) => Evidence;
  /** The day whose numbers apply, if not the day of the check: a coupon keeps the fees of its creation. */
  readonly decidedOn?: 'couponCreatedOn';
  /**
   * Set if nearly every listing lacks the needed facts: the unknown then appears only in the summary, not next to the
   * field.
   */
  readonly quietUnknown?: true;
  /** Facts that only the seller knows and that refine a problem: its card offers to enter them. */
  readonly asks?: readonly FactName[];
  /** ISO 4217 code of its amounts, if they are not in the shop's currency. */
  readonly currency?: string;
  /** Suspects a typing error: runs only where the value is typed, not on values in a list. */
  readonly ofTyping?: true;
  /** Off until the seller turns it on: the sheet calls it a claim, or only some sellers want it. */
  readonly optIn?: true;
  /** Set if the rule only computes an amount and has no verdict. */
  readonly estimate?: true;
  /** Runs before `needs`: an outcome here is final, undefined continues. */
  readonly before?: (facts: Used<Needs | Uses>, values: Values, context: CheckContext) => Outcome | undefined;
  readonly check: (facts: Needed<Needs> & Used<Uses>, values: Values, context: CheckContext) => Outcome;
  /** Run by the tests and shown in the reference. At least one of each outcome the rule can have. */
  readonly examples: {
    readonly ok: readonly Example[];
    readonly violation?: readonly Example[];
    readonly unknown: readonly Example[];
    readonly notApplicable?: readonly Example[];
  };
}

/** A rule as the engine runs it, whatever its facts. */
export interface Rule extends Omit<RuleDefinition<FactName, FactName, unknown>, 'check' | 'before' | 'evidence'> {
  readonly evidence?: (figures: WireFigures, values: unknown) => Evidence;
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
