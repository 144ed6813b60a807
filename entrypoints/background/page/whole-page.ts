import { type FactName, isFactName } from '../../../rules/engine/facts.ts';
import { type FieldReadings, PAGE_RECORD, type Snapshot } from '../../console.content/reading/reading.ts';
import type { Missed } from '../health/lost-fields.ts';
import type { ConsoleSender } from '../messages/senders.ts';
import { isSame } from '../rows/same.ts';
import { writingOf } from '../shops/shop-locale.ts';
import { resolveStore } from '../shops/stores.ts';
import { understandFields, understandNotice } from '../understanding/understand.ts';
import type { Form } from './forms.ts';
import { pageKind } from './page-kinds.ts';
import { notifyTab } from './recheck.ts';
import { inOwnCurrency } from './shop-currency.ts';
import { type TabPage, tabPage } from './tabs.ts';

/** The whole page: earlier readings that still hold, updated with the current snapshot. */
export interface WholePage extends Omit<TabPage, 'records' | 'remarks' | 'untold' | keyof Missed> {
  readonly fields: ReadonlyMap<string, FieldReadings>;
  readonly entered: Form['entered'];
  readonly before: TabPage | null;
  /** Records to check. */
  readonly affected: readonly string[];
  /** Affected records checked before and checked again only because they settled, so that they are stored. */
  readonly came: ReadonlySet<string>;
  /** Earlier readings are lost, and the page was asked to send them again. */
  readonly isPart: boolean;
}

export async function readPage(
  snapshot: Snapshot,
  sender: ConsoleSender,
  form: Form | null,
  now: Date,
): Promise<WholePage> {
  const known = await tabPage(sender.tab);
  // A restarted sequence means another page in the same tab.
  const before = known && known.page === snapshot.page && known.sequence < snapshot.sequence ? known : null;
  const fields = new Map<string, FieldReadings>();
  const store = inOwnCurrency(
    resolveStore(sender.marketplace, sender.hostSite, snapshot.store, snapshot.language),
    snapshot,
    before,
  );
  const writing = writingOf(store, snapshot.language);
  const notices = snapshot.notices.map((notice) => understandNotice(notice, writing));
  const sent = new Map(snapshot.records.map((record) => [record.key, understandFields(record.fields, writing)]));
  for (const key of snapshot.keys) {
    const found = sent.get(key) ?? before?.records.get(key)?.fields;
    if (found) fields.set(key, found);
  }
  // Lost with the browser's session, or interpreted in another shop's currency: let the page send it again. This
  // happens once, because the page then starts over and sends everything.
  const isLost = !before && snapshot.sequence > 1 && fields.size < snapshot.keys.length;
  const isOutdated = before !== null && !isSame(before.store, store) && sent.size < fields.size;
  if (isLost || isOutdated) void notifyTab(sender.tab, { kind: 'recheck' });
  const unreadRows = unreadInEveryRow(fields);
  const everything =
    !before ||
    pageKind(snapshot.page).shared ||
    !isSame(before.store, store) ||
    !isSame(before.notices, notices) ||
    // An unknown reported once for all rows is reported per row as soon as one row is readable, and vice versa.
    !isSame(before.unreadRows, unreadRows);
  const { page, generation, language, sequence, keys, list, settled, unsettled } = snapshot;
  // The page's statement about all its orders is compared with the orders now in its list.
  const isAffected = (key: string) =>
    everything || sent.has(key) || (key === PAGE_RECORD && pageKind(snapshot.page).list === 'orders');
  const came = new Set([...fields.keys()].filter((key) => !isAffected(key) && cameToRest(key, before, snapshot)));
  return {
    page,
    generation,
    since: before?.since ?? now.getTime(),
    language,
    sequence,
    keys: keys.filter((key) => fields.has(key)),
    notices,
    settled,
    unsettled,
    list,
    unreadRows,
    store,
    address: form?.address ?? sender.address,
    entered: form?.entered ?? {},
    fields,
    before,
    affected: [...fields.keys()].filter((key) => isAffected(key) || came.has(key)),
    came,
    isPart: isLost,
  };
}

/** A record is not stored while it, or the fields shared by all records, may still be loading. */
export function isUnsettled(key: string, { unsettled, page }: Pick<Snapshot, 'unsettled' | 'page'>): boolean {
  return unsettled.includes(key) || (pageKind(page).shared === true && unsettled.includes(PAGE_RECORD));
}

function cameToRest(key: string, before: TabPage | null, snapshot: Snapshot): boolean {
  return before !== null && isUnsettled(key, before) && !isUnsettled(key, snapshot);
}

/** Fields shared by all products of a form; null if the page has no products, or only one listing. */
export function sharedFields({ page, fields }: Pick<WholePage, 'page' | 'fields'>): FieldReadings | null {
  const shared = fields.get(PAGE_RECORD);
  return pageKind(page).shared && shared && fields.size > 1 ? shared : null;
}

/** Whether a recognised page yielded no reading at all. */
export function isBlind(fields: ReadonlyMap<string, FieldReadings>): boolean {
  const readings = [...fields.values()].flatMap((record) => Object.values(record));
  return readings.some(({ state }) => state === 'unreadable') && !readings.some(({ state }) => state === 'read');
}

/** Fields unreadable in every row of a list of several: one common cause, not a fault of a row. */
export function unreadInEveryRow(fields: ReadonlyMap<string, FieldReadings>): readonly FactName[] {
  const rows = [...fields].filter(([key]) => key !== PAGE_RECORD).map(([, row]) => row);
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...names].filter(isFactName).filter((name) => {
    const states = rows.map((row) => row[name]?.state ?? 'absent').filter((state) => state !== 'absent');
    return states.length > 1 && states.every((state) => state === 'unreadable');
  });
}
