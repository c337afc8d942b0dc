import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createImportProgress, type ProgressOptions } from './progress.ts';

function start(change: Partial<ProgressOptions> & { readonly isTTY?: boolean }) {
  const stream = Object.assign(new PassThrough(), { isTTY: change.isTTY ?? false, columns: 100 });
  let written = '';
  stream.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  const clock = { ms: 0 };
  const options: ProgressOptions = {
    mode: 'shown',
    stream,
    totalBytes: 1_000_000,
    bytesBefore: 0,
    elapsedMs: () => clock.ms,
    locale: 'en',
    ...change,
  };
  return { progress: createImportProgress(options), clock, written: () => written };
}

describe('createImportProgress', () => {
  it('writes a line every ten seconds where there is no terminal', () => {
    const { progress, clock, written } = start({});
    for (let second = 1; second <= 25; second += 1) {
      clock.ms = second * 1_000;
      progress.update({ bytesDone: second * 10_000, rowCount: second * 500, problemCount: 3 });
    }
    progress.stop();
    expect(written()).toBe('10%, 5000 rows, 500 rows/s, 3 problems, left 1:30\n20%, 10000 rows, 500 rows/s, 3 problems, left 1:20\n');
  });

  it('does not count what a resumed import had behind it into the rate', () => {
    const { progress, clock, written } = start({ bytesBefore: 500_000, locale: 'ru' });
    clock.ms = 10_000;
    progress.update({ bytesDone: 600_000, rowCount: 1_000, problemCount: 0 });
    expect(written()).toBe('60%, 1000 строк, 100 строк/с, 0 с ошибками, осталось 0:40\n');
  });

  it('draws a bar on a terminal', () => {
    const { progress, clock, written } = start({ isTTY: true });
    clock.ms = 10_000;
    progress.update({ bytesDone: 500_000, rowCount: 5_000, problemCount: 1 });
    progress.stop();
    expect(written()).toContain('50% | 5000 rows | 500 rows/s | 1 problems | left 0:10');
  });

  it('says nothing when it is to be silent', () => {
    const { progress, clock, written } = start({ mode: 'silent', isTTY: true });
    clock.ms = 60_000;
    progress.update({ bytesDone: 1, rowCount: 1, problemCount: 0 });
    progress.stop();
    expect(written()).toBe('');
  });
});
