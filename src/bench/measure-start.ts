/** From starting the server process (installed and built) to its first answered request: first ever, and next. Seconds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { type BenchRow, median } from './bench-table.ts';

export async function measureStart(options: { readonly directory: string; readonly runs: number }): Promise<BenchRow> {
  const firsts: number[] = [];
  const nexts: number[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    const dataDirectory = join(options.directory, `start-${run}`);
    firsts.push(await timeStart(dataDirectory));
    nexts.push(await timeStart(dataDirectory));
  }
  return { firstSeconds: median(firsts), nextSeconds: median(nexts), firstRuns: firsts, nextRuns: nexts };
}

async function timeStart(dataDirectory: string): Promise<number> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, ['dist/main.js', '--json'], {
    env: { ...process.env, SARAFAN_DATA: dataDirectory, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await readyUrl(child);
  const response = await fetch(`${url}/health/ready`);
  if (!response.ok) throw new Error(`the first answer was ${response.status}`);
  const seconds = (performance.now() - startedMs) / 1_000;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return seconds;
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (part: Buffer) => {
      output += part.toString('utf8');
      const line = output.split('\n').find((each) => each.startsWith('{') && each.endsWith('}'));
      if (line === undefined) return;
      const parsed: unknown = JSON.parse(line);
      if (typeof parsed === 'object' && parsed !== null && 'url' in parsed) resolve(String(parsed.url));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}
