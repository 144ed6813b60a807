import { browser } from 'wxt/browser';
import { catalogueRowsWithCode } from '../database/catalogue-query.ts';
import type { Done } from '../messages/words.ts';
import { currentPage } from '../page/current-page.ts';
import type { PageFinding } from '../page/findings.ts';
import { findingsOf } from '../page/tabs.ts';
import { interfaceText } from '../present/messages.ts';
import { codeOf, isCode } from '../rows/listing-identity.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';

/** Opens the workspace in a new tab, at the listing of a finding on a tab's page, with that finding expanded. */
export async function openListing(tab: number, finding: string): Promise<Done> {
  const page = await currentPage(tab);
  const found = page && findingsOf(page).find(({ id }) => id === finding);
  const listing = page?.store.known ? await listingOf(page.store.key, found) : null;
  if (!page?.store.known || !found || listing === null) {
    const language = languageOf(await decisions());
    return { done: false, sentence: interfaceText(language, found ? 'listingUnknown' : 'findingGone') };
  }
  const place = [page.store.key, listing, found.rule].map(encodeURIComponent).join('/');
  await browser.tabs.create({ url: browser.runtime.getURL(`/workspace.html#/listing/${place}` as never) });
  return { done: true };
}

/**
 * The stored listing of a finding. A finding identified only by a seller's code may belong to a listing another page
 * has shown.
 */
async function listingOf(store: string, finding: PageFinding | null | undefined): Promise<string | null> {
  const [first] = finding?.listings ?? [];
  if (!first || !isCode(first.listing)) return first?.listing ?? null;
  const rows = await catalogueRowsWithCode(codeOf(first.listing)).catch(() => []);
  const own = rows.filter((row) => row.store === store);
  return own.length === 1 ? (own[0]?.listing ?? null) : null;
}
