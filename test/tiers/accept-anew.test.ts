import { expect, it } from 'vitest';
import { credit, newcomers, program, rule, to } from '../contract/programs.ts';
import { openShop } from '../contract/shop.ts';

const name = { ru: 'Партнёр', en: 'Partner' };

function partners(basisPoints: number): object {
  const share = rule([to('referrer', { kind: 'commission', percent: { basisPoints } })], { id: 'share' });
  const entry = { if: [{ qualifiedReferrals: { atLeast: 1 } }], acceptance: 'partnerTerms' };
  return program([rule([to('referrer', credit(1_000))], { id: 'base', if: newcomers })], {
    enrolment: { mode: 'optIn', if: [] },
    tiers: [{ id: 'partner', name, entry, replaces: ['base'], rules: [share] }],
  });
}

it.each([
  ['worse asks for a new yes', 100, null],
  ['better does not', 1_500, 'partner'],
])('0-21 2-13: terms that became %s from a partner who lost the tier and comes back', async (_name, basisPoints, comesBackTo) => {
  const shop = await openShop();
  const programId = await shop.publish(partners(1_000));
  await shop.member('anna', programId);
  const accept = async () => {
    const { version, textHash } = await shop.get(`/v1/programs/${programId}/terms?locale=ru`);
    await shop.do('POST', `/v1/customers/anna/memberships/${programId}/tier/accept`, { version, textHash, locale: 'ru' });
  };
  const tier = async () => (await shop.customer('anna')).memberships[0].tier;
  await shop.pay('x-1', 100_000, { by: 'x', code: 'ANNA' });
  await accept();
  expect((await tier()).id).toBe('partner');
  shop.setClock('2026-11-21T12:00:00Z');
  await shop.publishNext(programId, partners(basisPoints));
  shop.setClock('2026-11-21T13:00:00Z');
  await shop.pay('anna-1', 100_000, { by: 'anna' });
  // Whoever stands in the tier is not put out of it by what others decide.
  expect((await tier()).id).toBe('partner');
  await shop.refund('x-1', 'r-1');
  expect((await tier()).id).toBeNull();
  await shop.pay('y-1', 100_000, { by: 'y', code: 'ANNA' });
  expect((await tier()).id).toBe(comesBackTo);
  if (comesBackTo === null) await accept();
  expect((await tier()).id).toBe('partner');
});
