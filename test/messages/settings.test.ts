/** Settings, the test button and the texts, as the console uses them. */
import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/contract/staff-roles.ts';
import { roleMay } from '../../src/contract/staff-roles.ts';
import { ALL_SCOPES, openApi } from '../support/api.ts';
import { openMailReceiver } from './mail-receiver.ts';
import { must, openMailShop, settingsFor } from './mail-shop.ts';

describe('the settings of mail', () => {
  it('are kept, the password never shown, not even in the audit log, and not given to another server', async () => {
    const shop = await openMailShop({ setUp: 'none' });
    const put = (body: object) => shop.api.ask({ method: 'PUT', url: '/v1/mail/settings', body });
    expect((await shop.api.get('/v1/mail/settings')).body).toMatchObject({ source: 'none', host: null, hasPassword: false });
    const { password: _none, ...plain } = settingsFor(2525);
    const account = { ...plain, username: 'tea', password: 'honey-and-tea' };
    expect(await must(put(account))).toMatchObject({ source: 'own', host: '127.0.0.1', username: 'tea', hasPassword: true });
    const { password: _kept, ...again } = account;
    expect(await must(put({ ...again, fromName: null }))).toMatchObject({ hasPassword: true, fromName: null });
    const elsewhere = await put({ ...again, host: 'evil.example' });
    expect([elsewhere.status, elsewhere.body.field]).toEqual([422, 'password']);
    const everything = [(await shop.api.get('/v1/mail/settings')).text, (await shop.api.get('/v1/audit')).text, shop.api.log()].join();
    expect(everything).not.toContain('honey-and-tea');
    expect(everything).toContain('mail-set-up');
  });

  it.each([
    ['host', 'a b'],
    ['host', 'x\r\nRCPT'],
    ['port', 0],
    ['port', 65_536],
    ['security', 'ssl'],
    ['fromAddress', 'nobody'],
    ['fromAddress', 'a@b.example\r\nBcc: c@d.example'],
    ['fromName', 'Tea\r\nBcc: c@d.example'],
    ['replyTo', 'x'],
  ])('refuse a %s of %j', async (field, value) => {
    const shop = await openMailShop({ setUp: 'none' });
    const { password: _none, ...plain } = settingsFor(2525);
    const reply = await shop.api.ask({ method: 'PUT', url: '/v1/mail/settings', body: { ...plain, [field]: value } });
    expect([reply.status, reply.body.field]).toEqual([422, field]);
  });

  it('are tried with a button that really sends, and says in words what the server said', async () => {
    const shop = await openMailShop();
    const press = (to = 'owner@tea.example') => shop.api.post('/v1/mail/test', { to });
    expect((await press()).body).toEqual({ sent: true, error: null, response: null });
    const [got] = await shop.arrived('owner@tea.example');
    expect(got?.subject).toBe('Проверка почты');
    expect(got?.mail.from?.value).toEqual([{ name: 'Чайная лавка', address: 'mail@tea.example' }]);
    shop.receiver.refuse({ code: 550, words: 'No such user here' });
    expect((await press()).body).toEqual({
      sent: false,
      error: {
        code: 'recipient-550',
        text: { ru: 'Сервер не принял письмо для этого получателя (550).', en: 'The server refused the message for this recipient (550).' },
      },
      response: '550 No such user here',
    });
    await shop.setUp({ security: 'tls' });
    expect((await press()).body).toMatchObject({ sent: false, error: { code: 'tls' } });
    await shop.setUp({ security: 'starttls' });
    expect((await press()).body).toMatchObject({ sent: false, error: { code: 'tls' } });
    await shop.setUp({ host: 'no-such-host.invalid' });
    expect((await press()).body).toMatchObject({ sent: false, error: { code: 'host-unknown' } });
    await shop.receiver.close();
    await shop.setUp();
    expect((await press()).body).toMatchObject({ sent: false, error: { code: 'connection-refused' } });
    expect(shop.api.log()).not.toContain('owner@tea.example');
  });

  it('say that a wrong password is one, and send with the right one', async () => {
    const shop = await openMailShop({ setUp: 'none' });
    const receiver = await openMailReceiver({ user: 'tea', password: 'right' });
    const none = await shop.api.post('/v1/mail/test', { to: 'owner@tea.example' });
    expect([none.status, none.body.code]).toEqual([409, 'mail_not_set_up']);
    for (const [password, code] of [
      ['wrong', 'auth'],
      ['right', undefined],
    ] as const) {
      await shop.setUp({ port: receiver.port, username: 'tea', password });
      const { body } = await shop.api.post('/v1/mail/test', { to: 'owner@tea.example' });
      expect([body.sent, body.error?.code]).toEqual([code === undefined, code]);
    }
  });

  it('lead to no private network where other businesses live too, and are tried so many times in ten minutes', async () => {
    const shop = await openMailShop();
    const press = () => shop.api.post('/v1/mail/test', { to: 'owner@tea.example' });
    expect((await press()).body).toMatchObject({ sent: true });
    await shop.api.addBusiness('other');
    for (const host of ['127.0.0.1', '::1', '::ffff:10.0.0.1', '169.254.169.254']) {
      await shop.setUp({ host });
      expect((await press()).body, host).toMatchObject({ sent: false, error: { code: 'host-not-allowed' }, response: null });
    }
    await must(shop.api.post('/v1/staff', { email: 'ivan@tea.example', name: 'Иван', role: 'support', locale: 'ru' }));
    const failed = async () => (await shop.log()).map(({ status, error }) => [status, error?.code]);
    await expect.poll(failed, { timeout: 10_000 }).toEqual([['waiting', 'host-not-allowed']]);
    expect(shop.receiver.got).toHaveLength(1);
    for (let pressed = 5; pressed < 20; pressed += 1) expect((await press()).status).toBe(200);
    expect((await press()).status).toBe(429);
  });

  it('of the installation are not for a demo, not even by the button; a network it allows is open to all', async () => {
    const demo = await openMailShop({ setUp: 'installation' });
    await demo.api.rows('update tenant set is_demo = true');
    expect((await demo.api.post('/v1/mail/test', { to: 'owner@tea.example' })).body.code).toBe('mail_not_set_up');
    const api = await openApi({ webhookRules: { ports: [443], allowPrivate: ['127.0.0.1', 'localhost'] } });
    await api.addBusiness('other');
    const { password: _none, ...plain } = settingsFor(demo.receiver.port);
    for (const host of ['127.0.0.1', 'localhost']) {
      await must(api.ask({ method: 'PUT', url: '/v1/mail/settings', body: { ...plain, host } }));
      expect((await api.post('/v1/mail/test', { to: 'owner@tea.example' })).body, host).toMatchObject({ sent: true });
    }
  });

  it('are the owner’s alone; texts are the marketer’s too', () => {
    const may = (role: Role, access: 'admin' | 'write' | 'read', tag: string) => roleMay(role, { access, tag, method: 'PUT' });
    for (const role of ['marketer', 'sales', 'accountant', 'support', 'cashier', 'readOnly'] as const) {
      expect(may(role, 'admin', 'settings'), role).toBe(false);
      expect(may(role, 'write', 'messages'), role).toBe(role === 'marketer');
    }
  });
});

describe('the texts of messages', () => {
  it('are the product’s own until a business writes its own, and again when it takes them back', async () => {
    const shop = await openMailShop();
    const { items } = (await shop.api.get('/v1/mail/texts')).body;
    expect(items).toHaveLength(14);
    expect(items.filter(({ isOwn }: { isOwn: boolean }) => isOwn)).toEqual([]);
    const own = { subject: 'К вам пришли, {{ name }}', body: 'Пришёл {{ friend }}!\n\nВаша {{ shop }}' };
    const url = '/v1/mail/texts/friend-joined/ru';
    expect(await must(shop.api.ask({ method: 'PUT', url, body: own }))).toMatchObject({ ...own, isOwn: true });
    const shown = await must(shop.api.post(`${url}/preview`, own));
    expect(shown.subject).toBe('К вам пришли, Марина');
    expect(shown.text).toContain('Пришёл А. П.!\n\nВаша Чайная лавка');
    expect(shown.html).toContain('<p style="margin:0 0 16px">Пришёл А. П.!</p>');
    const back = await must(shop.api.ask({ method: 'DELETE', url }));
    expect(back).toMatchObject({ isOwn: false, subject: 'По вашему приглашению пришёл друг' });
  });

  it('are refused with the place of each fault in words', async () => {
    const shop = await openMailShop();
    const url = '/v1/mail/texts/friend-joined/ru';
    const reply = await shop.api.ask({
      method: 'PUT',
      url,
      body: { subject: '{{ nmae }}', body: 'a\n{% for i in (1..10000000) %}x{% endfor %}' },
    });
    expect([reply.status, reply.body.code]).toEqual([422, 'mail_text_invalid']);
    expect(reply.body.reasons).toEqual([
      {
        code: 'unknown-field',
        field: 'subject',
        text: {
          ru: 'Тема, строка 1, знак 4: поля «nmae» у этого письма нет.',
          en: 'Subject, line 1, character 4: this message has no field “nmae”.',
        },
      },
      {
        code: 'unknown-tag',
        field: 'body',
        text: {
          ru: 'Текст, строка 2, знак 1: тега «for» нет: есть if, unless, case и comment.',
          en: 'Text, line 2, character 1: there is no tag “for”: there are if, unless, case and comment.',
        },
      },
    ]);
    expect((await shop.api.ask({ method: 'PUT', url: '/v1/mail/texts/spam/ru', body: { subject: 'a', body: 'b' } })).status).toBe(422);
  });

  it('stored in another time that can no longer be used give way to the product’s own', async () => {
    const shop = await openMailShop();
    const { tenantId } = shop.api.business;
    await shop.api.rows(
      `insert into mail_text (tenant_id, kind, locale, subject, body, updated_at) values ($1, 'staff-invitation', 'ru', 'x', '{% for i in (1..10000000) %}x{% endfor %}', now())`,
      [tenantId],
    );
    await must(shop.api.post('/v1/staff', { email: 'ivan@tea.example', name: 'Иван', role: 'support', locale: 'ru' }));
    expect((await shop.arrived('ivan@tea.example'))[0]?.subject).toBe('Вас приглашают в консоль «Чайная лавка»');
  });

  it('and the log of another business are not seen, nor changed without the scope', async () => {
    const shop = await openMailShop();
    await must(shop.api.post('/v1/staff', { email: 'ivan@tea.example', name: 'Иван', role: 'support', locale: 'ru' }));
    const [mine] = await shop.settled();
    const other = await shop.api.addBusiness('other');
    const asOther = (method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) =>
      shop.api.ask({ method, url, key: other.secretKey, ...(body === undefined ? {} : { body }) });
    expect((await asOther('GET', '/v1/mail/log')).body.items).toEqual([]);
    expect((await asOther('POST', `/v1/mail/log/${mine?.id}/resend`)).status).toBe(404);
    expect((await asOther('GET', '/v1/mail/settings')).body).toMatchObject({ source: 'none' });
    const reader = await shop.api.keyWith(ALL_SCOPES.filter((scope) => scope === 'read'));
    const body = { subject: 'a', body: 'b' };
    expect((await shop.api.ask({ method: 'PUT', url: '/v1/mail/texts/friend-joined/ru', body, key: reader })).status).toBe(403);
    expect((await shop.api.ask({ method: 'GET', url: '/v1/mail/settings', key: reader })).status).toBe(403);
    expect((await shop.api.ask({ method: 'GET', url: '/v1/mail/log', key: shop.api.business.publishableKey })).status).toBe(403);
  });
});
