/** The console's page of messages in a real browser: an owner who is no developer sets mail up, rewrites a message, sees what was sent. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MailCounts } from '../../src/messages/mail-counts.ts';
import { startMailDispatcher } from '../../src/messages/mail-dispatcher.ts';
import { expectAccessible, LOOKS, openLiveApi, openVisitor, signInOwner } from '../support/browser.ts';
import { buildOnce } from '../support/sarafan-process.ts';
import { openMailReceiver } from './mail-receiver.ts';

const WORDS = {
  ru: {
    texts: 'Тексты',
    sending: 'Отправка',
    log: 'Журнал',
    friend: 'Друг пришёл по приглашению',
    body: 'Текст',
    unknown: 'поля «freind» у этого письма нет',
    save: 'Сохранить',
    saved: 'Текст сохранён',
    reset: 'Вернуть исходный текст',
    none: 'Почта не настроена',
    host: 'Сервер SMTP',
    port: 'Порт',
    security: 'Защита',
    plain: 'Без защиты — только для своего сервера',
    from: 'Адрес отправителя',
    test: 'Отправить проверочное письмо',
    sent: 'Сервер принял письмо',
    refused: 'Сервер не принял письмо для этого получателя (550).',
    said: '550 No such user',
    invitation: 'Приглашение сотрудника',
    done: 'Отправлено',
  },
  en: {
    texts: 'Texts',
    sending: 'Sending',
    log: 'Log',
    friend: 'A friend has come',
    body: 'Text',
    unknown: 'this message has no field “freind”',
    save: 'Save',
    saved: 'The text is saved',
    reset: 'Back to the original text',
    none: 'Mail is not set up',
    host: 'SMTP server',
    port: 'Port',
    security: 'Security',
    plain: 'None: only for a server of your own',
    from: 'Sender’s address',
    test: 'Send a test message',
    sent: 'The server took the message',
    refused: 'The server refused the message for this recipient (550).',
    said: '550 No such user',
    invitation: 'Invitation of staff',
    done: 'Sent',
  },
} as const;

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('the page of messages', () => {
  // The first of all tests of pages builds them.
  beforeAll(buildOnce, 180_000);

  it.each(LOOKS)('$language, $scheme, $device', async (look) => {
    const words = WORDS[look.language];
    const api = await openLiveApi();
    const receiver = await openMailReceiver();
    const dispatcher = startMailDispatcher({
      ...{ db: api.test.database.kysely, clock: api.clock, publicUrl: api.url, installationMail: undefined, counts: new MailCounts() },
      onTrouble: (message) => expect.fail(message),
    });
    closers.push(dispatcher.stop);
    const visitor = await openVisitor(look);
    closers.push(visitor.close);
    const { page } = visitor;
    await signInOwner(api, visitor);
    await page.goto(`${api.url}/console/#/settings/messages`);
    await page.reload();

    await page.getByRole('button', { name: words.friend }).click();
    const body = page.getByLabel(words.body, { exact: true });
    await body.fill('Hi {{ freind }}');
    await page.getByText(words.unknown).first().waitFor();
    // Neither another message nor another tab loses what was typed.
    await page.getByRole('tab', { name: words.log }).click();
    await page.getByRole('tab', { name: words.texts }).click();
    await page.getByRole('navigation').getByRole('button').last().click();
    await page.getByRole('button', { name: words.friend }).click();
    expect(await body.inputValue()).toBe('Hi {{ freind }}');
    await body.fill('Привет, {{ friend }}!');
    await page.getByText('Привет, А. П.!').or(page.getByText('Привет, A. P.!')).waitFor();
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(words.saved).first().waitFor();
    await page.getByRole('button', { name: words.reset }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.reset }).click();
    await page.getByRole('button', { name: words.reset }).waitFor({ state: 'detached' });

    await page.getByRole('tab', { name: words.sending }).click();
    await page.getByText(words.none).waitFor();
    await page.getByLabel(words.host).fill('127.0.0.1');
    await page.getByRole('combobox', { name: words.security }).click();
    await page.getByRole('option', { name: words.plain }).click();
    await page.getByLabel(words.port, { exact: true }).fill(String(receiver.port));
    await page.getByLabel(words.from).fill('mail@tea.example');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByRole('button', { name: words.test }).click();
    await page.getByText(words.sent).waitFor();
    receiver.refuse({ code: 550, words: 'No such user' });
    await page.getByRole('button', { name: words.test }).click();
    await page.getByText(words.refused).waitFor();
    await page.getByText(words.said).waitFor();
    await expectAccessible(page);
    receiver.refuse(null);

    await api.post('/v1/staff', { email: 'ivan@tea.example', name: 'Иван', role: 'support', locale: 'ru' });
    await page.getByRole('tab', { name: words.log }).click();
    await expect
      .poll(
        async () => {
          await page.reload();
          return page
            .getByText(words.done, { exact: true })
            .first()
            .waitFor({ timeout: 2_000 })
            .then(
              () => true,
              () => false,
            );
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await page.getByText(words.invitation).waitFor();
    await expectAccessible(page);
    expect(visitor.troubles).toEqual([]);
  });
});
