/** What can be wrong with the ways in without a developer, and with exports; part of the one table in problems.ts. */
export const WAYS_IN_PROBLEMS = {
  connector_unknown: { status: 404, ru: 'Такого подключения нет.', en: 'There is no such connection.' },
  connector_limit: { status: 409, ru: 'Больше 50 подключений завести нельзя.', en: 'A business has at most 50 connections.' },
  connector_untested: {
    status: 409,
    ru: 'Ещё не пришло ни одного сообщения: отправьте из магазина хотя бы один заказ и проверьте на нём соответствие полей.',
    en: 'No message has come yet: send at least one order from the shop and test the mapping on it.',
  },
  connector_test_failed: {
    status: 422,
    ru: 'Не все последние сообщения удалось понять: исправьте соответствие полей, названное в reasons.',
    en: 'Not every one of the last messages could be understood: mend the mapping that reasons names.',
  },
  connector_off: {
    status: 409,
    ru: 'Подключение выключено: сначала проверьте соответствие полей и включите его.',
    en: 'The connection is off: test its mapping and switch it on first.',
  },
  connector_check_missing: {
    status: 422,
    ru: 'Чтобы перепроверять заказы, нужен адрес, по которому магазин отдаёт заказ.',
    en: 'To check orders again, the address at which the shop shows an order is needed.',
  },
  payload_unknown: { status: 404, ru: 'Такого сообщения нет.', en: 'There is no such message.' },
  payload_state: { status: 409, ru: 'Состояние сообщения этого не позволяет.', en: 'The state of the message does not allow this.' },
  hook_refused: { status: 401, ru: 'Не принято.', en: 'Not accepted.' },
  upload_unknown: { status: 404, ru: 'Такого файла нет.', en: 'There is no such file.' },
  upload_state: { status: 409, ru: 'Состояние загрузки этого не позволяет.', en: 'The state of the upload does not allow this.' },
  upload_gone: {
    status: 410,
    ru: 'Файла на этом сервере уже нет: загрузите его ещё раз, ничего не повторится.',
    en: 'The file is no longer on this server: upload it once more, nothing is done twice.',
  },
  upload_too_large: { status: 413, ru: 'Файл больше 200 МБ: разделите его.', en: 'The file is larger than 200 MB: split it.' },
  upload_no_room: {
    status: 413,
    ru: 'Для файла не хватает места: сколько занято, сказано в reasons.',
    en: 'There is not enough room for the file: reasons says how much is taken.',
  },
  source_unknown: { status: 404, ru: 'Такого источника нет.', en: 'There is no such source.' },
  export_too_large: {
    status: 422,
    ru: 'Для Excel строк слишком много: возьмите CSV, в нём предела нет.',
    en: 'Too many rows for Excel: take CSV, which has no limit.',
  },
} as const;
