import type { LocalizedText } from '../domain/program/document.ts';

const TEXTS: Readonly<Record<string, LocalizedText>> = {
  'address-not-allowed': {
    ru: 'Имя ведёт на внутренний адрес: туда сообщения не отправляются.',
    en: 'The name leads to a private address: messages are not sent there.',
  },
  'no-room': {
    ru: 'Для файла не хватает места: загрузите или удалите файлы, которые уже лежат.',
    en: 'There is not enough room for the file: import or remove those that lie there.',
  },
  empty: { ru: 'Ответ пуст.', en: 'The answer is empty.' },
  'endpoint-disabled': { ru: 'Адрес отключён.', en: 'The endpoint is disabled.' },
  timeout: { ru: 'Ответа не было 15 секунд.', en: 'There was no answer for 15 seconds.' },
  UND_ERR_CONNECT_TIMEOUT: { ru: 'Соединение не открылось за 10 секунд.', en: 'The connection did not open within 10 seconds.' },
  ENOTFOUND: { ru: 'Такого имени сервера нет.', en: 'The host name does not exist.' },
  ECONNREFUSED: { ru: 'Сервер отказал в соединении.', en: 'The server refused the connection.' },
  ECONNRESET: { ru: 'Сервер оборвал соединение.', en: 'The server cut the connection.' },
  UND_ERR_SOCKET: { ru: 'Сервер оборвал соединение.', en: 'The server cut the connection.' },
};

/** What was wrong with an attempt, for the owner of the endpoint. */
export function attemptErrorText(code: string): LocalizedText {
  const known = TEXTS[code];
  if (known !== undefined) return known;
  const status = /^status-(\d{3})$/.exec(code)?.[1];
  if (status?.startsWith('3') === true)
    return {
      ru: `Ответ ${status}: переадресация не выполняется, укажите конечный адрес.`,
      en: `Answer ${status}: redirects are not followed, give the final address.`,
    };
  if (status !== undefined) return { ru: `Сервер ответил ${status}.`, en: `The server answered ${status}.` };
  if (/CERT|SSL|TLS|ALTNAME|SIGNED/.test(code))
    return { ru: `Сертификат сервера не принят (${code}).`, en: `The server’s certificate was not accepted (${code}).` };
  return { ru: `Соединиться не удалось (${code}).`, en: `The connection failed (${code}).` };
}

export function disabledReasonText(code: 'gone' | 'failing'): LocalizedText {
  return code === 'gone'
    ? { ru: 'Сервер ответил 410: адреса больше нет.', en: 'The server answered 410: the address is gone.' }
    : { ru: 'Пять дней ни одна попытка не удалась.', en: 'For five days no attempt has succeeded.' };
}
