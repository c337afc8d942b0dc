/** Personal data that is written beside the log while its person is erased in another process (contract.md 6.3; ADR 0004). */
import { beforeAll, describe, expect, it } from 'vitest';
import { createIntake } from '../../src/intake/create-intake.ts';
import { serverJobs } from '../../src/jobs/server-jobs.ts';
import { type Cabinet, type CabinetShop, openCabinetShop, program } from '../cabinet/cabinet-shop.ts';
import type { Reply } from '../support/api.ts';
import { holdLock, patientDatabase, TENANT_ROW } from '../support/held-lock.ts';

describe('what is written of somebody while they are erased', () => {
  let shop: CabinetShop;
  let programId: string;
  let cabinet: Cabinet;

  beforeAll(async () => {
    shop = await openCabinetShop({ test: await patientDatabase() });
    programId = await shop.publish(program);
    await shop.join('marina', programId, 'MARINA');
    cabinet = await shop.open('marina', programId);
    await shop.pay({ id: 'o-1', total: '300000', customer: { externalId: 'lena', name: 'Лена' }, code: 'MARINA' });
  });

  /** An erasure that has removed what there was and is not committed yet, as the road leaves it between its last two statements. */
  async function writeWhileErased(externalId: string, table: string, write: () => Promise<Reply>): Promise<Reply> {
    const { id } = (await shop.api.get(`/v1/customers/${externalId}`)).body;
    const uuid = String(id).slice(4);
    const lock = await holdLock(shop.api.test, TENANT_ROW);
    await lock.query('update customer set erased_at = now() where customer_id = $1', [uuid]);
    await lock.query(`delete from ${table}`);
    const written = write();
    await Promise.race([written, lock.isAwaitedBy(1)]);
    await lock.release();
    return written;
  }

  it('a label of a friend is not kept', async () => {
    const [friend] = (await cabinet.get('friends')).body.items;
    const put = () => cabinet.send('PUT', `friends/${friend.id}/label`, { label: 'Лена с работы' });
    const refused = await writeWhileErased('lena', 'friend_label', put);
    expect([refused.status, refused.body.code]).toEqual([404, 'referral_unknown']);
    expect(await shop.api.rows('select label from friend_label')).toEqual([]);
  });

  it('a claim about a friend is not kept of whoever files it', async () => {
    const file = () => cabinet.send('POST', 'claims', { friend: 'Лена с работы', note: 'в начале ноября' });
    const refused = await writeWhileErased('marina', 'friend_claim', file);
    expect([refused.status, refused.body.code]).toEqual([404, 'customer_unknown']);
    expect(await shop.api.rows('select friend from friend_claim')).toEqual([]);
  });

  it('an answer that a request under way keeps behind the erasure is gone in a minute, and others stay', async () => {
    const { api } = shop;
    const { pool, kysely } = api.test.database;
    const ask = async (name: string) => {
      await api.ask({ method: 'PUT', url: `/v1/customers/${name}`, body: { name } });
      const body = { amount: { amountMinor: '100', currency: 'RUB' }, reason: 'x', actor: 'anna' };
      return api.post(`/v1/customers/${name}/adjustments`, body, { 'idempotency-key': `answer-${name}` });
    };
    await ask('oleg');
    await ask('petr');
    const answers = () => api.rows<{ key: string }>("select key from idempotency_key where key like 'answer-%' order by key");
    const [kept] = await api.rows<{ row: object }>("select to_jsonb(k) as row from idempotency_key k where key = 'answer-oleg'");
    expect((await api.ask({ method: 'DELETE', url: '/v1/customers/oleg' })).status).toBe(204);
    expect(await answers()).toEqual([{ key: 'answer-petr' }]);
    // As the other process does whose request was decided before the erasure.
    await api.rows('insert into idempotency_key select * from jsonb_populate_record(null::idempotency_key, $1)', [kept?.row]);
    const intake = createIntake({ pool, clock: api.clock, onError: () => undefined });
    const job = serverJobs({ pool, db: kysely, clock: api.clock, intake }).find(({ name }) => name === 'delete-answers-of-erased');
    await job?.run();
    expect(await answers()).toEqual([{ key: 'answer-petr' }]);
  });
});
