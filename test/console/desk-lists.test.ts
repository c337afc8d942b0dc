/** The lists of the console as the API gives them: filtered, paged, in the order asked for (issue 4, section 6). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.ts';
import { BUSY_PROGRAM, type BusyShop, openBusyShop } from '../support/busy-shop.ts';

const namesOf = (reply: { readonly body: { readonly items: readonly { readonly name: string | null }[] } }) =>
  reply.body.items.map(({ name }) => name);

describe('the lists of the console', () => {
  let api: Api;
  let shop: BusyShop;

  beforeAll(async () => {
    api = await openApi();
    shop = await openBusyShop(api, 3);
    // Who bought by an invitation is a member.
    const change = (externalId: string, status: string) =>
      api.ask({
        method: 'PATCH',
        url: `/v1/customers/${externalId}/memberships`,
        body: { programId: shop.programId, status, actor: 'olga' },
      });
    for (const [externalId, status] of [
      ['friend-2', 'blocked'],
      ['friend-3', 'paused'],
    ] as const) {
      const changed = await change(externalId, status);
      expect(changed.status, changed.text).toBe(200);
    }
    const complained = await api.post('/v1/events', {
      id: 'complaint',
      type: 'complaint.opened',
      occurredAt: api.clock.now().toISOString(),
      customer: { externalId: 'friend-3' },
      complaint: { id: 'late' },
    });
    expect(complained.body.outcome, complained.text).toBe('processed');
  });

  it('find people by what they are in a programme, by a complaint, and by a name among them', async () => {
    const ask = async (query: string) => namesOf(await api.get(`/v1/customers?${query}`));
    expect(await ask(`programId=${shop.programId}`)).toEqual(['Анна Петрова', 'Друг Номер1']);
    expect(await ask('status=blocked')).toEqual(['Друг Номер2']);
    expect(await ask(`status=blocked&programId=${shop.programId}&q=${encodeURIComponent('номер')}`)).toEqual(['Друг Номер2']);
    expect(await ask(`status=blocked&q=${encodeURIComponent('анна')}`)).toEqual([]);
    expect(await ask('hasComplaint=true')).toEqual(['Друг Номер3']);
    expect((await api.get('/v1/customers?status=happy')).status).toBe(422);
  });

  it('page people of a filter without leaving one out', async () => {
    const first = (await api.get(`/v1/customers?programId=${shop.programId}&limit=1`)).body;
    const second = (await api.get(`/v1/customers?programId=${shop.programId}&limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ name }: { name: string }) => name)).toEqual(['Анна Петрова', 'Друг Номер1']);
    expect(second.nextCursor).toBeNull();
  });

  it('show another business nobody', async () => {
    const other = await openApi();
    expect(namesOf(await other.get(`/v1/customers?programId=${shop.programId}`))).toEqual([]);
  });

  it('give rewards of a person from the newest on, page by page', async () => {
    const ask = async (query: string) => (await api.get(`/v1/customers/anna/rewards?${query}`)).body;
    const oldest = (await ask('limit=200')).items.map(({ id }: { id: string }) => id);
    const first = await ask('limit=2&order=newest');
    const rest = await ask(`limit=200&order=newest&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map(({ id }: { id: string }) => id)).toEqual([...oldest].reverse());
  });

  it('give programmes of one state, over pages', async () => {
    for (let number = 0; number < 3; number += 1) await api.post('/v1/programs', { document: BUSY_PROGRAM });
    const ask = async (query: string) => (await api.get(`/v1/programs?${query}`)).body;
    expect((await ask('status=live')).items.map(({ id }: { id: string }) => id)).toEqual([shop.programId]);
    const first = await ask('status=draft&limit=2');
    const second = await ask(`status=draft&limit=2&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
    expect((await ask('status=ended')).items).toEqual([]);
  });

  it('take in somebody the shop has no number of, once, and refuse nobody at all', async () => {
    const add = (body: object) => api.post('/v1/customers', body);
    const made = await add({ phone: '8 912 000-77-77', name: 'Вера' });
    expect([made.status, made.body.externalId, made.body.name]).toEqual([201, null, 'Вера']);
    expect((await add({ phone: '+7 (912) 000-77-77' })).body.id).toBe(made.body.id);
    const nobody = await add({ name: 'Кто-то' });
    expect([nobody.status, nobody.body.field]).toEqual([422, 'email']);
    expect((await add({ email: 'не почта' })).status).toBe(422);
  });
});
