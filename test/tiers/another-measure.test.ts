/** Versions that would find one order to be worth different things: each is asked for its own conditions alone (0-12, ADR 0011, ADR 0023). */
import { describe, expect, it } from 'vitest';
import { credit, program, rule, to } from '../contract/programs.ts';
import { openShop } from '../contract/shop.ts';

const name = { ru: 'Ступень', en: 'Tier' };
const rub = (amountMinor: number) => ({ amountMinor: String(amountMinor), currency: 'RUB' });
const silver = { id: 'silver', name, entry: { if: [{ paidOrders: { atLeast: 1 } }] } };
const thanks = rule([to('buyer', credit(100))], { id: 'thanks', on: 'feedback.given' });
const club = (tiers: readonly object[], more: object = {}): object =>
  program([thanks], { enrolment: { mode: 'optIn', if: [] }, tiers, ...more });

describe('a version that adds a tier', () => {
  it.each([
    ['of margin', { margin: { basisPoints: 3_000 } }, { margin: { atLeast: rub(50_000) } }],
    ['of turnover without tax', { percentOf: { tax: 'excluded' } }, { spend: { atLeast: rub(250_000) } }],
  ])('%s takes in who has stood on the ladder before', async (_what, more, condition) => {
    const shop = await openShop();
    const programId = await shop.publish(club([silver]));
    await shop.member('vera', programId);
    await shop.pay('o-1', 100_000, { by: 'vera' });
    await shop.advance('2026-11-21T12:00:00Z');
    await shop.do('POST', `/v1/programs/${programId}/versions`, {
      document: club([silver, { id: 'gold', name, entry: { if: [condition] } }], more),
    });
    await shop.do('POST', `/v1/programs/${programId}/versions/2/publish`, {});
    await shop.pay('o-2', 200_000, { by: 'vera' });
    expect((await shop.customer('vera')).memberships[0].tier.id).toBe('gold');
  });

  it('or asks less of one is gone by from the entry on: nobody is warned of losing what they have just earned for life', async () => {
    const goldOf = (atLeast: number): object => ({
      id: 'gold',
      name,
      entry: { if: [{ spend: { atLeast: rub(atLeast), withinDays: 10 } }] },
    });
    const shop = await openShop();
    const programId = await shop.publish(club([silver, goldOf(9_000_000)]));
    await shop.member('vera', programId);
    await shop.pay('o-1', 100_000, { by: 'vera' });
    await shop.advance('2026-11-21T12:00:00Z');
    await shop.do('POST', `/v1/programs/${programId}/versions`, { document: club([silver, goldOf(250_000)]) });
    await shop.do('POST', `/v1/programs/${programId}/versions/2/publish`, {});
    const { notes } = await shop.pay('o-2', 200_000, { by: 'vera' });
    expect((notes ?? []).filter(({ kind }: { kind: string }) => kind === 'tier-will-drop')).toEqual([]);
    expect((await shop.customer('vera')).memberships[0].tier).toMatchObject({ id: 'gold' });
  });
});
