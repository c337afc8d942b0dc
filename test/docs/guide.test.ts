/** The guide is typed into a real server, command by command, so that it cannot promise what is not there (0-05, 0-26). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createDataDirectory, startSarafan } from '../support/sarafan-process.ts';
import { findDifference, readGuideSteps, runGuideSteps } from './guide-steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const languages = ['ru', 'en'] as const;

describe('the journey of the guide', () => {
  it('says the same in both languages', () => {
    const [russian, english] = languages.map((language) => stepsOf(language).map(({ command, shown }) => ({ command, shown })));
    expect(russian).toEqual(english);
  });

  it('works as it is written, answer by answer', { timeout: 180_000 }, async () => {
    const steps = stepsOf('en');
    expect(steps.length).toBeGreaterThan(15);
    const server = await startSarafan();
    const results = await runGuideSteps(steps, {
      cwd: root,
      env: {
        PATH: env['PATH'] ?? '',
        HOME: createDataDirectory(),
        SARAFAN_DATA: server.dataDirectory,
        URL: server.url,
        KEY: server.secretKey ?? '',
      },
    });
    for (const [index, { exitCode, output }] of results.entries()) {
      const step = steps[index];
      if (step === undefined) continue;
      const place = `docs/guide/en/journey.md:${step.line}\n${output}`;
      expect.soft(exitCode, place).toBe(0);
      if (step.shown !== null) expect.soft(findDifference(step.shown, output), place).toBeNull();
    }
    expect(results).toHaveLength(steps.length);
  });
});

function stepsOf(language: (typeof languages)[number]) {
  return readGuideSteps(readFileSync(join(root, 'docs', 'guide', language, 'journey.md'), 'utf8'));
}
