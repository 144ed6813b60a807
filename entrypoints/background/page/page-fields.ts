import { type FactName, isFactName } from '../../../rules/engine/facts.ts';
import type { Marketplace } from '../../../rules/engine/sites.ts';
import { consoleOf, consoles } from '../consoles/guides.ts';
import type { Field, Reader } from '../consoles/reader.ts';

/** The marketplace of a page kind: the first part of its id. */
export function marketplaceOf(page: string): Marketplace | null {
  const [name = ''] = page.split('/');
  return Object.hasOwn(consoles, name) ? (name as Marketplace) : null;
}

/** The reader of a page kind. */
export function readerOf(page: string): Reader | null {
  const marketplace = marketplaceOf(page);
  return (marketplace && consoles[marketplace].readers.find(({ id }) => id === page)) ?? null;
}

/** Readers of the pages an address may show, whether or not it does now. */
export function readersAt(address: string): readonly Reader[] {
  const url = URL.canParse(address) ? new URL(address) : null;
  const found = url && consoleOf(url.hostname);
  return url && found ? consoles[found.marketplace].readers.filter((reader) => reader.matches(url)) : [];
}

/** A field of a page kind: on the page itself, or in every row of its list. */
export interface PageField {
  readonly name: FactName;
  readonly place: 'page' | 'row';
  /** Its definitions in the layouts that have it. */
  readonly layouts: readonly Field[];
}

/** Every field of a page kind, in the order of its layouts. */
export function fieldsOf(reader: Pick<Reader, 'layouts'>): readonly PageField[] {
  const found = new Map<string, PageField & { layouts: Field[] }>();
  for (const { fields = {}, rows } of reader.layouts) {
    for (const [place, all] of [
      ['page', fields],
      ['row', rows?.fields ?? {}],
    ] as const)
      for (const [name, field] of Object.entries(all)) {
        const known = found.get(`${place} ${name}`);
        if (known) known.layouts.push(field);
        else if (isFactName(name)) found.set(`${place} ${name}`, { name, place, layouts: [field] });
      }
  }
  return [...found.values()];
}

/** A page kind's field by name, in every place it can occur. */
export function fieldNamed(page: string, name: string): readonly PageField[] {
  const reader = readerOf(page);
  return reader ? fieldsOf(reader).filter((field) => field.name === name) : [];
}

/** False for lists of texts, such as bullet points: they have no single element to point at. */
export function isTeachable({ layouts }: PageField): boolean {
  return layouts.every(({ kind }) => kind !== 'texts');
}
