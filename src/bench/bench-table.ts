/** One row of the table and of bench/latest.json. Rates are per second, times in milliseconds; the ratio is the median of its runs. */
export interface BenchRow {
  readonly ratio?: number;
  readonly perSecond?: number;
  readonly floorPerSecond?: number;
  readonly p99Ms?: number;
  readonly [figure: string]: number | readonly number[] | string | undefined;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function printTable(rows: Readonly<Record<string, BenchRow>>, targets: Readonly<Record<string, string>>): string {
  const lines = [
    ['what', 'ratio', 'per second', 'floor', 'p99 ms', 'target', 'other'].join(' | '),
    '--- | --- | --- | --- | --- | --- | ---',
  ];
  for (const [name, row] of Object.entries(rows)) {
    const { ratio, perSecond, floorPerSecond, p99Ms, ...other } = row;
    const rest = Object.entries(other).map(([key, value]) => `${key} ${Array.isArray(value) ? value.map(short).join(', ') : short(value)}`);
    lines.push(
      [name, short(ratio), short(perSecond), short(floorPerSecond), short(p99Ms), targets[name] ?? '', rest.join('; ')].join(' | '),
    );
  }
  return `${lines.join('\n')}\n`;
}

function short(value: unknown): string {
  if (typeof value !== 'number') return value === undefined ? '' : String(value);
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100);
}
