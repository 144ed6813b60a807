import type { Guide } from './guide.ts';
import type { Extras, OpenPage } from './page.ts';
import { ReadPage } from './read-page.ts';

/**
 * Opens a console page for reading, as the guide for its address says.
 * @param extras not null where {@link needsExtras} says so of the guide
 */
export function openPage(document: Document, address: URL, guide: Guide, extras: Extras | null): OpenPage {
  return new ReadPage(document, address, guide, extras);
}
