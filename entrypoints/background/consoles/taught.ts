import type { FactName } from '../../../rules/engine/facts.ts';
import { labelKey } from '../../console.content/reading/text.ts';
import type { Guide, PageGuide } from './guide.ts';
import { nameOf } from './prepared.ts';
import type { Field, FieldLocator, Fields, Layout, Locator } from './reader.ts';

/** A field that the seller pointed at on a kind of page. */
export interface Taught {
  readonly page: string;
  readonly field: FactName;
  readonly locator: Locator;
}

/** Whether a locator finds a field of the page itself, or one within each row. */
export type Fits = (place: 'page' | 'row', locator: Locator) => boolean;

/**
 * A guide that looks for taught fields first. A taught field of the page also proves its page kind, after everything
 * else: it is tried when no documented landmark of any kind is there, so that it repairs a layout that is not known.
 */
export function withTaught(guide: Guide, taught: readonly Taught[], fits: Fits): Guide {
  if (taught.length === 0) return guide;
  const { readers } = guide;
  const repaired = readers.map((reader) => ({ ...reader, layouts: reader.layouts.map(repair(reader, taught, fits)) }));
  return { ...guide, readers: [...repaired, ...repaired.flatMap((reader) => proved(reader, taught, fits))] };
}

function repair({ id }: PageGuide, taught: readonly Taught[], fits: Fits): (layout: Layout) => Layout {
  const own = taught.filter(({ page }) => page === id);
  const on = (place: 'page' | 'row', fields: Fields) =>
    inFront(
      fields,
      own.filter(({ locator }) => fits(place, locator)),
    );
  return (layout) => ({
    ...layout,
    ...(layout.fields ? { fields: on('page', layout.fields) } : {}),
    ...(layout.rows ? { rows: { ...layout.rows, fields: on('row', layout.rows.fields) } } : {}),
  });
}

function inFront(fields: Fields, taught: readonly Taught[]): Fields {
  const found: { [name: string]: Field } = { ...fields };
  for (const { field, locator } of taught.toReversed()) {
    const known = fields[field] && found[field];
    if (known) found[field] = { ...known, at: [marked(locator), ...known.at] };
  }
  return found;
}

/** As the reading takes it: its words are label keys, of the one language that the guide is in. */
function marked(locator: Locator): FieldLocator {
  const words = 'words' in locator && locator.words ? Object.values(locator.words).flat() : null;
  const taught = { ...locator, ...(words ? { words: { '': words.map(labelKey) } } : {}), taught: true } as FieldLocator;
  return { ...taught, via: nameOf(taught) };
}

/** The page kind as a taught field proves it: by the first layout that has the field. */
function proved(reader: PageGuide, taught: readonly Taught[], fits: Fits): PageGuide[] {
  const own = taught.filter(({ page, locator }) => page === reader.id && fits('page', locator));
  const layout = reader.layouts.find(({ fields }) => own.some(({ field }) => fields?.[field]));
  if (!layout) return [];
  const landmarks = own.filter(({ field }) => layout.fields?.[field]).map(({ locator }) => ({ at: marked(locator) }));
  return [{ ...reader, layouts: [{ ...layout, landmarks }] }];
}
