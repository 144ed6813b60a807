import { browser } from 'wxt/browser';
import type { Counts, Language } from '../messages/words.ts';
import { interfaceText } from '../present/messages.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';

// Dark enough for white text (contrast AA).
const ERROR_COLOUR = '#b3261e';
const WARNING_COLOUR = '#8a5300';

/** Shows a tab's problems on the toolbar button: the errors in red, otherwise the warnings in amber, otherwise nothing. */
export async function showBadge(tab: number, counts: Counts, language: Language): Promise<void> {
  const { error, warning } = counts;
  const shown = error > 0 ? error : warning;
  const text = shown === 0 ? '' : shown > 999 ? '999+' : String(shown);
  const title =
    shown === 0 ? interfaceText(language, 'badgeNothing') : interfaceText(language, 'badge', { error, warning });
  await quietly([
    browser.action.setBadgeText({ tabId: tab, text }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color: error > 0 ? ERROR_COLOUR : WARNING_COLOUR }),
    browser.action.setBadgeTextColor({ tabId: tab, color: '#ffffff' }),
    browser.action.setTitle({ tabId: tab, title }),
  ]);
}

/** Removes the badge from a tab that no longer shows a console page. */
export async function clearBadge(tab: number): Promise<void> {
  await showBadge(tab, { error: 0, warning: 0, info: 0, unknown: 0 }, languageOf(await decisions()));
}

/** Ignores rejections: the tab may be closed by now. */
async function quietly(calls: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(calls);
}
