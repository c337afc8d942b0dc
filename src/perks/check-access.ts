/** The question of another system at its door: may this person enter now? Answered from stored facts, and kept in the log of doors. */
import type { Caller } from '../contract/caller.ts';
import type { AccessHint } from '../contract/perk-problems.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { findCustomerId } from '../customers/customers.store.ts';
import { type CustomerId, type ProgramId, parseWireId, wireId } from '../domain/ids.ts';
import { type EntryAnswer, mayEnter } from '../domain/perk/may-enter.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { identityHash } from '../identity/identity-hash.ts';
import type { ServerDeps } from '../server-deps.ts';
import { showMembership } from '../tiers/show-membership.ts';
import { findStanding, keepEntry } from './access-entries.store.ts';
import { listPerkGrants } from './access-grants.store.ts';
import { findPlacedPerk, type PlacedPerk } from './find-perk.ts';

export interface AccessQuestion {
  /** As the other system names them; absent = a guest. */
  readonly customer?: string | undefined;
  readonly programId: ProgramId;
  readonly perk: string;
}

export interface AccessAllowed {
  readonly allowed: true;
  readonly grantId: string | null;
  readonly until: string | null;
  readonly tier: string | null;
}

export async function answerAccess(deps: ServerDeps, caller: Caller, asked: AccessQuestion): Promise<Result<AccessAllowed, Problem>> {
  const at = deps.clock.now();
  const placed = await findPlacedPerk(deps.db, caller, asked, at);
  if (placed === null) return err(problem('perk_unknown', 'perk'));
  const customerId = asked.customer === undefined ? null : await findCustomerId(deps.db, caller, asked.customer);
  const answer = await decideEntry(deps, caller, { asked, placed, customerId, at });
  const isNamedGuest = customerId === null && asked.customer !== undefined && parseWireId('cus', asked.customer) === null;
  const guestHash = isNamedGuest ? identityHash(caller.hashKey, 'externalId', asked.customer ?? '') : null;
  await keepEntry(deps.db, caller, { programId: asked.programId, perk: asked.perk, customerId, guestHash, at, answer });
  if (answer.kind === 'refused') {
    const next = answer.lacks === 'tier' ? await findNextTier(deps, caller, asked) : null;
    return err({ ...problem(answer.reason, 'perk'), access: { ...hintOf(answer, placed.document), next } });
  }
  const grantId = answer.grantId === null ? null : wireId('acc', answer.grantId);
  return ok({ allowed: true, grantId, until: timeToWire(answer.until), tier: answer.tierId });
}

/** How far a member is from the tier above. */
async function findNextTier(deps: ServerDeps, caller: Caller, { customer, programId }: AccessQuestion): Promise<AccessHint['next']> {
  const shown = customer === undefined ? null : await showMembership(deps, caller, { customer, programId });
  return shown?.ok === true ? (shown.value.tier?.next ?? null) : null;
}

async function decideEntry(
  { db }: Pick<ServerDeps, 'db'>,
  caller: Caller,
  of: { readonly asked: AccessQuestion; readonly placed: PlacedPerk; readonly customerId: CustomerId | null; readonly at: Date },
): Promise<EntryAnswer> {
  const { asked, placed, customerId, at } = of;
  if (customerId === null) return mayEnter({ ...placed, membership: null, tierId: null, grants: [], at });
  const { status, tierId } = await findStanding(db, caller, { programId: asked.programId, customerId });
  const grants = await listPerkGrants(db, caller, { customerId, programId: asked.programId, perk: asked.perk });
  return mayEnter({ ...placed, membership: status, tierId, grants, at });
}

function hintOf(answer: Extract<EntryAnswer, { kind: 'refused' }>, document: ProgramDocument): Omit<AccessHint, 'next'> {
  return {
    opensAt: timeToWire(answer.opensAt),
    opensForEverybodyAt: timeToWire(answer.opensForEverybodyAt),
    tiers: document.tiers.filter(({ id }) => answer.tiers.includes(id)).map(({ id, name }) => ({ id, name })),
  };
}
