/** What can be wrong with service messages; part of the one table in problems.ts. */
export const MAIL_PROBLEMS = {
  mail_not_set_up: {
    status: 409,
    ru: 'Почта не настроена: сначала укажите сервер и отправителя.',
    en: 'Mail is not set up: give the server and the sender first.',
  },
  mail_text_invalid: {
    status: 422,
    ru: 'Текст с ошибкой: места перечислены в reasons.',
    en: 'The text has a fault: reasons lists the places.',
  },
  mail_unknown: { status: 404, ru: 'Такого письма нет.', en: 'There is no such message.' },
  mail_state: {
    status: 409,
    ru: 'Ещё раз отправляют только письмо, которое не ушло.',
    en: 'Only a message that failed can be sent again.',
  },
} as const;
