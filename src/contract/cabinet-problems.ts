/** What can be wrong in the cabinet and at its door; part of the one table in problems.ts. */
export const CABINET_PROBLEMS = {
  member_session_over: {
    status: 401,
    ru: 'Вход закончился. Откройте кабинет заново.',
    en: 'Your session is over. Open the cabinet again.',
  },
  sign_in_again: {
    status: 403,
    ru: 'Для этого войдите ещё раз: прошло больше 10 минут.',
    en: 'Sign in once more for this: more than 10 minutes have passed.',
  },
  cabinet_token_invalid: {
    status: 401,
    ru: 'Токен магазина не подписан секретом кабинета (HS256) или записан с ошибкой.',
    en: 'The shop’s token is not signed with the cabinet secret (HS256), or is malformed.',
  },
  cabinet_token_incomplete: {
    status: 422,
    ru: 'В токене магазина нужны aud, sub, iat, exp и jti.',
    en: 'The shop’s token needs aud, sub, iat, exp and jti.',
  },
  cabinet_token_expired: { status: 401, ru: 'Срок токена магазина вышел.', en: 'The shop’s token has expired.' },
  cabinet_token_early: {
    status: 401,
    ru: 'Токен магазина ещё не действует: проверьте часы сервера магазина.',
    en: 'The shop’s token is not valid yet: check the clock of the shop’s server.',
  },
  cabinet_token_long: {
    status: 422,
    ru: 'Токен магазина может действовать не больше 15 минут.',
    en: 'The shop’s token may be valid for 15 minutes at most.',
  },
  cabinet_token_audience: {
    status: 422,
    ru: 'Поле aud токена — не идентификатор программы этого магазина.',
    en: 'aud of the token is not the id of a programme of this shop.',
  },
  cabinet_token_used: {
    status: 409,
    ru: 'Токен с этим jti уже использован: сделайте новый на каждое открытие.',
    en: 'A token with this jti was used before: make a new one each time.',
  },
  sign_in_code_wrong: {
    status: 401,
    ru: 'Код не подходит или устарел. После пяти ошибок нужен новый.',
    en: 'The code is wrong or over. After five mistakes a new one is needed.',
  },
  membership_paused_by_shop: {
    status: 409,
    ru: 'Участие приостановил магазин. Напишите ему, и вас вернут.',
    en: 'The shop has paused your part in it. Write to them to come back.',
  },
  friend_claim_unknown: { status: 404, ru: 'Такого обращения нет.', en: 'There is no such claim.' },
  friend_claim_answered: { status: 409, ru: 'На это обращение уже ответили.', en: 'This claim has been answered.' },
  friend_claim_limit: {
    status: 409,
    ru: 'Десять обращений ждут ответа: дождитесь его.',
    en: 'Ten claims wait for an answer: please wait for it.',
  },
  cabinet_secret_unknown: { status: 404, ru: 'Такого секрета кабинета нет.', en: 'There is no such cabinet secret.' },
} as const;
