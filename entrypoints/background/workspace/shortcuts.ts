import { browser } from 'wxt/browser';
import type { Shortcut } from '../messages/welcome.ts';
import type { Done } from '../messages/words.ts';
import { interfaceText } from '../present/messages.ts';
import { decisions } from '../seller/decisions.ts';
import { languageOf } from '../seller/language.ts';

/** The keyboard commands as they are set in this browser. */
export async function shortcuts(): Promise<readonly Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ name, shortcut }) => (name ? [{ name, keys: shortcut ?? '' }] : []));
}

/** Since Firefox 137; the polyfill passes it on and its types do not know it. */
interface OpensSettings {
  openShortcutSettings?(): Promise<void>;
}

/** Chromium has a page of its own for it, which Edge redirects; Firefox before 137 can only be told in words. */
export async function changeShortcuts(): Promise<Done> {
  const commands: typeof browser.commands & OpensSettings = browser.commands;
  try {
    if (commands.openShortcutSettings) await commands.openShortcutSettings();
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return { done: true };
  } catch {
    const language = languageOf(await decisions());
    return { done: false, sentence: interfaceText(language, 'shortcutsElsewhere') };
  }
}
