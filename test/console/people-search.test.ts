/** Finding people in the console: by any word of a name, e-mail, phone's last digits, code (issue: People; 1-10). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.ts';

describe('finding people', () => {
  let api: Api;
  const found = async (q: string, more = ''): Promise<string[]> => {
    const reply = await api.get(`/v1/customers?q=${encodeURIComponent(q)}${more}`);
    expect(reply.status, reply.text).toBe(200);
    return reply.body.items.map((each: { externalId: string }) => each.externalId).sort();
  };

  beforeAll(async () => {
    api = await openApi();
    const people = {
      anna: { name: 'Анна Сергеевна Ёлкина', email: 'Anna.Yolkina@example.com', phone: '+7 912 345-67-89' },
      anton: { name: 'Антон Елкин', email: 'anton@example.com', phone: '+79120000001' },
      maria: { name: 'Мария О’Нил "Маша"', email: 'maria@example.com' },
      percent: { name: '100% скидка_а' },
    };
    for (const [id, body] of Object.entries(people)) {
      const reply = await api.ask({ method: 'PUT', url: `/v1/customers/${id}`, body });
      expect(reply.status, reply.text).toBe(200);
    }
    await api.post('/v1/customers/anton/codes', { code: 'ТОША' });
  });

  it('finds the beginning of any word of a name, whatever its case and ё', async () => {
    expect(await found('ан')).toEqual(['anna', 'anton']);
    expect(await found('ЕЛК')).toEqual(['anna', 'anton']);
    expect(await found('сергеев')).toEqual(['anna']);
    expect(await found('ёлкина анна')).toEqual(['anna']);
    expect(await found('елкин антон')).toEqual(['anton']);
    expect(await found('нна')).toEqual([]);
  });

  it('finds an e-mail by its beginning, a phone by its last digits, a code by its beginning', async () => {
    expect(await found('anna.y')).toEqual(['anna']);
    expect(await found('anna.yolkina+friends@example.com')).toEqual(['anna']);
    expect(await found('67-89')).toEqual(['anna']);
    expect(await found('8 (912) 345 67 89')).toEqual(['anna']);
    expect(await found('тош')).toEqual(['anton']);
    expect(await found('TOIII')).toEqual([]);
  });

  it('takes what is typed as text, never as a pattern', async () => {
    expect(await found('100%')).toEqual(['percent']);
    expect(await found('%')).toEqual([]);
    expect(await found('скидка_')).toEqual(['percent']);
    expect(await found(`"'; drop table person; --`)).toEqual([]);
    // What no text of the database can hold is no question at all.
    const { status, body } = await api.get(`/v1/customers?q=${encodeURIComponent('a\0b')}`);
    expect([status, body.field]).toEqual([422, 'q']);
  });

  it('pages through what it found, each person once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 5; pages += 1) {
      const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const reply = await api.get(`/v1/customers?q=${encodeURIComponent('е')}&limit=1${at}`);
      seen.push(...reply.body.items.map((each: { externalId: string }) => each.externalId));
      cursor = reply.body.nextCursor;
    }
    expect(seen.sort()).toEqual(['anna', 'anton']);
  });

  it('shows nobody of another business, nobody erased', async () => {
    const other = await api.addBusiness('other');
    await api.ask({ method: 'PUT', url: '/v1/customers/strange', body: { name: 'Антонина Чужая' }, key: other.secretKey });
    await api.ask({ method: 'PUT', url: '/v1/customers/gone', body: { name: 'Антип Ушедший' } });
    await api.ask({ method: 'DELETE', url: '/v1/customers/gone' });
    expect(await found('ант')).toEqual(['anton']);
  });
});
