import { version } from '../../../package.json';
import type { ListState } from '../../console.content/reading/reading.ts';
import { consoleOf } from '../consoles/guides.ts';
import { inLanguage } from '../consoles/languages.ts';
import { nameOf } from '../consoles/prepared.ts';
import { fieldNamed, readerOf } from '../page/page-fields.ts';
import type { FieldHealth, Seen } from '../rows/field-health.ts';

/** A page, as far as a diagnosis may tell of it. */
export interface Diagnosed {
  /** Page kind; null when it was not recognised. */
  readonly page: string | null;
  /** Page kinds that its address may be. */
  readonly candidates: readonly string[];
  readonly generation: string | null;
  readonly language: string;
  readonly host: string;
  /** Null while the store is not known. */
  readonly site: string | null;
  /** ISO day. */
  readonly day: string;
  readonly list?: ListState | undefined;
  readonly fields: readonly Omit<FieldHealth, 'place'>[];
}

/**
 * What whoever repairs the reading needs to know, as plain text in English. Holds what we wrote ourselves and counts, and
 * nothing that a page says: no value, no listing, no seller, no path and no query of an address.
 */
export function diagnosis(page: Diagnosed): string {
  const { fields, day } = page;
  const read = fields.filter(({ state }) => state === 'read').length;
  const absent = fields.filter(({ state }) => state === 'absent').length;
  return [
    `Preflight ${version}, reading of ${day}`,
    `page: ${pageLine(page)}`,
    `console: ${consoleOf(page.host) ? page.host : 'other'}, site ${page.site ?? 'unknown'}, language ${tag(page.language)}`,
    `read ${read} of ${fields.length - absent} fields, ${absent} absent`,
    ...(page.list && page.list !== 'read' ? [`list: ${listLines[page.list]}`] : []),
    ...fields.map((field) => `${field.field}: ${fieldLine(field, page)}`),
    '',
  ].join('\n');
}

const listLines = {
  empty: 'empty, as the page says',
  none: 'no rows found',
  lost: 'rows stand there, none was read',
} as const satisfies Record<Exclude<ListState, 'read'>, string>;

function pageLine({ page, candidates, generation }: Diagnosed): string {
  if (page === null) return `not recognised; its address may be ${candidates.join(', ') || 'none'}`;
  const known = readerOf(page)?.layouts.some((layout) => layout.generation === generation);
  return generation !== null && known ? `${page}, layout ${generation}` : page;
}

function fieldLine({ field, state, read, of, way, found }: Diagnosed['fields'][number], page: Diagnosed): string {
  const rows = of > 1 ? ` in ${read} of ${of}` : '';
  if (way?.by === 'taught') return `${state}${rows}, taught`;
  if (way && !found) return `${state}${rows}, ${way.name} (way ${way.place} of ${way.of})`;
  if (state === 'read' || state === 'absent') return `${state}${rows}`;
  if (found?.length) return `${state}${rows}; ${found.map(seenLine).join(', ')}`;
  return `${state}${rows}; looked for by ${waysTried(field, page).join(', ') || 'nothing'}`;
}

/** "label:discount read money of 5 characters" */
function seenLine({ name, kind, length }: Seen): string {
  if (kind === 'empty' || kind === 'unreadable')
    return `${name} read ${kind === 'empty' ? 'nothing' : 'what is no value'}`;
  return `${name} read ${kind} of ${length} characters`;
}

function waysTried(field: string, { page, candidates, language }: Diagnosed): readonly string[] {
  const layouts = (page === null ? candidates : [page]).flatMap((kind) =>
    fieldNamed(kind, field).flatMap((known) => known.layouts),
  );
  return [...new Set(layouts.flatMap(({ at }) => inLanguage(at, language).map(nameOf)))];
}

/** A language tag and nothing else: the page says it. */
function tag(language: string): string {
  return /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(language) ? language : 'other';
}
