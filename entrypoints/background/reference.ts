import { browser } from 'wxt/browser';
import { allRules } from '../../rules/index.ts';
import type { Done, Language } from './api.ts';
import { decisions } from './decisions.ts';
import { languageOf } from './language.ts';
import { Refusal } from './senders.ts';

/** Whether the reference tells of a rule: of every one that comes with the extension. */
export function isInReference(rule: string): boolean {
  return allRules.some(({ id }) => id === rule);
}

/** Where the reference tells of a rule, as a path within the extension. */
export function referencePath(rule: string, language: Language): string {
  const [marketplace, anchor] = rule.split('/');
  return `/reference/${language}/${marketplace}.html#${anchor}`;
}

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
