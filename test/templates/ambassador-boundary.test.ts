/** The boundary of the ladder's last step (0-22): nine friends, and ten. */
import { expect, it } from 'vitest';
import type { ContractShop } from '../contract/shop.ts';
import { addMember, openTemplateShop } from './template-shop.ts';

const bring = (shop: ContractShop, number: number) => shop.pay(`order-${number}`, 300_000, { by: `friend-${number}`, code: 'MARINA' });

async function acceptPartnerTerms(shop: ContractShop, programId: string): Promise<void> {
  const { version, textHash } = await shop.get(`/v1/programs/${programId}/terms?locale=ru`);
  await shop.do('POST', `/v1/customers/marina/memberships/${programId}/tier/accept`, { version, textHash, locale: 'ru' });
}

it('0-22 keeps a partner with nine counted friends a partner, and makes an ambassador at the tenth once she accepts', async () => {
  const { shop, programId } = await openTemplateShop('three-levels');
  await addMember(shop, 'marina', 'Марина');
  for (let number = 1; number <= 9; number += 1) await bring(shop, number);
  await shop.advance('2026-12-12T12:00:10Z');
  await acceptPartnerTerms(shop, programId);
  const tier = async () => (await shop.customer('marina')).memberships[0].tier;
  expect(await tier()).toMatchObject({ id: 'partner', invitedTo: null, next: { id: 'ambassador' } });
  const gap = (await tier()).next.missing.find(({ metric }: { metric: string }) => metric === 'qualifiedReferrals');
  expect(gap).toMatchObject({ have: 9, need: 10, missing: 1 });

  await bring(shop, 10);
  expect(await tier()).toMatchObject({ id: 'partner', invitedTo: null });
  // The share waits for thirty days and for tax data; the friend counts with the days.
  await shop.advance('2027-01-11T12:00:09Z');
  expect(await tier()).toMatchObject({ id: 'partner', invitedTo: null });
  await shop.advance('2027-01-11T12:00:10Z');
  expect(await tier()).toMatchObject({ id: 'partner', invitedTo: { id: 'ambassador' } });
  await acceptPartnerTerms(shop, programId);
  expect(await tier()).toMatchObject({ id: 'ambassador', invitedTo: null, next: null });
  const { terms } = (await shop.customer('marina')).memberships[0];
  expect(terms.tiers.map(({ scope }: { scope: string }) => scope).sort()).toEqual(['tier:ambassador', 'tier:partner']);
});
