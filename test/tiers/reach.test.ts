import { expect, it } from 'vitest';
import { countTierReach } from '../../src/advice/shop-habits.store.ts';
import { decodeProgramDocument } from '../../src/contract/program-document.ts';
import { credit, newcomers, program, returnWindow, rule, to } from '../contract/programs.ts';
import { ContractShop } from '../contract/shop.ts';
import { openApi } from '../support/api.ts';
import { expectSound } from '../support/sound.ts';

it('0-11 tells how many would have reached a tier with a window by the days their friends qualified, not those they came', async () => {
  const api = await openApi();
  api.clock.set(new Date('2026-11-01T12:00:00Z'));
  const shop = new ContractShop(api, api.business);
  const document = (withinDays: number): object =>
    program([rule([to('referrer', credit(1_000), { hold: returnWindow })], { if: newcomers })], {
      enrolment: { mode: 'optIn', if: [] },
      tiers: [{ id: 'partner', name: { ru: 'П', en: 'P' }, entry: { if: [{ qualifiedReferrals: { atLeast: 2, withinDays } }] } }],
    });
  const programId = await shop.publish(document(5));
  await shop.member('anna', programId);
  // They come on one day, and their orders become final twenty days apart.
  await shop.pay('x-1', 100_000, { by: 'x', code: 'ANNA' });
  await shop.pay('y-1', 100_000, { by: 'y', code: 'ANNA' });
  await shop.deliver('x-1');
  await shop.advance('2026-11-16T12:00:00Z');
  await shop.deliver('y-1');
  await shop.advance('2026-12-05T12:00:00Z');
  const reach = async (withinDays: number) => {
    const decoded = decodeProgramDocument(document(withinDays), { timeZone: 'UTC' });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const asked = { tenantId: shop.tenantId, currency: 'RUB' };
    return (await countTierReach(api.test.database.kysely, asked, { document: decoded.value, hasReferrals: true })).get('partner');
  };
  expect(await reach(5)).toBe(0);
  expect(await reach(30)).toBe(1);
  await expectSound({ test: api.test, tenantId: shop.tenantId });
});
