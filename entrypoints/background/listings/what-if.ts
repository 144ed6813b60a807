import { type FactName, isFactName, type WireValue } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import type { Topic } from '../../../rules/engine/rule.ts';
import { type Marketplace, marketplaceNamed } from '../../../rules/engine/sites.ts';
import { unitMargin } from '../../../rules/fees/margin.ts';
import { sales } from '../../../rules/index.ts';
import type { FieldReadings } from '../../console.content/reading/reading.ts';
import type { WhatIfAnswer, WhatIfVerdict } from '../messages/listings.ts';
import type { Request } from '../messages/requests.ts';
import { gatherFacts } from '../page/facts.ts';
import { judge } from '../page/judging.ts';
import { presentCard } from '../present/card.ts';
import { choicesOf, notUnderstood } from '../present/entry.ts';
import { presentMargin } from '../present/margin.ts';
import { byLevel, type Finding, storedFindingId } from '../rows/finding.ts';
import type { Origin } from '../rows/origins.ts';
import { type Entered, enteredFor, isIgnored } from '../seller/decision-lookups.ts';
import { parseEntry } from '../seller/entry-input.ts';
import { languageOf } from '../seller/language.ts';
import { effectiveSettings, withThresholds } from '../seller/settings-effective.ts';
import { startOfDay } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';
import { type StoredListing, storedListing } from './stored-listing.ts';

/** Topics that a price or coupon can change; texts and images stay. */
const topics: ReadonlySet<Topic> = new Set<Topic>(['offer', 'coupon', 'fees', 'promotion', 'stock']);

/** Facts a seller can vary, in the order of the form. */
export function tryableFacts(marketplace: Marketplace): readonly FactName[] {
  return marketplaceNamed[marketplace].tryable;
}

/** Findings if some facts had other values, on some day; null if the listing is gone. Stores nothing. */
export async function whatIf(
  { store: key, listing, changes, day }: Request<'what-if'>,
  now: Date,
): Promise<WhatIfAnswer | null> {
  const found = await storedListing(key, listing, now);
  if (!found) return null;
  const { store, decided, identity, judged, today } = found;
  const { marketplace, site, currency } = store;
  const language = languageOf(decided);
  const tried = readChanges(changes, found);
  const on = day ?? today;
  const at = on === today ? now : startOfDay(on, timeZoneOf(marketplace, site));
  const context = { ...found.context, now: at };
  const { thresholds, ...settings } = effectiveSettings(decided, key);
  const beside = { entered: enteredWith(found, tried.values, on), seen: found.seen, paid: found.paid };
  const gathered = withThresholds(gatherFacts(fieldsOf(tried.values), identity, context, beside), thresholds);
  const isOwn = (name: string) => tried.values.has(name as FactName);
  const { findings } = judge(
    { ...gathered, origins: asTried(gathered.origins, isOwn) },
    {
      ...context,
      today: on,
      ...settings,
      isIgnored: (rule, item) => isIgnored(decided, key, identity, rule, item),
    },
  );
  const margin = unitMargin(parseFacts(gathered.facts).facts, sales[marketplace], { site, day: on, currency });
  return {
    day: on,
    refused: tried.refused,
    verdicts: findings
      .filter(({ topic, quiet }) => topics.has(topic) && !quiet)
      .sort(byLevel)
      .map((finding) => verdict(finding, found, on)),
    margin: presentMargin(margin, { language, marketplace, currency, origins: asTried(gathered.origins, isOwn) }),
    name: judged?.name ?? listing,
  };
}

interface Tried {
  readonly values: ReadonlyMap<FactName, WireValue>;
  /** Why an input was not understood, by fact. */
  readonly refused: Readonly<Record<string, string>>;
}

/** Parses the input into facts. A cleared field is known to be empty. */
function readChanges(changes: Readonly<Record<string, string>>, { store, decided, today }: StoredListing): Tried {
  const context = { language: languageOf(decided), site: store.site, currency: store.currency, day: today };
  const values = new Map<FactName, WireValue>();
  const refused: Record<string, string> = {};
  for (const [name, input] of Object.entries(changes)) {
    if (!isFactName(name) || !tryableFacts(store.marketplace).includes(name)) continue;
    const parsed = parseEntry(name, input, choicesOf(name, context));
    if (parsed === 'not-understood') refused[name] = notUnderstood(name, input, context);
    else values.set(name, parsed.value);
  }
  return { values, refused };
}

/** What-if values count as if they were on the page. */
function fieldsOf(values: ReadonlyMap<FactName, WireValue>): FieldReadings {
  return Object.fromEntries([...values].map(([name, value]) => [name, { state: 'read', value, via: '' }]));
}

/** What-if values beat entries, even entries that would beat a page. */
function enteredWith(
  { decided, store, identity }: StoredListing,
  tried: ReadonlyMap<FactName, WireValue>,
  day: string,
): ReadonlyMap<FactName, Entered> {
  const entered = new Map(enteredFor(decided, store.key, identity));
  for (const [name, value] of tried) entered.set(name, { value, day });
  return entered;
}

function asTried(origins: Finding['origins'], isTried: (name: string) => boolean): Finding['origins'] {
  return Object.fromEntries(
    Object.entries(origins).map(([name, origin]): [string, Origin | undefined] => [
      name,
      isTried(name) ? { by: 'tried' } : origin,
    ]),
  );
}

function verdict(finding: Finding, { store, decided, judged, identity }: StoredListing, on: string): WhatIfVerdict {
  const { marketplace, site, currency, key } = store;
  const { rule, level, levelName, title, sentence, fixes } = presentCard(finding, {
    id: storedFindingId(key, identity.listing, finding.rule, finding.item),
    language: languageOf(decided),
    marketplace,
    site,
    currency,
    name: judged?.name ?? null,
    products: 1,
    pageLanguage: null,
    entered: new Map(),
    today: on,
    canEnter: false,
    canIgnore: false,
    teach: null,
  });
  return { rule: rule ?? finding.rule, level, levelName, title, sentence, fixes };
}
