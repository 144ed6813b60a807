import type { FactName } from '../../../rules/engine/facts.ts';
import { PAGE_RECORD, type Reading } from '../../console.content/reading/reading.ts';
import { fieldHealth, isFallback, TAUGHT } from '../health/field-health.ts';
import type { HealthField } from '../messages/health.ts';
import type { PageHealth } from '../messages/overview.ts';
import type { Language } from '../messages/words.ts';
import { isTeachable, type PageField } from '../page/page-fields.ts';
import type { TabPage } from '../page/tabs.ts';
import type { FieldHealth, Seen, Way } from '../rows/field-health.ts';
import { type TaughtField, taughtFor } from '../teaching/taught-fields.ts';
import { placesOn } from '../teaching/teachable.ts';
import { isWithoutValue, withoutValue } from '../understanding/without-value.ts';
import { factHeading, type InterfaceText, interfaceText } from './messages.ts';
import { pageName, rowsName } from './pages.ts';
import { foundBy, foundByName } from './taught.ts';
import { shownFact, together } from './values.ts';

/** Most fields shown of a page's reading, unreadable ones first. */
const MOST_FIELDS = 200;

type Shown = PageHealth['fields'][number];

/** What is shown of a page besides its fields. */
export interface HealthContext {
  readonly language: Language;
  /** ISO 4217 code of the shop's prices. */
  readonly currency: string;
  readonly taught: readonly TaughtField[];
}

/** How well a page was read, per record; fields absent from it count neither way. */
export function presentHealth(page: TabPage, context: HealthContext): Omit<PageHealth, 'diagnosis'> {
  return page.page === null ? expectedFields(page, context) : readFields(page, context);
}

function readFields(page: TabPage, context: HealthContext): Omit<PageHealth, 'diagnosis'> {
  const { language } = context;
  const readings = [...page.records].flatMap(([record, { fields }]) =>
    Object.entries(fields).map(([field, reading]) => ({ record, field, reading })),
  );
  const count = (state: Reading['state']) =>
    readings.filter(({ reading }) => reading.state === state && !withoutValue(reading)).length;
  const [read, unreadable] = [count('read'), count('unreadable')];
  const total = read + unreadable;
  const order: readonly Reading['state'][] = ['unreadable', 'read', 'absent'];
  const sorted = readings.sort((a, b) => order.indexOf(a.reading.state) - order.indexOf(b.reading.state));
  const offered = new Set<string>();
  const ways = new Map(fieldHealth(page).map(({ place, field, way }) => [`${place} ${field}`, way]));
  const canTeach = teachable(page);
  return {
    line: readLine(read, total, page, language),
    recognised: true,
    fields: sorted.slice(0, MOST_FIELDS).map(({ record, field, reading }): Shown => {
      const place = record === PAGE_RECORD ? 'page' : 'row';
      // A field shown in one row counts for all rows.
      const isLost = reading.state !== 'read' && !withoutValue(reading);
      const teach = isLost && canTeach.has(`${place} ${field}`) && !offered.has(`${place} ${field}`);
      if (teach) offered.add(`${place} ${field}`);
      return {
        record,
        field,
        label: factHeading(language, field),
        state: interfaceText(
          language,
          stateText(reading.state === 'unreadable' ? reading.reason : reading.state, reading),
        ),
        ...viaOf(page, field, reading, context),
        note: fallbackNote(ways.get(`${place} ${field}`) ?? null, language),
        shown:
          reading.state === 'read'
            ? shownFact(language, field, reading.value, reading.currency ?? context.currency)
            : '',
        unreadable: reading.state === 'unreadable' && isLost,
        teach,
      };
    }),
  };
}

/** Fields expected on an unrecognised page, so that the seller can point one out. */
function expectedFields(page: TabPage, { language }: HealthContext): Omit<PageHealth, 'diagnosis'> {
  const places = placesOn(page).filter(({ field }) => isTeachable(field));
  const several = new Set(places.map((place) => place.page)).size > 1;
  return {
    line: interfaceText(language, 'healthUnknownPage', { total: places.length }),
    recognised: false,
    fields: places.map((place) => ({
      record: PAGE_RECORD,
      field: place.field.name,
      label: factHeading(language, place.field.name),
      state: interfaceText(language, 'stateNotFound'),
      via: '',
      note: several ? pageName(place.page, language) : '',
      taught: false,
      shown: '',
      unreadable: true,
      teach: true,
    })),
  };
}

function teachable(page: Pick<TabPage, 'page' | 'address'>): ReadonlySet<string> {
  return new Set(
    placesOn(page)
      .filter(({ field }) => isTeachable(field))
      .map(({ field }) => nameInPlace(field)),
  );
}

function nameInPlace({ place, name }: Pick<PageField, 'place' | 'name'>): string {
  return `${place} ${name}`;
}

function viaOf(
  page: Pick<TabPage, 'page' | 'language'>,
  field: string,
  reading: Reading,
  context: HealthContext,
): Pick<Shown, 'via' | 'taught'> {
  if (reading.state !== 'read') return { via: '', taught: false };
  const taught = reading.via.startsWith(TAUGHT);
  return { via: taught ? taughtVia(page, field, context) : reading.via, taught };
}

/** "taught: the field labelled “Discount”" */
function taughtVia(
  { page, language: pageLanguage }: { readonly page: string | null; readonly language: string },
  field: string,
  { taught, language }: Pick<HealthContext, 'taught' | 'language'>,
): string {
  const own = taughtFor(taught, page ?? '', pageLanguage).find((one) => one.field === field);
  const found = own ? foundBy(own.locator, language) : '';
  return interfaceText(language, own ? 'viaTaught' : 'viaTaughtGone', { found });
}

function stateText(state: FieldHealth['state'], reading?: Reading): InterfaceText {
  if (reading?.state === 'read' && reading.value === null) return 'stateEmpty';
  return states[state];
}

const states = {
  read: 'stateRead',
  absent: 'stateAbsent',
  'not-found': 'stateNotFound',
  ambiguous: 'stateAmbiguous',
  unparsable: 'stateUnparsable',
  'not-hydrated': 'stateNotHydrated',
  range: 'stateRange',
  'not-given': 'stateNotGiven',
} as const satisfies Record<FieldHealth['state'], InterfaceText>;

/** A page as the diagnosis shows it, open or stored. */
export interface HealthOf {
  readonly page: string;
  readonly language: string;
  readonly fields: readonly FieldHealth[];
}

/** Each field of a page kind once, however many rows have it; unreadable fields first. */
export function presentFields(
  of: HealthOf,
  context: Pick<HealthContext, 'taught' | 'language'>,
  recordFor: (field: FieldHealth) => string | null,
): readonly HealthField[] {
  const { language } = context;
  const level = ({ state }: FieldHealth) => {
    if (state === 'read' || state === 'absent') return state;
    return isWithoutValue(state) ? 'absent' : 'unreadable';
  };
  const order: readonly HealthField['level'][] = ['unreadable', 'read', 'absent'];
  return of.fields
    .toSorted((a, b) => order.indexOf(level(a)) - order.indexOf(level(b)))
    .map((health) => ({
      field: health.field,
      label: factHeading(language, health.field),
      state: rowsRead(health, language),
      level: level(health),
      via: health.found ? seenText(health.found, language) : wayText(health.way, of, health.field, context),
      note: fallbackNote(health.way, language),
      teach: level(health) === 'read' ? null : recordFor(health),
    }));
}

function rowsRead({ place, state, read, of }: FieldHealth, language: Language): string {
  const text = interfaceText(language, states[state]);
  if (place === 'page' || of < 2) return text;
  return state === 'read'
    ? interfaceText(language, 'stateInRows', { read, of })
    : interfaceText(language, 'stateNotInRows', { state: text, read, of });
}

function wayText(
  way: Way | null,
  of: HealthOf,
  field: FactName,
  context: Pick<HealthContext, 'taught' | 'language'>,
): string {
  if (!way) return '';
  return way.by === 'taught' ? taughtVia(of, field, context) : foundByName(way.name, context.language);
}

/** Names of all locators that disagreed. */
function seenText(found: readonly Seen[], language: Language): string {
  const names = found.map(({ name }) => name).filter((name) => name !== 'other' && name !== 'taught');
  return together(
    language,
    [...new Set(names)].map((name) => foundByName(name, language)),
  );
}

function fallbackNote(way: Way | null, language: Language): string {
  if (way?.by !== 'built-in' || !isFallback(way)) return '';
  return interfaceText(language, 'wayFallback', { place: way.place, of: way.of });
}

/** What a line about a page's reading says besides its fields. */
type Lined = Pick<TabPage, 'page' | 'list'>;

/** "9 of 11 fields read"; counts fields, not records. */
export function healthLine(fields: readonly FieldHealth[], page: Lined, language: Language): string {
  const here = fields.filter(({ state }) => state !== 'absent' && !isWithoutValue(state));
  return readLine(here.filter(({ state }) => state === 'read').length, here.length, page, language);
}

/** A page whose list was not read never counts as fully read. */
function readLine(read: number, total: number, { page, list }: Lined, language: Language): string {
  const what = rowsName(page, language);
  const isUnread = list === 'none' || list === 'lost';
  if (total === 0 && list === 'empty') return interfaceText(language, 'healthEmpty', { what });
  if (total === 0) return interfaceText(language, isUnread ? 'healthNoRows' : 'healthNothing', { what });
  if (!isUnread) return interfaceText(language, 'health', { read, total });
  const fields = interfaceText(language, read === total ? 'healthSome' : 'health', { read, total });
  return interfaceText(language, 'healthWithoutRows', { fields, what });
}

/** "2 fields were not found in their usual place." */
export function fellBackLine(fields: readonly FieldHealth[], language: Language): string {
  const count = fields.filter(({ way }) => isFallback(way)).length;
  return count === 0 ? '' : interfaceText(language, 'fellBack', { count });
}
