import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import process from 'node:process';
import type { BenchRow } from './bench-table.ts';

const FILE = 'bench/latest.json';

/**
 * Puts rows into bench/latest.json as soon as they are measured, each with its time: a whole run takes half an hour, and what an interrupted
 * one or one of a few rows has measured counts. Rows of another machine or another Node are dropped: they would be compared with these.
 */
export async function keepLatest(rows: Readonly<Record<string, BenchRow>>): Promise<void> {
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? '' };
  const kept = await readLatest();
  const others = JSON.stringify(kept.machine) === JSON.stringify(machine) ? kept.rows : {};
  const at = new Date().toISOString();
  const measured = Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, { ...row, at }]));
  await mkdir('bench', { recursive: true });
  await writeFile(FILE, `${JSON.stringify({ ...others, ...measured, machine }, null, 2)}\n`);
}

async function readLatest(): Promise<{ readonly machine: unknown; readonly rows: object }> {
  const text = await readFile(FILE, 'utf8').catch(() => '{}');
  const { machine, ...rows }: { machine?: unknown } = JSON.parse(text);
  return { machine, rows };
}
