import process from 'node:process';
import type { Command } from 'commander';
import type { OpenDatabase } from '../database/open-database.ts';
import { withReadTransaction } from '../database/transaction.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { isCleanReplay, type ReplayReport, replayTenant } from '../replay/replay-tenant.store.ts';
import type { Violation } from '../verify/invariant.ts';
import { invariants, verifyTenant } from '../verify/verify-tenant.store.ts';
import { chooseTenant } from './chosen-tenant.ts';
import { withCliSession } from './cli-session.ts';
import { inBothOr, type LocaleFlag, localeOption } from './command-words.ts';

interface VerifyFlags extends LocaleFlag {
  readonly tenant?: string;
  readonly replay?: boolean;
  readonly keep?: boolean;
  readonly json?: boolean;
}

interface Findings {
  readonly violations: readonly Violation[];
  readonly replay: ReplayReport | null;
}

/** `sarafan verify`: exit code 1 when something does not hold. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('Check every invariant of the books; also while the server runs')
    .option('--replay', 'decide the whole log again in an empty schema and compare everything')
    .option('--keep', 'with --replay: leave the rebuilt schema for looking at')
    .option('--tenant <slug>', 'which business, where there are several')
    .option('--json', 'one object of JSON instead of a table')
    .addOption(localeOption('of the table; both when absent'))
    .action(verify);
}

async function verify(flags: VerifyFlags): Promise<void> {
  await withCliSession(async ({ database }) => {
    const tenantId = await chooseTenant(database.kysely, flags.tenant);
    const violations = await withReadTransaction(database.pool, (client) => verifyTenant(client, tenantId));
    const findings: Findings = { violations, replay: flags.replay === true ? await replay(database, tenantId, flags) : null };
    process.stdout.write(flags.json === true ? `${JSON.stringify(findings, withBigints)}\n` : table(findings, flags.locale));
    if (!isSound(findings)) process.exitCode = 1;
  });
}

async function replay(database: OpenDatabase, tenantId: TenantId, flags: VerifyFlags): Promise<ReplayReport> {
  const owner = await database.connectAsOwner();
  try {
    return await replayTenant(owner, {
      tenantId,
      keep: flags.keep === true,
      ...(process.stderr.isTTY ? { onProgress: showProgress } : {}),
    });
  } finally {
    await owner.end();
  }
}

function showProgress(replayed: bigint, total: bigint): void {
  process.stderr.write(`\rreplay ${replayed} / ${total}${replayed === total ? '\n' : ''}`);
}

function isSound({ violations, replay }: Findings): boolean {
  return violations.length === 0 && (replay === null || isCleanReplay(replay));
}

/** A line for each invariant, with examples under those that do not hold. */
function table(findings: Findings, locale: Locale | undefined): string {
  const lines = invariants.flatMap((invariant) => {
    const violation = findings.violations.find(({ id }) => id === invariant.id);
    const head = `${violation === undefined ? 'ok  ' : 'FAIL'}  ${invariant.id}  ${inBothOr(locale, invariant.title)}`;
    return violation === undefined ? [head] : [head, ...examples(violation.examples, violation.count)];
  });
  if (findings.replay !== null) lines.push(...replayLines(findings.replay));
  lines.push(
    isSound(findings)
      ? inBothOr(locale, { en: 'All holds.', ru: 'Всё сходится.' })
      : inBothOr(locale, { en: 'Something does not hold: see FAIL above.', ru: 'Есть расхождения: смотрите строки FAIL.' }),
  );
  return `${lines.join('\n')}\n`;
}

function replayLines(report: ReplayReport): string[] {
  const speed = Math.round((Number(report.events) / Math.max(report.replayMs, 1)) * 1_000);
  const head = `${isCleanReplay(report) ? 'ok  ' : 'FAIL'}  replay  ${report.events} events, ${speed}/s`;
  const kept = report.schema === null ? [] : [`      kept as schema ${report.schema}`];
  const refused = report.refused.slice(0, 5).map(({ sequence, code }) => `event ${sequence} was taken live and is refused: ${code}`);
  const tables = report.tables.flatMap(({ table: name, count, examples: rows }) =>
    examples(
      rows.map(({ key, found }) => `${name} ${key}: ${found.join('; ')}`),
      count,
    ),
  );
  return [head, ...kept, ...examples(refused, report.refused.length), ...tables];
}

function examples(found: readonly string[], count: number): string[] {
  const shown = found.map((finding) => `      ${finding}`);
  return count > found.length ? [...shown, `      and ${count - found.length} more`] : shown;
}

function withBigints(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
