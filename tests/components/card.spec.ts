import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { builtPage, HARNESS_ORIGIN, launchPlain, servePage } from '../popup/harness/built-page.ts';
import { axeViolations } from '../tools/axe.ts';
import type { CardHarness } from './harness/main.tsx';

declare global {
  interface Window {
    harness: CardHarness;
  }
}

// The popup draws the components with React, the overlay with Preact: both have to do the same.
for (const library of ['react', 'the overlay'] as const) {
  const test = base.extend<{ open: (search: string) => Promise<Page> }, { cards: BrowserContext }>({
    cards: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
      async ({}, use) => {
        const browser = await launchPlain();
        const context = await browser.newContext({ viewport: { width: 360, height: 900 } });
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: HARNESS_ORIGIN });
        await servePage(context, await builtPage(`${import.meta.dirname}/harness`, library === 'the overlay'));
        await use(context);
        await browser.close();
      },
      { scope: 'worker' },
    ],
    open: async ({ cards }, use) => {
      const page = await cards.newPage();
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await use(async (search) => {
        await page.goto(`${HARNESS_ORIGIN}/?${search}`);
        await expect(page.getByRole('article')).toBeVisible();
        return page;
      });
      await page.close();
      expect(errors).toEqual([]);
    },
  });

  test.describe(`card with ${library}`, () => {
    test('says what, how to fix it, why and how sure', async ({ open }) => {
      const page = await open('card=net');
      const card = page.getByRole('article', { name: 'Problem Coupon not far enough below the Was Price' });
      await expect(card.locator('.detail-sentence strong')).toHaveText(['26%', '$26.37']);
      await expect(card.locator('.fix-value')).toHaveText(['26%', '$26.37']);
      await expect(card.getByRole('row')).toHaveCount(4);
      await expect(card.getByRole('row', { name: /Was Price/ })).toContainText('you entered it on 19 Nov 2026');
      await expect(card.locator('dt')).toHaveText(['In force', 'Source', 'How sure', 'What we cannot see']);
      await expect(card.getByRole('link')).toHaveAttribute('rel', 'noreferrer');
      await expect(page.locator('.counts')).toHaveText(/Problem 999\+Warning 2Can’t tell yet 1/);
    });

    test('copies the plain value and says so', async ({ open }) => {
      const page = await open('card=net');
      await page.getByRole('button', { name: 'Copy Or price, at most $26.37' }).click();
      await expect(page.getByRole('button', { name: 'Copied Or price, at most $26.37' })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('26.37');
      expect(await page.evaluate(() => window.harness.announced)).toEqual(['Copied']);
    });

    test('where the site forbids copying, selects the value instead of claiming it was copied', async ({ open }) => {
      const page = await open('card=net');
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      });
      await page.getByRole('button', { name: 'Copy Discount, at least 26%' }).click();
      await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('26%');
      await expect(page.getByRole('button', { name: 'Copy Discount, at least 26%' })).toBeVisible();
      expect(await page.evaluate(() => window.harness.announced)).toEqual([]);
    });

    test('takes what the seller enters, by kind', async ({ open }) => {
      const page = await open('card=unknown');
      const entries = page.locator('form');
      await page.getByLabel('Was Price', { exact: true }).fill('1.234,56 €');
      await page.keyboard.press('Enter');
      await expect(page.getByLabel('Start date')).toHaveValue('2026-12-01');
      await page.getByLabel('Start date').fill('2026-12-24');
      await entries.nth(1).getByRole('button').click();
      await expect(page.getByLabel('Never sold before')).toHaveValue('false');
      await page.getByLabel('Never sold before').selectOption({ label: 'Yes' });
      await entries.nth(2).getByRole('button').click();
      await page.getByLabel('Kind of coupon').selectOption({ label: 'Reorder' });
      await entries.nth(3).getByRole('button').click();
      await expect
        .poll(() => page.evaluate(() => window.harness.entered))
        .toEqual([
          ['wasPrice', '1.234,56 €'],
          ['couponStart', '2026-12-24'],
          ['isNewAsin', 'true'],
          ['couponKind', 'reorder'],
        ]);
    });

    test('says why an entry was refused, at its field, until it is taken', async ({ open }) => {
      const page = await open('card=unknown');
      await page.evaluate(() => {
        window.harness.refusal = 'Enter an amount such as 24.99.';
      });
      const field = page.getByLabel('Was Price', { exact: true });
      await field.fill('abc');
      await field.press('Enter');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(/^Enter an amount such as 24\.99\./);
      await expect(field).toHaveValue('abc');
      expect(await page.evaluate(() => window.harness.announced)).toEqual(['Enter an amount such as 24.99.']);
      await page.evaluate(() => {
        window.harness.refusal = null;
      });
      await field.fill('24.99');
      await field.press('Enter');
      await expect(field).toHaveAttribute('aria-invalid', 'false');
      await expect(page.getByText('Enter an amount')).toHaveCount(0);
    });

    test('offers exactly the actions it was given', async ({ open }) => {
      const page = await open('card=net');
      for (const name of ['Close', 'Rule in full', 'Ignore for this listing', 'Turn this check off'])
        await page.getByRole('button', { name, exact: true }).click();
      expect(await page.evaluate(() => window.harness.pressed)).toEqual(['close', 'rule', 'ignore', 'turn-off']);
      await open('card=unknown');
      await expect(page.getByRole('button', { name: 'Turn this check off' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Ignore for this listing' }), 'cannot be ignored').toHaveCount(0);
      await open('card=fee');
      await expect(page.getByRole('button', { name: 'Turn this check off' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Rule in full' }), 'not in the reference').toHaveCount(0);
      await open('card=unknown&bare');
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.locator('form')).toHaveCount(0);
    });

    for (const language of ['en', 'zh-CN'])
      for (const colorScheme of ['light', 'dark'] as const)
        test(`is accessible: ${language}, ${colorScheme}`, async ({ open }) => {
          for (const name of ['net', 'unknown', 'fee']) {
            const page = await open(`card=${name}&language=${language}`);
            // Colours that fade from one theme to the other would be measured half way.
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            await page.evaluate((lang) => {
              document.documentElement.lang = lang;
            }, language);
            const found = await axeViolations(page, ['main']);
            // A card is never a page of its own, so it brings no first-level heading.
            expect(found.filter((violation) => !violation.startsWith('page-has-heading-one'))).toEqual([]);
          }
        });
  });
}
