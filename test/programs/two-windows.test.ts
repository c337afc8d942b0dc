/** Two windows over one draft: neither writes over what it has not seen, and neither publishes a text it has not read. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../support/shop.ts';
import { type Console, openConsole } from './console.ts';

const document = (en: string) => ({
  name: { ru: 'Кешбэк', en },
  currency: 'RUB',
  enrolment: { mode: 'optIn' },
  rules: [{ id: 'tenth', on: 'order.paid', if: [], grant: { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 1000 } } } }],
});
const CHANGED = { status: 409, body: { code: 'draft_changed' } };

describe('two windows over one draft', () => {
  let shop: Shop;
  let ask: Console['ask'];
  let id: string;
  let read: string;

  beforeAll(async () => {
    shop = await openShop();
    ({ ask } = await openConsole(shop));
    const made = await ask('POST', '/v1/programs', { document: document('first') });
    id = made.body.id;
    read = made.body.versions[0].documentHash;
    expect(read).toMatch(/^[0-9a-f]{64}$/);
  });

  const put = (en: string, documentHash?: string) => ask('PUT', `/v1/programs/${id}/versions/1`, { document: document(en), documentHash });
  const names = async () => {
    const { versions } = (await ask('GET', `/v1/programs/${id}`)).body;
    return versions.map((version: { readonly document: { readonly name: { readonly en: string } } }) => version.document.name.en);
  };

  it('keeps the first saved text, and the second window is told before anything is written', async () => {
    const saved = await put('from one window', read);
    expect(saved.status, saved.text).toBe(200);
    expect(await put('from the other', read)).toMatchObject(CHANGED);
    expect(await names()).toEqual(['from one window']);
    read = saved.body.versions[0].documentHash;
    expect((await put('the other, after reading', read)).status).toBe(200);
    expect((await put('a caller that knows of no hash')).status).toBe(200);
  });

  it('lets exactly one of many that read the same text write', async () => {
    read = (await ask('GET', `/v1/programs/${id}`)).body.versions[0].documentHash;
    const replies = await Promise.all(Array.from({ length: 8 }, (_unused, n) => put(`window ${n}`, read)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
    const written = replies.findIndex(({ status }) => status === 200);
    expect(await names()).toEqual([`window ${written}`]);
  });

  it('publishes the text that was read or nothing', async () => {
    expect(await ask('POST', `/v1/programs/${id}/versions/1/publish`, { documentHash: read })).toMatchObject(CHANGED);
    const now = (await ask('GET', `/v1/programs/${id}`)).body.versions[0];
    expect(now.status).toBe('draft');
    expect((await ask('POST', `/v1/programs/${id}/versions/1/publish`, { documentHash: now.documentHash })).status).toBe(200);
    read = now.documentHash;
  });

  it('makes one draft of two windows that both began at the published version', async () => {
    const add = (en: string, documentHash: string) => ask('POST', `/v1/programs/${id}/versions`, { document: document(en), documentHash });
    const both = await Promise.all([add('one', read), add('other', read)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await names()).toHaveLength(2);
    expect(await add('late', read)).toMatchObject(CHANGED);
  });

  it('names a hash that is none, and a field that is unknown', async () => {
    expect(await ask('PUT', `/v1/programs/${id}/versions/2`, { document: document('x'), documentHash: 'XYZ' })).toMatchObject({
      status: 422,
      body: { code: 'invalid_request', field: 'documentHash' },
    });
    expect(await ask('PUT', `/v1/programs/${id}/versions/2`, { document: document('x'), hash: read })).toMatchObject({
      status: 422,
      body: { code: 'program_invalid', field: 'hash' },
    });
    expect(await ask('POST', `/v1/programs/${id}/versions/2/publish`, { documentHash: 7 })).toMatchObject({
      status: 422,
      body: { code: 'invalid_request', field: 'documentHash' },
    });
  });
});
