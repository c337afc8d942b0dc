/**
 * One unit of a perk on its way: reserved (a reward is held, or waits for its choice or a code) → active → used | expired | revoked.
 * What has a reward follows it: active with *issued*, used with *delivered*, revoked when it is denied, cancelled or reversed.
 */
import type { AccessGrant } from '../facts/access-grant.ts';
import type { Reward } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { AccessGrantId, CustomerId, RewardId } from '../ids.ts';
import type { ProgramDocument } from '../program/document.ts';
import { isClaimable } from '../program/perk.ts';
import type { Perk } from '../program/perk-terms.ts';
import { assert } from '../result.ts';
import { addCalendarDays } from '../time/calendar.ts';
import { currentPerk, decidedAt, type PerkPlace, returnStock, takeCodeNumber, takeStock } from './perk-stock.ts';

export interface NewAccess extends PerkPlace {
  readonly customerId: CustomerId;
  readonly rewardId: RewardId | null;
  readonly tierId: string | null;
  readonly costMinor: bigint;
}

/** Takes a unit out of the stock; the caller has looked whether there is one. */
export function reserveAccess(ws: Workspace, input: NewAccess, document: ProgramDocument): AccessGrant {
  takeStock(ws, input, currentPerk(ws, input, document));
  const grant: AccessGrant = {
    id: ws.nextId<AccessGrantId>(),
    programId: input.programId,
    perk: input.perk,
    customerId: input.customerId,
    rewardId: input.rewardId,
    tierId: input.tierId,
    status: 'reserved',
    token: null,
    codeNumber: null,
    costMinor: input.costMinor,
    grantedAt: ws.event.occurredAt,
    chooseUntil: null,
    waitingSince: null,
    validUntil: null,
    usedAt: null,
  };
  ws.accessGrants.put(grant);
  return grant;
}

/** Puts it into its holder's hands; a pool without codes leaves it reserved, waiting for the next ones. */
export function activateAccess(ws: Workspace, grant: AccessGrant, how: { document: ProgramDocument; from: Date }): AccessGrant {
  const perk = currentPerk(ws, grant, how.document);
  assert(perk !== null, 'a granted perk is in the document of its reward');
  const codeNumber = perk.kind === 'codes' ? takeCodeNumber(ws, grant, perk) : null;
  const given =
    perk.kind === 'codes' && codeNumber === null
      ? waiting(ws, grant)
      : {
          ...grant,
          status: 'active' as const,
          token: hasToken(perk) ? ws.nextAccessToken() : null,
          codeNumber,
          chooseUntil: null,
          waitingSince: null,
          validUntil: endOf(perk, how),
        };
  ws.accessGrants.put(given);
  return given;
}

function waiting(ws: Workspace, grant: AccessGrant): AccessGrant {
  ws.notes.push({ kind: 'perk-codes-missing', programId: grant.programId, perk: grant.perk, rewardId: grant.rewardId });
  return { ...grant, chooseUntil: null, waitingSince: grant.waitingSince ?? decidedAt(ws) };
}

function hasToken(perk: Perk): boolean {
  return isClaimable(perk) && perk.kind !== 'codes';
}

function endOf(perk: Perk, how: { document: ProgramDocument; from: Date }): Date | null {
  const own = perk.validDays === null ? null : addCalendarDays(how.from, perk.validDays, how.document.timeZone);
  if (own === null || perk.endsAt === null) return own ?? perk.endsAt;
  return own < perk.endsAt ? own : perk.endsAt;
}

/** The unit a reward holds, if it still does. */
export function findRewardAccess(ws: Workspace, reward: Pick<Reward, 'id'>): AccessGrant | null {
  return ws.accessGrants.by('reward', reward.id).at(-1) ?? null;
}

/** Handed over, redeemed, entered for good: its reward is delivered. */
export function useAccess(ws: Workspace, grant: AccessGrant): void {
  ws.accessGrants.put({ ...grant, status: 'used', usedAt: ws.event.occurredAt });
  const reward = grant.rewardId === null ? null : ws.rewards.get(grant.rewardId);
  if (reward?.status === 'issued') ws.rewards.put({ ...reward, status: 'delivered' });
}

export function expireAccess(ws: Workspace, grant: AccessGrant): void {
  ws.accessGrants.put({ ...grant, status: 'expired' });
  const reward = grant.rewardId === null ? null : ws.rewards.get(grant.rewardId);
  if (reward?.status === 'issued') ws.rewards.put({ ...reward, status: 'expired' });
}

/** Closes what a reward gave and puts the unit back, unless it was used; true when it was: what it cost is lost. */
export function revokeAccess(ws: Workspace, reward: Reward, document: ProgramDocument): boolean {
  const grant = findRewardAccess(ws, reward);
  if (grant === null || grant.status === 'revoked') return false;
  const isUsed = grant.usedAt !== null || grant.codeNumber !== null;
  if (grant.status === 'expired') return false;
  const perk = currentPerk(ws, grant, document);
  if (perk?.revokeOnRefund === false && grant.status !== 'reserved') return true;
  ws.accessGrants.put({ ...grant, status: 'revoked', chooseUntil: null, waitingSince: null });
  if (!isUsed) returnStock(ws, grant);
  return isUsed;
}
