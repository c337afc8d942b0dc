/** A server killed between sending a message and noting it: the message comes again under the same Message-ID (I-20), by SMTP_URL. */
import { afterAll, describe, expect, it } from 'vitest';
import { credit, program, rule, to } from '../contract/programs.ts';
import { crashLimitMs } from '../crash/crash-site.ts';
import { openHttpShop, publishProgram } from '../support/http-shop.ts';
import { createDataDirectory, type SarafanProcess, startSarafan } from '../support/sarafan-process.ts';
import { waitFor } from '../support/wait-for.ts';
import { openMailReceiver } from './mail-receiver.ts';

const FIRST_CLOCK = Date.parse('2026-11-20T12:00:00Z');

describe('a server killed with SIGKILL', () => {
  let server: SarafanProcess | undefined;
  afterAll(async () => {
    await server?.stop();
  });

  it.each([
    ['between the claim and the sending', 'after-mail-claim:1', 1],
    ['between the sending and the note that it was sent', 'after-mail-send:1', 2],
  ])(
    '%s (%s): the message arrives, a repeat under the same Message-ID',
    async (_where, faultPoint, copies) => {
      const receiver = await openMailReceiver({ user: 'tea', password: 'p@ss word' });
      const dataDirectory = createDataDirectory();
      const settings = (more: Readonly<Record<string, string>>, clockMs: number) => ({
        env: {
          SARAFAN_DATA: dataDirectory,
          SMTP_URL: `smtp://tea:p%40ss%20word@127.0.0.1:${receiver.port}?security=none`,
          MAIL_FROM: 'Tea <mail@tea.example>',
          SARAFAN_TEST_CLOCK: new Date(clockMs).toISOString(),
          ...more,
        },
      });
      server = await startSarafan(settings({ FAULT_POINT: faultPoint }, FIRST_CLOCK));
      const secretKey = server.secretKey ?? '';
      const shop = openHttpShop({ url: server.url, secretKey });
      await publishProgram(shop, program([rule([to('buyer', credit(10_000))])]));
      const customer = { externalId: 'anna', email: 'anna@example.com' };
      const order = { id: 'o-1', total: { amountMinor: '100000', currency: 'RUB' } };
      const occurredAt = new Date(FIRST_CLOCK + 60_000).toISOString();
      await shop.post('/v1/events', { id: 'e-1', type: 'order.paid', occurredAt, customer, order }).catch(() => null);
      await waitFor(
        () =>
          shop.post('/v1/events', { id: 'e-2', type: 'custom.look', occurredAt, customer }).then(
            () => false,
            () => true,
          ),
        { limitMs: 30_000, what: 'the server to be killed' },
      );
      await server.kill();

      server = await startSarafan(settings({}, FIRST_CLOCK + 600_000));
      await waitFor(async () => receiver.to('anna@example.com').length >= copies, { limitMs: 90_000, what: 'the message' });
      const again = openHttpShop({ url: server.url, secretKey });
      const { body } = await again.must({ method: 'GET', path: '/v1/mail/log' });
      expect(body.items).toMatchObject([{ kind: 'bonus-available', status: 'sent' }]);
      const got = receiver.to('anna@example.com');
      expect(got).toHaveLength(copies);
      expect(new Set(got.map(({ mail }) => mail.messageId)).size).toBe(1);
      expect(`${server.output.stdout}${server.output.stderr}`).not.toContain('anna@');
      expect(await server.stop()).toBe(0);
    },
    2 * crashLimitMs,
  );
});
