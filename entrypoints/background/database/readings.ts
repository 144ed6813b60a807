import type { ReadingRow } from '../rows/rows.ts';
import { database } from './database.ts';

export type { FieldNote, ReadingRow } from '../rows/rows.ts';

/** How a page kind of a store was read last; undefined for one that was never read. */
export async function readingRow(store: string, page: string): Promise<ReadingRow | undefined> {
  return (await database()).get('readings', [store, page]);
}

/** How every page kind of every store was read last. */
export async function readingRows(): Promise<ReadingRow[]> {
  return (await database()).getAll('readings');
}

/** Changes how a page kind was read, in one transaction; `edit` gives back null when there is nothing to write. */
export async function changeReadingRow(
  store: string,
  page: string,
  edit: (before: ReadingRow | undefined) => ReadingRow | null,
): Promise<void> {
  const transaction = (await database()).transaction('readings', 'readwrite', { durability: 'relaxed' });
  const row = edit(await transaction.store.get([store, page]));
  if (row) await transaction.store.put(row);
  await transaction.done;
}
