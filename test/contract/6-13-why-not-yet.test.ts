/** Why a referral has not counted (contract.md 6.13): by the rules it came under, coarse for the referrer and whole for staff. */
import { expect, it } from 'vitest';
import { credit, newcomers, program, rule, to } from './programs.ts';
import { openShop } from './shop.ts';
import { rub } from './wire.ts';

const name = { ru: 'Партнёр', en: 'Partner' };
const from = (id: string, least: number): object =>
  rule([to('referrer', credit(1_000))], { id, if: [...newcomers, { paid: { atLeast: rub(least) } }] });
const ladder = (least: number): object =>
  program([from('base', 100_000)], {
    tiers: [{ id: 'partner', name, entry: { if: [{ paidOrders: { atLeast: 1 } }] }, replaces: ['base'], rules: [from('tiered', least)] }],
    enrolment: { mode: 'optIn', if: [] },
  });

it('0-16 asks of a friend of a partner what the partner’s rule asked when they came', async () => {
  const shop = await openShop();
  const programId = await shop.publish(ladder(500_000));
  await shop.member('anna', programId);
  await shop.pay('a-1', 100_000, { by: 'anna' });
  shop.setClock('2026-11-20T13:00:00Z');
  await shop.pay('x-1', 200_000, { by: 'x', code: 'ANNA' });
  const told = async () => (await shop.referralOf('anna', 'x-1')).whyNotYet;
  expect((await told()).staff.en).toContain('5,000');
  expect((await told()).friend.ru).toMatch(/5\D000/);
  expect((await told()).referrer.ru).not.toMatch(/\d/);
  shop.setClock('2026-11-20T14:00:00Z');
  await shop.publishNext(programId, ladder(700_000));
  expect((await told()).staff.en).toContain('5,000');
});

it('0-20 says that a reward is being checked, and to staff for what it waits, before the date and after it', async () => {
  const shop = await openShop();
  const hold = { days: 14, from: 'payment', reasons: ['review', 'tax-data'] };
  const programId = await shop.publish(
    program([rule([to('referrer', credit(1_000), { hold })], { if: newcomers })], { enrolment: { mode: 'optIn', if: [] } }),
  );
  await shop.member('marina', programId);
  await shop.pay('olga-1', 300_000, { by: 'olga', code: 'MARINA' });
  const told = async () => (await shop.referralOf('marina', 'olga-1')).whyNotYet;
  expect((await told()).staff.en).toContain('The referrer’s reward waits for a check by staff and tax data.');
  expect((await told()).referrer.en).toContain('The reward will be checked as well.');
  await shop.advance('2026-12-20T12:00:10Z');
  expect(await told()).toEqual({
    friend: { ru: 'Приглашение засчитано.', en: 'The invitation has counted.' },
    referrer: { ru: 'Приглашение засчитано; награда проверяется.', en: 'The invitation has counted; the reward is being checked.' },
    staff: {
      ru: 'Награда пригласившего ждёт проверки сотрудником и данных для налога.',
      en: 'The referrer’s reward waits for a check by staff and tax data.',
    },
  });
  const waiting = (await shop.get('/v1/customers/marina/rewards')).items.find(({ status }: { status: string }) => status === 'held');
  await shop.do('POST', `/v1/rewards/${waiting.id}/approve`, { actor: 'anna' });
  expect(await told()).toBeNull();
});

it('1-14 tells the referrer when no reward is coming, before the date and after it, and nothing of the friend', async () => {
  const shop = await openShop();
  const caps = { perReferrer: { count: 1, per: 'life' } };
  const hold = { days: 14, from: 'payment' };
  const capped = rule([to('referrer', credit(1_000), { hold }), to('friend', credit(200))], { if: newcomers, caps });
  const programId = await shop.publish(program([capped], { enrolment: { mode: 'optIn', if: [] } }));
  await shop.member('marina', programId);
  await shop.pay('olga-1', 300_000, { by: 'olga', code: 'MARINA' });
  await shop.pay('petr-1', 300_000, { by: 'petr', code: 'MARINA' });
  const told = async (orderId: string) => (await shop.referralOf('marina', orderId)).whyNotYet;
  const limit = { ru: 'Награда не начислена: достигнут предел программы.', en: 'No reward: a limit of the programme is reached.' };
  expect((await told('olga-1')).referrer.en).toContain('Final on');
  expect(await told('petr-1')).toMatchObject({ referrer: limit, friend: { en: expect.stringContaining('Final on') } });
  expect((await told('petr-1')).staff.en).toContain('cap for the referrer is reached');
  await shop.advance('2026-12-20T12:00:10Z');
  expect((await shop.referralOf('marina', 'petr-1')).status).toBe('qualified');
  expect([await told('olga-1'), (await told('petr-1')).referrer]).toEqual([null, limit]);
});
