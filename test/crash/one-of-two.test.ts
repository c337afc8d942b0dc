import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { parseWireId } from '../../src/domain/ids.ts';
import { createTestDatabase } from '../support/database.ts';
import { type HttpShop, openHttpShop, publishProgram, rub } from '../support/http-shop.ts';
import { startSarafan } from '../support/sarafan-process.ts';
import { SeededRandom } from '../support/seeded-random.ts';
import { expectSound } from '../support/sound.ts';
import { crashLimitMs, isSoak } from './crash-site.ts';
import { crashProgram } from './traffic.ts';

const ROUNDS = isSoak ? 30 : 3;
const SENDERS = 8;
/** A killed process holds the tenant's lock no longer than PostgreSQL needs to notice. */
const PAUSE_MAX_MS = 5_000;

interface Sent {
  readonly events: object[];
  readonly acknowledged: Map<object, string>;
  longestPauseMs: number;
}

/** New customers' orders through one process, until it is gone or `stop` is asked for. */
async function sendOrders(shop: HttpShop, name: string, stop: AbortSignal): Promise<Sent> {
  const sent: Sent = { events: [], acknowledged: new Map(), longestPauseMs: 0 };
  let answeredMs = performance.now();
  const send = async (): Promise<void> => {
    while (!stop.aborted) {
      const id = `${name}-${sent.events.length}`;
      const order = { id: `o-${id}`, total: rub(200_000) };
      const event = { id, type: 'order.paid', occurredAt: new Date().toISOString(), customer: { externalId: id }, order };
      sent.events.push(event);
      const reply = await shop.post('/v1/events', event).catch(() => null);
      if (reply === null) return;
      expect(reply.status, reply.text).toBe(200);
      sent.acknowledged.set(event, reply.text);
      sent.longestPauseMs = Math.max(sent.longestPauseMs, performance.now() - answeredMs);
      answeredMs = performance.now();
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  return sent;
}

describe('one of two processes on one database, killed under load', () => {
  it(
    'loses nothing it acknowledged, and the other one goes on; what was cut off is taken once by the other (I-06)',
    async () => {
      const random = new SeededRandom(11);
      const test = await createTestDatabase();
      const env = { DATABASE_URL: test.url };
      const survivor = await startSarafan({ env });
      const tenantId = parseWireId('ten', survivor.tenantId ?? '');
      if (tenantId === null) throw new Error('the ready line names the tenant');
      const { secretKey = '' } = survivor;
      const right = openHttpShop({ url: survivor.url, secretKey });
      await publishProgram(right, crashProgram);
      for (let round = 0; round < ROUNDS; round += 1) {
        const victim = await startSarafan({ env });
        const stop = new AbortController();
        const sending = [
          sendOrders(openHttpShop({ url: victim.url, secretKey }), `left-${round}`, stop.signal),
          sendOrders(right, `right-${round}`, stop.signal),
        ] as const;
        // Not a wait for something: the moment of the kill is the test.
        await delay(random.between(200, 1_500));
        await victim.kill();
        const afterKill = openHttpShop({ url: survivor.url, secretKey });
        await afterKill.must({ method: 'PUT', path: `/v1/customers/after-${round}`, body: {} });
        stop.abort();
        const [left, other] = await Promise.all(sending);
        expect(other.longestPauseMs).toBeLessThan(PAUSE_MAX_MS);
        for (const { events, acknowledged } of [left, other]) {
          for (const event of events) {
            const again = await right.post('/v1/events', event);
            expect(again.body.outcome, again.text).toBe('processed');
            expect(again.text).toBe(acknowledged.get(event) ?? again.text);
          }
        }
        const paid = await test.database.pool.query('select order_id from payment where order_id like $1', [`%-${round}-%`]);
        expect(paid.rows).toHaveLength(left.events.length + other.events.length);
      }
      await expectSound({ test, tenantId });
      expect(await survivor.stop()).toBe(0);
    },
    crashLimitMs + ROUNDS * 10_000,
  );
});
