/** What a member does in the cabinet: every act goes down the road, as the member, and nobody does it for another (1-13, 1-14, 0-14). */
import { beforeAll, describe, expect, it } from 'vitest';
import { expectSound } from '../support/sound.ts';
import { type Cabinet, type CabinetShop, generous, openCabinetShop, PAGE, program } from './cabinet-shop.ts';

const START = new Date('2026-11-20T12:00:00Z');
const later = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);

describe('a member in the cabinet', () => {
  let shop: CabinetShop;
  let programId: string;
  let cabinet: Cabinet;

  beforeAll(async () => {
    shop = await openCabinetShop({ now: START });
    programId = await shop.publish(generous);
    await shop.api.ask({
      method: 'PATCH',
      url: '/v1/tenant',
      body: { landingDomains: ['tea.example'], couponUrl: 'https://tea.example/cart?coupon={code}' },
    });
    await shop.join('marina', programId, 'MARINA');
    await shop.pay({ id: 'own-1', total: '200000', customer: { externalId: 'marina' } });
    await shop.api.post('/v1/events', {
      id: 'delivered',
      type: 'order.delivered',
      occurredAt: START.toISOString(),
      order: { id: 'own-1' },
    });
    cabinet = await shop.open('marina', programId);
  });

  const home = async () => (await cabinet.get('home')).body;
  const lastEvent = async () => {
    const [row] = await shop.api.rows<{ type: string; body: string }>('select type, body from event order by sequence desc limit 1');
    return { type: row?.type, actor: JSON.parse(row?.body ?? '{}').actor };
  };

  it('sees each coupon with its terms, its end and its way into the shop', async () => {
    const [coupon] = (await home()).coupons;
    expect(coupon).toMatchObject({ status: 'issued', shopUrl: `https://tea.example/cart?coupon=${coupon.code}` });
    expect(coupon.name.ru).toContain('300');
    expect([coupon.terms[0].ru, coupon.validUntil]).toEqual(['Один купон на заказ.', expect.any(String)]);
    const wrong = await shop.api.ask({ method: 'PATCH', url: '/v1/tenant', body: { couponUrl: 'https://evil.example/{code}' } });
    expect([wrong.status, wrong.body.field]).toEqual([422, 'couponUrl']);
  });

  it('sees the tier with its greeting and thanks, and what is missing to the next', async () => {
    const { tier } = (await home()).programs[0];
    expect(tier).toMatchObject({
      name: { ru: 'Друг дома' },
      greeting: { ru: 'Рады вам как своим.' },
      thankYou: { ru: 'Спасибо, что рассказываете о нас!' },
    });
    expect(tier.next.missing[0]).toMatchObject({ metric: 'qualifiedReferrals', missing: 3 });
  });

  it('chooses a reward once, as the actor of the act, and nobody for another', async () => {
    const [choice] = (await home()).choices;
    await shop.join('thief', programId, 'THIEF');
    const thief = await shop.open('thief', programId);
    const stolen = await thief.send('POST', `rewards/${choice.rewardId}/choose`, { perk: 'webinar' });
    expect([stolen.status, stolen.body.code]).toEqual([404, 'reward_unknown']);
    expect((await cabinet.send('POST', `rewards/${choice.rewardId}/choose`, { perk: 'tasting' })).status).toBe(204);
    expect(await lastEvent()).toEqual({ type: 'reward.chosen', actor: expect.stringMatching(/^member:cus_[0-9a-f]{32}$/) });
    expect((await home()).choices).toEqual([]);
  });

  it('opens an access of the tier, once', async () => {
    expect((await home()).programs[0].perks.map(({ perk }: { perk: string }) => perk)).toEqual(['webinar']);
    expect((await cabinet.send('POST', 'perks', { programId, perk: 'webinar' })).status).toBe(204);
    const { accesses, programs } = await home();
    expect(accesses.some(({ link }: { link: string | null }) => link?.startsWith('https://tea.example/webinar'))).toBe(true);
    expect(programs[0].perks).toEqual([]);
    expect((await cabinet.send('POST', 'perks', { programId, perk: 'webinar' })).body.code).toBe('perk_taken');
  });

  it('is kept with the network they came from, and no full address', async () => {
    const [session] = await shop.api.rows<{ address: string }>('select address from member_session limit 1');
    expect(session?.address).toBe('127.0.0.0/24');
  });

  it('reads no terms that are not published', async () => {
    const drafted = await shop.api.post(`/v1/programs/${programId}/versions`, { document: generous });
    expect(drafted.status, drafted.text).toBe(201);
    const path = `programs/${programId}/terms?locale=ru&version=2`;
    expect((await cabinet.get(path)).body.code).toBe('version_unknown');
  });

  it('accepts the terms that were shown, and no others', async () => {
    const terms = (await cabinet.get(`programs/${programId}/terms?locale=ru`)).body;
    const body = { version: terms.version, textHash: terms.textHash, locale: 'ru' };
    expect((await cabinet.send('POST', `programs/${programId}/terms`, { ...body, textHash: '0'.repeat(64) })).body.code).toBe(
      'terms_changed',
    );
    expect((await cabinet.send('POST', `programs/${programId}/terms`, body)).status).toBe(204);
    expect((await home()).programs[0].terms).toMatchObject({ accepted: terms.version, mustAccept: false });
  });

  it('joins, pauses, resumes and leaves, but does not unblock', async () => {
    const guest = await shop.open('guest', programId);
    const change = (status: string) => guest.send('PATCH', `programs/${programId}`, { status });
    const status = async () => (await guest.get('home')).body.programs[0].status;
    expect((await guest.send('POST', `programs/${programId}/join`)).status).toBe(204);
    expect([(await change('paused')).status, await status()]).toEqual([204, 'paused']);
    expect([(await change('active')).status, await status()]).toEqual([204, 'active']);
    await shop.api.ask({
      method: 'PATCH',
      url: '/v1/customers/guest/memberships',
      body: { programId, status: 'blocked', actor: 'olga' },
    });
    expect((await change('active')).status).toBe(422);
    expect((await change('blocked')).status).toBe(422);
    expect(await status()).toBe('blocked');
  });

  it('comes back after leaving by the conditions of joining, and not out of a pause that staff made (review L10)', async () => {
    const conditional = await shop.publish({
      ...program,
      name: { ru: 'Для своих', en: 'For our own' },
      enrolment: { mode: 'optIn', if: [{ paidOrders: { atLeast: 1 } }] },
    });
    const staff = (externalId: string, id: string, status: string) =>
      shop.api.ask({ method: 'PATCH', url: `/v1/customers/${externalId}/memberships`, body: { programId: id, status, actor: 'olga' } });
    const returning = await shop.open('returning', conditional);
    const change = (id: string, status: string) => returning.send('PATCH', `programs/${id}`, { status });
    await shop.pay({ id: 'returning-1', total: '200000', customer: { externalId: 'returning' } });
    expect((await returning.send('POST', `programs/${conditional}/join`)).status).toBe(204);
    expect((await change(conditional, 'left')).status).toBe(204);
    const stricter = { ...program, enrolment: { mode: 'optIn', if: [{ paidOrders: { atLeast: 2 } }] } };
    const drafted = await shop.api.post(`/v1/programs/${conditional}/versions`, { document: stricter });
    expect((await shop.api.post(`/v1/programs/${conditional}/versions/2/publish`)).status, drafted.text).toBe(200);
    const refused = await change(conditional, 'active');
    expect([refused.status, refused.body.code]).toEqual([422, 'enrolment_conditions']);
    expect((await staff('returning', conditional, 'active')).body.code, 'the shop’s own program goes the same way').toBe(
      'enrolment_conditions',
    );

    expect((await returning.send('POST', `programs/${programId}/join`)).status).toBe(204);
    expect((await staff('returning', programId, 'paused')).status).toBe(200);
    for (const act of [
      () => change(programId, 'active'),
      () => returning.send('POST', `programs/${programId}/join`),
      async () => {
        await change(programId, 'left');
        return change(programId, 'active');
      },
    ]) {
      const kept = await act();
      expect([kept.status, kept.body.code]).toEqual([409, 'membership_paused_by_shop']);
      expect(kept.body.text.ru).toContain('Напишите');
    }
    expect((await staff('returning', programId, 'active')).status).toBe(200);
    expect((await change(programId, 'paused')).status).toBe(204);
    expect((await change(programId, 'active')).status, 'a pause of one’s own').toBe(204);
  });

  it('claims that a friend is not counted; staff answer once, the log has both, and the member reads the answer', async () => {
    const filed = await cabinet.send('POST', 'claims', { friend: 'Лена с работы', note: 'в начале ноября' });
    expect(filed.status, filed.text).toBe(201);
    expect(await lastEvent()).toEqual({ type: 'friend-claim.filed', actor: expect.stringMatching(/^member:/) });
    expect((await home()).claims).toBe(1);
    const { items } = (await shop.api.get('/v1/friend-claims?status=open')).body;
    expect(items).toMatchObject([{ id: filed.body.id, friend: 'Лена с работы', note: 'в начале ноября', answer: null }]);
    const answer = { outcome: 'accepted', answer: 'Нашли, спасибо!', actor: 'olga' };
    const url = `/v1/friend-claims/${filed.body.id}/answer`;
    expect((await shop.api.post(url, answer)).body).toMatchObject({ status: 'accepted', answeredBy: 'olga' });
    expect(await lastEvent()).toEqual({ type: 'friend-claim.answered', actor: 'olga' });
    expect((await shop.api.post(url, answer)).body.code).toBe('friend_claim_answered');
    expect((await cabinet.get('claims')).body.items).toMatchObject([{ status: 'accepted', answer: 'Нашли, спасибо!' }]);
    const again = { friend: ' лена  с работы', note: 'В начале ноября' };
    const anew = await Promise.all([cabinet.send('POST', 'claims', again), cabinet.send('POST', 'claims', again)]);
    expect(anew.map(({ status, body }) => [status, body.id, body.status])).toEqual(anew.map(() => [201, anew[0].body.id, 'open']));
    expect(anew[0].body.id, 'an answered claim may be made anew').not.toBe(filed.body.id);
    expect((await cabinet.send('POST', 'claims', again)).text, 'a retry has the first answer').toBe(anew[0].text);
    const filings = await shop.api.rows(`select 1 from event where type = 'friend-claim.filed'`);
    expect(filings, 'each claim is in the log once (review M10)').toHaveLength(2);
    const other = await shop.api.addBusiness('other-claims');
    expect((await shop.api.ask({ method: 'POST', url, body: answer, key: other.secretKey })).status).toBe(404);
    for (let each = 0; each < 10; each += 1) await cabinet.send('POST', 'claims', { friend: `Друг ${each}` });
    expect((await cabinet.send('POST', 'claims', { friend: 'Ещё один' })).body.code).toBe('friend_claim_limit');
  });

  it('counts shares by channel', async () => {
    for (const channel of ['telegram', 'telegram', 'qr']) expect((await cabinet.send('POST', 'shares', { channel })).status).toBe(204);
    expect((await cabinet.send('POST', 'shares', { channel: 'carrier-pigeon' })).status).toBe(422);
    const counted = await shop.api.rows('select channel, shares from share_count order by channel');
    expect(counted).toEqual([
      { channel: 'qr', shares: 1 },
      { channel: 'telegram', shares: 2 },
    ]);
    expect((await shop.api.get('/v1/overview')).body.funnel.shares).toEqual([
      { channel: 'telegram', shares: 2 },
      { channel: 'qr', shares: 1 },
    ]);
  });

  it('says what is not wanted', async () => {
    const changed = await cabinet.send('PATCH', 'wishes', { noInvitations: true, mail: [{ kind: 'friend-joined', wanted: false }] });
    expect(changed.status, changed.text).toBe(200);
    const { body } = await cabinet.get('wishes');
    expect(body.noInvitations).toBe(true);
    expect(body.mail.find(({ kind }: { kind: string }) => kind === 'friend-joined').wanted).toBe(false);
    expect((await cabinet.send('PATCH', 'wishes', { mail: [{ kind: 'sign-in-code', wanted: false }] })).body.field).toBe('mail[0].kind');
  });

  it('changes where money goes only soon after signing in', async () => {
    const details = { type: 'individual', name: 'Марина Светлова', taxId: '500100732259', account: '4'.repeat(20), bankCode: '044525225' };
    shop.api.clock.set(later(11));
    expect((await cabinet.send('PUT', 'payee', details)).body.code).toBe('sign_in_again');
    const fresh = await shop.open('marina', programId);
    const saved = await fresh.send('PUT', 'payee', details);
    expect(saved.status, saved.text).toBe(200);
    expect((await fresh.get('payee')).body).toMatchObject({ account: '…4444', taxId: '…2259' });
    shop.api.clock.set(START);
  });

  it('shares in private only, unless the programme names its mark; then the mark is in the text', async () => {
    const channelsOf = async (of: Cabinet, id: string) => {
      const { share } = (await of.get('home')).body.programs.find((each: { id: string }) => each.id === id);
      return { share, channels: share.channels.map(({ channel }: { channel: string }) => channel) };
    };
    const { share, channels } = await channelsOf(cabinet, programId);
    expect(channels).toEqual(['native', 'copy', 'qr', 'telegram', 'vk', 'whatsapp', 'max', 'email', 'sms']);
    expect(share.disclosure.ru).toContain('вознаграждение');
    const open = { ...program, sharing: 'public' };
    const unmarked = (await shop.api.post('/v1/programs', { document: open })).body;
    const refused = await shop.api.post(`/v1/programs/${unmarked.id}/versions/1/publish`, {});
    expect([refused.status, refused.text.includes('public-sharing-for-reward')]).toEqual([422, true]);
    const marked = await shop.publish({ ...open, marking: { erid: '2VtzqxAbCd', advertiser: 'ООО «Чайная»' } });
    await shop.join('marina', marked, 'MARINA2');
    const posted = await channelsOf(cabinet, marked);
    expect(posted.channels).toEqual(expect.arrayContaining(['vkWall', 'okWall', 'telegramChannel']));
    expect(posted.share.disclosure.ru).toMatch(/Реклама\. ООО «Чайная»\. erid: 2VtzqxAbCd$/);
  });

  it('takes their data along, and has them erased with every session', async () => {
    await shop.api.ask({ method: 'PUT', url: '/v1/customers/leaver', body: { email: 'leaver@tea.example', name: 'Лев' } });
    await shop.join('leaver', programId, 'LEAVER');
    await shop.pay({ id: 'by-leaver', total: '200000', customer: { externalId: 'follower', name: 'Ева Кот' }, code: 'LEAVER' });
    const leaver = await shop.open('leaver', programId);
    const [friend] = (await leaver.get('friends')).body.items;
    await leaver.send('PUT', `friends/${friend.id}/label`, { label: 'Соседка' });
    await leaver.send('POST', 'claims', { friend: 'Кто-то' });
    const exported = (await leaver.get('export')).body;
    expect(exported).toMatchObject({
      customer: { email: 'leaver@tea.example' },
      claims: [{ friend: 'Кто-то' }],
    });
    expect(exported.friends.map(({ label }: { label: string }) => label)).toContain('Соседка');
    shop.api.clock.set(later(11));
    expect((await leaver.send('DELETE', 'me')).body.code).toBe('sign_in_again');
    const fresh = await shop.open('leaver', programId);
    expect((await fresh.send('DELETE', 'me')).status).toBe(204);
    for (const each of [leaver, fresh]) expect((await each.get('home')).status).toBe(401);
    const left = await shop.api.rows<{ n: string }>(
      `select (select count(*) from friend_label) + (select count(*) from friend_claim where friend = 'Кто-то') as n`,
    );
    expect(Number(left[0]?.n)).toBe(0);
    shop.api.clock.set(START);
  });

  it('is another business’s nobody', async () => {
    const other = await shop.api.addBusiness('other-cabinet');
    const made = await shop.api.ask({ method: 'POST', url: '/v1/tenant/cabinet-secrets', key: other.secretKey });
    const token = await shop.signToken({ aud: programId, sub: 'marina', secret: made.body.secret });
    const ask = (headers: Readonly<Record<string, string>>) =>
      shop.api.ask({ method: 'POST', url: '/v1/cabinet/sessions', key: null, headers, body: { token } });
    expect((await ask({ ...PAGE, 'x-sarafan-shop': 'other-cabinet' })).body.code).toBe('cabinet_token_audience');
    expect((await ask(PAGE)).body.code).toBe('cabinet_token_invalid');
    const { 'x-sarafan-shop': _shop, ...nobody } = PAGE;
    expect((await ask(nobody)).status, 'one address of several businesses says none of them').toBe(404);
  });

  it('leaves books that hold, and a log that replays to the same', async () => {
    await expectSound({ test: shop.api.test, tenantId: shop.api.business.tenantId });
  });
});
