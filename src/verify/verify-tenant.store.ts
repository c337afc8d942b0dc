import type pg from 'pg';
import type { TenantId } from '../domain/ids.ts';
import { accessInvariants } from './access-invariants.ts';
import { auditInvariant, checkAudit } from './check-audit.store.ts';
import { budgetInvariant, capInvariant, checkCounters } from './check-counters.store.ts';
import { checkLog, logInvariant } from './check-log.store.ts';
import { checkReferrers, referrerInvariant } from './check-referrers.store.ts';
import { checkStandings, standingInvariant } from './check-standings.store.ts';
import { checkTaxYears, taxYearInvariant } from './check-tax-years.store.ts';
import { EXAMPLES_MAX, type Invariant, type SqlInvariant, type Violation } from './invariant.ts';
import { ledgerInvariants } from './ledger-invariants.ts';
import { messageInvariants } from './message-invariants.ts';
import { rewardInvariants } from './reward-invariants.ts';
import { rollupInvariants } from './rollup-invariants.ts';
import { stateInvariants } from './state-invariants.ts';

const sqlInvariants: readonly SqlInvariant[] = [
  ...ledgerInvariants,
  ...rewardInvariants,
  ...stateInvariants,
  ...accessInvariants,
  ...messageInvariants,
  ...rollupInvariants,
];

/** Everything `verifyTenant` checks, in the order of its number. */
export const invariants: readonly Invariant[] = [
  ...sqlInvariants,
  logInvariant,
  budgetInvariant,
  capInvariant,
  referrerInvariant,
  taxYearInvariant,
  standingInvariant,
  auditInvariant,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * Checks the tenant's books against each invariant of reliability.md 5.1 that shows in stored state; empty = all hold. Reads only;
 * for a busy tenant the caller gives a connection inside a repeatable-read transaction, so that all oracles see one moment.
 */
export async function verifyTenant(client: pg.ClientBase, tenantId: TenantId): Promise<readonly Violation[]> {
  const violations: (Violation | null)[] = [];
  for (const invariant of sqlInvariants) violations.push(await checkSql(client, tenantId, invariant));
  violations.push(await checkLog(client, tenantId));
  violations.push(...(await checkCounters(client, tenantId)));
  violations.push(await checkReferrers(client, tenantId));
  violations.push(await checkTaxYears(client, tenantId));
  violations.push(await checkStandings(client, tenantId));
  violations.push(await checkAudit(client, tenantId));
  return violations.filter((violation) => violation !== null).sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function checkSql(client: pg.ClientBase, tenantId: string, { id, title, sql }: SqlInvariant): Promise<Violation | null> {
  const { rows } = await client.query<{ readonly found: string; readonly total: bigint }>(
    `select found, count(*) over () as total from (${sql}) finding limit ${EXAMPLES_MAX}`,
    [tenantId],
  );
  const [first] = rows;
  return first === undefined ? null : { id, title, count: Number(first.total), examples: rows.map((row) => row.found) };
}
