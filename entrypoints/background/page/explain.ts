import type { FactName, WireValue } from '../../../rules/engine/facts.ts';
import { PAGE_RECORD } from '../../console.content/reading/reading.ts';
import { identityNow, knownListing } from '../database/listings.ts';
import { storedFindings, storeRow } from '../database/reports.ts';
import { hintsFor } from '../listings/price-hints.ts';
import type { Card, OpenedCard } from '../messages/shown.ts';
import { type CardContext, presentCard } from '../present/card.ts';
import { cardView } from '../present/card-view.ts';
import { storedFindingId } from '../rows/finding.ts';
import type { Identity } from '../rows/listing-identity.ts';
import { enteredFor } from '../seller/decision-lookups.ts';
import type { Decisions } from '../seller/decision-types.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import { offMeanwhile } from '../seller/updates.ts';
import { writtenIn } from '../shops/shop-locale.ts';
import type { KnownStore } from '../shops/stores.ts';
import { placesOn } from '../teaching/teachable.ts';
import { dayIn } from '../understanding/site-days.ts';
import { timeZoneOf } from '../understanding/time-zones.ts';
import { currentPage } from './current-page.ts';
import type { PageFinding } from './findings.ts';
import { type Form, formOf } from './forms.ts';
import { identityOn } from './order-identity.ts';
import { isTeachable } from './page-fields.ts';
import { findingsOf, type TabPage } from './tabs.ts';

/** The card of a finding on a tab's page; null if it is gone. */
export async function explain(tab: number, id: string, now: Date): Promise<Card | null> {
  const [decided, page, form] = await Promise.all([decisions(), currentPage(tab), formOf(tab)]);
  const finding = page && findingsOf(page).find((one) => one.id === id);
  if (!page?.store.known || !finding) return null;
  const about = common(decided, page.store, now);
  const identity = await identityNow(page.store.key, identityOn(page.records, finding.record));
  return presentCard(finding, {
    ...about,
    hints: identity ? await hintsFor(finding, { ...about, store: page.store.key, identity }) : [],
    id,
    name: finding.name,
    products: finding.products,
    pageLanguage: writtenIn(page.store, page.language),
    entered: enteredValues(page, finding, identity, decided, form),
    canEnter: true,
    canIgnore: finding.listings.length > 0,
    teach: shownField(page, finding),
  });
}

/** The card of a finding on a tab's page as the page draws it; null if it is gone. */
export async function openedCard(
  tab: number,
  id: string,
  takesEntries: boolean,
  now: Date,
): Promise<OpenedCard | null> {
  const [card, decided] = await Promise.all([explain(tab, id, now), decisions()]);
  return card && cardView(card, id, takesEntries, languageOf(decided));
}

/** The card of a stored finding; null if it is gone. Its facts are entered on a page, where they are checked again. */
export async function explainStored(id: string, now: Date): Promise<Card | null> {
  const key = parseStoredId(id);
  if (!key) return null;
  const [decided, row, store] = await Promise.all([
    decisions(),
    storedFindings(key.store, key.listing),
    storeRow(key.store),
  ]);
  const finding = row?.findings.find(({ rule, item }) => rule === key.rule && item === key.item);
  if (!row || !store || !finding || offMeanwhile(decided, key.store).has(key.rule)) return null;
  const about = common(decided, { ...store, currency: row.currency }, now);
  const { listing } = key;
  const known = await knownListing(key.store, listing);
  const identity = known?.identity ?? { listing, sku: null, asin: null, code: null };
  return presentCard(finding, {
    ...about,
    hints: await hintsFor(finding, { ...about, store: key.store, identity }),
    id,
    name: row.name,
    products: 1,
    pageLanguage: null,
    entered: new Map(),
    canEnter: false,
    canIgnore: false,
    teach: null,
  });
}

/** The unreadable field a finding waits for, if the seller can point at it. */
function shownField(page: TabPage, { unread, record }: PageFinding): Card['teach'] {
  for (const name of unread) {
    const place = placesOn(page).find(({ field }) => field.name === name && isTeachable(field));
    if (place) return { record: place.field.place === 'page' ? PAGE_RECORD : record, field: name };
  }
  return null;
}

function common(
  decided: Decisions,
  { marketplace, site, currency }: Pick<KnownStore, 'marketplace' | 'site' | 'currency'>,
  now: Date,
): Pick<CardContext, 'language' | 'marketplace' | 'site' | 'currency' | 'today'> {
  return {
    language: languageOf(decided),
    marketplace,
    site,
    currency,
    today: dayIn(timeZoneOf(marketplace, site), now),
  };
}

function enteredValues(
  page: TabPage,
  finding: PageFinding,
  identity: Identity | null,
  decided: Decisions,
  form: Form | null,
): ReadonlyMap<FactName, WireValue> {
  if (!page.store.known) return new Map();
  const values = new Map<FactName, WireValue>();
  for (const [name, { value }] of enteredFor(decided, page.store.key, identity)) values.set(name, value);
  for (const record of [PAGE_RECORD, finding.record])
    for (const [name, value] of Object.entries(form?.entered[record] ?? {})) values.set(name as FactName, value);
  return values;
}

function parseStoredId(id: string): { store: string; listing: string; rule: string; item: number | null } | null {
  try {
    const [store, listing, rule, item] = JSON.parse(id) as [string, string, string, number | null];
    return storedFindingId(store, listing, rule, item) === id ? { store, listing, rule, item } : null;
  } catch {
    return null;
  }
}
