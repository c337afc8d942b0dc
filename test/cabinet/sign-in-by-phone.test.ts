/** Signing in by a code in a text message: offered with a gateway only, by the rules of codes by e-mail (issue 4.1; ADR 0015). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmsGateway, startSmsGateway } from '../../src/messages/sms-gateway.ts';
import { createWebhookClient } from '../../src/webhooks/webhook-client.ts';
import { waitFor } from '../support/wait-for.ts';
import { isSignedWith, openReceiver, type Received, type Receiver, status } from '../webhooks/receiver.ts';
import { type CabinetShop, openCabinetShop } from './cabinet-shop.ts';

const START = new Date('2026-11-20T12:00:00Z');
const PHONE = '+79121110022';
const SECRET = Buffer.alloc(32, 7);

describe('signing in by a code in a text message', () => {
  let receiver: Receiver;
  let sms: SmsGateway;
  let shop: CabinetShop;
  const troubles: string[] = [];

  beforeAll(async () => {
    receiver = await openReceiver();
    sms = startSmsGateway({
      url: `${receiver.url}/sms`,
      secret: SECRET,
      client: createWebhookClient({ rules: { ports: [443], allowPrivate: ['127.0.0.1'] } }),
      clock: { now: () => START },
      onTrouble: (message) => troubles.push(message),
      waitsMs: [10, 10],
    });
    shop = await openCabinetShop({ now: START, sms });
    await shop.api.ask({ method: 'PUT', url: '/v1/customers/anna', body: { phone: PHONE, name: 'Анна' } });
  });
  afterAll(() => sms.stop());

  const ask = (phone: string, address = '203.0.113.5') => shop.knock('codes', { phone }, address);
  const arrived = (count: number): Promise<readonly Received[]> =>
    waitFor(async () => receiver.received.length >= count && receiver.received, { limitMs: 5_000, what: `${count} text messages` });

  it('is offered where a gateway is set, and nowhere else', async () => {
    const ways = async (of: CabinetShop) => (await of.api.ask({ method: 'GET', url: '/v1/cabinet/door', key: null })).body.ways;
    expect(await ways(shop)).toEqual({ token: true, email: false, phone: true });
    const without = await openCabinetShop({ now: START });
    expect(await ways(without)).toEqual({ token: true, email: false, phone: false });
    expect((await without.knock('codes', { phone: PHONE })).status).toBe(404);
    await shop.api.rows('update tenant set is_demo = true');
    expect((await ways(shop)).phone, 'people of a demo are not written to').toBe(false);
    await shop.api.rows('update tenant set is_demo = false');
  });

  it('lets in by the code of a signed message, once, however the number is typed', async () => {
    expect((await ask('8 (912) 111-00-22')).status).toBe(202);
    const [message] = await arrived(1);
    expect(message !== undefined && isSignedWith(`whsec_${SECRET.toString('base64')}`, message)).toBe(true);
    expect(message?.body).toEqual({ to: PHONE, text: expect.stringMatching(/^\d{6} — код для входа: /) });
    const code = message?.body.text.slice(0, 6);
    const enter = () => shop.knock('sessions/code', { phone: PHONE, code });
    const opened = await enter();
    expect(opened.status, opened.text).toBe(201);
    expect((await shop.cabinetOf(opened.body.token).get('home')).body.name).toBe('Анна');
    expect((await enter()).body.code).toBe('sign_in_code_wrong');
    expect((await shop.knock('sessions/code', { phone: PHONE, email: 'a@tea.example', code })).status, 'one address').toBe(422);
  });

  it('answers a number nobody has as one that is known, and writes it nothing', async () => {
    const before = receiver.received.length;
    const [known, unknown] = [await ask(PHONE), await ask('+79123334455')];
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    const messages = await arrived(before + 1);
    expect(messages.slice(before).map(({ body }) => body.to)).toEqual([PHONE]);
  });

  it('is throttled by number whatever the network, and gives a number ten codes a day', async () => {
    const statuses: number[] = [];
    for (let each = 0; each < 6; each += 1) statuses.push((await ask('+79125550000', `192.0.${each}.7`)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    await ask('+79125550001');
    await shop.api.rows('update sign_in_code set asked = 10');
    expect((await ask('+79125550001')).status).toBe(429);
    await shop.api.rows('delete from sign_in_code');
  });

  it('tries a gateway that refuses twice more, as the same message, and tells the log neither number nor code', async () => {
    const before = receiver.received.length;
    receiver.answer('/sms', status(500));
    expect((await ask(PHONE, '203.0.113.9')).status).toBe(202);
    const messages = (await arrived(before + 3)).slice(before);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(1);
    await waitFor(async () => troubles.length === 3, { limitMs: 5_000, what: 'three refusals' });
    expect(troubles).toEqual(Array(3).fill('the text message gateway refused a message: status-500'));
  });
});
