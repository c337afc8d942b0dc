import type { Caller } from '../contract/caller.ts';
import { membershipToWire } from '../contract/resource-encoding.ts';
import type { Membership } from '../domain/facts/entities.ts';
import type { CustomerId } from '../domain/ids.ts';
import { versionAt } from '../programs/program-status.ts';
import type { ProgramRecord } from '../programs/programs.store.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { showTier } from '../tiers/show-tier.ts';
import { type AcceptanceRow, listAcceptances } from './terms.store.ts';
import { worseTerms } from './worse-terms.ts';

export type ShownMembership = Awaited<ReturnType<typeof showMemberships>>[number];

export interface MembershipsOf {
  readonly customerId: CustomerId;
  readonly memberships: readonly Membership[];
  readonly now: Date;
}

/** A customer's memberships as the API shows them, each with the member's tier, what they accepted and whether they must accept anew. */
export async function showMemberships(deps: Pick<ServerDeps, 'db' | 'intake'>, caller: Caller, of: MembershipsOf) {
  if (of.memberships.length === 0) return [];
  const [programs, acceptances] = await Promise.all([
    listPublishedPrograms(deps.db, caller.tenantId),
    listAcceptances(deps.db, caller, of.customerId),
  ]);
  return tellMemberships(deps, caller, { ...of, programs, acceptances });
}

/** The same for who has read the programmes and the acceptances already. */
export async function tellMemberships(
  { intake }: Pick<ServerDeps, 'intake'>,
  caller: Caller,
  of: MembershipsOf & { readonly programs: readonly ProgramRecord[]; readonly acceptances: readonly AcceptanceRow[] },
) {
  const { customerId, memberships, programs, acceptances, now } = of;
  const hasLadder = programs.some(({ versions }) => versions.some(({ document }) => document.tiers.length > 0));
  const known = hasLadder ? await intake.read(caller.tenantId, [customerId]) : null;
  return memberships.map((membership) => {
    const ladder = known?.programs.find(({ id }) => id === membership.programId);
    const program = programs.find(({ id }) => id === membership.programId);
    const mine = acceptances.filter(({ programId }) => programId === membership.programId);
    return {
      ...membershipToWire(membership),
      tier: known === null || ladder === undefined ? null : showTier(known.facts, ladder, { customerId, now }),
      terms: program === undefined ? null : membershipTerms(program, { membership, acceptances: mine, now }),
    };
  });
}

/**
 * What the member accepted last, what is in force, and whether it is worse for them. Who never accepted anything is bound by the
 * version of the day they joined.
 */
function membershipTerms(
  program: ProgramRecord,
  { membership, acceptances, now }: { readonly membership: Membership; readonly acceptances: readonly AcceptanceRow[]; readonly now: Date },
) {
  const current = versionAt(program, now);
  const accepted = acceptances.find(({ scope }) => scope === 'program') ?? null;
  const bound =
    accepted === null
      ? versionAt(program, membership.joinedAt ?? now)
      : (program.versions.find(({ number }) => number === accepted.versionNumber) ?? null);
  const changes = bound === null || current === null || bound.number >= current.number ? [] : worseTerms(bound.document, current.document);
  return {
    accepted: accepted === null ? null : acceptanceToWire(accepted),
    current: current?.number ?? null,
    mustAccept: changes.length > 0,
    changes: changes.map(({ path, text }) => ({ path, text })),
    tiers: acceptances.filter(({ scope }) => scope !== 'program').map((row) => ({ scope: row.scope, ...acceptanceToWire(row) })),
  };
}

function acceptanceToWire(row: AcceptanceRow) {
  return {
    version: row.versionNumber,
    textHash: row.textHash,
    locale: row.locale,
    method: row.method,
    acceptedAt: row.acceptedAt.toISOString(),
  };
}
