/** How messages get through: retries, what is given up, a sender that dies, header injection, nothing where no mail is set up. */
import { randomUUID } from 'node:crypto';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { type CustomerId, idFromUuid } from '../../src/domain/ids.ts';
import { composeMail } from '../../src/messages/compose-mail.ts';
import { registerMailMetrics } from '../../src/messages/mail-counts.ts';
import { findMailTenant } from '../../src/messages/mail-facts.store.ts';
import { claimMails, countWaitingMails, deleteOldMails, forgetExpiredMails, markSent } from '../../src/messages/mail-queue.store.ts';
import { queueSignInCode } from '../../src/messages/queue-mail.store.ts';
import { sendMail } from '../../src/messages/smtp-client.ts';
import { coupon, credit, gift, program, rule, to } from '../contract/programs.ts';
import { waitFor } from '../support/wait-for.ts';
import { type MailShop, must, openMailShop, settingsFor } from './mail-shop.ts';

const CREDITS_BUYERS = program([rule([to('buyer', credit(10_000))])]);
const buyer = (name: string, more: object = {}) => ({ externalId: name, email: `${name}@example.com`, ...more });

const passes = (shop: MailShop, ms: number): void => shop.api.clock.set(new Date(shop.api.clock.now().getTime() + ms));

describe('a message on its way', () => {
  it('is tried again while the server says "later", under the same Message-ID, and told in the log', async () => {
    const shop = await openMailShop();
    await shop.publish(CREDITS_BUYERS);
    shop.receiver.refuse({ code: 451, words: 'try later, anna@example.com' });
    await shop.order('o-1', buyer('anna'));
    const [waiting] = await retried(shop, 1);
    expect(waiting).toMatchObject({ status: 'waiting', attempts: 1, error: { code: 'recipient-451' } });
    expect(Date.parse(waiting?.nextAttemptAt ?? '') - shop.api.clock.now().getTime()).toBeGreaterThanOrEqual(5_000);
    passes(shop, 6_000);
    await retried(shop, 2);
    shop.receiver.refuse(null);
    passes(shop, 60_000);
    const [got] = await shop.arrived('anna@example.com');
    const [row] = await shop.api.rows<{ mail_id: string }>('select mail_id from mail');
    expect(got?.mail.messageId).toBe(`<${row?.mail_id}@friends.tea.example>`);
    expect((await shop.settled())[0]).toMatchObject({ status: 'sent', attempts: 3, error: null });
    expect(JSON.stringify(await shop.api.rows('select last_error, data, recipient from mail'))).not.toContain('anna');
  });

  it('is given up at once when the recipient is refused for good, and a person can try it again', async () => {
    const shop = await openMailShop();
    await shop.publish(CREDITS_BUYERS);
    shop.receiver.refuse({ code: 550, words: 'no such user' });
    await shop.order('o-1', buyer('gone'));
    const [failed] = await shop.settled();
    expect(failed).toMatchObject({ status: 'failed', attempts: 1, error: { code: 'recipient-550' } });
    expect(failed?.error?.text.ru).toBe('Сервер не принял письмо для этого получателя (550).');
    shop.receiver.refuse(null);
    await must(shop.api.post(`/v1/mail/log/${failed?.id}/resend`));
    await shop.arrived('gone@example.com');
    const again = await shop.api.post(`/v1/mail/log/${failed?.id}/resend`);
    expect([again.status, again.body.code]).toEqual([409, 'mail_state']);
  });

  it('is given up after the last of its attempts', async () => {
    const shop = await openMailShop();
    await shop.publish(CREDITS_BUYERS);
    await shop.receiver.close();
    await shop.order('o-1', buyer('anna'));
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await retried(shop, attempt);
      passes(shop, 34 * 3_600_000);
      // Beyond a week nobody waits for it; the schedule ends before.
      if (attempt < 9) await shop.api.rows(`update mail set created_at = $1`, [shop.api.clock.now()]);
    }
    await shop.api.rows(`update mail set created_at = $1`, [shop.api.clock.now()]);
    const [failed] = await shop.settled();
    expect(failed).toMatchObject({ status: 'failed', attempts: 10, error: { code: 'connection-refused' } });
  });

  it('goes again under the same Message-ID after a sender that died between sending and marking; who was only slow marks nothing', async () => {
    const shop = await openMailShop({ setUp: 'none' });
    const { kysely: db } = shop.api.test.database;
    const { tenantId } = shop.api.business;
    await shop.publish(CREDITS_BUYERS);
    // As if settings were there, which the dispatcher does not find: this test is the sender.
    await shop.api.rows('update tenant set has_mail = true');
    await shop.order('o-1', buyer('anna'));
    const claimOf = async (at: Date) => {
      const lease = randomUUID();
      const [mail] = await claimMails(db, { tenantId, now: at, lease, leaseEndsAt: new Date(at.getTime() + 90_000), limit: 4 });
      return { lease, mail };
    };
    const tenant = (await findMailTenant(db, tenantId)) ?? expect.fail('no tenant');
    const send = async ({ mail }: Awaited<ReturnType<typeof claimOf>>): Promise<void> => {
      const composed = await composeMail(db, mail ?? expect.fail('nothing was due'), {
        tenant,
        publicUrl: 'https://friends.tea.example',
        now: shop.api.clock.now(),
      });
      if (composed.kind === 'skip') throw new Error(composed.why);
      expect(await sendMail({ settings: settingsFor(shop.receiver.port), rules: null }, composed.envelope)).toEqual({ kind: 'sent' });
    };
    const start = new Date(shop.api.clock.now().getTime() + 600_000);
    const first = await claimOf(start);
    await send(first);
    expect((await claimOf(new Date(start.getTime() + 1_000))).mail).toBeUndefined();
    const second = await claimOf(new Date(start.getTime() + 91_000));
    await send(second);
    const mailId = first.mail?.mailId ?? '';
    const at = shop.api.clock.now();
    expect(await markSent(db, { tenantId, mailId, lease: first.lease, at })).toBe(false);
    expect(await markSent(db, { tenantId, mailId, lease: second.lease, at })).toBe(true);
    const got = shop.receiver.to('anna@example.com');
    expect(got).toHaveLength(2);
    expect(new Set(got.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  it('cannot be given headers or recipients by what people are called', async () => {
    const shop = await openMailShop();
    await must(
      shop.api.ask({ method: 'PUT', url: '/v1/mail/texts/bonus-available/ru', body: { subject: 'Бонус, {{ name }}', body: '{{ name }}' } }),
    );
    await shop.publish(CREDITS_BUYERS);
    await shop.order('o-1', buyer('eve', { name: 'Eve' }));
    await shop.arrived('eve@example.com');
    // As if something had got past the contract, which refuses controls in names.
    await shop.order('o-2', buyer('eve', { name: 'Eve' }));
    await shop.api.rows(`update person set name = $1`, ['Ева\r\nBcc: all@example.com\r\n\r\n<script>alert(1)</script>']);
    await shop.order('o-3', { externalId: 'eve' });
    const got = (await shop.arrived('eve@example.com', 3)).at(-1);
    expect(got?.subject).toBe('Бонус, Ева Bcc: all@example.com <script>alert(1)</script>');
    expect(got?.to).toEqual(['eve@example.com']);
    expect(got?.mail.bcc).toBeUndefined();
    expect(String(got?.mail.html)).not.toContain('<script');
  });

  it('is counted, and what waits as well', async () => {
    const shop = await openMailShop();
    await shop.publish(CREDITS_BUYERS);
    await shop.order('o-1', buyer('anna'));
    await shop.settled();
    const registry = new Registry();
    registerMailMetrics(registry, { counts: shop.counts, countWaiting: () => countWaitingMails(shop.api.test.database.kysely) });
    const text = await registry.metrics();
    expect(text).toContain('sarafan_mails_total{kind="bonus-available",outcome="sent"} 1');
    expect(text).toContain('sarafan_mails_waiting 0');
  });
});

describe('a business', () => {
  it('without mail has no message written, whatever happens; once set up, it is not told of the past', async () => {
    const shop = await openMailShop({ setUp: 'none' });
    await shop.publish(CREDITS_BUYERS);
    await shop.order('o-1', buyer('anna'));
    expect(await shop.api.rows('select mail_id from mail')).toEqual([]);
    await shop.setUp();
    await shop.order('o-2', buyer('boris'));
    await shop.arrived('boris@example.com');
    expect(shop.receiver.to('anna@example.com')).toEqual([]);
  });

  it('without settings of its own writes by those of the installation, a demo does not', async () => {
    const shop = await openMailShop({ setUp: 'installation' });
    await shop.publish(CREDITS_BUYERS);
    await shop.order('o-1', buyer('anna'));
    await shop.arrived('anna@example.com');
    await shop.api.rows('update tenant set is_demo = true');
    await shop.order('o-2', buyer('boris'));
    expect(await shop.log()).toHaveLength(1);
    expect((await shop.api.get('/v1/mail/settings')).body).toMatchObject({ source: 'installation', fromAddress: 'mail@tea.example' });
  });

  it('forgets the address and the code of a message that never left, once the code is over', async () => {
    const shop = await openMailShop();
    const { kysely: db } = shop.api.test.database;
    const { tenantId } = shop.api.business;
    shop.receiver.refuse({ code: 550, words: 'no such user' });
    const now = shop.api.clock.now();
    const expiresAt = new Date(now.getTime() + 600_000);
    const customerId = idFromUuid<CustomerId>('00000000-0000-7000-8000-000000000001');
    const code = { tenantId, customerId, email: 'gone@example.com', code: '111111', cause: 'c', locale: null, now, expiresAt };
    await queueSignInCode(db, code, undefined);
    expect((await shop.settled())[0]).toMatchObject({ status: 'failed' });
    await forgetExpiredMails(db, tenantId, expiresAt);
    expect(await shop.api.rows('select recipient, data from mail')).toEqual([{ recipient: null, data: '{}' }]);
    await deleteOldMails(db, tenantId, new Date(now.getTime() + 1));
    expect(await shop.api.rows('select mail_id from mail')).toEqual([]);
  });

  it('drops what waits when it switches mail off', async () => {
    const shop = await openMailShop();
    await shop.publish(CREDITS_BUYERS);
    await shop.receiver.close();
    await shop.order('o-1', buyer('anna'));
    await retried(shop, 1);
    await must(shop.api.ask({ method: 'DELETE', url: '/v1/mail/settings' }));
    expect((await shop.settled())[0]).toMatchObject({ status: 'skipped', error: { code: 'mail-switched-off' } });
    await shop.order('o-2', buyer('boris'));
    expect(await shop.log()).toHaveLength(1);
  });

  it('has one message for each coupon and gift to collect, none for a discount of the order itself', async () => {
    const shop = await openMailShop();
    await shop.publish(
      program([
        rule([
          to('buyer', coupon()),
          to('buyer', gift(500)),
          to('buyer', { kind: 'coupon', percent: { basisPoints: 300 }, use: 'thisOrder' }),
        ]),
      ]),
    );
    await shop.order('o-1', buyer('anna'));
    const got = await shop.arrived('anna@example.com', 2);
    await shop.settled();
    expect(got.map(({ subject }) => subject).sort()).toEqual([
      'Вас ждёт награда: подарок «MUG»',
      'Вас ждёт награда: скидка 5 % на следующий заказ',
    ]);
    expect(shop.receiver.got).toHaveLength(2);
  });
});

/** The log once that many attempts were made. */
function retried(shop: MailShop, attempts: number) {
  return waitFor(
    async () => {
      const log = await shop.log();
      return log[0] !== undefined && log[0].attempts >= attempts ? log : null;
    },
    { limitMs: 20_000, what: `attempt ${attempts}` },
  );
}
