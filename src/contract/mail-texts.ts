/** What became of a message, and what is wrong with a text, in words. */
import type { LocalizedText } from '../domain/program/document.ts';

const SKIPS: Readonly<Record<string, LocalizedText>> = {
  'too-late': { ru: 'Было уже поздно: срок прошёл.', en: 'It was too late: its time was over.' },
  erased: { ru: 'Данные получателя удалены.', en: 'The recipient’s data were erased.' },
  'no-address': { ru: 'У получателя нет адреса почты.', en: 'The recipient has no e-mail address.' },
  declined: { ru: 'Получатель отказался от таких писем.', en: 'The recipient has declined such messages.' },
  quiet: { ru: 'Получатель просил его не беспокоить.', en: 'The recipient has asked to be left in peace.' },
  'complaint-open': {
    ru: 'У получателя открыта жалоба: ему не пишут.',
    en: 'The recipient has an open complaint: they are not written to.',
  },
  'consent-withdrawn': { ru: 'Получатель отозвал согласие.', en: 'The recipient has withdrawn their consent.' },
  'no-basis': {
    ru: 'Получатель сам не покупал, не вступал в программу и согласия не давал.',
    en: 'The recipient has not bought, has not joined the programme and has given no consent.',
  },
  blocked: { ru: 'Участие получателя заблокировано.', en: 'The recipient’s membership is blocked.' },
  left: { ru: 'Получатель вышел из программы.', en: 'The recipient has left the programme.' },
  'no-longer-true': { ru: 'К отправке это уже было не так.', en: 'It was no longer true when it was to be sent.' },
  'mail-switched-off': { ru: 'Почту отключили.', en: 'Mail was switched off.' },
};

const FAILURES: Readonly<Record<string, LocalizedText>> = {
  auth: { ru: 'Сервер не принял имя или пароль.', en: 'The server did not accept the user name or the password.' },
  address: {
    ru: 'Сервер не принял адрес отправителя или получателя.',
    en: 'The server did not accept the address of the sender or recipient.',
  },
  timeout: {
    ru: 'Сервер не ответил вовремя: проверьте адрес, порт и защиту.',
    en: 'The server did not answer in time: check host, port and security.',
  },
  'host-unknown': { ru: 'Такого имени сервера нет.', en: 'The host name does not exist.' },
  'host-not-allowed': {
    ru: 'Этот сервер во внутренней сети: туда письма отсюда не ходят. Разрешить может хозяин установки.',
    en: 'This server is in a private network, where no mail goes from here. Whoever runs the installation can allow it.',
  },
  'connection-refused': { ru: 'Сервер отказал в соединении: проверьте порт.', en: 'The server refused the connection: check the port.' },
  tls: {
    ru: 'Защищённое соединение не получилось: сертификат не принят или у порта другая защита.',
    en: 'The secure connection failed: the certificate was not accepted, or the port has another kind of security.',
  },
  'not-smtp': { ru: 'Ответил не почтовый сервер.', en: 'What answered is no mail server.' },
  connection: { ru: 'Соединиться с сервером не удалось.', en: 'The server could not be reached.' },
};

/** Why a message was not sent, for who looks after the shop. */
export function mailErrorText(code: string): LocalizedText {
  const known = SKIPS[code] ?? FAILURES[code];
  if (known !== undefined) return known;
  const [kind = '', status = ''] = code.split('-');
  switch (kind) {
    case 'recipient':
      return {
        ru: `Сервер не принял письмо для этого получателя (${status}).`,
        en: `The server refused the message for this recipient (${status}).`,
      };
    case 'sender':
      return { ru: `Сервер не принял отправителя (${status}).`, en: `The server refused the sender (${status}).` };
    default:
      return { ru: `Сервер ответил ${status}.`, en: `The server answered ${status}.` };
  }
}

/** What is wrong with a text of a message, and where. */
export function textFaultText(fault: {
  readonly place: 'subject' | 'body';
  readonly line: number;
  readonly column: number;
  readonly fault: string;
  readonly found: string | null;
}): LocalizedText {
  const { line, column, found } = fault;
  const place = {
    ru: `${fault.place === 'subject' ? 'Тема' : 'Текст'}, строка ${line}, знак ${column}`,
    en: `${fault.place === 'subject' ? 'Subject' : 'Text'}, line ${line}, character ${column}`,
  };
  const what = faultWords(fault.fault, found ?? '');
  return { ru: `${place.ru}: ${what.ru}`, en: `${place.en}: ${what.en}` };
}

function faultWords(fault: string, found: string): LocalizedText {
  switch (fault) {
    case 'unknown-field':
      return { ru: `поля «${found}» у этого письма нет.`, en: `this message has no field “${found}”.` };
    case 'unknown-filter':
      return { ru: `обработки «${found}» нет.`, en: `there is no filter “${found}”.` };
    case 'unknown-tag':
      return {
        ru: `тега «${found}» нет: есть if, unless, case и comment.`,
        en: `there is no tag “${found}”: there are if, unless, case and comment.`,
      };
    case 'too-long':
      return { ru: 'слишком длинно.', en: 'too long.' };
    case 'missing-field':
      return {
        ru: `без поля «${found}» письмо бесполезно: оно нужно всегда.`,
        en: `the message is of no use without the field “${found}”: it is always needed.`,
      };
    case 'field-in-link':
      return {
        ru: `поле «${found}» стоит внутри ссылки: его узнает чужой сайт. Отделите его пробелом.`,
        en: `the field “${found}” stands inside a link: another site would learn it. Part them with a space.`,
      };
    case 'blank':
      return { ru: 'получается пусто.', en: 'it comes out empty.' };
    default:
      return { ru: `здесь не разобрать: «${found}».`, en: `this cannot be read: “${found}”.` };
  }
}
