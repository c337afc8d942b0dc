/** Drafts that are not wanted are deleted; what was published is not, nor a text that nobody has read. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { expectSound } from '../support/sound.ts';

const document = (en: string) => ({
  name: { ru: 'Кешбэк', en },
  currency: 'RUB',
  enrolment: { mode: 'optIn' },
  rules: [{ id: 'tenth', on: 'order.paid', if: [], grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 1000 } } } }],
});
const RACES = 12;

describe('deleting a draft', () => {
  let api: Api;

  beforeAll(async () => {
    api = await openApi();
  });

  const remove = (url: string, key?: string) =>
    api.ask({ method: 'DELETE', url: `/v1/programs/${url}`, ...(key === undefined ? {} : { key }) });
  const codeOf = ({ status, body }: Reply) => [status, body?.code];
  const add = async (name: string): Promise<{ readonly id: string; readonly hash: string }> => {
    const made = await api.post('/v1/programs', { document: document(name) });
    expect(made.status, made.text).toBe(201);
    return { id: made.body.id, hash: made.body.versions[0].documentHash };
  };
  const publish = (id: string, number = 1) => api.post(`/v1/programs/${id}/versions/${number}/publish`);
  const addVersion = async (id: string, name: string): Promise<string> => {
    const made = await api.post(`/v1/programs/${id}/versions`, { document: document(name) });
    expect(made.status, made.text).toBe(201);
    return made.body.versions.at(-1).documentHash;
  };
  const get = (id: string) => api.get(`/v1/programs/${id}`);
  const rowsOf = (id: string, table: string) => api.rows(`select 1 from ${table} where program_id = $1`, [id.replace('prg_', '')]);

  it('takes a programme that was never published with all its drafts and its goal', async () => {
    const { id } = await add('unwanted');
    await addVersion(id, 'unwanted too');
    const goal = { metric: 'signUps', target: 10, dueOn: '2027-02-20' };
    expect((await api.ask({ method: 'PUT', url: `/v1/programs/${id}/goal`, body: goal })).status).toBe(200);
    expect((await remove(id)).status).toBe(204);
    expect(codeOf(await get(id))).toEqual([404, 'program_unknown']);
    for (const table of ['program', 'program_version', 'program_goal']) expect(await rowsOf(id, table), table).toEqual([]);
    expect(codeOf(await remove(id)), 'once more').toEqual([404, 'program_unknown']);
    expect(codeOf(await publish(id))).toEqual([404, 'program_unknown']);
    expect(codeOf(await api.ask({ method: 'PUT', url: `/v1/programs/${id}/goal`, body: goal }))).toEqual([404, 'program_unknown']);
  });

  it('leaves a programme that was ever published, whether it runs, has not begun or is over', async () => {
    const { id } = await add('running');
    expect((await publish(id)).status).toBe(200);
    expect(codeOf(await remove(id))).toEqual([409, 'program_published']);
    expect(codeOf(await remove(`${id}?documentHash=${'0'.repeat(64)}`))).toEqual([409, 'program_published']);
    expect((await api.post(`/v1/programs/${id}/end`)).status).toBe(200);
    expect(codeOf(await remove(id))).toEqual([409, 'program_published']);
    const later = await add('later');
    await api.post(`/v1/programs/${later.id}/versions/1/publish`, { effectiveFrom: '2027-01-01T00:00:00Z' });
    expect((await get(later.id)).body.status).toBe('draft');
    expect(codeOf(await remove(later.id))).toEqual([409, 'program_published']);
  });

  it('takes the draft of a new version and leaves the published one; a new draft can be begun', async () => {
    const { id } = await add('kept');
    await publish(id);
    const hash = await addVersion(id, 'second thoughts');
    const left = await remove(`${id}/versions/2?documentHash=${hash}`);
    expect(left.status, left.text).toBe(200);
    expect(left.body).toMatchObject({ id, status: 'live', versions: [{ number: 1, status: 'published' }] });
    expect(left.body.versions).toHaveLength(1);
    expect(codeOf(await remove(`${id}/versions/2`))).toEqual([404, 'version_unknown']);
    expect(codeOf(await remove(`${id}/versions/1`))).toEqual([409, 'program_not_draft']);
    await addVersion(id, 'third thoughts');
    expect((await publish(id, 2)).status).toBe(200);
    expect((await get(id)).body.versions.map(({ document: { name } }: { document: { name: { en: string } } }) => name.en)).toEqual([
      'kept',
      'third thoughts',
    ]);
  });

  it('leaves the only version to its programme', async () => {
    const { id } = await add('alone');
    expect(codeOf(await remove(`${id}/versions/1`))).toEqual([409, 'version_alone']);
    await addVersion(id, 'not alone');
    expect((await remove(`${id}/versions/1`)).body.versions).toMatchObject([{ number: 2 }]);
  });

  it('deletes no text that the window has not read', async () => {
    const { id, hash } = await add('read');
    const replaced = await api.ask({ method: 'PUT', url: `/v1/programs/${id}/versions/1`, body: { document: document('written since') } });
    expect(replaced.status).toBe(200);
    expect(codeOf(await remove(`${id}?documentHash=${hash}`))).toEqual([409, 'draft_changed']);
    const now = replaced.body.versions[0].documentHash;
    const newest = await addVersion(id, 'another since');
    expect(codeOf(await remove(`${id}?documentHash=${now}`))).toEqual([409, 'draft_changed']);
    expect(codeOf(await remove(`${id}/versions/1?documentHash=${newest}`))).toEqual([409, 'draft_changed']);
    expect(codeOf(await remove(`${id}?documentHash=XYZ`))).toEqual([422, 'invalid_request']);
    expect((await remove(`${id}?documentHash=${newest}`)).status).toBe(204);
  });

  it('is for who may write drafts of this business', async () => {
    const { id } = await add('guarded');
    const stranger = await api.addBusiness('stranger');
    expect(codeOf(await remove(id, stranger.secretKey))).toEqual([404, 'program_unknown']);
    expect((await remove(id, await api.keyWith(['read', 'write', 'staff']))).status).toBe(403);
    expect((await get(id)).status).toBe(200);
  });

  it('is told in the audit log, with what was there before', async () => {
    const { id } = await add('noted');
    await remove(id);
    const { items } = (await api.get('/v1/audit?limit=10')).body;
    expect(items[0]).toMatchObject({ act: 'DELETE /v1/programs/{id}', subject: id, text: { ru: 'Удалён черновик программы' } });
  });

  it('either deletes a draft or lets it be published or replaced, when both are asked at once', async () => {
    for (let race = 0; race < RACES; race += 1) {
      const { id, hash } = await add(`race ${race}`);
      const read = { document: document(`replaced ${race}`), documentHash: hash };
      const [removed, published, replaced] = await Promise.all([
        remove(`${id}?documentHash=${hash}`),
        publish(id),
        api.ask({ method: 'PUT', url: `/v1/programs/${id}/versions/1`, body: read }),
      ]);
      expect([204, 404, 409], removed.text).toContain(removed.status);
      expect([200, 404, 409], published.text).toContain(published.status);
      expect([200, 404, 409], replaced.text).toContain(replaced.status);
      const found = await get(id);
      // A publication that had begun before the draft went is in the log, and what the log says stands.
      if (published.status === 200) expect(found.body).toMatchObject({ status: 'live', versions: [{ status: 'published' }] });
      else if (removed.status === 204) expect(codeOf(found)).toEqual([404, 'program_unknown']);
      if (replaced.status === 200 && removed.status === 204) expect(published.status).toBe(200);
      expect((await rowsOf(id, 'program')).length, 'a programme has its versions, and versions their programme').toBe(
        Math.min(1, (await rowsOf(id, 'program_version')).length),
      );
    }
  });

  it('leaves books that hold and a log that replays', async () => {
    await expectSound({ test: api.test, tenantId: api.business.tenantId });
  });
});
