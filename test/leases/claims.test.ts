/** Two processes that claim at once: never more than each asked for, never the same row twice, and nothing left out (reliability.md I-20, I-21). */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { claimPayloads } from '../../src/connectors/payloads.store.ts';
import type { LeaseClaim } from '../../src/lease-runner.ts';
import { claimMails } from '../../src/messages/mail-queue.store.ts';
import { claimDeliveries } from '../../src/webhooks/delivery-queue.store.ts';
import { type Api, openApi } from '../support/api.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const ROWS = 300;
const LIMIT = 3;

type Claimer = (claim: LeaseClaim) => Promise<readonly string[]>;

interface Queue {
  readonly fill: (api: Api) => Promise<void>;
  readonly claimer: (api: Api) => Claimer;
}

const QUEUES: Readonly<Record<string, Queue>> = {
  mail: {
    fill: async ({ rows, business }) => {
      await rows(
        `insert into mail (tenant_id, mail_id, kind, cause, customer_id, data, next_attempt_at, created_at)
          select $1, gen_random_uuid(), 'friend-joined', 'n' || n, gen_random_uuid(), '{}', $2, $2 from generate_series(1, ${ROWS}) n`,
        [business.tenantId, NOW],
      );
    },
    claimer:
      ({ test }) =>
      async (claim) =>
        (await claimMails(test.database.kysely, claim)).map(({ mailId }) => mailId),
  },
  'deliveries of webhooks': {
    fill: async ({ rows, business }) => {
      // As many endpoints as it takes for their places not to be what bounds a claim.
      await rows(
        `insert into webhook (tenant_id, webhook_id, url, status, secret, created_at)
          select $1, gen_random_uuid(), 'https://shop.example/' || n, 'active', '\\x00', $2 from generate_series(1, 40) n`,
        [business.tenantId, NOW],
      );
      await rows(
        `insert into webhook_message (tenant_id, message_id, type, data, created_at)
          select $1, gen_random_uuid(), 'webhook.test', '{}', $2 from generate_series(1, ${ROWS}) n`,
        [business.tenantId, NOW],
      );
      await rows(
        `insert into webhook_delivery (tenant_id, webhook_id, message_id, next_attempt_at)
          select $1, w.webhook_id, m.message_id, $2
          from (select webhook_id, row_number() over () as n from webhook) w
            join (select message_id, row_number() over () as n from webhook_message) m on m.n % 40 = w.n - 1`,
        [business.tenantId, NOW],
      );
    },
    claimer:
      ({ test }) =>
      async (claim) =>
        (await claimDeliveries(test.database.pool, { ...claim, busy: new Map() })).map(({ messageId }) => messageId),
  },
  'payloads of connections': {
    fill: async ({ rows, business }) => {
      await rows(
        `insert into connector (tenant_id, connector_id, name, preset, status, trust, mapping, secret, created_at)
          values ($1, gen_random_uuid(), 'x', 'custom', 'active', 'hint', '{}', 'x', $2)`,
        [business.tenantId, NOW],
      );
      await rows(
        `insert into connector_payload (tenant_id, payload_id, connector_id, received_at, content_type, body, query, body_hash, proof, status, next_attempt_at)
          select $1, gen_random_uuid(), connector_id, $2, '', '{}', '', sha256(n::text::bytea), 'secret', 'waiting', $2
          from connector, generate_series(1, ${ROWS}) n`,
        [business.tenantId, NOW],
      );
    },
    claimer:
      ({ test }) =>
      async ({ tenantId, now, leaseEndsAt, limit }) =>
        (await claimPayloads(test.database.kysely, tenantId, { now, until: leaseEndsAt, limit })).map(({ id }) => id),
  },
};

describe.each(Object.entries(QUEUES))('%s', (_name, { fill, claimer }) => {
  it('is claimed by many at once: each gets at most what it asked for, and every row one of them', { timeout: 60_000 }, async () => {
    const api = await openApi({ now: NOW });
    await fill(api);
    const claim = claimer(api);
    const { tenantId } = api.business;
    const leaseEndsAt = new Date(NOW.getTime() + 60_000);
    const taken: string[] = [];
    const sizes: number[] = [];
    const work = async (): Promise<void> => {
      for (let empty = 0; empty < 3; ) {
        const got = await claim({ tenantId, now: NOW, lease: randomUUID(), leaseEndsAt, limit: LIMIT });
        sizes.push(got.length);
        taken.push(...got);
        // A row another claimer holds at that moment is passed over: whoever finds none looks again.
        empty = got.length === 0 ? empty + 1 : 0;
      }
    };
    await Promise.all(Array.from({ length: 6 }, work));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(LIMIT);
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken).toHaveLength(ROWS);
  });
});
