/** What the console asks beside the contract: the checklist, a programme's numbers and goal, a version tried on a past order, texts of a draft. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.ts';

const RUB = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });
const DOCUMENT = {
  name: { ru: 'Приведи друга', en: 'Refer a friend' },
  currency: 'RUB',
  enrolment: { mode: 'optIn' },
  rules: [
    {
      id: 'friend-first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { paid: { atLeast: RUB('100000') } }],
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: 1000 } },
          hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 },
        },
        { to: 'friend', benefit: { kind: 'credit', amount: RUB('20000') } },
      ],
    },
  ],
};

describe('the owner’s desk', () => {
  let api: Api;
  let program: { readonly id: string; readonly versions: readonly { readonly number: number }[] };
  const put = (url: string, body: unknown) => api.ask({ method: 'PUT', url, body });

  beforeAll(async () => {
    api = await openApi({ now: new Date('2026-11-20T12:00:00Z') });
  });

  it('works out what is left before anything is there, and takes a person’s word for what is done elsewhere (0-26)', async () => {
    const empty = (await api.get('/v1/checklist')).body;
    expect(empty).toMatchObject({ next: 'program', left: 7 });
    expect(empty.items.every(({ state }: { state: string }) => state === 'todo')).toBe(true);
    const marked = await api.post('/v1/checklist/backup', { actor: 'olga' });
    expect(marked.body).toMatchObject({ left: 6 });
    expect((await api.post('/v1/checklist/program', { actor: 'olga' })).status).toBe(404);
  });

  it('tells what somebody decided to do without from what is there, and takes the word back (0-26)', async () => {
    const stateOf = async (id: string) => (await api.get('/v1/checklist')).body.items.find((item: { id: string }) => item.id === id).state;
    await api.post('/v1/checklist/mail', { actor: 'olga' });
    expect(await stateOf('mail')).toBe('waived');
    const back = await api.ask({ method: 'DELETE', url: '/v1/checklist/mail' });
    expect([back.status, await stateOf('mail')]).toEqual([200, 'todo']);
    const { tenantId } = api.business;
    await api.post('/v1/checklist/mail', { actor: 'olga' });
    await api.test.database.kysely.updateTable('tenant').set({ has_mail: true }).where('tenant_id', '=', tenantId).execute();
    expect(await stateOf('mail')).toBe('done');
    await api.test.database.kysely.updateTable('tenant').set({ has_mail: false }).where('tenant_id', '=', tenantId).execute();
    await api.ask({ method: 'DELETE', url: '/v1/checklist/mail' });
  });

  it('reminds of the back-up after a week', async () => {
    api.clock.set(new Date('2026-11-28T12:00:01Z'));
    const { items } = (await api.get('/v1/checklist')).body;
    expect(items.find(({ id }: { id: string }) => id === 'backup')).toMatchObject({ state: 'due', doneAt: '2026-11-20T12:00:00.000Z' });
  });

  it('ticks off what it can see: a programme, the shop’s address', async () => {
    program = (await api.post('/v1/programs', { document: DOCUMENT })).body;
    const published = await api.post(`/v1/programs/${program.id}/versions/1/publish`);
    expect(published.status, published.text).toBe(200);
    await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { landingUrl: 'http://localhost:9000/' } });
    const { items, next } = (await api.get('/v1/checklist')).body;
    const done = items.filter(({ state }: { state: string }) => state === 'done').map(({ id }: { id: string }) => id);
    expect([done, next]).toEqual([['program', 'landing'], 'import']);
  });

  it('proposes sizes from what the owner types of a shop without orders (2-03)', async () => {
    await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { margin: { basisPoints: 1500 } } });
    const { items } = (await api.get('/v1/templates?locale=ru&currency=RUB&orderMinor=500000&daysBetweenOrders=90')).body;
    const two = items.find(({ id }: { id: string }) => id === 'two-sided-code');
    expect(two.document.attribution.windowDays).toBe(90);
    expect(JSON.stringify(two.reasons)).toContain('Вы указали обычный заказ 5\u00a0000\u00a0₽');
    expect((await api.get('/v1/templates?orderMinor=1.5')).status).toBe(422);
    await api.ask({ method: 'PATCH', url: '/v1/tenant', body: { margin: null } });
  });

  it('writes the offer and each rule of a document that is not stored, and judges a programme without itself (2-06)', async () => {
    const texts = (await api.post('/v1/programs/texts', { document: DOCUMENT })).body;
    expect(texts.rules).toEqual([{ path: '/rules/0', text: { ru: expect.stringContaining('10'), en: expect.stringContaining('10') } }]);
    const more = structuredClone(DOCUMENT);
    more.rules[0]?.grant.splice(0, 1, { to: 'referrer', benefit: { kind: 'credit', percent: { basisPoints: 700 } } } as never);
    expect((await api.post('/v1/programs/texts', { document: more })).body.offer.ru).toContain('7');
    const invalid = await api.post('/v1/programs/texts', { document: { ...DOCUMENT, currency: 'zzz' } });
    expect([invalid.status, invalid.body.field]).toEqual([422, 'document.currency']);
    const checks = async (url: string) =>
      (await api.post(url, { document: DOCUMENT })).body.advice.map(({ check }: { check: string }) => check);
    expect(await checks('/v1/programs/lint')).toContain('programmes-overlap');
    expect(await checks(`/v1/programs/lint?programId=${program.id}`)).not.toContain('programmes-overlap');
  });

  it('shows what a draft would have made of a past order beside what was made of it', async () => {
    api.clock.set(new Date('2026-11-28T12:10:00Z'));
    await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: { email: 'marina@example.com' } });
    await api.post('/v1/customers/marina/memberships', { programId: program.id });
    await api.post('/v1/customers/marina/codes', { code: 'MARINA' });
    const paid = await api.post('/v1/events', {
      id: 'e1',
      type: 'order.paid',
      occurredAt: '2026-11-28T12:10:00Z',
      customer: { externalId: 'ivan' },
      order: { id: 'o-1', total: RUB('300000') },
      attribution: { code: 'MARINA' },
    });
    expect(paid.body.rewards, paid.text).toHaveLength(2);
    const list = (await api.get(`/v1/programs/${program.id}/trial-orders`)).body;
    expect(list.items).toMatchObject([{ id: 'o-1', total: RUB('300000'), number: 1, isNewCustomer: true }]);
    const draft = structuredClone(DOCUMENT);
    draft.rules[0]?.if.splice(1, 1, { paid: { atLeast: RUB('400000') } });
    await api.post(`/v1/programs/${program.id}/versions`, { document: draft });
    const same = (await api.post(`/v1/programs/${program.id}/versions/1/trial`, { orderId: 'o-1' })).body;
    expect(same.would.rewards, JSON.stringify(same.would)).toHaveLength(2);
    const trial = await api.post(`/v1/programs/${program.id}/versions/2/trial`, { orderId: 'o-1' });
    expect(trial.body.would, trial.text).toMatchObject({ rewards: [] });
    expect(trial.body.would.refusals.map(({ reason }: { reason: string }) => reason)).toContain('below-minimum');
    expect(trial.body.did).toHaveLength(2);
    expect((await api.post(`/v1/programs/${program.id}/versions/2/trial`, { orderId: 'o-2' })).status).toBe(404);
  });

  it('counts whom a pause touches: not the friend who has bought, but the one who has not', async () => {
    const numbers = async () => (await api.get(`/v1/programs/${program.id}/numbers`)).body;
    expect(await numbers()).toEqual({ members: 2, friendsOnTheWay: 0, heldRewards: 1, held: [{ unit: 'RUB', amount: '30000' }] });
    const lead = await api.post('/v1/referrals', { friend: { externalId: 'lead', name: 'Лев' }, code: 'MARINA' });
    expect(lead.status, lead.text).toBeLessThan(300);
    expect((await numbers()).friendsOnTheWay).toBe(1);
  });

  it('keeps a goal whose progress is its metric’s definition (2-01)', async () => {
    expect((await api.get(`/v1/programs/${program.id}/goal`)).body).toEqual({ goal: null });
    api.clock.set(new Date('2026-11-28T12:00:00Z'));
    const set = await put(`/v1/programs/${program.id}/goal`, { metric: 'friendsOrdered', target: 20, dueOn: '2027-02-28' });
    expect(set.body.goal, set.text).toMatchObject({ reached: 1, target: 20, basisPoints: 500 });
    expect(set.body.goal.text.ru).toBe('Приведённые друзья с оплаченным заказом: 1 из 20 до 28.02.2027.');
    for (const metric of ['signUps', 'newCustomers', 'repeatOrders', 'members'])
      expect((await put(`/v1/programs/${program.id}/goal`, { metric, target: 9, dueOn: '2027-02-28' })).status, metric).toBe(200);
    expect((await put(`/v1/programs/${program.id}/goal`, { metric: 'members', target: 9, dueOn: 'soon' })).status).toBe(422);
  });

  it('tells no other business anything of it', async () => {
    const other = await api.addBusiness('other');
    for (const path of ['numbers', 'goal', 'trial-orders'])
      expect((await api.ask({ method: 'GET', url: `/v1/programs/${program.id}/${path}`, key: other.secretKey })).status).toBe(404);
  });
});
