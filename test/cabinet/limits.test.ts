/** What a member is told of rewards that are not coming, and for what the others came (1-14, contract.md 6.13, 6.14). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cabinet, type CabinetShop, openCabinetShop, program } from './cabinet-shop.ts';

const [first] = program.rules;
const capped = {
  ...program,
  rules: [
    { ...first, caps: { perReferrer: { count: 1, per: 'year' } } },
    {
      id: 'mug',
      on: 'order.paid',
      if: [{ paid: { atLeast: { amountMinor: '200000', currency: 'RUB' } } }],
      grant: {
        to: 'buyer',
        benefit: { kind: 'gift', sku: 'Кружка', cost: { amountMinor: '20000', currency: 'RUB' } },
        hold: { days: 14, from: 'payment' },
      },
    },
    { id: 'own', on: 'order.paid', grant: { to: 'buyer', benefit: { kind: 'credit', amount: { amountMinor: '5000', currency: 'RUB' } } } },
  ],
};

describe('a member at the cap of their programme', () => {
  let shop: CabinetShop;
  let cabinet: Cabinet;

  beforeAll(async () => {
    shop = await openCabinetShop({ now: new Date('2026-11-20T08:00:00Z') });
    const programId = await shop.publish(capped);
    await shop.join('marina', programId, 'MARINA');
    cabinet = await shop.open('marina', programId);
  });

  const left = async () => (await cabinet.get('home')).body.programs[0].rewardsLeft;

  it('sees how many rewards are left, and of a friend beyond them that no reward is coming', async () => {
    expect(await left()).toEqual({
      ru: 'Осталось наград за друзей: 1 из 1 в этом году.',
      en: 'Rewards for friends left: 1 of 1 this year.',
    });
    await shop.pay({ id: 'o-1', total: '300000', customer: { externalId: 'petr', name: 'Пётр Иванов' }, code: 'MARINA' });
    await shop.pay({ id: 'o-2', total: '300000', customer: { externalId: 'anna', name: 'Анна Белова' }, code: 'MARINA' });
    expect((await left()).ru).toContain('0 из 1');
    const friends: { initials: string; text: { ru: string }; whyNotYet: { ru: string } }[] = (await cabinet.get('friends')).body.items;
    const told = (initials: string) => friends.find((friend) => friend.initials === initials);
    expect(told('П.\u00a0И.')?.text.ru).toBe('В ожидании');
    expect(told('А.\u00a0Б.')).toMatchObject({
      text: { ru: 'Без награды' },
      whyNotYet: { ru: 'Награда не начислена: достигнут предел программы.' },
    });
  });

  it('reads in the history for what each reward came, and of which programme', async () => {
    await shop.pay({ id: 'own-1', total: '100000', customer: { externalId: 'marina' } });
    const texts: string[] = (await cabinet.get('history')).body.items.map(({ text }: { text: { ru: string } }) => text.ru);
    expect(texts).toContain('Награда начислена и ждёт: за приглашённого друга («Чай с друзьями»)');
    expect(texts).toContain('Награда начислена: за ваш заказ («Чай с друзьями»)');
  });

  it('reads the name of a gift that waits', async () => {
    await shop.pay({ id: 'own-2', total: '250000', customer: { externalId: 'marina' } });
    const names: { ru: string; en: string }[] = (await cabinet.get('home')).body.held.flatMap(({ name }: { name: unknown }) => name ?? []);
    expect(names).toEqual([{ ru: 'Подарок «Кружка»', en: 'The gift “Кружка”' }]);
  });
});
