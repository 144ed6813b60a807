import { browser } from 'wxt/browser';
import type { Done } from './api.ts';
import { decisions } from './decisions.ts';
import { languageOf } from './language.ts';
import { interfaceText } from './present/messages.ts';
import { findingsOf, tabPage } from './tabs.ts';

/** Opens the workspace, in a new tab, at the listing of a finding on a tab's page, with that finding open. */
export async function openListing(tab: number, finding: string): Promise<Done> {
  const page = await tabPage(tab);
  const found = page && findingsOf(page).find(({ id }) => id === finding);
  const [listing] = found?.listings ?? [];
  if (!page?.store.known || !found || !listing) {
    const language = languageOf(await decisions());
    return { done: false, sentence: interfaceText(language, found ? 'listingUnknown' : 'findingGone') };
  }
  const place = [page.store.key, listing.listing, found.rule].map(encodeURIComponent).join('/');
  await browser.tabs.create({ url: browser.runtime.getURL(`/workspace.html#/listing/${place}` as never) });
  return { done: true };
}
