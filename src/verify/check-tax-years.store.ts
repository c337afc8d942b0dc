/** I-32: what a person's year says of gifts and cash is what the standing gifts and the payouts add up to. */
import type pg from 'pg';
import type { TenantId } from '../domain/ids.ts';
import { claimPlace } from '../domain/perk/claims.ts';
import type { Program } from '../domain/program/program.ts';
import { periodKey } from '../domain/time/calendar.ts';
import { loadPrograms } from '../intake/tenant-lock.store.ts';
import { type Invariant, type Violation, violationOf } from './invariant.ts';

export const taxYearInvariant: Invariant = {
  id: 'I-32',
  title: {
    ru: 'Счётчик подарков и выплат человека за год равен сумме действующих подарков и выплат',
    en: 'The year of a person counts exactly the standing gifts and the payouts',
  },
};

/** A gift is counted when it is granted, in its version's zone and currency, what a tier gave when it is claimed; a payout remembers its period itself. */
const COUNTED = `
  select r.program_id, r.version_id, r.customer_id, r.occurred_at as counted_at, null as period, r.terms::jsonb #>> '{benefit,costMinor,$n}' as amount
  from reward r
  where r.tenant_id = $1 and r.kind in ('gift', 'perk', 'choice')
    and (r.status in ('held', 'approved', 'issued', 'delivered', 'redeemed', 'expired') or (r.status = 'reversed' and r.is_loss))
  union all
  select g.program_id, null, g.customer_id, g.granted_at, null, g.cost_minor::text
  from access_grant g where g.tenant_id = $1 and g.reward_id is null and g.cost_minor > 0
    and (g.status <> 'revoked' or g.used_at is not null or g.code_number is not null)
  union all
  select p.program_id, null, p.customer_id, p.counted_at, p.counted_period, p.amount::text
  from payout p where p.tenant_id = $1 and p.counted_period is not null`;

interface Counted {
  readonly program_id: string;
  readonly version_id: string | null;
  readonly customer_id: string;
  readonly counted_at: Date;
  readonly period: string | null;
  readonly amount: string;
}

export async function checkTaxYears(client: pg.ClientBase, tenantId: TenantId): Promise<Violation | null> {
  const programs = new Map((await loadPrograms(client, tenantId)).map((program) => [String(program.id), program]));
  const recount = new Map<string, bigint>();
  for (const row of (await client.query<Counted>(COUNTED, [tenantId])).rows) {
    const period = row.period ?? giftPeriod(programs.get(row.program_id), row);
    if (period === null) continue;
    const key = `${row.customer_id}, ${row.program_id}, ${period}`;
    recount.set(key, (recount.get(key) ?? 0n) + BigInt(row.amount));
  }
  const { rows } = await client.query<{ customer_id: string; program_id: string; period: string; used: bigint }>(
    `select customer_id, program_id, period, used from counter where tenant_id = $1 and scope = 'taxable'`,
    [tenantId],
  );
  const stored = new Map(rows.map((row) => [`${row.customer_id}, ${row.program_id}, ${row.period}`, row.used]));
  const findings = [...new Set([...recount.keys(), ...stored.keys()])].flatMap((key): string[] => {
    const [has, counted] = [stored.get(key) ?? 0n, recount.get(key) ?? 0n];
    return has === counted ? [] : [`${key}: the counter says ${has}, gifts and payouts ${counted}`];
  });
  return violationOf(taxYearInvariant, findings);
}

/** The year of a gift, in the zone and currency of the version that granted it, or in which it was claimed. */
function giftPeriod(program: Program | undefined, row: Counted): string | null {
  const place =
    row.version_id === null
      ? claimPlace(program ?? null, row.counted_at)
      : program?.versions.find((version) => version.id === row.version_id)?.document;
  return place == null ? null : `${periodKey(row.counted_at, 'year', place.timeZone)}:${place.currency}`;
}
