import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../tools/chromium.ts';

/**
 * Moves the clock of the background, and of the script in a page, to a moment from which it goes on. In the browser
 * itself nothing moves: timers and events keep their time. A worker that is stopped begins with the true time again.
 */
export async function setClock(browser: ExtensionBrowser, moment: string, page?: Page): Promise<void> {
  await (await browser.worker()).evaluate(shiftDates, moment);
  if (page) await inOurWorld(page, browser.origin, `(${shiftDates})(${JSON.stringify(moment)})`);
}

/** Runs in the browser. */
function shiftDates(moment: string): void {
  const world = globalThis as typeof globalThis & { TrueDate?: DateConstructor };
  world.TrueDate ??= Date;
  const { TrueDate } = world;
  const shift = TrueDate.parse(moment) - TrueDate.now();
  world.Date = class extends TrueDate {
    constructor(...given: [] | [string | number | Date]) {
      super(...((given.length === 0 ? [TrueDate.now() + shift] : given) as [number]));
    }
    static override now(): number {
      return TrueDate.now() + shift;
    }
  } as DateConstructor;
}

/** Runs an expression in the extension's own world of a page, which neither the page nor Playwright can reach. */
async function inOurWorld(page: Page, origin: string, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<number>((resolve) =>
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === origin) resolve(context.id);
    }),
  );
  await session.send('Runtime.enable');
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId: await found });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.text);
}
