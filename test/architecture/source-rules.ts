/** A file of the project, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A rule of STYLE.md that neither the compiler nor the linter knows. */
export interface SourceRule {
  readonly name: string;
  /** Why the rule exists, shown with each violation. */
  readonly reason: string;
  readonly isBroken: (file: SourceFile) => boolean;
  /** A file that breaks it, to prove that the rule sees. */
  readonly planted: SourceFile;
}

const isTest = (path: string): boolean => /\.test\.ts$|^test\//.test(path);
const isProduct = (path: string): boolean => /^(src|sdk|web)\//.test(path) && !isTest(path);

/** Comments speak of what the code avoids. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

export const sourceRules: readonly SourceRule[] = [
  {
    name: 'catches at the edges only',
    reason: 'a broken invariant must reach the edge and answer 500; an expected outcome is a value',
    isBroken: ({ path, text }) =>
      isProduct(path) &&
      !/^src\/(http|jobs|messages|webhooks|connectors|uploads|cli|database|intake|clicks|bench)\/|^src\/(main|lease-runner|imports\/report-place)\.ts$|^(web|sdk)\/|\.store\.ts$/.test(
        path,
      ) &&
      /\bcatch\b/.test(withoutComments(text)),
    planted: {
      path: 'src/rewards/approve-reward.ts',
      text: 'export function approve() {\n  try {\n    pay();\n  } catch {\n    return;\n  }\n}\n',
    },
  },
  {
    name: 'inherits from Error only',
    reason: 'a base class hides what a thing needs and does',
    isBroken: ({ path, text }) => isProduct(path) && /\bclass\s+\w+(?:<[^{}]*>)?\s+extends\s+(?!Error\b)/.test(withoutComments(text)),
    planted: { path: 'src/rewards/coupon-reward.ts', text: 'export class CouponReward extends BaseReward {}\n' },
  },
  {
    name: 'has a name that says what it holds',
    reason: 'if a function has no room, its room is missing: name it',
    isBroken: ({ path }) =>
      /(^|\/)(utils?|helpers?|common|misc|shared|managers?|lib|index|handler2|.*-(utils?|helpers?|manager))(\.[a-z.]+|\/)/.test(path),
    planted: { path: 'src/rewards/reward-utils.ts', text: 'export const one = 1;\n' },
  },
  {
    name: 'mocks no code of ours',
    reason: 'a test of a mock proves the mock',
    isBroken: ({ path, text }) =>
      isTest(path) && !path.startsWith('test/architecture/') && /\bvi\.(mock|doMock|spyOn|hoisted|fn)\b/.test(withoutComments(text)),
    planted: { path: 'src/rewards/approve-reward.test.ts', text: `vi.mock('./pay.ts');\n` },
  },
  {
    name: 'registers no hook while it loads, unless it is a test file',
    reason: 'a module is loaded once for many test files, and its hook serves the first alone; leave the work to atFileEnd',
    isBroken: ({ path, text }) =>
      path.startsWith('test/') &&
      !path.endsWith('.test.ts') &&
      path !== 'test/support/end-file.ts' &&
      /^(before|after)(All|Each)\(/m.test(withoutComments(text)),
    planted: { path: 'test/rewards/reward-shop.ts', text: "import { afterAll } from 'vitest';\n\nafterAll(() => undefined);\n" },
  },
  {
    name: 'is at most 300 lines long',
    reason: 'a file has one subject',
    isBroken: ({ path, text }) => !path.endsWith('.sql') && text.trimEnd().split('\n').length > 300,
    planted: { path: 'src/rewards/everything.ts', text: 'export const a = 1;\n'.repeat(301) },
  },
  {
    name: 'keeps floats out of the domain',
    reason: 'money is bigint minor units',
    isBroken: ({ path, text }) =>
      path.startsWith('src/domain/') && !isTest(path) && /parseFloat|toFixed|\/ 100\b|\bMath\.round\b/.test(withoutComments(text)),
    planted: { path: 'src/domain/reward/percent.ts', text: 'export const percent = (amount: number) => (amount * 5) / 100;\n' },
  },
  {
    name: 'keeps clock and chance out of the domain',
    reason: 'the same facts must give the same decision, today and in a replay',
    isBroken: ({ path, text }) =>
      path.startsWith('src/domain/') &&
      !isTest(path) &&
      /new Date\(\)|Date\.now|Math\.random|performance\.|crypto\./.test(withoutComments(text)),
    planted: { path: 'src/domain/reward/today.ts', text: 'export const today = () => new Date();\n' },
  },
  {
    name: 'leaves the process to its owner',
    reason: 'settings come from config.ts, and ending is the business of main.ts',
    isBroken: ({ path, text }) =>
      path.startsWith('src/') &&
      !isTest(path) &&
      !/^src\/(main|stop-signal)\.ts$|^src\/(cli|bench)\//.test(path) &&
      /\bprocess\.(env|argv|exit|exitCode|on|stdout|stderr|cwd)\b|from '(node:)?process'.*\b(env|argv|exit)\b|\{[^}]*\b(env|argv|exit)\b[^}]*\} from 'node:process'/.test(
        withoutComments(text),
      ),
    planted: { path: 'src/messages/send.ts', text: 'export const host = process.env.SMTP_HOST;\n' },
  },
  {
    name: 'names the columns it reads',
    reason: 'a column added later must not travel by accident (the intake alone reads whole rows, as facts)',
    isBroken: ({ path, text }) =>
      path.endsWith('.store.ts') && !path.startsWith('src/intake/') && /\bselect \*|\.selectAll\(/i.test(withoutComments(text)),
    planted: { path: 'src/rewards/reward.store.ts', text: 'export const all = `select * from reward`;\n' },
  },
  {
    name: 'rounds no 64-bit value through a number',
    reason: 'amounts go above 2^53; the one parser is database/column-types.ts',
    isBroken: ({ path, text }) => path.endsWith('.store.ts') && /parseInt\(|parseFloat\(/.test(withoutComments(text)),
    planted: { path: 'src/rewards/reward.store.ts', text: 'export const amount = (row: Row) => parseInt(row.amount, 10);\n' },
  },
  {
    name: 'postpones nothing without an issue',
    reason: 'a TODO without an issue is forgotten',
    isBroken: ({ path, text }) => !path.startsWith('test/architecture/') && /\b(TODO|FIXME)\b(?!\(#\d+\))/.test(text),
    planted: { path: 'src/rewards/later.ts', text: '// TODO pay it\nexport const one = 1;\n' },
  },
  {
    name: 'silences no type check without saying why',
    reason: 'parse, do not assert; a cast through unknown has its reason on the line above',
    isBroken: ({ path, text }) =>
      !path.startsWith('test/architecture/') &&
      (/@ts-(ignore|expect-error|nocheck)|\bas any\b/.test(text) || /^(?!\s*\/\/).*\n.*\bas unknown as\b/m.test(`\n${text}`)),
    planted: { path: 'src/rewards/cast.ts', text: 'export const reward = row as unknown as Reward;\n' },
  },
  {
    name: 'migrates in any schema, for any role',
    reason:
      'verify --replay runs the same files into a schema of its own; rights are given by migrate.ts and only taken back here; Citus refuses triggers',
    isBroken: ({ path, text }) =>
      path.startsWith('migrations/') &&
      /\bpublic\.|\bgrant\b|create (or replace )?trigger|^(?!revoke\b).*\bsarafan_app\b/im.test(text.replaceAll(/--.*$/gm, '')),
    planted: { path: 'migrations/0099_rights.sql', text: 'grant all on reward to sarafan_app;\n' },
  },
];
