import type { FactName, WireFacts, WireValue } from '../../../rules/engine/facts.ts';
import type { WithoutValue } from '../../console.content/reading/reading.ts';
import type { Origin } from '../rows/origins.ts';
export interface GatheredFacts {
  readonly facts: WireFacts;
  readonly origins: { readonly [Name in FactName]?: Origin };
  /** Fields present on the page but unreadable. */
  readonly unread: ReadonlySet<FactName>;
  /** The unreadable fields for which the page itself states that there is no single value. */
  readonly withoutValue?: ReadonlyMap<FactName, WithoutValue>;
  /** Facts this page itself states about the listing, to be stored for other pages. */
  readonly said: { readonly [Name in FactName]?: { readonly value: WireValue; readonly notice?: true } };
}
