import type { ReadingRow } from '../rows/rows.ts';
import { database } from './database.ts';

export type { FieldNote, ReadingRow } from '../rows/rows.ts';

/** How a shop's page kind was last read; undefined if never. */
export async function readingRow(store: string, page: string): Promise<ReadingRow | undefined> {
  return (await database()).get('readings', [store, page]);
}

/** How every page kind of every shop was last read. */
export async function readingRows(): Promise<ReadingRow[]> {
  return (await database()).getAll('readings');
}

/** Updates how a page kind was read, in one transaction; `edit` returns null if there is nothing to write. */
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
