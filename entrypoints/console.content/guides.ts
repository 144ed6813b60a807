import { amazonReaders } from './amazon/readers.ts';
import { amazonHosts, amazonStore } from './amazon/store.ts';
import { inLanguage } from './languages.ts';
import type { Guide } from './reading/guide.ts';
import type { Reader } from './reading/reader.ts';

/** Match patterns of every console, host by host: a pattern cannot leave the end of a host open. */
export const consoleMatches: readonly string[] = Object.keys(amazonHosts).map((host) => `https://${host}/*`);

/** The site a console's host stands for, null where it stands for several; undefined for any other host. */
export function siteOfHost(host: string): string | null | undefined {
  return Object.hasOwn(amazonHosts, host) ? amazonHosts[host] : undefined;
}

/**
 * How to read the page at an address, or null when no reader knows it.
 * @param documentLanguage BCP 47 language of the page's text as its document says; empty when it does not
 */
export function guideTo(address: URL, documentLanguage: string): Guide | null {
  if (siteOfHost(address.hostname) === undefined) return null;
  const asked = address.searchParams.get(amazonStore.localeParameter)?.replace('_', '-');
  const language = documentLanguage || asked || 'en-US';
  const readers = amazonReaders.filter((reader) => reader.matches(address)).map(pageGuide);
  return readers.length > 0 ? inLanguage({ readers, store: amazonStore }, language) : null;
}

function pageGuide({ id, layouts, notices = [] }: Reader): Guide['readers'][number] {
  return { id, layouts, notices };
}
