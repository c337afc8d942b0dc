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
    for (const cabinet of [work, home]) {
      expect((await cabinet.send('POST', 'shares', { channel: 'telegram' })).status).toBeLessThan(300);
    }
    expect((await work.send('POST', 'claims', { friend: 'Лена с работы' })).status).toBeLessThan(300);
    const merged = await shop.api.post('/v1/customers/home/merge', { fromId: 'work', actor: 'vera' });
    expect(merged.status, merged.text).toBe(200);
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
