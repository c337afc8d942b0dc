import { configDefaults, defineConfig } from 'vitest/config';

const ALONE = 'test/**/*.alone.test.ts';

export default defineConfig({
  test: {
    maxWorkers: 2,
    teardownTimeout: 30_000,
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/end-file.ts'],
    projects: [
      { extends: true, test: { name: 'pure', include: ['src/**/*.test.ts'], pool: 'threads', isolate: false, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['test/**/*.test.ts'],
          exclude: [ALONE, ...configDefaults.exclude],
          pool: 'forks',
          // Loading the product takes longer than most files run: once for a worker, not once for a file. What a file opens it leaves to
          // `atFileEnd`; what a module keeps must bear that the files of a worker come in any order.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      // What a person would feel is measured when nothing else runs: beside other tests the machine would be judged, not the page.
      {
        extends: true,
        test: {
          name: 'alone',
          include: [ALONE],
          pool: 'forks',
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
