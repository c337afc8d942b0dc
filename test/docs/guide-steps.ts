/** What a guide tells its reader to type, and what it says is answered. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface GuideStep {
  /** Line of the document at which the command begins. */
  readonly line: number;
  readonly command: string;
  /** What the document shows below it; null = nothing. */
  readonly shown: { readonly kind: 'json' | 'text'; readonly text: string } | null;
}

export interface StepResult {
  readonly exitCode: number;
  readonly output: string;
}

const limitMs = 240_000;

/** Reads the blocks marked `sh run`, each with the block marked `json answer` or `text answer` that follows it. */
export function readGuideSteps(markdown: string): readonly GuideStep[] {
  const steps: GuideStep[] = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, mark] = /^```(sh run|json answer|text answer)$/.exec(lines[at] ?? '') ?? [];
    if (mark === undefined) continue;
    const end = lines.indexOf('```', at + 1);
    const text = lines.slice(at + 1, end).join('\n');
    if (mark === 'sh run') steps.push({ line: at + 2, command: text, shown: null });
    else addAnswer(steps, { kind: mark === 'json answer' ? 'json' : 'text', text });
    at = end;
  }
  return steps;
}

function addAnswer(steps: GuideStep[], shown: NonNullable<GuideStep['shown']>): void {
  const last = steps.pop();
  if (last === undefined || last.shown !== null) throw new Error(`an answer belongs to one command: ${shown.text}`);
  steps.push({ ...last, shown });
}

/** Types the steps into one shell, as a reader does, until one fails. */
export async function runGuideSteps(
  steps: readonly GuideStep[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<readonly StepResult[]> {
  const directory = mkdtempSync(join(tmpdir(), 'sarafan-guide-'));
  try {
    const outputs = steps.map((_step, index) => join(directory, `${index}.txt`));
    const typed = steps.map(({ command }, index) => `{\n${command}\n} > ${outputs[index]} 2>&1 || { echo "${index} $?"; exit; }`);
    const script = join(directory, 'steps.sh');
    writeFileSync(script, `set -u -o pipefail\n${typed.join('\n')}\necho "${steps.length} 0"\n`);
    const [stoppedAt = 0, exitCode = 1] = (await runScript(script, options)).trim().split(' ').map(Number);
    return outputs
      .slice(0, stoppedAt + 1)
      .map((path, index) => ({ exitCode: index === stoppedAt ? exitCode : 0, output: readFileSync(path, 'utf8') }));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function runScript(script: string, options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> }): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn('bash', [script], { ...options, stdio: ['ignore', 'pipe', 'inherit'], timeout: limitMs });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.on('close', () => resolve(said));
  });
}

/**
 * Where an answer differs from what the document shows, null when nowhere. The document may leave fields out; `…` in a text
 * stands for whatever changes from run to run. Shown lines of text must follow each other in the output, others may stand between.
 */
export function findDifference(shown: NonNullable<GuideStep['shown']>, output: string): string | null {
  if (shown.kind === 'text') return differenceOfLines(shown.text, output);
  const line = output.trim().split('\n').at(-1) ?? '';
  return differenceOf(JSON.parse(shown.text), JSON.parse(line), '');
}

function differenceOfLines(shown: string, output: string): string | null {
  const lines = output.split('\n');
  let at = 0;
  for (const wanted of shown.split('\n')) {
    const found = lines.findIndex((line, index) => index >= at && isAlike(wanted, line));
    if (found === -1) return `no line: ${wanted}`;
    at = found + 1;
  }
  return null;
}

function collapse(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}

function differenceOf(shown: unknown, actual: unknown, path: string): string | null {
  if (Array.isArray(shown)) {
    if (!Array.isArray(actual) || shown.length !== actual.length) return `${path}: ${shown.length} items shown, ${JSON.stringify(actual)}`;
    return firstOf(shown.map((item, index) => differenceOf(item, actual[index], `${path}[${index}]`)));
  }
  if (isRecord(shown)) {
    if (!isRecord(actual)) return `${path}: ${JSON.stringify(actual)}`;
    return firstOf(Object.entries(shown).map(([name, value]) => differenceOf(value, actual[name], `${path}.${name}`)));
  }
  const isSame = typeof shown === 'string' && typeof actual === 'string' ? isAlike(shown, actual) : shown === actual;
  return isSame ? null : `${path}: ${JSON.stringify(shown)} shown, ${JSON.stringify(actual)} answered`;
}

function firstOf(differences: readonly (string | null)[]): string | null {
  return differences.find((difference) => difference !== null) ?? null;
}

/** Numbers are written with spaces that do not break; a reader of the guide sees spaces. */
function isAlike(shown: string, actual: string): boolean {
  const parts = collapse(shown)
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(collapse(actual));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
