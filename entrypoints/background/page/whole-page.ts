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
import { tell } from './recheck.ts';
import { inOwnCurrency } from './shop-currency.ts';
import { type TabPage, tabPage } from './tabs.ts';

/** The page as a whole: what was read before and still stands, with what was sent now. */
export interface WholePage extends Omit<TabPage, 'records' | 'remarks' | 'untold' | keyof Missed> {
  readonly fields: ReadonlyMap<string, FieldReadings>;
  readonly entered: Form['entered'];
  readonly before: TabPage | null;
  /** Records to judge. */
  readonly affected: readonly string[];
  /** Those of them which were judged already and are only judged again because they came to rest, to be stored. */
  readonly came: ReadonlySet<string>;
  /** What was read before is lost, and the page was asked to send it again. */
  readonly isPart: boolean;
}

export async function readPage(
  snapshot: Snapshot,
  sender: ConsoleSender,
  form: Form | null,
  now: Date,
): Promise<WholePage> {
  const known = await tabPage(sender.tab);
  // A sequence that begins again is another page in the same tab.
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
  // Lost with the browser's session, or understood for another store's currency: let the page send it again. Once, since
  // it then begins anew and sends all.
  const isLost = !before && snapshot.sequence > 1 && fields.size < snapshot.keys.length;
  const isOutdated = before !== null && !isSame(before.store, store) && sent.size < fields.size;
  if (isLost || isOutdated) void tell(sender.tab, { kind: 'recheck' });
  const unreadRows = unreadInEveryRow(fields);
  const everything =
    !before ||
    pageKind(snapshot.page).shared ||
    !isSame(before.store, store) ||
    !isSame(before.notices, notices) ||
    // What was told once for all rows is told in each of them once one is read, and the other way round.
    !isSame(before.unreadRows, unreadRows);
  const { page, generation, language, sequence, keys, list, settled, unsettled } = snapshot;
  // What the page says of all its orders is compared with those that stand in its list now.
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

/** Nothing of a record is stored while it may still be loading, nor while what all records share may. */
export function isUnsettled(key: string, { unsettled, page }: Pick<Snapshot, 'unsettled' | 'page'>): boolean {
  return unsettled.includes(key) || (pageKind(page).shared === true && unsettled.includes(PAGE_RECORD));
}

function cameToRest(key: string, before: TabPage | null, snapshot: Snapshot): boolean {
  return before !== null && isUnsettled(key, before) && !isUnsettled(key, snapshot);
}

/** Fields that all products of a form share; null where the page has no products, or only one listing. */
export function sharedFields({ page, fields }: Pick<WholePage, 'page' | 'fields'>): FieldReadings | null {
  const shared = fields.get(PAGE_RECORD);
  return pageKind(page).shared && shared && fields.size > 1 ? shared : null;
}

/** Nothing at all could be read of a page that was recognised. */
export function isBlind(fields: ReadonlyMap<string, FieldReadings>): boolean {
  const readings = [...fields.values()].flatMap((record) => Object.values(record));
  return readings.some(({ state }) => state === 'unreadable') && !readings.some(({ state }) => state === 'read');
}

/** Fields that could not be read in any row of a list of several: one cause, and no fault of a row. */
export function unreadInEveryRow(fields: ReadonlyMap<string, FieldReadings>): readonly FactName[] {
  const rows = [...fields].filter(([key]) => key !== PAGE_RECORD).map(([, row]) => row);
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...names].filter(isFactName).filter((name) => {
    const states = rows.map((row) => row[name]?.state ?? 'absent').filter((state) => state !== 'absent');
    return states.length > 1 && states.every((state) => state === 'unreadable');
  });
}
