import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../.results/playwright',
  // Two cores: while one browser waits for a page to come to rest, another has its core.
  workers: 3,
  fullyParallel: true,
  timeout: 60_000,
  // What a page shows is stored once it has stood for three seconds.
  expect: { timeout: 10_000 },
  // A busy machine keeps a browser waiting now and then. `npm test` names each test that passed only so.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../.results/playwright.json' }]],
});
