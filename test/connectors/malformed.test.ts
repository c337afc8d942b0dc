/** Whatever arrives at an incoming address: a plain answer, no 500, nothing half done. */
import { describe, expect, it } from 'vitest';
import { readPayload, treeAt } from '../../src/connectors/read-payload.ts';
import { openHookShop, payload } from './hook-shop.ts';
import { SeededRandom } from './seeded-bytes.ts';

describe('malformed payloads', () => {
  it('are kept and explained, never an error', { timeout: 60_000 }, async () => {
    const shop = await openHookShop();
    const hook = await shop.connect('tilda');
    const good = payload('tilda-paid.json');
    await shop.send(hook, good);
    await shop.activate(hook);
    const random = new SeededRandom(20_261_122);
    const bodies: (string | Buffer)[] = [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '12',
      '\u0000',
      '{"payment":"{\\"orderid\\":"}',
      '{"__proto__":{"payment":{"orderid":"1"}}}',
      '__proto__[payment][orderid]=1&constructor[prototype][x]=1',
      'payment[[[[]]]]=1&[]=2&=3&payment[orderid][orderid]=5',
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
      `payment${'[a]'.repeat(200)}=1`,
      '{"payment":{"orderid":1e400,"amount":90071992547409931234,"systranid":"9"}}',
      '{"payment":{"orderid":"9","systranid":"9","amount":"-5"},"email":"a@example.com"}',
      '{"payment":{"orderid":"9","systranid":"9","amount":"NaN"},"email":"a@example.com"}',
      '{"payment":{"orderid":"9","systranid":"9","amount":"5","products":"[{"},"email":"a@example.com"}',
      '{"payment":{"orderid":"\\u202eo","systranid":"9","amount":"5"},"email":"not an address"}',
      Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80]),
    ];
    for (let times = 0; times < 60; times += 1) bodies.push(random.spoil(good));
    for (const body of bodies) {
      const reply = await shop.send(hook, body, { 'content-type': random.next() < 0.5 ? 'application/json' : 'text/html' });
      expect(reply.status, String(body).slice(0, 60)).toBe(200);
    }
    await shop.work();
    const waiting = (await shop.payloads()).filter(({ status }) => status === 'waiting');
    expect(waiting).toEqual([]);
    expect(shop.api.log()).not.toContain('"level":50');
    const tested = await shop.api.post(`/v1/connectors/${hook.id}/test`, {});
    expect(tested.status).toBe(200);
  });

  it('too large, or too many, are refused with the right status', async () => {
    const shop = await openHookShop();
    const hook = await shop.connect('tilda');
    expect((await shop.send(hook, 'x'.repeat(262_145))).status).toBe(413);
    const statuses = new Set<number>();
    for (let times = 0; times < 62; times += 1) statuses.add((await shop.send({ ...hook, path: `${hook.bare}?secret=x` }, '{}')).status);
    expect([...statuses].sort()).toEqual([401, 429]);
  });

  it('reach nothing of the language itself', () => {
    const tree = readPayload({ contentType: 'application/json', body: '{"a":1}', query: '__proto__[polluted]=1' });
    expect(tree.ok && treeAt(tree.value, '/constructor/name')).toBe(undefined);
    expect(tree.ok && treeAt(tree.value, '/__proto__/polluted')).toBe(undefined);
    expect(Reflect.get({}, 'polluted')).toBe(undefined);
  });
});
