import { expect, test } from '@playwright/test';
import { browser, launchForEachTest, show } from '../tools/each-test.ts';
import { clickButton, clickInOverlay, overlayText, readOverlay, waitForOverlay } from '../tools/overlay.ts';

// A decision that could not be kept is no decision: the card stays and says so.

launchForEachTest();

declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };

test('a full storage: the card says in a sentence that can be seen that the decision was not kept', async () => {
  const page = await show('amazon/listing-editor/gen2-offer-en-us');
  await browser.judged(page);
  await browser.control.evaluate(async () => {
    for (let part = 0, size = 400_000; part < 400 && size > 4; part += 1)
      await chrome.storage.local.set({ [`fill${part}`]: 'x'.repeat(size) }).catch(() => {
        size = Math.floor(size / 2);
      });
  });
  await clickInOverlay(page, 'note-button');
  await waitForOverlay(page, ({ card }) => card !== '');
  await page.waitForTimeout(500);
  await clickButton(page, 'Turn this check off');
  await expect.poll(() => overlayText(page, 'detail-refusal')).toContain('could not be saved');
  const { status, card } = await readOverlay(page);
  expect(status).toContain('could not be saved');
  expect(card).not.toBe('');
  expect((await browser.overview(page)).decisions).toEqual([]);
});
