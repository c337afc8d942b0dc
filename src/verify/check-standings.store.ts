/** I-36: where members stand is what the pure function says of their history, at every instant before their next check. */
import type pg from 'pg';
import { memberKey } from '../domain/facts/facts.ts';
import type { Standing } from '../domain/facts/standing.ts';
import type { CustomerId, TenantId } from '../domain/ids.ts';
import { findVersionAt, type Program, type PublishedVersion, programStatusAt } from '../domain/program/program.ts';
import { evaluateTier } from '../domain/tier/evaluate-tier.ts';
import { isEmptyStanding, isSameStanding, newStanding, tierCaseOf } from '../domain/tier/tier-case.ts';
import { type KnownFacts, loadFacts } from '../intake/read-facts.ts';
import { loadPrograms } from '../intake/tenant-lock.store.ts';
import { memberRecordsOf } from '../tiers/member-records.ts';
import { EXAMPLES_MAX, type Invariant, type Violation } from './invariant.ts';

export const standingInvariant: Invariant = {
  id: 'I-36',
  title: {
    ru: 'Уровень каждого участника — тот, что следует из его истории',
    en: 'Each member stands on the tier that follows from their history',
  },
};

const PAGE = 500;

interface Ladder {
  readonly program: Program;
  readonly version: PublishedVersion;
}

export async function checkStandings(client: pg.ClientBase, tenantId: TenantId): Promise<Violation | null> {
  const programs = await loadPrograms(client, tenantId);
  const at = await lastInstant(client, tenantId);
  if (at === null) return null;
  const ladders = await findLadders(client, { tenantId, programs, at });
  if (ladders.length === 0) return null;
  const findings: string[] = [];
  let count = 0;
  let after: CustomerId | null = null;
  for (;;) {
    const customerIds: readonly CustomerId[] = await listMembers(client, {
      tenantId,
      programIds: ladders.map(({ program }) => program.id),
      after,
    });
    if (customerIds.length === 0) break;
    const known: KnownFacts = { facts: await loadFacts(client, { tenantId, customerIds, programs }), programs };
    for (const finding of customerIds.flatMap((id) => ladders.flatMap((ladder) => findDifference(known, ladder, { id, at }) ?? []))) {
      count += 1;
      if (findings.length < EXAMPLES_MAX) findings.push(finding);
    }
    after = customerIds.at(-1) ?? null;
  }
  return count === 0 ? null : { ...standingInvariant, count, examples: findings };
}

function findDifference(
  known: KnownFacts,
  { program, version }: Ladder,
  of: { readonly id: CustomerId; readonly at: Date },
): string | null {
  const stored = known.facts.standings.get(memberKey(program.id, of.id));
  const records = memberRecordsOf(known.facts, program.id, of.id);
  if (records === null || records.membership.status !== 'active') return null;
  // The job may be seconds late: then nothing may have changed up to the instant it waits for.
  const { nextCheckAt } = stored ?? newStanding(program.id, of.id, of.at);
  const at = nextCheckAt !== null && nextCheckAt <= of.at ? new Date(nextCheckAt.getTime() - 1) : of.at;
  const before = stored ?? newStanding(program.id, of.id, at);
  const { standing } = evaluateTier(tierCaseOf(program, version, records, before), before, at);
  if (stored === null ? isEmptyStanding(standing) : isSameStanding(stored, standing)) return null;
  return `customer ${of.id}, programme ${program.id}: stored ${say(stored)}, follows ${say(standing)} at ${at.toISOString()}`;
}

function say(standing: Standing | null): string {
  if (standing === null) return 'nothing';
  const { tierId, since, invitedTo, termEndsAt, graceEndsAt, warnedOf, nextCheckAt } = standing;
  const times = [termEndsAt, graceEndsAt, warnedOf, nextCheckAt].map((time) => time?.toISOString() ?? '-').join(' ');
  return `${tierId ?? 'no tier'} since ${since.toISOString()}, invited to ${invitedTo ?? 'none'}, ${times}`;
}

/** Running programmes with tiers whose members have all been looked at under the version in force. */
async function findLadders(
  client: pg.ClientBase,
  of: { readonly tenantId: TenantId; readonly programs: readonly Program[]; readonly at: Date },
): Promise<readonly Ladder[]> {
  const { rows } = await client.query<{ readonly program_id: string; readonly started_at: Date; readonly version_number: number | null }>(
    'select program_id, started_at, version_number from enrolment_run where tenant_id = $1 and finished_at is not null',
    [of.tenantId],
  );
  const walked = new Map(rows.map((row) => [row.program_id, row]));
  return of.programs.flatMap((program) => {
    const version = findVersionAt(program, of.at);
    if (version === null || programStatusAt(program, of.at) === 'ended') return [];
    if (!program.versions.some(({ document }) => document.tiers.length > 0)) return [];
    const walk = walked.get(program.id);
    // A walk begun before versions were kept with it knows those that had begun by then.
    const isWalkFor = walk !== undefined && (walk.version_number ?? Infinity) >= version.number && walk.started_at >= version.effectiveFrom;
    return version === program.versions[0] || isWalkFor ? [{ program, version }] : [];
  });
}

/** As late as anything is known of. */
async function lastInstant(client: pg.ClientBase, tenantId: TenantId): Promise<Date | null> {
  const { rows } = await client.query<{ readonly at: Date | null }>(
    'select max(greatest(stored_at, occurred_at)) as at from event where tenant_id = $1',
    [tenantId],
  );
  return rows[0]?.at ?? null;
}

async function listMembers(
  client: pg.ClientBase,
  of: { readonly tenantId: TenantId; readonly programIds: readonly string[]; readonly after: CustomerId | null },
): Promise<readonly CustomerId[]> {
  const { rows } = await client.query<{ readonly customer_id: CustomerId }>(
    `select distinct customer_id from membership
     where tenant_id = $1 and program_id = any($2::uuid[]) and status = 'active' and ($3::uuid is null or customer_id > $3)
     order by customer_id limit ${PAGE}`,
    [of.tenantId, of.programIds, of.after],
  );
  return rows.map((row) => row.customer_id);
}
