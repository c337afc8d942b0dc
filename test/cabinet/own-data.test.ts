/** What a member and staff take along is everything that is kept, gathered in one way (review L5; GDPR art. 15). */
import { beforeAll, describe, expect, it } from 'vitest';
import { saveMailSetup } from '../../src/messages/mail-setup.store.ts';
import { type Cabinet, type CabinetShop, generous, openCabinetShop } from './cabinet-shop.ts';

const START = new Date('2026-11-20T12:00:00Z');
const ACCOUNT = `40817810${'4'.repeat(12)}`;
const PAYEE = { type: 'individual', name: 'Марина Светлова', taxId: '500100732259', account: ACCOUNT, bankCode: '044525225' };

/** Tables about a customer of which an export holds nothing, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  event: 'its decisions are what the export tells',
  event_personal: 'as eventData',
  person: 'as customer',
  identity: 'keyed hashes of what customer holds',
  customer: 'as customer',
  sign_in_code: 'a hash that is over in ten minutes',
  counter: 'sums of what the export tells',
  balance: 'as customer.balances',
  lot: 'as customer.balances',
  transfer: 'as entries',
  membership: 'as customer.memberships',
  standing: 'as customer.memberships',
  code: 'as customer.codes',
  shop_order: 'as orderIds',
  access_entry: 'the log of doors of the business',
};

describe('an export of a member’s data', () => {
  let shop: CabinetShop;
  let cabinet: Cabinet;
  let programId: string;

  beforeAll(async () => {
    shop = await openCabinetShop({ now: START });
    const { api } = shop;
    programId = await shop.publish(generous);
    const smtp = { host: '127.0.0.1', port: 2525, security: 'none', username: null, password: null } as const;
    await saveMailSetup(
      api.test.database.kysely,
      api.business.tenantId,
      { ...smtp, fromName: null, fromAddress: 'shop@tea.example', replyTo: null },
      START,
    );
    await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: { name: 'Марина Светлова', email: 'marina@tea.example' } });
    await shop.join('bringer', programId, 'BRINGER');
    await shop.pay({ id: 'own-1', total: '200000', customer: { externalId: 'marina' }, code: 'BRINGER' });
    await shop.join('marina', programId, 'MARINA');
    await api.post('/v1/events', { id: 'd', type: 'order.delivered', occurredAt: START.toISOString(), order: { id: 'own-1' } });
    await api.post('/v1/events', {
      id: 'f',
      type: 'feedback.given',
      occurredAt: START.toISOString(),
      customer: { externalId: 'marina' },
      score: 9,
    });
    await shop.pay({ id: 'of-a-friend', total: '345678', customer: { externalId: 'friend', name: 'Пётр Иванов' }, code: 'MARINA' });
    await api.post('/v1/customers/marina/adjustments', {
      amount: { amountMinor: '45000', currency: 'RUB' },
      reason: 'подарок',
      actor: 'olga',
    });
    await api.post('/v1/reservations', { customer: { externalId: 'marina' }, amount: { amountMinor: '100', currency: 'RUB' } });
    cabinet = await shop.open('marina', programId);
    const [friend] = (await cabinet.get('friends')).body.items;
    await cabinet.send('PUT', `friends/${friend.id}/label`, { label: 'Петя с работы' });
    await cabinet.send('POST', 'claims', { friend: 'Лена' });
    await cabinet.send('POST', 'shares', { channel: 'telegram' });
    await cabinet.send('PATCH', 'wishes', { noInvitations: true, mail: [{ kind: 'friend-joined', wanted: false }] });
    const terms = (await cabinet.get(`programs/${programId}/terms?locale=ru`)).body;
    const accepted = { version: terms.version, textHash: terms.textHash, locale: 'ru' };
    expect((await cabinet.send('POST', `programs/${programId}/terms`, accepted)).status).toBe(204);
    expect((await cabinet.send('PUT', 'payee', PAYEE)).status).toBe(200);
    const [choice] = (await cabinet.get('home')).body.choices;
    expect((await cabinet.send('POST', `rewards/${choice.rewardId}/choose`, { perk: 'webinar' })).status).toBe(204);
    const { consent } = (await cabinet.get('introduction')).body;
    const introduction = { shownAs: 'initial', words: 'Люблю этот чай', locale: 'ru', textHash: consent.textHash.ru };
    expect((await cabinet.send('PUT', 'introduction', introduction)).status).toBe(200);
  });

  it('holds what is kept, for the member and for staff alike', async () => {
    const mine = (await cabinet.get('export')).body;
    const theirs = (await shop.api.get('/v1/customers/marina/export')).body;
    for (const exported of [mine, theirs]) {
      expect(exported).toMatchObject({
        customer: { email: 'marina@tea.example' },
        introduction: { shownAs: 'initial', words: 'Люблю этот чай', agreedAt: START.toISOString() },
        payee: { name: 'Марина Светлова', account: '…4444', taxId: '…2259' },
        acceptances: [{ programId, scope: 'program', version: 1, method: 'button' }],
        reservations: [{ unit: 'RUB', amount: '100', status: 'reserved' }],
        scores: [{ score: 9 }],
        attributions: [{ programId, by: 'code' }],
        sessions: [{ method: 'token', network: '127.0.0.0/24' }],
        claims: [{ friend: 'Лена', status: 'open' }],
        wishes: { noInvitationsSince: START.toISOString(), declinedAll: false, declined: ['friend-joined'] },
        shares: [{ day: '2026-11-20', channel: 'telegram', shares: 1 }],
        payouts: [],
      });
      expect(exported.coupons.map(({ status }: { status: string }) => status)).toContain('issued');
      expect(exported.messages.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['bonus-held']));
      expect(exported.rewards.map(({ benefit }: { benefit: { chosen?: string } }) => benefit.chosen)).toContain('webinar');
      expect(exported.perks.map(({ perk }: { perk: string }) => perk)).toContain('webinar');
      expect(exported.eventData.some(({ data }: { data: string }) => data.includes('подарок'))).toBe(true);
      // Where money goes is shown to nobody whole: whoever got hold of a session has nothing of it.
      expect(JSON.stringify(exported)).not.toMatch(new RegExp(`${ACCOUNT}|500100732259`));
    }
    expect(mine.friends).toMatchObject([{ label: 'Петя с работы' }]);
    expect(theirs.labels).toMatchObject([{ label: 'Петя с работы' }]);
    expect(JSON.stringify(mine)).not.toMatch(/of-a-friend|345678|bringer|BRINGER/);
  });

  it('leaves no table about a customer out without a reason', async () => {
    const tables = await shop.api.rows<{ name: string }>(
      `select distinct c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and a.attname in ('customer_id', 'referrer_id') and not a.attisdropped
         and n.nspname = current_schema() order by 1`,
    );
    const told = ['access_grant', 'attribution', 'consent', 'coupon', 'feedback', 'friend_claim', 'friend_label', 'introduction', 'mail'];
    const also = ['mail_choice', 'member_session', 'member_wish', 'payee', 'payout', 'referral', 'reservation', 'reward', 'share_count'];
    const known = [...told, ...also, 'terms_acceptance', 'touch', ...Object.keys(LEFT_OUT)];
    expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });
});
