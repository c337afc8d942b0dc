/** What the audit log says of each act, in words: of the console's own, and of every endpoint that changes something. */
import type { ActKind } from '../contract/audit.endpoints.ts';
import type { LocalizedText } from '../domain/program/document.ts';

export interface ActWords extends LocalizedText {
  readonly kind: ActKind;
}

/** Acts that are written by a word of their own. */
const OWN_ACTS = {
  'owner-made': { kind: 'entry', ru: 'Создан первый владелец', en: 'Made the first owner' },
  'signed-in': { kind: 'entry', ru: 'Вход в консоль', en: 'Signed in' },
  'password-changed': { kind: 'entry', ru: 'Сменён свой пароль', en: 'Changed their own password' },
  'password-set-by-link': { kind: 'entry', ru: 'Задан пароль по ссылке', en: 'Set a password by a link' },
  'totp-started': { kind: 'entry', ru: 'Начато включение кода при входе', en: 'Began to set up codes for signing in' },
  'totp-added': { kind: 'entry', ru: 'Включён код при входе', en: 'Switched codes for signing in on' },
  'totp-removed': { kind: 'entry', ru: 'Выключен код при входе', en: 'Switched codes for signing in off' },
  'staff-invited': { kind: 'people', ru: 'Приглашён сотрудник', en: 'Invited a colleague' },
  'staff-invited-again': { kind: 'people', ru: 'Приглашение отправлено снова', en: 'Sent an invitation again' },
  'staff-changed': { kind: 'people', ru: 'Изменены роль или доступ сотрудника', en: 'Changed a colleague’s role or access' },
  'mail-set-up': { kind: 'settings', ru: 'Изменены настройки почты', en: 'Changed the e-mail settings' },
  'mail-forgotten': { kind: 'settings', ru: 'Удалены настройки почты', en: 'Removed the e-mail settings' },
  'mail-text-changed': { kind: 'messages', ru: 'Изменён текст письма', en: 'Changed the text of a message' },
  'mail-text-reset': { kind: 'messages', ru: 'Возвращён обычный текст письма', en: 'Went back to the usual text of a message' },
  'export-started': { kind: 'exports', ru: 'Начата выгрузка длинного списка', en: 'Began to take a long list along' },
  exported: { kind: 'exports', ru: 'Выгружен список', en: 'Took a list along' },
  'export-cut-off': { kind: 'exports', ru: 'Выгрузка списка оборвалась', en: 'Taking a list along was cut off' },
} as const satisfies Readonly<Record<string, ActWords>>;
export type OwnAct = keyof typeof OWN_ACTS;

/** By method and path, as the recorder writes them. */
const ENDPOINT_ACTS: Readonly<Record<string, ActWords>> = {
  'POST /v1/events': { kind: 'orders', ru: 'Записаны события', en: 'Recorded events' },
  'POST /v1/checkout/check': { kind: 'orders', ru: 'Посчитана корзина', en: 'Worked out a basket' },
  'POST /v1/reservations': { kind: 'orders', ru: 'Отложены бонусы на покупку', en: 'Set credit aside for a purchase' },
  'POST /v1/reservations/{id}/capture': { kind: 'orders', ru: 'Списаны отложенные бонусы', en: 'Spent credit that was set aside' },
  'POST /v1/reservations/{id}/void': { kind: 'orders', ru: 'Возвращены отложенные бонусы', en: 'Gave back credit that was set aside' },
  'POST /v1/coupons/{code}/release': { kind: 'orders', ru: 'Возвращён отложенный купон', en: 'Gave back a coupon that was set aside' },
  'POST /v1/customers': { kind: 'customers', ru: 'Добавлен покупатель', en: 'Added a customer' },
  'PUT /v1/customers/{id}': { kind: 'customers', ru: 'Изменены данные покупателя', en: 'Changed what is known of a customer' },
  'DELETE /v1/customers/{id}': { kind: 'customers', ru: 'Стёрты личные данные покупателя', en: 'Erased a customer’s personal data' },
  'PATCH /v1/customers/{id}/wishes': { kind: 'customers', ru: 'Записаны пожелания покупателя', en: 'Noted a customer’s wishes' },
  'POST /v1/customers/{id}/adjustments': { kind: 'customers', ru: 'Изменён баланс вручную', en: 'Changed a balance by hand' },
  'POST /v1/customers/{id}/merge': { kind: 'customers', ru: 'Объединены два покупателя', en: 'Merged two customers' },
  'POST /v1/customers/{id}/memberships': {
    kind: 'customers',
    ru: 'Покупатель добавлен в программу',
    en: 'Enrolled a customer in a programme',
  },
  'PATCH /v1/customers/{id}/memberships': { kind: 'customers', ru: 'Изменено участие в программе', en: 'Changed a membership' },
  'POST /v1/customers/{id}/codes': { kind: 'customers', ru: 'Выдан код покупателю', en: 'Gave a customer a code' },
  'POST /v1/codes/{id}/retire': { kind: 'customers', ru: 'Код выведен из обращения', en: 'Retired a code' },
  'PUT /v1/customers/{id}/introduction': {
    kind: 'customers',
    ru: 'Изменено, как представлять друга',
    en: 'Changed how a customer is introduced',
  },
  'PUT /v1/customers/{id}/mail-choices': {
    kind: 'customers',
    ru: 'Изменены подписки на письма',
    en: 'Changed which messages a customer gets',
  },
  'POST /v1/customers/{id}/memberships/{programId}/terms': {
    kind: 'customers',
    ru: 'Записано согласие с условиями',
    en: 'Noted that terms were accepted',
  },
  'POST /v1/customers/{id}/memberships/{programId}/tier/accept': {
    kind: 'customers',
    ru: 'Принято приглашение на уровень',
    en: 'Accepted an invitation to a tier',
  },
  'POST /v1/customers/{id}/memberships/{programId}/tier/invite': {
    kind: 'customers',
    ru: 'Покупатель приглашён на уровень',
    en: 'Invited a member to a tier',
  },
  'POST /v1/programs': { kind: 'programs', ru: 'Создан черновик программы', en: 'Made a draft of a programme' },
  'POST /v1/programs/{id}/versions': { kind: 'programs', ru: 'Создан черновик новой версии', en: 'Made a draft of a new version' },
  'PUT /v1/programs/{id}/versions/{number}': { kind: 'programs', ru: 'Изменён черновик программы', en: 'Changed the draft of a programme' },
  'DELETE /v1/programs/{id}': { kind: 'programs', ru: 'Удалён черновик программы', en: 'Deleted a draft of a programme' },
  'DELETE /v1/programs/{id}/versions/{number}': {
    kind: 'programs',
    ru: 'Удалён черновик новой версии',
    en: 'Deleted a draft of a new version',
  },
  'POST /v1/programs/{id}/versions/{number}/publish': { kind: 'programs', ru: 'Опубликована версия программы', en: 'Published a version' },
  'POST /v1/programs/{id}/pause': { kind: 'programs', ru: 'Программа поставлена на паузу', en: 'Paused a programme' },
  'POST /v1/programs/{id}/resume': { kind: 'programs', ru: 'Программа снята с паузы', en: 'Resumed a programme' },
  'POST /v1/programs/{id}/end': { kind: 'programs', ru: 'Программа закончена', en: 'Ended a programme' },
  'POST /v1/programs/{id}/enrol': { kind: 'programs', ru: 'Покупатели зачислены в программу', en: 'Enrolled customers in a programme' },
  'PUT /v1/programs/{id}/goal': { kind: 'programs', ru: 'Изменена цель программы', en: 'Changed the goal of a programme' },
  'POST /v1/programs/{id}/perks/{perk}/codes': { kind: 'programs', ru: 'Добавлены коды подарка', en: 'Added codes of a perk' },
  'POST /v1/checklist/{item}': { kind: 'settings', ru: 'Отмечено дело из списка', en: 'Ticked an item of the checklist' },
  'DELETE /v1/checklist/{item}': { kind: 'settings', ru: 'Снята отметка в списке дел', en: 'Unticked an item of the checklist' },
  'POST /v1/rewards/decide': { kind: 'rewards', ru: 'Решено о нескольких наградах', en: 'Decided on several rewards' },
  'POST /v1/rewards/{id}/approve': { kind: 'rewards', ru: 'Одобрена награда', en: 'Approved a reward' },
  'POST /v1/rewards/{id}/deny': { kind: 'rewards', ru: 'Отклонена награда', en: 'Denied a reward' },
  'POST /v1/rewards/{id}/deliver': { kind: 'rewards', ru: 'Вручена награда', en: 'Handed a reward over' },
  'POST /v1/rewards/{id}/choose': { kind: 'rewards', ru: 'Выбрана награда за покупателя', en: 'Chose a reward for a customer' },
  'POST /v1/customers/{id}/perks': { kind: 'rewards', ru: 'Выдана привилегия уровня', en: 'Gave a perk of a tier' },
  'POST /v1/access/redeem': { kind: 'rewards', ru: 'Использован доступ', en: 'Used an access' },
  'POST /v1/referrals': { kind: 'referrals', ru: 'Записана рекомендация', en: 'Recorded a referral' },
  'POST /v1/claims': { kind: 'referrals', ru: 'Записано приглашение со страницы', en: 'Kept an invitation of a page' },
  'POST /v1/customers/{id}/referrer': { kind: 'referrals', ru: 'Указано, кто привёл покупателя', en: 'Said who brought a customer' },
  'POST /v1/referrals/{id}/correct': { kind: 'referrals', ru: 'Рекомендация передана другому', en: 'Gave a referral to somebody else' },
  'POST /v1/referrals/{id}/review': { kind: 'referrals', ru: 'Проверена рекомендация', en: 'Reviewed a referral' },
  'POST /v1/friend-claims/{id}/answer': {
    kind: 'referrals',
    ru: 'Дан ответ на «моего друга не посчитали»',
    en: 'Answered a claim about a friend',
  },
  'PUT /v1/customers/{id}/payee': { kind: 'payouts', ru: 'Изменены платёжные данные', en: 'Changed payout data' },
  'POST /v1/payouts': { kind: 'payouts', ru: 'Предложена выплата', en: 'Proposed a payout' },
  'POST /v1/payouts/{id}/approve': { kind: 'payouts', ru: 'Одобрена выплата', en: 'Approved a payout' },
  'POST /v1/payouts/{id}/reject': { kind: 'payouts', ru: 'Отклонена выплата', en: 'Rejected a payout' },
  'POST /v1/payouts/{id}/paid': { kind: 'payouts', ru: 'Выплата проведена', en: 'Marked a payout as paid' },
  'POST /v1/payouts/{id}/failed': { kind: 'payouts', ru: 'Выплата не прошла', en: 'Marked a payout as failed' },
  'PATCH /v1/tenant': { kind: 'settings', ru: 'Изменены настройки магазина', en: 'Changed the settings of the shop' },
  'POST /v1/keys': { kind: 'settings', ru: 'Создан ключ API', en: 'Made an API key' },
  'DELETE /v1/keys/{id}': { kind: 'settings', ru: 'Отозван ключ API', en: 'Revoked an API key' },
  'POST /v1/tenant/cabinet-secrets': { kind: 'settings', ru: 'Создан секрет кабинета', en: 'Made a secret of the cabinet' },
  'DELETE /v1/tenant/cabinet-secrets/{id}': { kind: 'settings', ru: 'Удалён секрет кабинета', en: 'Ended a secret of the cabinet' },
  'POST /v1/webhooks': { kind: 'connections', ru: 'Добавлен вебхук', en: 'Added a webhook' },
  'PATCH /v1/webhooks/{id}': { kind: 'connections', ru: 'Изменён вебхук', en: 'Changed a webhook' },
  'DELETE /v1/webhooks/{id}': { kind: 'connections', ru: 'Удалён вебхук', en: 'Deleted a webhook' },
  'POST /v1/webhooks/{id}/rotate': { kind: 'connections', ru: 'Сменён секрет вебхука', en: 'Changed the secret of a webhook' },
  'POST /v1/webhooks/{id}/deliveries/{messageId}/replay': {
    kind: 'connections',
    ru: 'Сообщение вебхука отправлено снова',
    en: 'Sent a message of a webhook again',
  },
  'POST /v1/webhooks/{id}/replay': {
    kind: 'connections',
    ru: 'Недоставленные сообщения отправлены снова',
    en: 'Sent undelivered messages of a webhook again',
  },
  'POST /v1/connectors': { kind: 'connections', ru: 'Добавлено подключение', en: 'Added a connection' },
  'PATCH /v1/connectors/{id}': { kind: 'connections', ru: 'Изменено подключение', en: 'Changed a connection' },
  'DELETE /v1/connectors/{id}': { kind: 'connections', ru: 'Удалено подключение', en: 'Deleted a connection' },
  'POST /v1/connectors/{id}/rotate': { kind: 'connections', ru: 'Сменён секрет подключения', en: 'Changed the secret of a connection' },
  'POST /v1/connector-payloads/decide-all': {
    kind: 'connections',
    ru: 'Решено обо всех входящих сразу',
    en: 'Decided on all that came in at once',
  },
  'POST /v1/connector-payloads/decide': { kind: 'connections', ru: 'Решено о входящих заказах', en: 'Decided on orders that came in' },
  'POST /v1/uploads': { kind: 'connections', ru: 'Загружен файл', en: 'Uploaded a file' },
  'POST /v1/uploads/{id}/start': { kind: 'connections', ru: 'Начат разбор файла', en: 'Began to import a file' },
  'POST /v1/uploads/{id}/cancel': { kind: 'connections', ru: 'Разбор файла остановлен', en: 'Stopped the import of a file' },
  'PUT /v1/upload-sources/{name}': { kind: 'connections', ru: 'Изменён источник файлов', en: 'Changed a source of files' },
  'DELETE /v1/upload-sources/{name}': { kind: 'connections', ru: 'Удалён источник файлов', en: 'Deleted a source of files' },
  'POST /v1/mail/log/{id}/resend': { kind: 'messages', ru: 'Письмо отправлено снова', en: 'Sent a message again' },
};

export const ACTS: ReadonlyMap<string, ActWords> = new Map(Object.entries({ ...OWN_ACTS, ...ENDPOINT_ACTS }));

/** An act in words; one of a version that is gone stands as it was written. */
export function textOfAct(act: string): LocalizedText {
  const words = ACTS.get(act);
  return words === undefined ? { ru: act, en: act } : { ru: words.ru, en: words.en };
}

/** Every act of a kind, as entries name them. */
export function actsOfKind(kind: ActKind): readonly string[] {
  return [...ACTS].filter(([, words]) => words.kind === kind).map(([act]) => act);
}
