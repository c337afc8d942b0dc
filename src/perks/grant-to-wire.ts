import type { WireAccessGrant } from '../contract/perks.endpoints.ts';
import { idToWire, timeToWire } from '../contract/resource-encoding.ts';
import { wireId } from '../domain/ids.ts';
import type { ShownGrant } from './access-grants.store.ts';

export function grantToWire(grant: ShownGrant, url: string | null): WireAccessGrant {
  return {
    id: wireId('acc', grant.id),
    programId: wireId('prg', grant.programId),
    perk: grant.perk,
    customerId: wireId('cus', grant.customerId),
    rewardId: idToWire('rwd', grant.rewardId),
    tier: grant.tierId,
    status: grant.status,
    token: grant.token,
    link: grant.token === null || url === null ? null : invitationLink(url, grant.token),
    code: grant.code,
    grantedAt: grant.grantedAt.toISOString(),
    chooseUntil: timeToWire(grant.chooseUntil),
    validUntil: timeToWire(grant.validUntil),
    usedAt: timeToWire(grant.usedAt),
  };
}

/** The perk's address, its own query kept, with the token added. */
function invitationLink(url: string, token: string): string {
  const link = new URL(url);
  link.searchParams.set('invitation', token);
  return link.toString();
}
