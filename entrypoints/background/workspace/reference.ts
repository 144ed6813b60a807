import { browser } from 'wxt/browser';
import { Refusal } from '../messages/senders.ts';
import type { Done } from '../messages/words.ts';
import { isInReference, referencePath } from '../present/reference-path.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';

/**
 * Opens the reference at a rule, in the seller's language.
 * @throws Refusal for what is no rule: a page could name anything
 */
export async function openRule(rule: string): Promise<Done> {
  if (!isInReference(rule)) throw new Refusal(`There is no check "${rule}".`);
  const path = referencePath(rule, languageOf(await decisions()));
  await browser.tabs.create({ url: browser.runtime.getURL(path as never) });
  return { done: true };
}
