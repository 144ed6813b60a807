import { beforeEach, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Sender } from '../../entrypoints/background/messages/senders.ts';
import { forgetDecisions } from '../../entrypoints/background/seller/decisions.ts';

const ORIGIN = 'chrome-extension://test-extension-id';

/** The tab of the test that runs; no other test has had it. */
export let tab = 0;

/** Before each test of the file a worker that has just begun, with nothing stored, in an English browser. */
export function freshWorker(): void {
  beforeEach(() => {
    fakeBrowser.reset();
    forgetDecisions();
    tab += 1;
    vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `${ORIGIN}${path}`);
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-US');
  });
}

/** A console's page in the tab. */
export const pageAt = (url: string): Sender => ({ id: browser.runtime.id, url, frameId: 0, tab: { id: tab } });

/** A page of the extension's own. */
export const ownPage: Sender = { id: 'test-extension-id', url: `${ORIGIN}/workspace.html` };
