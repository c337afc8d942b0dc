import { describe, expect, it } from 'vitest';
import { createPlantedTree, runTool } from './planted-tree.ts';

/** One violation of each compiler setting the style guide names: the error, and a file that has it. */
const planted = [
  ['TS2322', 'strict', `export const name: string = null;\n`],
  ['TS2532', 'noUncheckedIndexedAccess', `const names: string[] = [];\nexport const size = names[0].length;\n`],
  ['TS2375', 'exactOptionalPropertyTypes', `interface Reward {\n  note?: string;\n}\nexport const reward: Reward = { note: undefined };\n`],
  ['TS4114', 'noImplicitOverride', `class Base {\n  run(): void {}\n}\nexport class Next extends Base {\n  run(): void {}\n}\n`],
  ['TS7030', 'noImplicitReturns', `export function pick(a: boolean): number | undefined {\n  if (a) return 1;\n}\n`],
  [
    'TS7029',
    'noFallthroughCasesInSwitch',
    `export function pick(a: number): number {\n  let b = 0;\n  switch (a) {\n    case 1:\n      b = 1;\n    case 2:\n      b = 2;\n  }\n  return b;\n}\n`,
  ],
  ['TS4111', 'noPropertyAccessFromIndexSignature', `const row: Record<string, string> = {};\nexport const one = row.one;\n`],
  ['TS6133', 'noUnusedLocals', `function unused(): void {}\nexport const one = 1;\n`],
  ['TS6133', 'noUnusedParameters', `export function pay(amount: bigint): void {}\n`],
  ['TS1484', 'verbatimModuleSyntax', `import { Logger } from 'pino';\nexport type Log = Logger;\n`],
  ['TS1294', 'erasableSyntaxOnly', `export enum State {\n  held,\n}\n`],
] as const;

describe('the compiler', () => {
  const pathOf = (setting: string): string => `src/${setting.toLowerCase()}.ts`;
  const tree = createPlantedTree({
    'package.json': '{ "type": "module" }',
    ...Object.fromEntries(planted.map(([, setting, text]) => [pathOf(setting), text])),
  });
  const { exitCode, output } = runTool(tree, ['tsc', '-p', 'tsconfig.src.json', '--noEmit', '--pretty', 'false']);

  it.each(planted)('reports %s where %s is broken', (error, setting) => {
    expect(output.split('\n').some((line) => line.startsWith(pathOf(setting)) && line.includes(`error ${error}`))).toBe(true);
  });

  it('fails', () => {
    expect(exitCode).not.toBe(0);
  });
});
