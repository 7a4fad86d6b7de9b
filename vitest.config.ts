import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/setup/build.ts'],
    // A busy machine is slow; nothing here is about time.
    testTimeout: 60_000,
    setupFiles: ['test/setup/seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/properties/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'properties',
          include: ['test/properties/**/*.test.ts'],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/setup/bundle.ts'],
          testTimeout: 120_000,
        },
      },
    ],
    coverage: {
      include: ['src/core/**', 'src/checks/**', 'src/read/**'],
      exclude: ['src/read/generated/**'],
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
