import { browser } from 'wxt/browser';
import type { Done } from '../messages/words.ts';

/** Opens the workspace, in a new tab, where reports are imported. */
export async function openImports(): Promise<Done> {
  await browser.tabs.create({ url: browser.runtime.getURL('/workspace.html#/imports' as never) });
  return { done: true };
}
