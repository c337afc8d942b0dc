import type { Caller } from '../contract/caller.ts';
import { findCustomerId, listMemberships } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import { type CustomerId, wireId } from '../domain/ids.ts';
import type { ProgramStatus, PublishedVersion } from '../domain/program/program.ts';
import { statusAt, versionAt } from '../programs/program-status.ts';
import type { ProgramRecord } from '../programs/programs.store.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import { findTierIds } from '../tiers/standings.store.ts';

/** A live programme through which a member's friends come, as the member's tier has it. */
export interface FriendProgram {
  readonly program: ProgramRecord;
  readonly version: PublishedVersion;
  readonly tierId: string | null;
}

export interface FriendPrograms {
  /** Whom the code belongs to now, after merges. */
  readonly ownerId: CustomerId;
  readonly live: readonly FriendProgram[];
  /** The states of all programmes the owner takes part in. */
  readonly statuses: readonly ProgramStatus[];
}

export async function findFriendPrograms(db: Db, caller: Caller, owner: CustomerId, now: Date): Promise<FriendPrograms> {
  const ownerId = (await findCustomerId(db, caller, wireId('cus', owner))) ?? owner;
  const memberships = await listMemberships(db, caller, ownerId);
  // A paused member's friends keep their own benefit (contract.md 6.14).
  const joined = new Set(memberships.filter(({ status }) => status === 'active' || status === 'paused').map(({ programId }) => programId));
  if (joined.size === 0) return { ownerId, live: [], statuses: [] };
  const programs = (await listPublishedPrograms(db, caller.tenantId)).filter(({ id }) => joined.has(id));
  // What the friend is promised is what the tier of the member who sends them gives.
  const tiers = await findTierIds(db, caller, ownerId);
  const live = programs.flatMap((program) => {
    const version = statusAt(program, now) === 'live' ? versionAt(program, now) : null;
    return version === null ? [] : [{ program, version, tierId: tiers.get(program.id) ?? null }];
  });
  return { ownerId, live, statuses: programs.map((program) => statusAt(program, now)) };
}
