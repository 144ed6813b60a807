import { type Marketplace, marketplaces } from '../../../rules/engine/sites.ts';
import { amazonConsole } from './amazon/console.ts';
import type { Console } from './console.ts';
import { currencyPatterns } from './currency-patterns.ts';
import type { Guide } from './guide.ts';
import { inLanguage } from './languages.ts';
import { prepared } from './prepared.ts';
import type { Reader } from './reader.ts';
import { temuConsole } from './temu/console.ts';
import { tiktokConsole } from './tiktok/console.ts';

export const consoles: { readonly [Name in Marketplace]: Console } = {
  amazon: amazonConsole,
  temu: temuConsole,
  tiktok: tiktokConsole,
};

/** Match patterns of every console, host by host: a pattern cannot leave the end of a host open. */
export const consoleMatches: readonly string[] = marketplaces.flatMap((marketplace) =>
  Object.keys(consoles[marketplace].hosts).map((host) => `https://${host}/*`),
);

/** The console a host belongs to, with the site it stands for, null where it stands for several; null for any other host. */
export function consoleOf(host: string): { readonly marketplace: Marketplace; readonly site: string | null } | null {
  const marketplace = marketplaces.find((name) => Object.hasOwn(consoles[name].hosts, host));
  return marketplace === undefined ? null : { marketplace, site: consoles[marketplace].hosts[host] ?? null };
}

/**
 * How to read the page at an address, or null when no reader knows it.
 * @param documentLanguage BCP 47 language of the page's text as its document says; empty when it does not
 */
export function guideTo(address: URL, documentLanguage: string): Guide | null {
  const found = consoleOf(address.hostname);
  if (!found) return null;
  const { readers, store } = consoles[found.marketplace];
  const matching = readers.filter((reader) => reader.matches(address)).map((reader) => pageGuide(reader, address));
  if (matching.length === 0) return null;
  const { readers: spoken, ...rest } = inLanguage({ readers: matching, store }, languageAt(address, documentLanguage));
  return {
    readers: spoken.map((reader) => ({ ...reader, layouts: reader.layouts.map(prepared) })),
    ...rest,
    currency: currencyPatterns,
  };
}

/** BCP 47 language of a console page's text: as its document says, else the one its address asks for. */
export function languageAt(address: URL, documentLanguage: string): string {
  const found = consoleOf(address.hostname);
  const parameter = found && address.searchParams.get(consoles[found.marketplace].store.localeParameter);
  return documentLanguage || parameter?.replace('_', '-') || 'en-US';
}

/** Plain data: what asks for an address is answered here. */
function pageGuide({ id, layouts, notices = [] }: Reader, address: URL): Guide['readers'][number] {
  const possible = layouts.filter(({ matches }) => matches?.(address) ?? true);
  return { id, layouts: possible.map(({ matches: _, ...layout }) => layout), notices };
}
