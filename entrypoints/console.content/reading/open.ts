import type { Guide } from './guide.ts';
import type { OpenPage } from './page.ts';
import { ReadPage } from './read-page.ts';

/** Opens a console page for reading, as the guide for its address says. */
export function openPage(document: Document, address: URL, guide: Guide): OpenPage {
  return new ReadPage(document, address, guide);
}
