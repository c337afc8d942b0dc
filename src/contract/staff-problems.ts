/** What can be wrong at the console's door; part of the one table in problems.ts. */
import { CABINET_PROBLEMS } from './cabinet-problems.ts';
import { MAIL_PROBLEMS } from './mail-problems.ts';
import { PAGE_PROBLEMS } from './page-problems.ts';
import { WAYS_IN_PROBLEMS } from './ways-in-problems.ts';

export const STAFF_PROBLEMS = {
  sign_in_wrong: { status: 401, ru: 'Почта или пароль не подходят.', en: 'The e-mail or the password is wrong.' },
  totp_needed: { status: 401, ru: 'Нужен код из приложения.', en: 'The code of your authenticator app is needed.' },
  totp_wrong: { status: 401, ru: 'Код не подходит или уже использован.', en: 'The code is wrong or was used before.' },
  setup_done: { status: 409, ru: 'Владелец уже есть: войдите с его почтой.', en: 'There is an owner already: sign in with their e-mail.' },
  link_over: { status: 410, ru: 'Ссылка уже использована или устарела.', en: 'The link was used before or is over.' },
  password_weak: {
    status: 422,
    ru: 'Пароль — от 12 до 128 знаков и не из самых частых.',
    en: 'A password has 12 to 128 characters and is not a common one.',
  },
  staff_known: { status: 409, ru: 'Человек с этой почтой уже есть.', en: 'There is a person with this e-mail already.' },
  staff_unknown: { status: 404, ru: 'Такого человека нет.', en: 'There is no such person.' },
  staff_entered: {
    status: 409,
    ru: 'Заново пригласить можно того, кто ещё не входил и чей доступ открыт.',
    en: 'Only somebody who has not been here yet and whose access is open can be invited again.',
  },
  last_owner: { status: 409, ru: 'Последнего владельца нельзя лишить прав.', en: 'The last owner cannot be taken away.' },
  page_foreign: { status: 403, ru: 'Запрос пришёл с чужой страницы.', en: 'The request came from a foreign page.' },
  ...WAYS_IN_PROBLEMS,
  ...MAIL_PROBLEMS,
  ...CABINET_PROBLEMS,
  ...PAGE_PROBLEMS,
} as const;

export type StaffProblemCode = keyof typeof STAFF_PROBLEMS;
