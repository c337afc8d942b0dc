/** A business with a programme of a friend's first order, and connections it takes orders by. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { processDuePayloads } from '../../src/connectors/payload-worker.ts';
import type { GuardedReader } from '../../src/webhooks/guarded-get.ts';
import type { TargetRules } from '../../src/webhooks/target-rules.ts';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { referAFriend } from '../support/shop.ts';
import { watchedIntake } from '../support/watched-intake.ts';

export interface Hook {
  readonly id: string;
  readonly secret: string;
  /** The path and query of the address, with its secret. */
  readonly path: string;
  readonly bare: string;
}

export interface HookShop {
  readonly api: Api;
  readonly connect: (preset: string) => Promise<Hook>;
  readonly send: (hook: Hook, body: string | Buffer, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  /** As WooCommerce signs. */
  readonly sendSigned: (hook: Hook, body: string, secret?: string) => Promise<Reply>;
  readonly work: () => Promise<void>;
  readonly payloads: (query?: string) => Promise<readonly PayloadShown[]>;
  readonly activate: (hook: Hook) => Promise<Reply>;
}

export interface PayloadShown {
  readonly id: string;
  readonly status: string;
  readonly orderId: string | null;
  readonly outcome: {
    readonly events: readonly {
      readonly type: string;
      readonly total: { readonly amountMinor: string; readonly currency: string } | null;
      readonly answer: { readonly outcome: string; readonly rewards: readonly unknown[] } | null;
      readonly problem: { readonly code: string } | null;
    }[];
    readonly reason: { readonly code: string; readonly field: string | null; readonly value: string | null; readonly text: object } | null;
  } | null;
}

export function payload(name: string): string {
  return readFileSync(new URL(`payloads/${name}`, import.meta.url), 'utf8').trim();
}

/** A JSON payload with other values at its top. */
export function changed(body: string, values: object): string {
  return JSON.stringify({ ...JSON.parse(body), ...values });
}

export async function openHookShop(options: { readonly rules?: TargetRules; readonly reader?: GuardedReader } = {}): Promise<HookShop> {
  const api = await openApi(options.rules === undefined ? {} : { webhookRules: options.rules });
  const { pool, kysely: db } = api.test.database;
  const failed = (error: unknown): void => {
    throw error;
  };
  const intake = watchedIntake({ pool, clock: api.clock });
  const program = (await api.post('/v1/programs', { document: referAFriend })).body;
  await api.post(`/v1/programs/${program.id}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
  await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: { email: 'marina@example.com' } });
  await api.post('/v1/customers/marina/memberships', { programId: program.id });
  await api.post('/v1/customers/marina/codes', { code: 'MARINA' });
  const send: HookShop['send'] = (hook, body, headers = {}) =>
    api.ask({ method: 'POST', url: hook.path, key: null, body, headers: { 'content-type': 'application/json', ...headers } });
  return {
    api,
    send,
    connect: async (preset) => {
      const made = await api.post('/v1/connectors', { name: preset, preset });
      if (made.status !== 201) throw new Error(made.text);
      const path = (address: string): string => address.slice(new URL(address).origin.length);
      return { id: made.body.id, secret: made.body.secret, path: path(made.body.addressWithSecret), bare: path(made.body.address) };
    },
    sendSigned: (hook, body, secret = hook.secret) =>
      api.ask({
        method: 'POST',
        url: hook.bare,
        key: null,
        body,
        headers: {
          'content-type': 'application/json',
          'x-wc-webhook-signature': createHmac('sha256', secret).update(body).digest('base64'),
        },
      }),
    work: () =>
      processDuePayloads(
        { db, intake, clock: api.clock, ...(options.reader === undefined ? {} : { reader: options.reader }) },
        new AbortController().signal,
        failed,
      ),
    payloads: async (query = '') => (await api.get(`/v1/connector-payloads?limit=200${query}`)).body.items,
    activate: (hook) => api.ask({ method: 'PATCH', url: `/v1/connectors/${hook.id}`, body: { status: 'active' } }),
  };
}
