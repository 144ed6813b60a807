import { expect, test } from '@playwright/test';
import { differentEnds, figures, runScenario } from './scenario.ts';

test('a service worker that is stopped again and again ends with what one that was let alone ends with', async () => {
  test.setTimeout(120_000);
  const [calm, disturbed] = await Promise.all([
    runScenario(6, null),
    runScenario(6, { seed: 1, stops: 25, pause: 150 }),
  ]);
  console.log(figures(disturbed));
  expect(disturbed.stops).toBeGreaterThanOrEqual(25);
  expect(differentEnds(calm, disturbed)).toEqual([]);
});
