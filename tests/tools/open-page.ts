import * as extras from '../../entrypoints/console.content/reading/extras.ts';
import { type Guide, needsExtras } from '../../entrypoints/console.content/reading/guide.ts';
import { openPage as open } from '../../entrypoints/console.content/reading/open.ts';
import type { OpenPage } from '../../entrypoints/console.content/reading/page.ts';
import type { RecordReading } from '../../entrypoints/console.content/reading/reading.ts';

/**
 * Opens a page for reading as the content script does: with the extras where the guide asks for them.
 * @param hasExtras false: as where the second file of the content script is missing
 */
export function openPage(document: Document, address: URL, guide: Guide, hasExtras = true): OpenPage {
  return open(document, address, guide, hasExtras && needsExtras(guide) ? extras : null);
}

/** Every record of a page, read in one go. */
export function recordsOf(page: OpenPage): RecordReading[] {
  return [...page.records()].filter((record) => record !== null);
}
