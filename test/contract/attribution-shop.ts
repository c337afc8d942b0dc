import { simple } from './programs.ts';
import { type ContractShop, openShop } from './shop.ts';
import type { Wire } from './wire.ts';

/** Two referrers, A and B, each with a code of that name. */
export async function shopOf(document: object = simple): Promise<{ shop: ContractShop; programId: string; a: string; b: string }> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  const a = await shop.member('anna', programId, { code: 'AAA', name: 'Анна Белова' });
  const b = await shop.member('boris', programId, { code: 'BBB', name: 'Борис Котов' });
  return { shop, programId, a, b };
}

export const lead = (shop: ContractShop, friend: string, code: string, at: string): Promise<Wire> =>
  shop.event({ type: 'referral.registered', occurredAt: at, customer: { externalId: friend }, attribution: { code } });
