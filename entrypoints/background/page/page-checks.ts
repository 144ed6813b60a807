import type { FactName } from '../../../rules/engine/facts.ts';
import type { Notice } from '../../console.content/reading/reading.ts';
import type { ListingCheck } from '../database/checks.ts';
import type { SeenFacts } from '../database/listings.ts';
import { listingName } from '../listings/listing-name.ts';
import { type KnownMargin, storedMargin } from '../listings/margin.ts';
import type { Identity } from '../rows/listing-identity.ts';
import { ownDay } from '../understanding/site-days.ts';
import type { PageContext } from './facts.ts';
import type { GatheredFacts } from './gathered-facts.ts';
import { noticeFacts } from './notice-facts.ts';

/** Where and when a page is checked. */
export interface CheckContext extends PageContext {
  /** ISO day, local to the site. */
  readonly today: string;
  readonly address: string;
}

/**
 * Data to store about a page's listing, before it is checked.
 * @param left today's margin
 */
export function pageCheck(
  { said, facts }: GatheredFacts,
  identity: Identity,
  context: CheckContext,
  left: KnownMargin | null,
): Omit<ListingCheck, 'findings' | 'topics'> {
  const { page, now, currency, address } = context;
  const day = ownDay(now);
  const seen: Record<string, SeenFacts[FactName]> = {};
  for (const [name, { value, notice }] of Object.entries(said))
    seen[name] = { value, page: page ?? '', day, ...(notice ? { notice } : {}) };
  const name = listingName(identity, (fact) => facts[fact]);
  return { identity, name, currency, address, said: seen, margin: storedMargin(left) };
}

/** What the console's own sentences say about products without a record on the page. */
export function noticedElsewhere(
  notices: readonly Notice[],
  identities: readonly (Identity | null)[],
  context: CheckContext,
): ListingCheck[] {
  const shown = new Set(identities.map((identity) => identity?.asin));
  const asins = new Set(notices.map(({ asin }) => asin).filter((asin) => asin !== null && !shown.has(asin)));
  return [...asins].flatMap((asin) => {
    if (asin === null) return [];
    const facts = noticeFacts(asin, notices, { ...context, day: context.today });
    const said = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, { value, notice: true as const }]),
    );
    if (Object.keys(said).length === 0) return [];
    const identity = { listing: `asin:${asin}`, sku: null, asin, code: null };
    const gathered = { facts, said, origins: {}, unread: new Set<FactName>() };
    return [{ ...pageCheck(gathered, identity, context, null), findings: [], topics: new Set<never>() }];
  });
}
