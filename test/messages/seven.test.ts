/** The seven messages, as a mail server reads them: words, languages, once for each cause, nothing of the friend (contract.md 6.13, I-21). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type CustomerId, idFromUuid } from '../../src/domain/ids.ts';
import { queueExpiring } from '../../src/messages/queue-expiring.store.ts';
import { queueSignInCode } from '../../src/messages/queue-mail.store.ts';
import { coupon, credit, newcomers, program, returnWindow, rule, to } from '../contract/programs.ts';
import { type MailShop, must, openMailShop } from './mail-shop.ts';

const GIVES_ALL = program([
  rule([to('referrer', credit(50_000), { hold: returnWindow, expiresAfterDays: 30 }), to('friend', coupon())], { if: newcomers }),
]);

const friend = { externalId: 'f-1', email: 'petrov@example.com', name: 'Алексей Петров', phone: '+79120000001' };

describe('the seven messages', () => {
  let shop: MailShop;
  let programId: string;

  beforeAll(async () => {
    shop = await openMailShop();
    programId = await shop.publish(GIVES_ALL);
    await shop.join(programId, 'MARINA', { name: 'Марина Крылова' });
    await shop.order('o-1', friend, { attribution: { code: 'MARINA' } });
  });

  it('tells the referrer that a friend came, by initials only, and of the bonus on hold, without whose order it is', async () => {
    const got = await shop.arrived('marina@example.com', 2);
    const [joined, held] = [got.find(({ subject }) => subject.includes('друг')), got.find(({ subject }) => subject.includes('ждёт'))];
    expect(joined?.subject).toBe('По вашему приглашению пришёл друг');
    expect(joined?.text).toContain('Здравствуйте, Марина Крылова!');
    expect(joined?.text).toContain('пришёл друг: А. П.');
    expect(held?.subject).toBe('Бонус 500 ₽ ждёт подтверждения');
    expect(held?.text).toContain('Ждём, пока пройдёт срок возврата заказа.');
    expect(held?.text).toContain('Когда станет доступен: 11 декабря 2026 г.');
    for (const { raw, subject, text, mail } of got)
      expect(`${raw}${subject}${text}${String(mail.html)}`).not.toMatch(/petrov|Петров|Алексей|\bf-1\b|\bo-1\b|3[\s\u00a0]000|9120000001/i);
  });

  it('gives the friend their code, its last day, and tells them that whoever brought them is rewarded', async () => {
    const [got] = await shop.arrived('petrov@example.com');
    expect(got?.subject).toBe('Вас ждёт награда: скидка 5 % на следующий заказ');
    expect(got?.text).toMatch(/Код: [0-9A-Z]{9,16}\n/);
    expect(got?.text).toContain('Срок: 18 февраля 2027 г.');
    expect(got?.text).toContain('Тот, кто вас пригласил, получает от нас вознаграждение');
    expect(got?.text).not.toMatch(/Марина|Крылова/);
  });

  it('leaves as a shop’s letter: sender, plain text and HTML, a way to decline, an id of its own', async () => {
    const [got] = await shop.arrived('marina@example.com', 2);
    const { mail } = got ?? expect.fail('no message');
    expect(mail.from?.value).toEqual([{ name: 'Чайная лавка', address: 'mail@tea.example' }]);
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@friends\.tea\.example>$/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(got?.raw).toMatch(/List-Unsubscribe: <https:\/\/friends\.tea\.example\/mail\/unsubscribe\?t=[\w-]+>/i);
    expect(got?.raw).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/i);
    expect(String(mail.html)).toContain('<html lang="ru">');
    expect(got?.text).toContain('Не присылать такие письма: https://friends.tea.example/mail/unsubscribe?t=');
  });

  it('tells once that the bonus is available, when its hold ends, and a week before it is lost, once for its lot', async () => {
    shop.at('2026-12-11T12:00:00Z');
    await shop.dueWork();
    const available = (await shop.arrived('marina@example.com', 3))[2];
    expect(available?.subject).toBe('Бонус 500 ₽ можно потратить');
    expect(available?.text).toContain('Срок: 10 января 2027 г.');
    const { kysely } = shop.api.test.database;
    const { tenantId } = shop.api.business;
    expect(await queueExpiring(kysely, tenantId, new Date('2027-01-02T12:00:00Z'))).toBe(0);
    shop.at('2027-01-05T12:00:00Z');
    expect(await queueExpiring(kysely, tenantId, shop.api.clock.now())).toBe(1);
    expect(await queueExpiring(kysely, tenantId, shop.api.clock.now())).toBe(0);
    const expiring = (await shop.arrived('marina@example.com', 4))[3];
    expect(expiring?.subject).toBe('Бонус 500 ₽ скоро сгорит');
    expect(expiring?.text).toContain('Последний день: 10 января 2027 г.');
  });

  it('carries a sign-in code in the person’s language, forgets it when it is sent, and writes one for each code', async () => {
    const { kysely } = shop.api.test.database;
    const { tenantId } = shop.api.business;
    const [row] = await shop.api.rows<{ customer_id: string }>(`select customer_id from person where email = 'marina@example.com'`);
    const now = shop.api.clock.now();
    const code = {
      tenantId,
      customerId: idFromUuid<CustomerId>(row?.customer_id ?? ''),
      email: 'marina@example.com',
      code: '482913',
      cause: 'c-1',
      locale: 'en' as const,
      now,
      expiresAt: new Date(now.getTime() + 600_000),
    };
    for (let again = 0; again < 3; again += 1)
      expect(await kysely.transaction().execute((tx) => queueSignInCode(tx, code, undefined))).toBe(true);
    const got = (await shop.arrived('marina@example.com', 5)).filter(({ subject }) => subject.includes('482913'));
    expect(got.map(({ subject }) => subject)).toEqual(['Your sign-in code: 482913']);
    expect(got[0]?.text).toContain('It works once, for 10 minutes.');
    expect(got[0]?.raw).not.toMatch(/List-Unsubscribe/i);
    await shop.settled();
    expect(await shop.api.rows(`select recipient, data from mail where kind = 'sign-in-code'`)).toEqual([{ recipient: null, data: '{}' }]);
  });

  it('sends no code whose time is over, and none of what was rolled back', async () => {
    const { kysely } = shop.api.test.database;
    const { tenantId } = shop.api.business;
    const now = shop.api.clock.now();
    const code = {
      ...{ tenantId, email: 'late@example.com', code: '111111', locale: null, now, expiresAt: now },
      customerId: idFromUuid<CustomerId>('00000000-0000-7000-8000-000000000001'),
    };
    await queueSignInCode(kysely, { ...code, cause: 'late' }, undefined);
    await kysely
      .transaction()
      .execute(async (tx) => {
        await queueSignInCode(tx, { ...code, cause: 'undone', expiresAt: new Date(now.getTime() + 600_000) }, undefined);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    const settled = await shop.settled();
    expect(
      settled
        .filter(({ kind }) => kind === 'sign-in-code')
        .map(({ status, error }) => `${status} ${error?.code ?? ''}`)
        .sort(),
    ).toEqual(['sent ', 'skipped too-late']);
    expect(shop.receiver.to('late@example.com')).toEqual([]);
  });

  it('invites staff with the link the console also shows', async () => {
    const { link } = await must(
      shop.api.post('/v1/staff', { email: 'Ivan@tea.example', name: 'Иван\u00a0Сидоров', role: 'support', locale: 'ru' }),
    );
    const [got] = await shop.arrived('ivan@tea.example');
    expect(got?.subject).toBe('Вас приглашают в консоль «Чайная лавка»');
    expect(got?.text).toContain(link);
    expect(got?.raw).not.toMatch(/List-Unsubscribe/i);
  });

  it('reads the same events again without a second message, and leaves sound books', async () => {
    const before = shop.receiver.got.length;
    await shop.order('o-1', friend, { attribution: { code: 'MARINA' } }).catch(() => undefined);
    await shop.dueWork();
    const all = await shop.settled();
    expect(shop.receiver.got.length).toBe(before);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(shop.troubles).toEqual([]);
  });

  it('logs neither addresses nor codes', () => {
    expect(shop.api.log()).not.toMatch(/@example\.com|@tea\.example|482913|Марина|Петров/);
  });
});

describe('in English', () => {
  it('a business whose language is English writes in it, with pounds and English dates', async () => {
    const shop = await openMailShop();
    await must(shop.api.ask({ method: 'PATCH', url: '/v1/tenant', body: { name: 'The Tea House', locale: 'en' } }));
    const checked = rule([to('referrer', credit(50_000), { hold: { reasons: ['review'] } }), to('friend', coupon())], { if: newcomers });
    const programId = await shop.publish(program([checked]));
    await shop.join(programId, 'ANN');
    await shop.order('o-1', { externalId: 'f-1' }, { attribution: { code: 'ANN' } });
    const got = await shop.arrived('ann@example.com', 2);
    expect(got.map(({ subject }) => subject).sort()).toEqual([
      'A bonus of ₽500 is waiting to be confirmed',
      'A friend has come by your invitation',
    ]);
    const joined = got.find(({ subject }) => subject.startsWith('A friend'));
    const held = got.find(({ subject }) => subject.includes('bonus'));
    expect(held?.text).toContain('The shop is checking the reward.');
    expect(held?.text).not.toContain('returned');
    // No name is known of either: 2-14, no blank is printed.
    expect(joined?.text).toContain('Hello,\n\nA friend has come by your invitation: A friend of yours.');
  });
});

describe('somebody who stands on the ladder', () => {
  const fan = (id: string, ru: string, en: string) => ({ id, name: { ru, en }, entry: { if: [{ paidOrders: { atLeast: 1 } }] } });

  it('is told their tier in each message, by its present name, and nobody else is (0-14)', async () => {
    const shop = await openMailShop();
    const rules = [rule([to('buyer', credit(10_000))])];
    const programId = await shop.publish(
      program(rules, { enrolment: { mode: 'optIn', if: [] }, tiers: [fan('fan', 'Друг дома', 'Friend of the house')] }),
    );
    await shop.join(programId, 'ANNA');
    await shop.order('o-1', { externalId: 'anna' });
    await shop.order('o-2', { externalId: 'anna' });
    await shop.order('o-3', { externalId: 'boris', email: 'boris@example.com' });
    const [, second] = await shop.arrived('anna@example.com', 2);
    expect(second?.text).toContain('Ваш уровень: «Друг дома».');
    const [other] = await shop.arrived('boris@example.com');
    expect(other?.text).not.toContain('Ваш уровень');
  });
});
