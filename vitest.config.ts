import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ALONE = 'test/**/*.alone.test.ts';

/** Each a minute or more, and small: vitest begins with large files, so that one worker would wait for the other at the end. */
const LONGEST = [
  'test/crash/fault-points.test.ts',
  'test/journey/cdnow.test.ts',
  'test/crash/random-kills.test.ts',
  'test/property/stateful.test.ts',
  'test/console/programs-editor.test.ts',
  'test/property/engine-model.test.ts',
  'test/concurrency/postgres-18.test.ts',
  'test/concurrency/postgres-15.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONGEST.some((path) => moduleId.endsWith(path));
    const first = sorted.findIndex(({ project }) => project.name === 'system');
    const [before, system] = [sorted.slice(0, Math.max(first, 0)), sorted.slice(Math.max(first, 0))];
    return [...before, ...system.filter(isLong), ...system.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
