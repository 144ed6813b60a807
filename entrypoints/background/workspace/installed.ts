import { browser } from 'wxt/browser';
import { readNews } from './news.ts';

/** After the very first installation the welcome page opens. Updates open nothing: what is new waits as a link. */
export async function installed(reason: string): Promise<void> {
  if (reason !== 'install') return;
  await readNews();
  await browser.tabs.create({ url: browser.runtime.getURL('/workspace.html#/welcome' as never) });
}
