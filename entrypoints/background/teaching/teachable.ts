import { fieldsOf, type PageField, readersAt } from '../page/page-fields.ts';
import type { TabPage } from '../page/tabs.ts';

/** A field that a tab's page may have, with the page kind. */
export interface TeachablePlace {
  readonly page: string;
  readonly field: PageField;
}

/**
 * The fields a tab's page may have. Of a page that was not recognised they are those of the pages its address may be, as
 * far as they stand on the page itself: without its list nothing can be said of a row.
 */
export function placesOn({ page, address }: Pick<TabPage, 'page' | 'address'>): readonly TeachablePlace[] {
  return readersAt(address)
    .filter(({ id }) => page === null || id === page)
    .flatMap((reader) => fieldsOf(reader).map((field) => ({ page: reader.id, field })))
    .filter(({ field }) => page !== null || field.place === 'page');
}
