/** A business with its API and the dispatcher of its mail, and a mail server on loopback. */
import { expect } from 'vitest';
import { createIntake } from '../../src/intake/create-intake.ts';
import { runDueWork } from '../../src/jobs/run-due-work.ts';
import { MailCounts } from '../../src/messages/mail-counts.ts';
import { startMailDispatcher } from '../../src/messages/mail-dispatcher.ts';
import type { SmtpSettings } from '../../src/messages/smtp-settings.ts';
import { rub } from '../contract/wire.ts';
import { type Api, openApi } from '../support/api.ts';
import { atFileEnd } from '../support/file-end.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Got, type MailReceiver, openMailReceiver } from './mail-receiver.ts';

export interface LoggedMail {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly customerId: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly error: { readonly code: string; readonly text: { readonly ru: string; readonly en: string } } | null;
}

export interface MailShop {
  readonly api: Api;
  readonly receiver: MailReceiver;
  readonly counts: MailCounts;
  readonly troubles: readonly string[];
  readonly setUp: (more?: object) => Promise<void>;
  readonly publish: (document: object) => Promise<string>;
  /** A member of the programme with an address and a code that is their name. */
  readonly join: (programId: string, name: string, more?: object) => Promise<void>;
  readonly order: (id: string, customer: object, more?: object) => Promise<void>;
  readonly event: (body: object) => Promise<void>;
  readonly arrived: (address: string, count?: number) => Promise<readonly Got[]>;
  readonly log: (query?: string) => Promise<readonly LoggedMail[]>;
  /** Waits until nothing waits any more, and gives the log. */
  readonly settled: () => Promise<readonly LoggedMail[]>;
  readonly at: (time: string) => void;
  /** What the jobs would do by now. */
  readonly dueWork: () => Promise<void>;
}

const LIMIT_MS = 20_000;

const PUBLIC_URL = 'https://friends.tea.example';

interface ShopOptions {
  /** Whose settings mail leaves by; the business's own when absent. */
  readonly setUp?: 'own' | 'installation' | 'none';
}

export async function openMailShop({ setUp: by = 'own' }: ShopOptions = {}): Promise<MailShop> {
  const receiver = await openMailReceiver();
  const settings = settingsFor(receiver.port);
  const installationMail = by === 'installation' ? settings : undefined;
  const api = await openApi({ publicUrl: PUBLIC_URL, ...(installationMail === undefined ? {} : { installationMail }) });
  await must(api.ask({ method: 'PATCH', url: '/v1/tenant', body: { name: 'Чайная лавка' } }));
  const { pool, kysely } = api.test.database;
  const counts = new MailCounts();
  const troubles: string[] = [];
  const dispatcher = startMailDispatcher({
    ...{ db: kysely, clock: api.clock, publicUrl: PUBLIC_URL, installationMail, counts },
    onTrouble: (message) => troubles.push(message),
  });
  atFileEnd(dispatcher.stop);
  const setUp = async (more: object = {}): Promise<void> => {
    await must(api.ask({ method: 'PUT', url: '/v1/mail/settings', body: { ...settings, password: undefined, ...more } }));
  };
  if (by === 'own') await setUp();
  const log = async (query = ''): Promise<readonly LoggedMail[]> => (await api.get(`/v1/mail/log?limit=200${query}`)).body.items;
  return {
    ...{ api, receiver, counts, troubles, setUp, log },
    publish: async (document) => {
      const made = await must(api.post('/v1/programs', { document }));
      await must(api.post(`/v1/programs/${made.id}/versions/1/publish`));
      return made.id;
    },
    join: async (programId, name, more = {}) => {
      const latin = name.toLowerCase();
      await must(api.ask({ method: 'PUT', url: `/v1/customers/${latin}`, body: { email: `${latin}@example.com`, ...more } }));
      await must(api.post(`/v1/customers/${latin}/memberships`, { programId, actor: 'anna' }));
      await must(api.post(`/v1/customers/${latin}/codes`, { code: name }));
    },
    order: async (id, customer, more = {}) => {
      const body = { id, total: rub(300_000) };
      await must(
        api.post('/v1/events', {
          id: `evt-${id}`,
          type: 'order.paid',
          occurredAt: api.clock.now().toISOString(),
          customer,
          order: body,
          ...more,
        }),
      );
    },
    event: async (body) => {
      await must(api.post('/v1/events', { occurredAt: api.clock.now().toISOString(), ...body }));
    },
    arrived: (address, count = 1) =>
      waitFor(async () => (receiver.to(address).length >= count ? receiver.to(address) : null), {
        limitMs: LIMIT_MS,
        what: `${count} messages to ${address}`,
      }),
    settled: () =>
      waitFor(
        async () => {
          const all = await log();
          return all.every((each) => each.status !== 'waiting') ? all : null;
        },
        { limitMs: LIMIT_MS, what: 'the messages to be settled' },
      ),
    at: (time) => api.clock.set(new Date(time)),
    dueWork: async () => {
      const intake = createIntake({ pool, clock: api.clock, onError: (error) => troubles.push(String(error)) });
      await runDueWork({ pool, intake, clock: api.clock }, api.business.tenantId);
    },
  };
}

export function settingsFor(port: number): SmtpSettings {
  const sender = { fromName: 'Чайная лавка', fromAddress: 'mail@tea.example', replyTo: null };
  return { host: '127.0.0.1', port, security: 'none', username: null, password: null, ...sender };
}

// biome-ignore lint/suspicious/noExplicitAny: an answer under test is whatever came.
export async function must(asked: Promise<{ status: number; text: string; body: any }>): Promise<any> {
  const reply = await asked;
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply.body;
}
