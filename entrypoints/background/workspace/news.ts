import { browser } from 'wxt/browser';
import { version } from '../../../package.json';
import type { News } from '../messages/welcome.ts';
import type { Done } from '../messages/words.ts';

/** The version whose news the seller has seen, in the browser's storage. */
const KEY = 'newsRead';

/** Without a version there is nothing to tell: the extension was just installed, or its data deleted. */
export async function news(): Promise<News> {
  const { [KEY]: read } = await browser.storage.local.get(KEY);
  return { version, unread: typeof read === 'string' && read !== version };
}

export async function readNews(): Promise<Done> {
  await browser.storage.local.set({ [KEY]: version });
  return { done: true };
}
