import type { Page } from '@playwright/test';

/**
 * Notes the longest task of a page from now on, and gives a question for it: milliseconds, 0 for none. The browser does
 * not tell of tasks under 50 ms.
 */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const noted = await page.evaluateHandle(() => {
    const tasks = { longest: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.longest = Math.max(tasks.longest, duration);
    }).observe({ type: 'longtask' });
    return tasks;
  });
  return () => noted.evaluate(({ longest }) => longest);
}
