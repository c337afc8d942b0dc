/** The guide is typed into a real server, command by command, so that it cannot promise what is not there (0-05, 0-26). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createDataDirectory, type SarafanProcess, startSarafan } from '../support/sarafan-process.ts';
import { findDifference, readGuideSteps, runGuideSteps } from './guide-steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const languages = ['ru', 'en'] as const;

describe('what the documents tell their reader to type', () => {
  it('is the same in both languages of the journey', () => {
    const [russian, english] = languages.map((language) => stepsOf(`docs/guide/${language}/journey.md`).map(({ command, shown }) => ({ command, shown })));
    expect(russian).toEqual(english);
  });

  it.each(['README.md', 'docs/guide/en/journey.md'])('works as written, answer by answer: %s', { timeout: 180_000 }, async (document) => {
    const steps = stepsOf(document);
    expect(steps).not.toHaveLength(0);
    const server = await startSarafan();
    const results = await runGuideSteps(steps, { cwd: root, env: shellOf(server) });
    for (const [index, { exitCode, output }] of results.entries()) {
      const step = steps[index];
      if (step === undefined) continue;
      const place = `${document}:${step.line}\n${output}`;
      expect.soft(exitCode, place).toBe(0);
      if (step.shown !== null) expect.soft(findDifference(step.shown, output), place).toBeNull();
    }
    expect(results).toHaveLength(steps.length);
  });
});

/** The reader's window: the key of the first start, and the server's own database for commands. */
function shellOf({ url, secretKey, dataDirectory }: SarafanProcess): Readonly<Record<string, string>> {
  return { PATH: env['PATH'] ?? '', HOME: createDataDirectory(), SARAFAN_DATA: dataDirectory, URL: url, KEY: secretKey ?? '' };
}

function stepsOf(document: string) {
  return readGuideSteps(readFileSync(join(root, document), 'utf8'));
}
