import { describe, expect, it } from 'vitest';
import { newcomers, percent, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';
import { rub, said } from '../contract/wire.ts';

const partnerSteps = {
  kind: 'commission',
  steps: {
    mode: 'milestone',
    table: [
      { from: 1, amount: rub(10_000) },
      { from: 3, amount: rub(50_000) },
    ],
  },
};

/** Two friends bring the tier; its own rule stands in for the programme's. */
const ladder = program([rule([to('referrer', percent(500))], { id: 'member', if: newcomers })], {
  tiers: [
    {
      id: 'partner',
      name: { ru: 'Партнёр', en: 'Partner' },
      entry: { if: [{ qualifiedReferrals: { atLeast: 2 } }] },
      downgrade: 'none',
      replaces: ['member'],
      rules: [rule([to('referrer', partnerSteps)], { id: 'partner', if: newcomers })],
    },
  ],
});

async function bring(shop: ContractShop, number: number): Promise<readonly string[]> {
  const at = `2026-11-20T12:0${number}:00Z`;
  shop.setClock(at);
  return said(await shop.pay(`o-${number}`, 100_000, { by: `friend-${number}`, code: 'ANNA', at }));
}

describe('steps of a tier (0-17, 0-21)', () => {
  it('count the friends who came before the promotion, whose rewards stay on their own rule', async () => {
    const shop = await openShop();
    await shop.member('anna', await shop.publish(ladder));
    expect(await bring(shop, 1)).toEqual(['referrer issued 5000']);
    expect(await bring(shop, 2)).toEqual(['referrer issued 5000']);
    // The third friend, and the first under the partner's rule.
    expect(await bring(shop, 3)).toEqual(['referrer issued 50000']);
    expect(await bring(shop, 4)).toEqual([]);
  });

  it('are recounted when a friend of the time before is taken back', async () => {
    const shop = await openShop();
    await shop.member('anna', await shop.publish(ladder));
    for (let number = 1; number <= 4; number += 1) await bring(shop, number);
    await shop.cancel('o-1');
    // Three are left: the one who was third is second now and adds nothing, the fourth is third; nothing was freed for the partner's rule.
    expect(await shop.rewardsOf('o-3')).toEqual(['referrer issued 50000']);
    await shop.cancel('o-2');
    expect(await shop.rewardsOf('o-3')).toEqual(['referrer issued 10000']);
    expect(await shop.balance('anna')).toMatchObject({ available: 10_000 });
  });
});
