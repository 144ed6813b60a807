import { parseFacts, type WireFacts } from '../../rules/facts.ts';
import { unitMargin } from '../../rules/fees/margin.ts';
import type { Marketplace, Site } from '../../rules/sites.ts';
import type { StoredMargin } from './store/schema.ts';

interface MarginContext {
  readonly marketplace: Marketplace;
  readonly site: Site;
  readonly currency: string;
  /** ISO day, local to the site. */
  readonly today: string;
}

/** A listing's margin as lists show it; null where price or cost is not known. */
export function storedMargin(facts: WireFacts, { today, ...place }: MarginContext): StoredMargin | null {
  // Most listings have no cost, and then there is nothing to compute.
  if (typeof facts.unitCost !== 'string') return null;
  const { percent, atMost } = unitMargin(parseFacts(facts).facts, { ...place, day: today });
  return percent === null ? null : { percent, atMost };
}
