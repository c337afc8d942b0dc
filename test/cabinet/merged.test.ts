/** What a member did in their cabinet stays theirs when staff merge the record they did it as (contract.md 6.5, ADR 0021). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cabinet, type CabinetShop, openCabinetShop, program } from './cabinet-shop.ts';

describe('a member whose record was merged into another of theirs', () => {
  let shop: CabinetShop;
  let work: Cabinet;
  let home: Cabinet;
  beforeAll(async () => {
    shop = await openCabinetShop();
    const programId = await shop.publish(program);
    await shop.join('work', programId, 'WORK-1');
    await shop.join('home', programId, 'HOME-1');
    work = await shop.open('work', programId);
    home = await shop.open('home', programId);
    const quiz = { id: 'quiz', type: 'custom.quiz', occurredAt: shop.api.clock.now().toISOString(), data: { favourite: 'улун' } };
    expect((await shop.api.post('/v1/events', { ...quiz, customer: { externalId: 'work' } })).status).toBe(200);
    await shop.pay({ id: 'lena-1', total: '200000', customer: { externalId: 'lena' }, code: 'WORK-1' });
    const [lena] = (await work.get('friends')).body.items;
    expect((await work.send('PUT', `friends/${lena.id}/label`, { label: 'Лена с работы' })).status).toBeLessThan(300);
    expect((await work.send('PATCH', 'wishes', { noInvitations: true })).status).toBe(200);
    const { consent } = (await work.get('introduction')).body;
    const introduction = { shownAs: 'initial', words: 'Люблю этот чай', locale: 'ru', textHash: consent.textHash.ru };
    expect((await work.send('PUT', 'introduction', introduction)).status).toBe(200);
    for (const cabinet of [work, home]) {
      expect((await cabinet.send('POST', 'shares', { channel: 'telegram' })).status).toBeLessThan(300);
    }
    expect((await work.send('POST', 'claims', { friend: 'Лена с работы' })).status).toBeLessThan(300);
    await merge('work', 'home');
  });

  const merge = async (from: string, into: string) => {
    const merged = await shop.api.post(`/v1/customers/${into}/merge`, { fromId: from, actor: 'vera' });
    expect(merged.status, merged.text).toBe(200);
  };
  const labels = async () => (await home.get('friends')).body.items.map(({ label }: { label: string | null }) => label);

  it('calls their friends as before, also when a friend is merged, and can take the word back', async () => {
    expect(await labels()).toEqual(['Лена с работы']);
    await shop.api.ask({ method: 'PUT', url: '/v1/customers/lena-home', body: {} });
    await merge('lena', 'lena-home');
    expect(await labels()).toEqual(['Лена с работы']);
    const [lena] = (await home.get('friends')).body.items;
    expect((await home.send('PUT', `friends/${lena.id}/label`, { label: 'Лена' })).status).toBeLessThan(300);
    expect(await labels()).toEqual(['Лена']);
    expect((await home.send('PUT', `friends/${lena.id}/label`, { label: null })).status).toBeLessThan(300);
    expect(await labels()).toEqual([null]);
  });

  it('is introduced on their links as they agreed to, until they say something else', async () => {
    expect((await shop.api.get('/v1/customers/home/introduction')).body).toMatchObject({ shownAs: 'initial', words: 'Люблю этот чай' });
    expect((await home.send('PUT', 'introduction', { shownAs: 'none', words: null, locale: 'ru' })).status).toBe(200);
    expect((await shop.api.get('/v1/customers/home/introduction')).body).toMatchObject({ shownAs: 'none', words: null });
  });

  it('is left in peace as they wished, until they wish otherwise', async () => {
    expect((await home.get('wishes')).body).toMatchObject({ noInvitations: true });
    expect((await home.send('PATCH', 'wishes', { noInvitations: false })).status).toBe(200);
    expect((await home.get('wishes')).body).toMatchObject({ noInvitations: false });
  });

  it('cannot end a pause by staff with a merge', async () => {
    const staffOnly = await shop.publish({ ...program, name: { ru: 'Клуб', en: 'The club' } });
    await shop.join('paused', staffOnly, 'PAUSED-1');
    const paused = { programId: staffOnly, status: 'paused', actor: 'vera' };
    expect((await shop.api.ask({ method: 'PATCH', url: '/v1/customers/paused/memberships', body: paused })).status).toBe(200);
    await merge('paused', 'home');
    const kept = await home.send('PATCH', `programs/${staffOnly}`, { status: 'active' });
    expect([kept.status, kept.body.code]).toEqual([409, 'membership_paused_by_shop']);
  });

  it('has one story, of both records (1-10)', async () => {
    const { items } = (await shop.api.get('/v1/customers/home/story?limit=200')).body;
    const own = items.filter(({ isAboutFriend }: { isAboutFriend: boolean }) => !isAboutFriend);
    expect(own.filter(({ type }: { type: string }) => type === 'code.created')).toHaveLength(3);
    const exported = (await shop.api.get('/v1/customers/home/export')).body;
    expect(JSON.stringify(exported.eventData)).toContain('улун');
  });

  it('finds the question asked before, once, and reads its answer', async () => {
    expect((await home.get('home')).body.claims).toBe(1);
    const [claim] = (await home.get('claims')).body.items;
    expect((await home.send('POST', 'claims', { friend: 'Лена с работы' })).body.id).toBe(claim.id);
    const answered = await shop.api.post(`/v1/friend-claims/${claim.id}/answer`, { outcome: 'accepted', answer: 'Нашли', actor: 'vera' });
    expect(answered.status, answered.text).toBe(200);
    expect((await home.get('claims')).body.items).toMatchObject([{ status: 'accepted', answer: 'Нашли' }]);
  });

  it('takes along what both records did', async () => {
    const exported = (await home.get('export')).body;
    expect(exported.claims).toHaveLength(1);
    expect(exported.sessions).toHaveLength(2);
    expect(exported.shares).toMatchObject([{ channel: 'telegram', shares: 2 }]);
  });

  it('sees every place where their cabinet is open, which of them is this one, and ends the other', async () => {
    const seen = (await work.get('sessions')).body.items;
    expect(seen).toHaveLength(2);
    const other = seen.find((session: { isThis: boolean }) => session.isThis);
    expect(other).toBeDefined();
    expect((await home.send('DELETE', `sessions/${other?.id}`)).status).toBeLessThan(300);
    expect((await work.get('home')).status).toBe(401);
    expect((await home.get('home')).status).toBe(200);
  });
});
