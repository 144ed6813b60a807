import type { FactName } from '../../rules/facts.ts';
import type { PaidDay } from '../../rules/paid-prices.ts';
import { type FieldReadings, PAGE_RECORD, type Snapshot } from '../console.content/reading/reading.ts';
import type { CheckAnswer, Language } from './api.ts';
import { showBadge } from './badge.ts';
import { noteFailure } from './damage.ts';
import { type Decisions, decisions, type Entered, enteredFor, isIgnored } from './decisions.ts';
import { type GatheredFacts, gatherFacts, type PageContext } from './facts.ts';
import type { PageFinding } from './findings.ts';
import { type Form, formOf } from './forms.ts';
import { type JudgingContext, judge } from './judging.ts';
import { rememberStore } from './known-stores.ts';
import { languageOf } from './language.ts';
import { type Identity, identityOf } from './listing-identity.ts';
import { askWhenSettled, lostSentences, type Missed, missedOn } from './lost-fields.ts';
import { storedMargin } from './margin.ts';
import { noticeFacts } from './notice-facts.ts';
import { identityInOrder, skusOfOrders } from './order-identity.ts';
import { type JudgedRecord, pageFindings } from './page-findings.ts';
import { pageKind } from './page-kinds.ts';
import { presentFinding } from './present/finding.ts';
import { type InterfaceText, interfaceText } from './present/messages.ts';
import { presentStore } from './present/store.ts';
import { cut } from './present/values.ts';
import { tell } from './recheck.ts';
import { isSame } from './same.ts';
import type { ConsoleSender } from './senders.ts';
import { type EffectiveSettings, effectiveSettings, withThresholds } from './settings-effective.ts';
import { inOwnCurrency } from './shop-currency.ts';
import { writtenIn } from './shop-locale.ts';
import { dayIn } from './site-days.ts';
import { type ListingCheck, storeCheck } from './store/checks.ts';
import { type SeenFacts, seenFacts } from './store/listings.ts';
import { paidDays } from './store/paid-prices.ts';
import { type KnownStore, resolveStore, type Store } from './stores.ts';
import { countsOf, findingsOf, inTurn, keepTabPage, type PageRecord, type TabPage, tabPage } from './tabs.ts';
import { timeZoneOf } from './time-zones.ts';
import { understandFields, understandNotice } from './understanding/understand.ts';

type Remarks = Set<InterfaceText>;

/** Judges what a console page shows, keeps it, and answers what the page is to draw. */
export function check(snapshot: Snapshot, sender: ConsoleSender, now: Date): Promise<CheckAnswer> {
  return inTurn(sender.tab, async () => {
    const decided = await decisions();
    const language = languageOf(decided);
    const page = await readPage(snapshot, sender, await formOf(sender.tab), now);
    const remarks: Remarks = new Set();
    const judged = await judgePage(page, decided, now, remarks);
    if (page.page === null) remarks.add('remarkUnknownPage');
    else if (isBlind(page.fields)) remarks.add('remarkNothingRead');
    const kept = await keep(sender.tab, page, judged, remarks, now);
    askWhenSettled(kept, now, (message) => void tell(sender.tab, message));
    void showBadge(sender.tab, countsOf(findingsOf(kept)), language);
    return answer(snapshot.sequence, page.store, judged, language, [
      ...[...remarks].map((name) => interfaceText(language, name)),
      ...lostSentences(kept, language, now),
    ]);
  });
}

/** The page as a whole: what was read before and still stands, with what was sent now. */
interface WholePage extends Omit<TabPage, 'records' | 'remarks' | keyof Missed> {
  readonly fields: ReadonlyMap<string, FieldReadings>;
  readonly entered: Form['entered'];
  readonly before: TabPage | null;
  /** Records to judge and to answer. */
  readonly affected: readonly string[];
}

async function readPage(snapshot: Snapshot, sender: ConsoleSender, form: Form | null, now: Date): Promise<WholePage> {
  const known = await tabPage(sender.tab);
  // A sequence that begins again is another page in the same tab.
  const before = known && known.page === snapshot.page && known.sequence < snapshot.sequence ? known : null;
  const fields = new Map<string, FieldReadings>();
  const store = inOwnCurrency(
    resolveStore(sender.marketplace, sender.hostSite, snapshot.store, snapshot.language),
    snapshot,
    before,
  );
  const writing = { locale: writtenIn(store, snapshot.language), currency: store.known ? store.currency : null };
  const notices = snapshot.notices.map((notice) => understandNotice(notice, writing));
  const sent = new Map(snapshot.records.map((record) => [record.key, understandFields(record.fields, writing)]));
  for (const key of snapshot.keys) {
    const found = sent.get(key) ?? before?.records.get(key)?.fields;
    if (found) fields.set(key, found);
  }
  // Lost with the browser's session, or understood for another store's currency: let the page send it again. Once, since
  // it then begins anew and sends all.
  const isLost = !before && snapshot.sequence > 1 && fields.size < snapshot.keys.length;
  const isOutdated = before !== null && !isSame(before.store, store) && sent.size < fields.size;
  if (isLost || isOutdated) void tell(sender.tab, { kind: 'recheck' });
  const everything =
    !before || pageKind(snapshot.page).shared || !isSame(before.store, store) || !isSame(before.notices, notices);
  const { page, generation, language, sequence, keys } = snapshot;
  return {
    page,
    generation,
    since: before?.since ?? now.getTime(),
    language,
    sequence,
    keys: keys.filter((key) => fields.has(key)),
    notices,
    store,
    address: form?.address ?? sender.address,
    entered: form?.entered ?? {},
    fields,
    before,
    affected: [...fields.keys()].filter((key) => everything || sent.has(key)),
  };
}

interface JudgedPage {
  /** Findings by the record that carries them; every affected record has a list. */
  readonly findings: ReadonlyMap<string, readonly PageFinding[]>;
}

async function judgePage(page: WholePage, decided: Decisions, now: Date, remarks: Remarks): Promise<JudgedPage> {
  const empty = new Map<string, readonly PageFinding[]>(page.affected.map((key) => [key, []]));
  const { store } = page;
  if (!store.known || page.page === null) return { findings: empty };
  const shared = sharedFields(page);
  const { ownTopics } = pageKind(page.page);
  const keys = page.affected.filter((key) => shared === null || ownTopics || key !== PAGE_RECORD);
  const orders = skusOfOrders(page.fields);
  const listings = keys.map((key) => {
    const fields = page.fields.get(key) ?? {};
    return { key, fields, identity: identityOf({ ...shared, ...fields }) ?? identityInOrder(fields, orders) };
  });
  const identities = listings.map(({ identity }) => identity);
  const { seen, paid } = await knownOf(store, identities, remarks);
  const context = contextOf(page, store, shared, decided, now);
  const checks: ListingCheck[] = [];
  const records = listings.map(({ key, fields, identity }, index): JudgedRecord => {
    const entered = enteredOn(page, key, enteredFor(decided, store.key, identity), context.today);
    const beside = { entered, seen: seen[index] ?? {}, paid: paid[index] ?? [] };
    const read = gatherFacts(fields, identity, context, beside);
    const gathered = withThresholds(read, context.thresholds);
    const judgement = judge(gathered, context, shared === null ? undefined : key);
    const findings = judgement.findings.filter(
      ({ rule, item }) => !identity || !isIgnored(decided, store.key, identity.listing, rule, item),
    );
    if (identity && isSettled(page, key, identity))
      checks.push({ ...toStore(gathered, identity, context, page.address), findings, topics: judgement.topics });
    return { key, identity, fields, findings };
  });
  await storeAll(store, [...checks, ...noticedElsewhere(page, listings, context)], context, now, remarks);
  return { findings: new Map([...empty, ...pageFindings(page.page, shared, records)]) };
}

/** Fields that all products of a form share; null where the page has no products, or only one listing. */
function sharedFields({ page, fields }: Pick<WholePage, 'page' | 'fields'>): FieldReadings | null {
  const shared = fields.get(PAGE_RECORD);
  return pageKind(page).shared && shared && fields.size > 1 ? shared : null;
}

type Context = PageContext & JudgingContext & Pick<EffectiveSettings, 'thresholds'>;

function contextOf(
  { page, notices, address }: WholePage,
  { key, marketplace, site, currency }: KnownStore,
  shared: FieldReadings | null,
  decided: Decisions,
  now: Date,
): Context {
  const today = dayIn(timeZoneOf(marketplace, site), now);
  return {
    page,
    marketplace,
    site,
    currency,
    notices,
    shared,
    now,
    today,
    address,
    ...effectiveSettings(decided, key),
  };
}

interface Known {
  readonly seen: readonly SeenFacts[];
  readonly paid: readonly (readonly PaidDay[])[];
}

async function knownOf(store: KnownStore, identities: (Identity | null)[], remarks: Remarks): Promise<Known> {
  try {
    const [seen, paid] = await Promise.all([seenFacts(store.key, identities), paidDays(store.key, identities)]);
    return { seen, paid };
  } catch (error) {
    void noteFailure(error);
    remarks.add('remarkSeenMissing');
    return { seen: [], paid: [] };
  }
}

/** The seller's entries for a listing with those for this form alone. */
function enteredOn(
  { entered }: WholePage,
  key: string,
  kept: ReadonlyMap<FactName, Entered>,
  day: string,
): ReadonlyMap<FactName, Entered> {
  const all = new Map(kept);
  for (const record of [PAGE_RECORD, key])
    for (const [name, value] of Object.entries(entered[record] ?? {})) all.set(name as FactName, { value, day });
  return all;
}

/**
 * Whether a listing is worth storing: while a SKU is typed into a new listing, each of its beginnings would be one.
 * It counts once it was the same twice, or the page shows its ASIN.
 */
function isSettled({ page, before }: WholePage, key: string, identity: Identity): boolean {
  if (!pageKind(page).changesPrice || identity.asin !== null) return true;
  const earlier = before?.records.get(key);
  return earlier !== undefined && identityOf(earlier.fields)?.listing === identity.listing;
}

function toStore(
  { said, facts }: GatheredFacts,
  identity: Identity,
  context: Context,
  address: string,
): Omit<ListingCheck, 'findings' | 'topics'> {
  const { page, today, currency } = context;
  const seen: Record<string, SeenFacts[FactName]> = {};
  for (const [name, { value, notice }] of Object.entries(said))
    seen[name] = { value, page: page ?? '', day: today, ...(notice ? { notice } : {}) };
  const title = typeof facts.title === 'string' && facts.title.trim() !== '' ? cut(facts.title.trim()) : null;
  const name = title ?? identity.asin ?? identity.listing;
  return { identity, name, currency, address, said: seen, margin: storedMargin(facts, context) };
}

/** What the console's own sentences say of products the page has no record of. */
function noticedElsewhere(
  { notices, address }: WholePage,
  listings: readonly { readonly identity: Identity | null }[],
  context: Context,
): ListingCheck[] {
  const shown = new Set(listings.map(({ identity }) => identity?.asin));
  const asins = new Set(notices.map(({ asin }) => asin).filter((asin) => asin !== null && !shown.has(asin)));
  return [...asins].flatMap((asin) => {
    if (asin === null) return [];
    const facts = noticeFacts(asin, notices, { ...context, day: context.today });
    const said = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, { value, notice: true as const }]),
    );
    if (Object.keys(said).length === 0) return [];
    const identity = { listing: `asin:${asin}`, sku: null, asin };
    const gathered = { facts, said, origins: {}, unread: new Set<FactName>() };
    return [{ ...toStore(gathered, identity, context, address), findings: [], topics: new Set<never>() }];
  });
}

async function storeAll(
  store: KnownStore,
  checks: readonly ListingCheck[],
  { today }: Context,
  now: Date,
  remarks: Remarks,
): Promise<void> {
  const { key, marketplace, site, sellerName, sellerId, currency } = store;
  try {
    await storeCheck({ key, marketplace, site, sellerName, sellerId, currency, seen: today }, checks, now.getTime());
    await rememberStore(key);
  } catch (error) {
    void noteFailure(error);
    remarks.add('remarkNotStored');
  }
}

/** Nothing at all could be read of a page that was recognised. */
function isBlind(fields: ReadonlyMap<string, FieldReadings>): boolean {
  const readings = [...fields.values()].flatMap((record) => Object.values(record));
  return readings.some(({ state }) => state === 'unreadable') && !readings.some(({ state }) => state === 'read');
}

async function keep(tab: number, page: WholePage, judged: JudgedPage, remarks: Remarks, now: Date): Promise<TabPage> {
  const { fields, before, affected, entered: _entered, ...state } = page;
  const records = new Map<string, PageRecord>();
  for (const [key, read] of fields)
    records.set(key, { fields: read, findings: judged.findings.get(key) ?? before?.records.get(key)?.findings ?? [] });
  const missed = await missedOn({ ...state, records }, before, now);
  const kept: TabPage = { ...state, records, remarks: [...remarks], ...missed };
  try {
    await keepTabPage(tab, kept, affected);
  } catch {
    remarks.add('remarkNotStored');
  }
  return kept;
}

function answer(
  sequence: number,
  store: Store,
  judged: JudgedPage,
  language: Language,
  remarks: readonly string[],
): CheckAnswer {
  const presented = presentStore(store, language);
  return {
    sequence,
    language,
    findings: [...judged.findings].map(([record, list]) => ({ record, list: presentAll(list, store, language) })),
    store: presented,
    remarks: store.known ? remarks : [presented.note, ...remarks],
  };
}

function presentAll(list: readonly PageFinding[], store: Store, language: Language) {
  if (!store.known) return [];
  const { site, currency } = store;
  return list.map((finding) => presentFinding(finding, { language, currency, site }));
}
