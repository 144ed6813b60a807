import type { Marketplace } from '../../../rules/engine/sites.ts';
import type { StoredRow } from '../rows/rows.ts';
import { consoleOf } from './guides.ts';

/** An address on one of the consoles, with what its host says. */
export interface ConsoleAddress {
  readonly url: URL;
  readonly marketplace: Marketplace;
  /** The site the host stands for; null where it stands for several. */
  readonly site: string | null;
}

/** The address of a page on a documented console's host, over https at its usual port; null for any other. */
export function consoleAddress(address: unknown): ConsoleAddress | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const url = new URL(address);
  const found = url.protocol === 'https:' && url.port === '' ? consoleOf(url.hostname) : null;
  return found && { url, ...found };
}

/**
 * What a link to a stored page leads to, in the form in which the browser takes it; null where it is not a console's. The
 * database may hold whatever somebody wrote into a backup: every link to a stored address is made here.
 */
export function consoleLink(stored: unknown): string | null {
  const found = consoleAddress(stored);
  if (found?.url.username !== '' || found.url.password !== '') return null;
  return found.url.href;
}

/** A row of a backup; an address in it that is not a console's is left out. */
export function withoutForeignAddress(stored: StoredRow): StoredRow {
  const [name, row, ...key] = stored;
  if (typeof row !== 'object' || row === null || !('address' in row) || row.address === '') return stored;
  return consoleLink(row.address) === null ? [name, { ...row, address: '' }, ...key] : stored;
}
