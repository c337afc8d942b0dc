/** A claim about a friend that two people of the shop answer at once, each through another process (contract.md 3: what is refused leaves no trace). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cabinet, openCabinetShop, program } from '../cabinet/cabinet-shop.ts';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { holdLock, patientDatabase, TENANT_ROW } from '../support/held-lock.ts';

describe('a claim about a friend', () => {
  let left: Api;
  let right: Api;
  let cabinet: Cabinet;

  beforeAll(async () => {
    const shop = await openCabinetShop({ test: await patientDatabase() });
    left = shop.api;
    right = await openApi({ beside: left });
    const programId = await shop.publish(program);
    await shop.join('marina', programId, 'MARINA');
    cabinet = await shop.open('marina', programId);
  });

  const accepted = { outcome: 'accepted', answer: 'Нашли, спасибо!', actor: 'olga' };
  const declined = { outcome: 'declined', answer: 'Такого заказа нет.', actor: 'anna' };
  const answer = (api: Api, id: string, body: object): Promise<Reply> => api.post(`/v1/friend-claims/${id}/answer`, body);
  const logged = (id: string) =>
    left.rows("select body::jsonb->'body'->>'outcome' as outcome from event where type = 'friend-claim.answered' and body like $1", [
      `%${id}%`,
    ]);
  const shown = async (id: string) => (await cabinet.get('claims')).body.items.find((each: { id: string }) => each.id === id);

  it('has one answer in the log, and the member reads that one', async () => {
    const { id } = (await cabinet.send('POST', 'claims', { friend: 'Лена' })).body;
    const lock = await holdLock(left.test, TENANT_ROW);
    const first = answer(left, id, accepted);
    await lock.isAwaitedBy(1);
    const second = answer(right, id, declined);
    await lock.isAwaitedBy(2);
    await lock.release();
    const replies = await Promise.all([first, second]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('friend_claim_answered');
    const [given] = replies.filter(({ status }) => status === 200);
    expect(await logged(id)).toEqual([{ outcome: given?.body.status }]);
    expect(await shown(id)).toMatchObject({ status: given?.body.status, answer: given?.body.answer });
  });

  it('shows the answer of the log where its process died before the member could see it', async () => {
    const { id } = (await cabinet.send('POST', 'claims', { friend: 'Вера' })).body;
    expect((await answer(left, id, accepted)).status).toBe(200);
    // As it stands between the two.
    await left.rows("update friend_claim set status = 'open', answer = null, answered_by = null, answered_at = null where claim_id = $1", [
      id,
    ]);
    expect((await answer(right, id, declined)).body).toMatchObject({ status: 409, code: 'friend_claim_answered' });
    expect(await shown(id)).toMatchObject({ status: 'accepted', answer: 'Нашли, спасибо!' });
    expect(await logged(id)).toEqual([{ outcome: 'accepted' }]);
  });
});
