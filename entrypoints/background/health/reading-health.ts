import { browser } from 'wxt/browser';
import { marketplaces } from '../../../rules/engine/sites.ts';
import { PAGE_RECORD } from '../../console.content/reading/reading.ts';
import { type ReadingRow, readingRows } from '../database/readings.ts';
import { storeRows } from '../database/settings-findings.ts';
import type { HealthPage, ReadingHealth } from '../messages/health.ts';
import type { Language } from '../messages/words.ts';
import { currentPage } from '../page/current-page.ts';
import { fieldNamed, isTeachable, marketplaceOf, readersAt } from '../page/page-fields.ts';
import type { TabPage } from '../page/tabs.ts';
import { fellBackLine, healthLine, presentFields } from '../present/health.ts';
import { interfaceText } from '../present/messages.ts';
import { pageName } from '../present/pages.ts';
import { presentStore, storeName } from '../present/store.ts';
import { day } from '../present/values.ts';
import type { FieldHealth } from '../rows/field-health.ts';
import type { StoreRow } from '../rows/rows.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';
import type { TaughtField } from '../teaching/taught-fields.ts';
import { placesOn } from '../teaching/teachable.ts';
import { ownDay } from '../understanding/site-days.ts';
import { type Diagnosed, diagnosis } from './diagnosis.ts';
import { fieldHealth } from './field-health.ts';
import { lostSentences, rowSentences } from './lost-fields.ts';

interface Context {
  readonly language: Language;
  readonly taught: readonly TaughtField[];
  readonly now: Date;
}

/** How the open console pages were read, then the last page of each kind and store that is not open. */
export async function readingHealth(now: Date): Promise<ReadingHealth> {
  const decided = await decisions();
  const context = { language: languageOf(decided), taught: decided.taught ?? [], now };
  const open = await openPages();
  const isOpen = new Set(open.map(({ page }) => (page.store.known ? `${page.store.key} ${page.page}` : '')));
  const [rows, stores] = await Promise.all([readingRows(), storeRows()]).catch(() => [[], []] as const);
  const closed = rows
    .filter((row) => !isOpen.has(`${row.store} ${row.page}`))
    .toSorted((a, b) => unread(b) - unread(a) || b.day.localeCompare(a.day) || a.page.localeCompare(b.page));
  const byKey = new Map(stores.map((store) => [store.key, store]));
  return {
    pages: [
      ...open.map(({ tab, page }) => openPage(tab, page, context)),
      ...closed.map((row) => storedPage(row, byKey.get(row.store), context)),
    ],
  };
}

/** Fields that should be there and could not be read: what a seller comes to see stands first. */
function unread({ fields }: ReadingRow): number {
  return Object.values(fields).filter(({ state }) => state !== 'read' && state !== 'absent').length;
}

async function openPages(): Promise<{ tab: number; page: TabPage }[]> {
  const tabs = await browser.tabs.query({});
  const pages = await Promise.all(
    tabs.map(async ({ id }) => ({ tab: id ?? -1, page: id === undefined ? null : await currentPage(id) })),
  );
  return pages.flatMap(({ tab, page }) => (page ? [{ tab, page }] : []));
}

function openPage(tab: number, page: TabPage, context: Context): HealthPage {
  const { language, now } = context;
  const fields = page.page === null ? missingFields(page) : fieldHealth(page);
  const kind = page.page ?? readersAt(page.address)[0]?.id ?? '';
  const total = fields.length;
  return {
    key: `tab ${tab}`,
    tab,
    marketplace: page.store.marketplace,
    name: page.page === null ? unrecognised(page, language) : pageName(page.page, language),
    store: presentStore(page.store, language).name,
    day: null,
    line:
      page.page === null ? interfaceText(language, 'healthUnknownPage', { total }) : healthLine(fields, page, language),
    fellBack: fellBackLine(fields, language),
    lost: [...rowSentences(page, language, now), ...lostSentences(page, language, now)],
    fields: presentFields({ page: kind, language: page.language, fields }, context, (field) =>
      recordToShow(page, kind, field),
    ),
    diagnosis: diagnosis(diagnosed(page, now)),
  };
}

/** "Page not recognised (Create a coupon)": what its address may be, as far as that is one page. */
function unrecognised({ address }: TabPage, language: Language): string {
  const names = [...new Set(readersAt(address).map(({ id }) => pageName(id, language)))];
  const unknown = pageName(null, language);
  return names.length === 1 ? interfaceText(language, 'pageUnknownMaybe', { unknown, page: names[0] ?? '' }) : unknown;
}

/** The fields that a page which was not recognised may have: none of them was found. */
function missingFields(page: TabPage): readonly FieldHealth[] {
  return placesOn(page).map(({ field }) => ({
    field: field.name,
    place: field.place,
    state: 'not-found',
    read: 0,
    of: 1,
    way: null,
  }));
}

/** The record in which a field can be shown; of a list the first row that misses it. */
function recordToShow(page: TabPage, kind: string, { field, place }: FieldHealth): string | null {
  const isShowable = fieldNamed(kind, field).some((known) => known.place === place && isTeachable(known));
  if (!isShowable) return null;
  if (place === 'page') return PAGE_RECORD;
  const row = [...page.records].find(([key, { fields }]) => key !== PAGE_RECORD && fields[field]?.state !== 'read');
  return row?.[0] ?? null;
}

/** What the diagnosis of an open page says. */
export function diagnosed(page: TabPage, now: Date): Diagnosed {
  const { store, generation, language, address, list } = page;
  return {
    page: page.page,
    candidates: readersAt(address).map(({ id }) => id),
    generation,
    language,
    list,
    host: new URL(address).hostname,
    site: store.known ? store.site : null,
    day: ownDay(now),
    fields: page.page === null ? missingFields(page) : fieldHealth(page),
  };
}

function storedPage(row: ReadingRow, store: StoreRow | undefined, context: Context): HealthPage {
  const { language } = context;
  const fields = Object.entries(row.fields).map(([field, note]) => ({ ...note, field }) as FieldHealth);
  const [marketplace = '', site = '', seller = ''] = row.store.split('|');
  return {
    key: `${row.store} ${row.page}`,
    tab: null,
    marketplace: marketplaceOf(row.page) ?? marketplaces[0],
    name: pageName(row.page, language),
    store: storeName(store?.sellerName ?? store?.sellerId ?? seller, marketplace, site, language),
    day: day(language, row.day),
    line: healthLine(fields, row, language),
    fellBack: fellBackLine(fields, language),
    lost: [],
    fields: presentFields({ ...row, fields }, context, () => null),
    diagnosis: diagnosis({ ...row, candidates: [row.page], site, fields }),
  };
}
