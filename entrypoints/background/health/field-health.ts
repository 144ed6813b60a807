import { PAGE_RECORD, type Reading } from '../../console.content/reading/reading.ts';
import { inLanguage } from '../consoles/languages.ts';
import { nameOf } from '../consoles/prepared.ts';
import { fieldsOf, type PageField, readerOf } from '../page/page-fields.ts';
import type { TabPage } from '../page/tabs.ts';
import type { FieldHealth, Seen, Way } from '../rows/field-health.ts';

/** Begins the name of a locator that the seller taught. */
export const TAUGHT = 'taught:';

type HealthOf = Pick<TabPage, 'page' | 'generation' | 'language' | 'records'>;

/** How a recognised page was read, field by field in the reader's order; fields that its reader does not have are left out. */
export function fieldHealth(page: HealthOf): readonly FieldHealth[] {
  const reader = page.page === null ? null : readerOf(page.page);
  if (!reader) return [];
  return fieldsOf(reader).flatMap((field) => {
    const readings = readingsOf(field, page);
    if (readings.length === 0) return [];
    const read = readings.filter(({ state }) => state === 'read');
    const of = readings.filter(({ state }) => state !== 'absent').length;
    const via = read[0]?.state === 'read' ? read[0].via : null;
    const found = seenOf(field, readings, page);
    return [
      {
        field: field.name,
        place: field.place,
        state: stateOf(readings),
        read: read.length,
        of,
        way: wayOf(field, via, page),
        ...(found.length > 0 ? { found } : {}),
      },
    ];
  });
}

function readingsOf({ name, place }: PageField, { records }: HealthOf): readonly Reading[] {
  return [...records].flatMap(([key, { fields }]) => {
    const reading = (key === PAGE_RECORD) === (place === 'page') ? fields[name] : undefined;
    return reading ? [reading] : [];
  });
}

function stateOf(readings: readonly Reading[]): FieldHealth['state'] {
  for (const reading of readings) if (reading.state === 'unreadable') return reading.reason;
  return readings.some(({ state }) => state === 'read') ? 'read' : 'absent';
}

function seenOf(field: PageField, readings: readonly Reading[], page: HealthOf): readonly Seen[] {
  const ambiguous = readings.find((reading) => reading.state === 'unreadable' && reading.reason === 'ambiguous');
  if (ambiguous?.state !== 'unreadable') return [];
  return (ambiguous.found ?? []).map(({ via, kind, length }) => {
    const way = wayOf(field, via, page);
    return { name: way === null ? 'other' : way.by === 'taught' ? 'taught' : way.name, kind, length };
  });
}

/** The names of a field's locators in the layout that was recognised. */
function namesOf({ name, place }: PageField, { page, generation, language }: HealthOf): readonly string[] {
  const layout = readerOf(page ?? '')?.layouts.find((one) => one.generation === generation);
  const field = (place === 'page' ? layout?.fields : layout?.rows?.fields)?.[name];
  return field ? inLanguage(field.at, language).map(nameOf) : [];
}

/** Only the names of locators that we know are told: a page's script sends the name, and a page is not trusted. */
function wayOf(field: PageField, via: string | null, page: HealthOf): Way | null {
  if (via === null) return null;
  if (via.startsWith(TAUGHT)) return { by: 'taught' };
  const names = namesOf(field, page);
  const index = names.indexOf(via);
  return index < 0 ? null : { by: 'built-in', name: via, place: index + 1, of: names.length };
}

/** Not its first way: what it is found by first is gone or never was there. */
export function isFallback(way: Way | null): boolean {
  return way?.by === 'built-in' && way.place > 1;
}
