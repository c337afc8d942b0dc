/** What a tier says of a member goes with the tier, whichever way it goes. */
import { expect, it } from 'vitest';
import { credit, program, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';

const WORDS = ['Значок верных', 'Faithful badge', 'Здравствуйте, верная', 'Hello, faithful', 'Спасибо за верность', 'Thanks for faith'];
const faithful = {
  id: 'faithful',
  name: { ru: 'Верные', en: 'Faithful' },
  badge: { ru: WORDS[0], en: WORDS[1] },
  greeting: { ru: WORDS[2], en: WORDS[3] },
  thankYou: { ru: WORDS[4], en: WORDS[5] },
  entry: { if: [{ paidOrders: { atLeast: 2 } }] },
};
const club = (tiers: readonly object[]): object =>
  program([rule([to('buyer', credit(1_000))])], { enrolment: { mode: 'optIn', if: [] }, tiers });

/** Everything that tells of the member, as text. */
async function answers(shop: ContractShop): Promise<string> {
  const paths = ['', '/export', '/offers', '/rewards', '/referrals'].map((path) => `/v1/customers/ira${path}`);
  const replies = await Promise.all(paths.map((url) => shop.ask({ method: 'GET', url })));
  return replies.map(({ text }) => text).join('\n');
}

async function faithfulMember(): Promise<{ shop: ContractShop; programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(club([faithful]));
  await shop.member('ira', programId);
  for (const n of [1, 2]) await shop.pay(`i-${n}`, 100_000, { by: 'ira' });
  const told = await answers(shop);
  for (const word of WORDS) expect(told).toContain(word);
  return { shop, programId };
}

it('0-14 takes badge, greeting and thank-you out of every answer when the member loses the tier', async () => {
  const { shop } = await faithfulMember();
  await shop.refund('i-2', 'r-1');
  const told = await answers(shop);
  for (const word of WORDS) expect(told).not.toContain(word);
});

it('0-14 takes badge, greeting and thank-you out of every answer when a new version has no such tier', async () => {
  const { shop, programId } = await faithfulMember();
  shop.setClock('2026-11-20T13:00:00Z');
  await shop.publishNext(programId, club([]));
  await shop.advance('2026-11-21T12:00:00Z');
  const told = await answers(shop);
  for (const word of WORDS) expect(told).not.toContain(word);
});
