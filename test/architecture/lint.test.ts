import { describe, expect, it } from 'vitest';
import { createPlantedTree, runTool } from './planted-tree.ts';

const longFunction = `export function pay(): number {\n${'  step();\n'.repeat(61)}  return 1;\n}\n`;

/** One violation of each lint rule the style guide leans on. */
const planted = [
  ['lint/performance/noBarrelFile', 'src/rewards/rewards.ts', `export { pay } from './pay.ts';\nexport { refuse } from './refuse.ts';\n`],
  ['lint/complexity/noExcessiveLinesPerFunction', 'src/rewards/pay.ts', longFunction],
  [
    'lint/nursery/useExhaustiveSwitchCases',
    'src/rewards/name-state.ts',
    `type State = 'held' | 'approved' | 'issued';\nexport function nameState(state: State): string {\n  switch (state) {\n    case 'held':\n      return 'waiting';\n    case 'approved':\n      return 'soon';\n  }\n  return '';\n}\n`,
  ],
  [
    'lint/nursery/noFloatingPromises',
    'src/rewards/save.ts',
    'async function save(): Promise<void> {}\nexport function pay(): void {\n  save();\n}\n',
  ],
  ['lint/style/noDefaultExport', 'src/rewards/refuse.ts', 'export default 1;\n'],
  ['lint/suspicious/noExplicitAny', 'src/rewards/anything.ts', 'export const anything = (value: any): void => value;\n'],
  ['lint/style/noNonNullAssertion', 'src/rewards/surely.ts', 'export const first = (list: string[]): string => list[0]!;\n'],
  ['lint/style/noEnum', 'src/rewards/state.ts', 'export enum State {\n  held = 1,\n}\n'],
  ['lint/style/noParameterProperties', 'src/rewards/reward.ts', 'export class Reward {\n  constructor(readonly id: string) {}\n}\n'],
  ['lint/style/useImportType', 'src/rewards/typed.ts', `import { Reward } from './reward.ts';\nexport type Typed = Reward;\n`],
  ['lint/style/useFilenamingConvention', 'src/rewards/payReward.ts', 'export const one = 1;\n'],
  ['lint/suspicious/noConsole', 'src/rewards/say.ts', `console.log('paid');\nexport const one = 1;\n`],
  [
    'lint/suspicious/noEmptyBlockStatements',
    'src/rewards/swallow.ts',
    'export function swallow(): void {\n  try {\n    step();\n  } catch {}\n}\n',
  ],
  ['lint/suspicious/noFocusedTests', 'src/rewards/one.test.ts', `import { it } from 'vitest';\nit.only('pays', () => 1);\n`],
  ['lint/suspicious/noSkippedTests', 'src/rewards/two.test.ts', `import { it } from 'vitest';\nit.skip('pays', () => 1);\n`],
  ['lint/correctness/noUnusedVariables', 'src/rewards/left.ts', 'const left = 1;\nexport const right = 2;\n'],
  ['lint/correctness/useImportExtensions', 'src/rewards/import.ts', `import { one } from './say';\nexport const two = one;\n`],
] as const;

describe('the linter', () => {
  const tree = createPlantedTree({
    'package.json': '{ "type": "module" }',
    ...Object.fromEntries(planted.map(([, path, text]) => [path, text])),
  });
  const { output } = runTool(tree, ['biome', 'lint', '--reporter=github', '--max-diagnostics=1000', '.']);
  const caught = output
    .split('\n')
    .filter((line) => line.startsWith('::error'))
    .map((line) => `${/title=([^,:]+)/.exec(line)?.[1]} ${/file=[^,]*?(src\/[^,]+)/.exec(line)?.[1]}`);

  it.each(planted)('catches %s in %s', (rule, path) => {
    expect(caught).toContain(`${rule} ${path}`);
  });

  it('catches a badly formatted file', () => {
    const messy = createPlantedTree({ 'package.json': '{ "type": "module" }', 'src/messy.ts': `export const one   =  "1"\n` });
    const { exitCode, output: said } = runTool(messy, ['biome', 'format', '.']);
    expect(exitCode).not.toBe(0);
    expect(said).toContain('src/messy.ts');
  });
});
