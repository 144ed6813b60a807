import { type FactName, factKinds, isFactName } from '../../../rules/engine/facts.ts';
import { parseFacts } from '../../../rules/engine/parse-facts.ts';
import { unitMargin } from '../../../rules/fees/margin.ts';
import { sales } from '../../../rules/index.ts';
import { consoleLink } from '../consoles/console-address.ts';
import type { ListingView, MarginView } from '../messages/listings.ts';
import type { Card } from '../messages/shown.ts';
import type { Done, Language } from '../messages/words.ts';
import { rulesThatRestOn } from '../page/rules-by-fact.ts';
import { type CardContext, originText, presentCard } from '../present/card.ts';
import { choicesOf, notUnderstood, presentEntry } from '../present/entry.ts';
import { presentMargin } from '../present/margin.ts';
import { factHeading, interfaceText } from '../present/messages.ts';
import { title } from '../present/sentence.ts';
import { siteName } from '../present/store.ts';
import { day, shownFact } from '../present/values.ts';
import { waitingHelp } from '../present/waiting.ts';
import { byLevel, type Finding, storedFindingId } from '../rows/finding.ts';
import type { Origin } from '../rows/origins.ts';
import { decide } from '../seller/decide.ts';
import { enter } from '../seller/decision-changes.ts';
import { enteredFor } from '../seller/decision-lookups.ts';
import { decisions } from '../seller/decisions.ts';
import { enterable, entrySubject, subjectsAlike } from '../seller/entries.ts';
import { parseEntry } from '../seller/entry-input.ts';
import { languageOf } from '../seller/language.ts';
import { rejudgeOne } from '../seller/settings-rejudge.ts';
import { ownDay } from '../understanding/site-days.ts';
import { hintsFor } from './price-hints.ts';
import { type StoredListing, storedListing } from './stored-listing.ts';
import { tryableFacts } from './what-if.ts';

/** Everything known about one listing; null if it is gone. */
export async function listingView(key: string, listing: string, now: Date): Promise<ListingView | null> {
  const found = await storedListing(key, listing, now);
  if (!found) return null;
  const { store, judged, identity } = found;
  const language = languageOf(found.decided);
  const findings = [...(judged?.findings ?? [])].sort(byLevel);
  const changed = ownDay(new Date(judged?.changed ?? now));
  return {
    store: {
      key,
      marketplace: store.marketplace,
      site: siteName(store.marketplace, store.site, language),
      name: store.sellerName ?? store.sellerId ?? '',
    },
    listing: identity.listing,
    name: judged?.name ?? identity.sku ?? identity.asin ?? listing,
    sku: identity.sku,
    asin: identity.asin,
    address: consoleLink(judged?.address),
    changed: day(language, changed),
    cards: await Promise.all(findings.filter(({ quiet }) => !quiet).map((finding) => card(finding, found, language))),
    waiting: waiting(findings, found, language),
    facts: facts(found, language),
    margin: margin(found, language),
    tryable: tryableFacts(store.marketplace).map((fact) => tryEntry(fact, found, language)),
  };
}

async function card(finding: Finding, found: StoredListing, language: Language): Promise<Card> {
  const { store, judged, today, identity } = found;
  const { key, marketplace, currency } = store;
  const id = storedFindingId(store.key, found.identity.listing, finding.rule, finding.item);
  const context: CardContext = {
    id,
    language,
    marketplace: store.marketplace,
    site: store.site,
    currency: store.currency,
    name: judged?.name ?? null,
    products: 1,
    pageLanguage: null,
    entered: enteredValues(found),
    today,
    canEnter: true,
    canIgnore: false,
    teach: null,
    hints: await hintsFor(finding, { language, store: key, marketplace, currency, identity, today }),
  };
  const presented = presentCard(awayFromPage(finding, found), context);
  return { ...presented, entries: presented.entries.filter(({ fact }) => isEnterableHere(fact)) };
}

/** No page is open here: readings count as seen on their day. */
function awayFromPage(finding: Finding, found: StoredListing): Finding {
  return { ...finding, origins: seenOrigins(finding.origins, found) };
}

function seenOrigins(told: Finding['origins'], { seen }: StoredListing): Finding['origins'] {
  const origins = Object.entries(told).map(([name, origin]): [string, Origin | undefined] => {
    const fact = seen[name as FactName] ?? (name === 'basePrice' ? seen.yourPrice : undefined);
    if (!fact || (origin?.by !== 'page' && origin?.by !== 'notice')) return [name, origin];
    return [name, { by: 'seen', page: fact.page, day: fact.day, ...(fact.notice ? { notice: true as const } : {}) }];
  });
  return Object.fromEntries(origins);
}

/** Whether a fact can be entered for a stored listing. Excludes facts that apply to an open form only. */
function isEnterableHere(name: string): boolean {
  const scope = isFactName(name) ? enterable(name)?.scope : undefined;
  return scope !== undefined && scope !== 'page';
}

function enteredValues({ decided, store, identity }: StoredListing): CardContext['entered'] {
  return new Map([...enteredFor(decided, store.key, identity)].map(([name, { value }]) => [name, value]));
}

/** Facts the quiet checks wait for; the fact that settles most checks comes first. */
function waiting(findings: readonly Finding[], found: StoredListing, language: Language): ListingView['waiting'] {
  const byFact = new Map<FactName, Set<string>>();
  for (const { level, quiet, wanted, rule } of findings)
    if (level === 'unknown' && quiet)
      for (const fact of wanted) byFact.set(fact, (byFact.get(fact) ?? new Set()).add(rule));
  return [...byFact]
    .sort(([, a], [, b]) => b.size - a.size)
    .map(([fact, rules]) => {
      const entry = isEnterableHere(fact) ? entryOf(fact, found, language) : null;
      return {
        fact,
        label: factHeading(language, fact),
        help:
          entry?.help ??
          waitingHelp(fact, found.store.marketplace, language) ??
          interfaceText(language, 'waitingNowhere'),
        checks: [...rules].map((rule) => title(rule, language)),
        entry,
      };
    });
}

function entryOf(fact: FactName, found: StoredListing, language: Language): Card['entries'][number] {
  const { store, today } = found;
  const context = { language, site: store.site, currency: store.currency, day: today };
  return presentEntry(fact, enteredValues(found).get(fact), context);
}

/** An input prefilled with the current value. */
function tryEntry(fact: FactName, { gathered, store, today }: StoredListing, language: Language) {
  const context = { language, site: store.site, currency: store.currency, day: today };
  return presentEntry(fact, gathered.facts[fact], context);
}

/** Facts in the order of the vocabulary, without those that only distinguish records and mean nothing to a seller. */
function facts({ gathered, store }: StoredListing, language: Language): ListingView['facts'] {
  return (Object.keys(factKinds) as FactName[]).flatMap((fact) => {
    const [value, origin] = [gathered.facts[fact], gathered.origins[fact]];
    if (value === undefined || !origin) return [];
    const shown =
      value === null ? interfaceText(language, 'stateEmpty') : shownFact(language, fact, value, store.currency);
    if (shown === '') return [];
    return [{ fact, label: factHeading(language, fact), shown, origin: originText(origin, language) }];
  });
}

function margin(found: StoredListing, language: Language): MarginView {
  const { gathered, store, today } = found;
  const { marketplace, site, currency } = store;
  const left = unitMargin(parseFacts(gathered.facts).facts, sales[marketplace], { site, day: today, currency });
  return {
    ...presentMargin(left, { language, marketplace, currency, origins: seenOrigins(gathered.origins, found) }),
    cost: entryOf('unitCost', found, language),
  };
}

/** Stores an entry for a stored listing, and checks the listing again. */
export async function enterStored(
  { store: key, listing, fact, input }: { store: string; listing: string; fact: string; input: string },
  now: Date,
): Promise<Done> {
  const language = languageOf(await decisions());
  const refused = (text: 'findingGone' | 'notEnterable'): Done => ({
    done: false,
    sentence: interfaceText(language, text),
  });
  const found = await storedListing(key, listing, now);
  if (!found) return refused('findingGone');
  if (!isFactName(fact) || !isEnterableHere(fact)) return refused('notEnterable');
  const { store, identity, judged, today } = found;
  const context = { language, site: store.site, currency: store.currency, day: today };
  const parsed = parseEntry(fact, input, choicesOf(fact, context));
  if (parsed === 'not-understood') return { done: false, sentence: notUnderstood(fact, input, context) };
  const scope = enterable(fact)?.scope ?? 'listing';
  const subject = entrySubject(scope, identity) ?? listing;
  const name = scope === 'store' ? (store.sellerName ?? store.site) : (judged?.name ?? subject);
  return decide(
    () =>
      enter({ store: key, subject, fact, value: parsed.value, name, day: ownDay(now) }, subjectsAlike(scope, identity)),
    () => rejudgeOne(key, listing, rulesThatRestOn(fact), now),
  );
}
