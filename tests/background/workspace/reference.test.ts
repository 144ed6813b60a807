import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Sender } from '../../../entrypoints/background/messages/senders.ts';
import { route } from '../../../entrypoints/background/router.ts';
import { forgetDecisions } from '../../../entrypoints/background/seller/decisions.ts';

const now = new Date('2026-11-20T18:00:00Z');
const rule = 'amazon/coupon-price-above-was';
const opened = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  forgetDecisions();
  opened.mockReset();
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://test-extension-id${path}`);
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-US');
  vi.spyOn(browser.tabs, 'create').mockImplementation(opened);
});

const page: Sender = {
  id: 'test-extension-id',
  url: 'https://sellercentral.amazon.com/abis/listing/edit',
  frameId: 0,
  tab: { id: 1 },
};
const popup: Sender = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' };
const workspace: Sender = { ...popup, url: 'chrome-extension://test-extension-id/workspace.html', tab: { id: 2 } };

const ask = (sender: Sender, asked = rule) => route({ kind: 'open-rule', rule: asked }, sender, now);

test.each([
  ['a console', page],
  ['the popup', popup],
  ['a page of ours in a tab', workspace],
])('%s opens the reference at a rule', async (_name, sender) => {
  expect(await ask(sender)).toEqual({ done: true });
  expect(opened.mock.calls).toEqual([
    [{ url: 'chrome-extension://test-extension-id/reference/en/amazon.html#coupon-price-above-was' }],
  ]);
});

test('it opens in the language the seller chose', async () => {
  await route({ kind: 'set-language', language: 'zh-CN' }, popup, now);
  await ask(page);
  expect(opened.mock.calls[0]?.[0].url).toContain('/reference/zh-CN/amazon.html#coupon-price-above-was');
});

test.each(['amazon/no-such-rule', '../popup', 'own/1', 'amazon', ''])('nothing is opened for “%s”', async (asked) => {
  await expect(ask(page, asked)).rejects.toThrow(/There is no check|not understood/);
  expect(opened).not.toHaveBeenCalled();
});

test.each([
  ['another site', { ...page, url: 'https://example.com/' }],
  ['a frame within a console', { ...page, frameId: 3 }],
  ['another extension', { ...popup, id: 'other' }],
])('nothing is opened for %s', async (_name, sender) => {
  await expect(ask(sender)).rejects.toThrow(/does not come from/);
  expect(opened).not.toHaveBeenCalled();
});
