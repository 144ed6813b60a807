import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  plugins: [WxtVitest()],
  test: {
    // A bound against hanging, not a measure: speed is measured in tests/bench.
    testTimeout: 60_000,
    include: ['tests/**/*.test.{ts,tsx}'],
    reporters: ['default', ['json', { outputFile: '.results/vitest.json' }]],
  },
});
