import type { Guide } from '../../entrypoints/background/consoles/guide.ts';
import type { OpenPage } from '../../entrypoints/console.content/reading/page.ts';
import { ReadPage } from '../../entrypoints/console.content/reading/read-page.ts';
import type { RecordReading } from '../../entrypoints/console.content/reading/reading.ts';

/** Opens a page for reading as the content script does. */
export function openPage(document: Document, address: URL, guide: Guide): OpenPage {
  return new ReadPage(document, address, guide);
}

/** Every record of a page, read in one go. */
export function recordsOf(page: OpenPage): RecordReading[] {
  return [...page.records()].filter((record) => record !== null);
}
