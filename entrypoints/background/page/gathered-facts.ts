import type { FactName, WireFacts, WireValue } from '../../../rules/engine/facts.ts';
import type { WithoutValue } from '../../console.content/reading/reading.ts';
import type { Origin } from '../rows/origins.ts';
export interface GatheredFacts {
  readonly facts: WireFacts;
  readonly origins: { readonly [Name in FactName]?: Origin };
  /** Fields that are on the page but could not be read. */
  readonly unread: ReadonlySet<FactName>;
  /** Of those, the ones of which the page itself says that there is no single value. */
  readonly withoutValue?: ReadonlyMap<FactName, WithoutValue>;
  /** What this page itself says of the listing: worth keeping for other pages. */
  readonly said: { readonly [Name in FactName]?: { readonly value: WireValue; readonly notice?: true } };
}
