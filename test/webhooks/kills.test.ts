/** A server killed on the way of a message: nothing committed is lost, and what comes twice has the same id (I-20). */
import { afterAll, describe, expect, it } from 'vitest';
import { gift, program, rule, to } from '../contract/programs.ts';
import { crashLimitMs } from '../crash/crash-site.ts';
import { type HttpShop, openHttpShop, publishProgram } from '../support/http-shop.ts';
import { createDataDirectory, type SarafanProcess, startSarafan } from '../support/sarafan-process.ts';
import { waitFor } from '../support/wait-for.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { paid } from './webhook-shop.ts';

const ORDERS_MAX = 500;
const FIRST_CLOCK = Date.parse('2026-11-20T12:00:00Z');

describe('a server killed with SIGKILL', () => {
  let server: SarafanProcess | undefined;
  afterAll(async () => {
    await server?.stop();
  });

  it.each([
    ['between the commit and the delivery', 'after-commit:4'],
    ['between the claim and the sending', 'after-webhook-claim:1'],
    ['between the sending and the note that it was sent', 'after-webhook-send:1'],
    ['after some were sent', 'after-webhook-send:7'],
  ])(
    '%s (%s): each acknowledged order’s message arrives, repeats under the same id',
    async (_where, faultPoint) => {
      const receiver = await openReceiver();
      const dataDirectory = createDataDirectory();
      const settings = (more: Readonly<Record<string, string>>, clockMs: number) => ({
        env: {
          SARAFAN_DATA: dataDirectory,
          WEBHOOK_ALLOW_PRIVATE: '127.0.0.1',
          SARAFAN_TEST_CLOCK: new Date(clockMs).toISOString(),
          ...more,
        },
      });
      server = await startSarafan(settings({}, FIRST_CLOCK));
      const secretKey = server.secretKey ?? '';
      const shop = openHttpShop({ url: server.url, secretKey });
      await publishProgram(shop, program([rule([to('buyer', gift(500))])]));
      const { body: webhook } = await shop.must({ method: 'POST', path: '/v1/webhooks', body: { url: `${receiver.url}/hook` } });
      await server.kill();

      server = await startSarafan(settings({ FAULT_POINT: faultPoint }, FIRST_CLOCK + 60_000));
      const acknowledged = await sendUntilGone(openHttpShop({ url: server.url, secretKey }));
      expect(acknowledged.length).toBeGreaterThan(0);
      await server.kill();
      const before = receiver.received.length;

      server = await startSarafan(settings({}, FIRST_CLOCK + 120_000));
      const again = openHttpShop({ url: server.url, secretKey });
      await waitFor(async () => (await pendingAt(again, webhook.id)) === 0, { limitMs: 60_000, what: 'the messages to arrive' });
      expectEachOnce(receiver, acknowledged);
      expect(receiver.received.length).toBeGreaterThan(before);
      expect(await server.stop()).toBe(0);
    },
    2 * crashLimitMs,
  );
});

/** Orders one after the other until the server is gone; the ids of those it answered. */
async function sendUntilGone(shop: HttpShop): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  for (let index = 0; index < ORDERS_MAX; index += 1) {
    const id = `o-${index}`;
    // After the publication, which takes the server's time.
    const reply = await shop.post('/v1/events', { ...paid(id), occurredAt: '2026-11-20T12:01:00Z' }).catch(() => null);
    if (reply === null) return acknowledged;
    expect(reply.status, reply.text).toBe(200);
    acknowledged.push(id);
  }
  throw new Error('the server was not killed');
}

async function pendingAt(shop: HttpShop, webhookId: string): Promise<number> {
  const { body } = await shop.must({ method: 'GET', path: `/v1/webhooks/${webhookId}/deliveries?status=pending&limit=200` });
  return body.items.length;
}

/** Every acknowledged order's message is there; one that came twice is the same message. */
function expectEachOnce(receiver: Receiver, acknowledged: readonly string[]): void {
  const byOrder = new Map<string, Set<string>>();
  for (const { id, body } of receiver.received) byOrder.set(body.data.orderId, (byOrder.get(body.data.orderId) ?? new Set()).add(id));
  for (const orderId of acknowledged) expect(byOrder.get(orderId)?.size, orderId).toBe(1);
  for (const [orderId, ids] of byOrder) expect(ids.size, orderId).toBe(1);
}
