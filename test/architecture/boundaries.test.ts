import { describe, expect, it } from 'vitest';
import { createPlantedTree, root, runTool } from './planted-tree.ts';

/** One violation of each boundary rule: the rule, the file that breaks it, and what the file says. */
const planted = [
  [
    'domain-is-pure',
    'src/domain/reward/roll-dice.ts',
    `import { randomInt } from 'node:crypto';\nexport const roll = (): number => randomInt(6);\n`,
  ],
  ['domain-is-pure', 'src/domain/tier/parse-tier.ts', `import { z } from 'zod';\nexport const tier = z.string();\n`],
  [
    'domain-time-is-pure',
    'src/domain/time/read-clock.ts',
    `import { hrtime } from 'node:process';\nexport const now = (): bigint => hrtime.bigint();\n`,
  ],
  ['sql-in-its-rooms', 'src/rewards/approve-reward.ts', `import type { Pool } from 'pg';\nexport type Approve = (pool: Pool) => void;\n`],
  ['sql-in-its-rooms', 'src/codes/rename-code.ts', `import { sql } from 'kysely';\nexport const one = sql\`select 1\`;\n`],
  [
    'fastify-in-its-rooms',
    'src/members/join-member.ts',
    `import type { FastifyRequest } from 'fastify';\nexport type Join = (request: FastifyRequest) => void;\n`,
  ],
  ['zod-in-its-rooms', 'src/members/read-member.ts', `import { z } from 'zod';\nexport const member = z.string();\n`],
  [
    'outside-world-in-its-rooms',
    'src/rewards/export-rewards.ts',
    `import { writeFileSync } from 'node:fs';\nexport const save = (): void => writeFileSync('a', 'b');\n`,
  ],
  ['outside-world-in-its-rooms', 'src/ledger/call-bank.ts', `import { request } from 'node:https';\nexport const call = request;\n`],
  ['web-speaks-through-the-sdk', 'web/admin/rewards.ts', `import { post } from '../../src/ledger/post.ts';\nexport const again = post;\n`],
  ['sdk-stands-alone', 'sdk/src/borrow.ts', `import { post } from '../../src/ledger/post.ts';\nexport const again = post;\n`],
  ['contract-knows-the-domain-only', 'src/contract/reward.ts', `import { post } from '../ledger/post.ts';\nexport const again = post;\n`],
  ['database-knows-no-noun', 'src/database/reward-rows.ts', `import { post } from '../ledger/post.ts';\nexport const again = post;\n`],
  ['nouns-know-no-edge', 'src/rewards/answer-reward.ts', `import { listen } from '../http/listen.ts';\nexport const again = listen;\n`],
  ['routes-know-no-jobs', 'src/rewards/rewards.routes.ts', `import { tick } from '../jobs/tick.ts';\nexport const again = tick;\n`],
  ['edges-do-not-meet', 'src/http/listen.ts', `import { verify } from '../cli/verify.ts';\nexport const listen = verify;\n`],
  ['nobody-imports-main', 'src/jobs/tick.ts', `import { run } from '../main.ts';\nexport const tick = run;\n`],
  [
    'product-knows-no-tests',
    'src/codes/mine.ts',
    `import { fixture } from '../../test/support/fixture.ts';\nexport const mine = fixture;\n`,
  ],
  ['no-cycles', 'src/perks/a.ts', `import { b } from './b.ts';\nexport const a = (): unknown => b;\n`],
  ['no-orphans', 'src/perks/alone.ts', 'export const alone = 1;\n'],
  ['everything-resolves', 'src/perks/lost.ts', `import { gone } from './gone.ts';\nexport const lost = gone;\n`],
] as const;

const scenery = {
  'src/ledger/post.ts': 'export const post = 1;\n',
  'src/cli/verify.ts': 'export const verify = 1;\n',
  'src/main.ts': 'export const run = 1;\n',
  'test/support/fixture.ts': 'export const fixture = 1;\n',
  'src/perks/b.ts': `import { a } from './a.ts';\nexport const b = (): unknown => a;\n`,
};

interface CruiseReport {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[];
  };
}

function cruise(directory: string, folders: readonly string[]): CruiseReport['summary'] {
  const { output } = runTool(directory, ['depcruise', '--output-type', 'json', ...folders]);
  const report: CruiseReport = JSON.parse(output.slice(output.indexOf('{\n'), output.lastIndexOf('}') + 1));
  return report.summary;
}

describe('the boundary check', () => {
  const tree = createPlantedTree({ ...scenery, ...Object.fromEntries(planted.map(([, path, text]) => [path, text])) });
  const { violations } = cruise(tree, ['src', 'sdk', 'web']);
  const caught = new Set(violations.map(({ rule, from }) => `${rule.name} ${from}`));

  it.each(planted)('catches %s in %s', (rule, path) => {
    expect(caught).toContain(`${rule} ${path}`);
  });

  it('has a planted violation for each of its rules', () => {
    const { output } = runTool(root, ['depcruise', '--output-type', 'json', 'src/clock.ts']);
    const names = [...output.matchAll(/"name": "([a-z-]+)",\s+"(?:severity|comment)"/g)].map((match) => match[1]);
    expect(new Set(names)).toEqual(new Set(planted.map(([rule]) => rule)));
  });

  it('looks at every file of the project and finds nothing', () => {
    const summary = cruise(root, ['src', 'sdk/src', 'test']);
    expect(summary.totalCruised).toBeGreaterThan(150);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });
});
