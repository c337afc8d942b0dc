/** What is judged by what a process has read, while another process changes just that (contract.md 1, 6.1). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type CabinetShop, openCabinetShop, program } from '../cabinet/cabinet-shop.ts';
import { type Api, openApi } from '../support/api.ts';
import { holdLock, patientDatabase, TENANT_ROW } from '../support/held-lock.ts';

describe('a membership that two processes change at once', () => {
  let shop: CabinetShop;
  let right: Api;
  let programId: string;
  const statusOf = async (id: string): Promise<string> => (await right.get(`/v1/customers/${id}`)).body.memberships[0].status;
  const change = (api: Api, id: string, body: object) =>
    api.ask({ method: 'PATCH', url: `/v1/customers/${id}/memberships`, body: { programId, ...body } });

  beforeAll(async () => {
    shop = await openCabinetShop({ test: await patientDatabase() });
    right = await openApi({ beside: shop.api });
    programId = await shop.publish(program);
  });

  it('stays blocked where the member comes back from a pause in the other process (contract.md 1: staff block)', async () => {
    await shop.join('blocked', programId, 'BLOCKED');
    await change(shop.api, 'blocked', { status: 'paused' });
    const lock = await holdLock(shop.api.test, TENANT_ROW);
    const blocked = change(right, 'blocked', { status: 'blocked', actor: 'anna' });
    await lock.isAwaitedBy(1);
    const active = change(shop.api, 'blocked', { status: 'active' });
    await lock.isAwaitedBy(2);
    await lock.release();
    expect((await blocked).status).toBe(200);
    expect((await active).body).toMatchObject({ status: 422, field: 'actor' });
    expect(await statusOf('blocked')).toBe('blocked');
  });

  it('stays paused by staff where the member, in the other process, says at the same time that they take part', async () => {
    await shop.join('paused', programId, 'PAUSED');
    const cabinet = await shop.open('paused', programId);
    const lock = await holdLock(shop.api.test, TENANT_ROW);
    const paused = change(right, 'paused', { status: 'paused', actor: 'anna' });
    await lock.isAwaitedBy(1);
    const active = cabinet.send('PATCH', `programs/${programId}`, { status: 'active' });
    await lock.isAwaitedBy(2);
    await lock.release();
    expect((await paused).status).toBe(200);
    expect((await active).body).toMatchObject({ status: 409, code: 'membership_paused_by_shop' });
    expect(await statusOf('paused')).toBe('paused');
  });
});
