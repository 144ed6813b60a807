import type { FactName, WireFacts } from '../../../rules/engine/facts.ts';
import type { Topic } from '../../../rules/engine/rule.ts';

/** What a list is of. */
export type ListOf = 'products' | 'coupons' | 'orders' | 'skus';

export interface PageKind {
  /** What its listings are checked for; coupons are added where one is known for the listing. */
  readonly topics: readonly Topic[];
  /** The record `page` holds what all products of the form share. */
  readonly shared?: true;
  /** What the record `page` is checked for itself, beside its products. */
  readonly ownTopics?: readonly Topic[];
  /** Rules of the own topics that are about one product: judged with each, not with what they share. */
  readonly productRules?: readonly string[];
  /** A table of listings: what is missing there for one is missing for all, so it is not said row by row. */
  readonly rows?: true;
  /** Shows values that nobody types there: no slip of the hand is suspected. */
  readonly nothingTyped?: true;
  /** The form creates a coupon; today is the day of its creation. */
  readonly createsCoupon?: true;
  /** A coupon that was seen elsewhere is checked here too, since its price can be changed here. */
  readonly changesPrice?: true;
  /** What is set here decides what is left of a sale, so that is told. */
  readonly tellsMargin?: true;
  /** What is said of an order, not of its SKU, or of others' offers at this moment: it holds on no other page. */
  readonly ofThisPage?: readonly FactName[];
  /** What the rows of its list are; left out: products. */
  readonly list?: ListOf;
  /** The coupon's title is shown with the beginning that the console writes itself. */
  readonly wholeCouponTitle?: true;
  /** What its address says by itself. */
  readonly addressSays?: (address: URL) => WireFacts;
  /** Path at which it opens without naming a listing; left out where it takes one. */
  readonly opensAt?: string;
}

/** What is judged on a console's pages. */
export interface ConsolePages {
  /** The kind on which nearly everything of a listing can be changed: what is known of it is judged as if on it. */
  readonly editor: string;
  /** By the id of their reader. */
  readonly kinds: Readonly<Record<string, PageKind>>;
}
