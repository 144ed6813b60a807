import { browser } from 'wxt/browser';
import type { Marketplace, Site } from '../../../rules/engine/sites.ts';
import { consoleAddress } from '../consoles/console-address.ts';

/** A message refused because of its sender or content. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** The relevant facts about a message's sender. Filled in by the browser, not by the sender. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

/** A console page, as vouched for by the browser. */
export interface ConsoleSender {
  readonly tab: number;
  readonly address: string;
  readonly marketplace: Marketplace;
  /** The site the host belongs to; null if it serves several. */
  readonly hostSite: Site | null;
}

/**
 * The console page a message comes from: our content script, in the top frame of a tab, on one of the documented hosts.
 * @throws Refusal for any other sender
 */
export function consoleSender(sender: Sender): ConsoleSender {
  if (sender.id !== browser.runtime.id) throw new Refusal('The message does not come from this extension.');
  const tab = sender.tab?.id;
  if (tab === undefined || sender.frameId !== 0) throw new Refusal('The message does not come from a page in a tab.');
  const found = consoleAddress(sender.url);
  if (!found) throw new Refusal('The message does not come from a seller console.');
  return { tab, address: found.url.href, marketplace: found.marketplace, hostSite: found.site };
}

/** Whether the sender is one of the extension's own pages. */
export function isExtensionPage(sender: Sender): boolean {
  const own = browser.runtime.getURL('/' as never);
  return sender.id === browser.runtime.id && (sender.url?.startsWith(own) ?? false);
}

/**
 * Accepts messages from the extension's own pages only, never from a console page.
 * @throws Refusal for any other sender
 */
export function extensionPage(sender: Sender): void {
  if (isExtensionPage(sender)) return;
  throw new Refusal('The message does not come from a page of this extension.');
}
