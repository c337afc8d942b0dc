import type { DecisionProblemCode } from '../domain/decision.ts';
import { PERK_PROBLEMS } from './perk-problems.ts';
import { STAFF_PROBLEMS, type StaffProblemCode } from './staff-problems.ts';

/** Problems the edge itself finds, beside those of the engine. */
export type EdgeProblemCode =
  | 'bad_request'
  | 'invalid_json'
  | 'invalid_request'
  | 'occurred_at_in_future'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'event_unknown'
  | 'key_unknown'
  | 'webhook_unknown'
  | 'webhook_state'
  | 'webhook_limit'
  | 'delivery_unknown'
  | 'method_not_allowed'
  | 'request_timeout'
  | 'event_conflict'
  | 'idempotency_conflict'
  | 'program_not_draft'
  | 'program_published'
  | 'version_alone'
  | 'draft_changed'
  | 'terms_changed'
  | 'program_invalid'
  | 'program_advice'
  | 'advice_unanswered'
  | 'payee_incomplete'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'header_too_large'
  | 'too_many_requests'
  | 'intake_overloaded'
  | 'access_not_open'
  | 'access_no_grant'
  | 'not_ready'
  | 'internal_error';

export type ProblemCode = DecisionProblemCode | EdgeProblemCode | StaffProblemCode;

interface ProblemKind {
  readonly status: number;
  readonly ru: string;
  readonly en: string;
}

/** The one table from problem to HTTP status and words. */
export const PROBLEMS = {
  bad_request: { status: 400, ru: 'Запрос нельзя прочитать.', en: 'The request cannot be read.' },
  invalid_json: {
    status: 400,
    ru: 'Тело запроса — не JSON в UTF-8 без повторов ключей.',
    en: 'The body is not JSON in UTF-8 without repeated keys.',
  },
  invalid_request: { status: 422, ru: 'Поле запроса заполнено неверно.', en: 'A field of the request is wrong.' },
  occurred_at_in_future: { status: 422, ru: 'Событие из будущего.', en: 'The event lies in the future.' },
  unauthorized: {
    status: 401,
    ru: 'Нужен действующий ключ в заголовке Authorization: Bearer.',
    en: 'A valid key is needed in the header Authorization: Bearer.',
  },
  forbidden: { status: 403, ru: 'У ключа нет права на это действие.', en: 'The key has no right to do this.' },
  not_found: { status: 404, ru: 'Не найдено.', en: 'Not found.' },
  event_unknown: { status: 404, ru: 'События с таким номером нет.', en: 'There is no event with this id.' },
  key_unknown: { status: 404, ru: 'Такого ключа нет.', en: 'There is no such key.' },
  webhook_unknown: { status: 404, ru: 'Такого адреса для сообщений нет.', en: 'There is no such webhook.' },
  webhook_state: {
    status: 409,
    ru: 'Адрес для сообщений приостановлен или отключён: сначала включите его.',
    en: 'The webhook is paused or disabled: switch it on first.',
  },
  webhook_limit: { status: 409, ru: 'Больше 200 адресов для сообщений завести нельзя.', en: 'A business has at most 200 webhooks.' },
  delivery_unknown: { status: 404, ru: 'Такого сообщения у этого адреса нет.', en: 'This webhook has no such message.' },
  method_not_allowed: { status: 405, ru: 'Этот адрес не принимает такой метод.', en: 'This address does not take this method.' },
  request_timeout: { status: 408, ru: 'Запрос шёл слишком долго.', en: 'The request took too long to arrive.' },
  event_conflict: {
    status: 409,
    ru: 'Событие с этим номером уже есть, и тело у него другое.',
    en: 'An event with this id exists and has another body.',
  },
  idempotency_conflict: {
    status: 409,
    ru: 'Этот Idempotency-Key уже использован с другим телом.',
    en: 'This Idempotency-Key was used with another body.',
  },
  terms_changed: {
    status: 409,
    ru: 'Условия этой версии на этом языке другие: покажите их заново и пришлите их textHash.',
    en: 'The terms of this version in this language are others: show them again and send their textHash.',
  },
  program_not_draft: {
    status: 409,
    ru: 'Опубликованную версию программы нельзя ни изменить, ни удалить.',
    en: 'A published version of a programme can be neither changed nor deleted.',
  },
  program_published: {
    status: 409,
    ru: 'Программа уже публиковалась, и удалить её нельзя: её можно закончить, а черновик новой версии — удалить отдельно.',
    en: 'The programme has been published and cannot be deleted: end it, or delete just the draft of a new version.',
  },
  version_alone: {
    status: 409,
    ru: 'Это единственная версия: она удаляется вместе с программой.',
    en: 'This is the only version: it is deleted together with the programme.',
  },
  draft_changed: {
    status: 409,
    ru: 'Пока вы меняли черновик, его сохранили в другом окне или другой человек. Ничего не записано: сравните и решите, какой оставить.',
    en: 'While you were changing the draft, it was saved from another window or by another person. Nothing was written: compare them and choose.',
  },
  program_invalid: {
    status: 422,
    ru: 'Программа не может работать как описана: исправьте перечисленное в reasons.',
    en: 'The programme cannot work as written: mend what reasons lists.',
  },
  program_advice: {
    status: 422,
    ru: 'Так публиковать нельзя: исправьте перечисленное в reasons или, где это допускается, напишите причину.',
    en: 'This cannot be published: mend what reasons lists or, where that is allowed, type the reason.',
  },
  advice_unanswered: {
    status: 422,
    ru: 'На каждое предупреждение нужна причина, написанная словами: пришлите в reasons.',
    en: 'Each warning needs a typed reason: send it in reasons.',
  },
  body_too_large: { status: 413, ru: 'Тело запроса слишком большое.', en: 'The body is too large.' },
  unsupported_media_type: {
    status: 415,
    ru: 'Тело принимается только как application/json без сжатия.',
    en: 'The body must be application/json without compression.',
  },
  header_too_large: { status: 431, ru: 'Заголовки слишком большие.', en: 'The headers are too large.' },
  too_many_requests: { status: 429, ru: 'Слишком много запросов. Повторите позже.', en: 'Too many requests. Try again later.' },
  intake_overloaded: { status: 503, ru: 'Сервер перегружен. Повторите запрос.', en: 'The server is overloaded. Send the request again.' },
  not_ready: { status: 503, ru: 'База данных недоступна.', en: 'The database is not reachable.' },
  internal_error: { status: 500, ru: 'Внутренняя ошибка. Сообщите номер запроса.', en: 'Internal error. Report the request id.' },
  order_conflict: {
    status: 409,
    ru: 'Заказ или платёж с этим номером уже известен с другими данными.',
    en: 'The order or payment with this id is known with other data.',
  },
  refund_conflict: {
    status: 409,
    ru: 'Возврат с этим номером уже известен с другой суммой.',
    en: 'The refund with this id is known with another amount.',
  },
  refund_exceeds_payment: { status: 422, ru: 'Возвраты больше оплаты.', en: 'The refunds exceed what was paid.' },
  mixed_currency: {
    status: 422,
    ru: 'Все суммы заказа должны быть в одной валюте.',
    en: 'All amounts of an order must be in one currency.',
  },
  order_unknown: { status: 404, ru: 'Такого заказа нет.', en: 'There is no such order.' },
  customer_unknown: { status: 404, ru: 'Такого клиента нет.', en: 'There is no such customer.' },
  customer_merged: { status: 409, ru: 'Клиент объединён с другим.', en: 'The customer was merged into another.' },
  program_unknown: { status: 404, ru: 'Такой программы нет.', en: 'There is no such programme.' },
  program_state: { status: 409, ru: 'Состояние программы этого не позволяет.', en: 'The state of the programme does not allow this.' },
  version_unknown: { status: 404, ru: 'Такой версии программы нет.', en: 'There is no such version of the programme.' },
  budget_unit_changed: {
    status: 422,
    ru: 'Бюджет прежних версий ведётся в другой единице: деньги нельзя сменить на баллы и обратно.',
    en: 'Earlier versions keep this budget in the other unit: money cannot become points, nor points money.',
  },
  cap_unit_changed: {
    status: 422,
    ru: 'В одной из версий сумма рекомендателю по этому правилу ограничена, а версии дают её в разных единицах: деньги нельзя сменить на баллы и обратно.',
    en: 'A version limits what this rule gives a referrer, and the versions give it in different units: money cannot become points, nor points money.',
  },
  currency_changed: {
    status: 422,
    ru: 'Прежние версии ведутся в другой валюте: валюту программы сменить нельзя, для новой валюты сделайте новую программу.',
    en: 'Earlier versions are in another currency, which a programme keeps: make a new programme for the new currency.',
  },
  effective_from_invalid: { status: 422, ru: 'С этого времени версия начать не может.', en: 'The version cannot start at this time.' },
  membership_unknown: { status: 404, ru: 'Клиент не участвует в этой программе.', en: 'The customer has no membership of this programme.' },
  membership_state: { status: 409, ru: 'Состояние участия этого не позволяет.', en: 'The state of the membership does not allow this.' },
  enrolment_conditions: { status: 422, ru: 'Условия вступления не выполнены.', en: 'The conditions of joining are not met.' },
  enrolment_mode: { status: 422, ru: 'В эту программу так вступить нельзя.', en: 'The programme cannot be joined this way.' },
  code_taken: { status: 409, ru: 'Этот код занят или запрещён.', en: 'This code is taken or not allowed.' },
  code_invalid: {
    status: 422,
    ru: 'Код: от 3 до 32 латинских или русских букв, цифр и дефисов внутри.',
    en: 'A code has 3 to 32 Latin or Cyrillic letters, digits and inner hyphens.',
  },
  code_unknown: { status: 404, ru: 'Такого кода нет.', en: 'There is no such code.' },
  reward_unknown: { status: 404, ru: 'Такой награды нет.', en: 'There is no such reward.' },
  reward_state: { status: 409, ru: 'Состояние награды этого не позволяет.', en: 'The state of the reward does not allow this.' },
  coupon_unknown: { status: 404, ru: 'Такого купона нет.', en: 'There is no such coupon.' },
  coupon_state: { status: 409, ru: 'Состояние купона этого не позволяет.', en: 'The state of the coupon does not allow this.' },
  reservation_unknown: { status: 404, ru: 'Такого резерва нет.', en: 'There is no such reservation.' },
  reservation_state: { status: 409, ru: 'Состояние резерва этого не позволяет.', en: 'The state of the reservation does not allow this.' },
  amount_out_of_range: {
    status: 422,
    ru: 'Сумма вместе с уже учтёнными выходит за пределы 64-битного целого.',
    en: 'The amount, with those already counted, leaves the range of a 64-bit integer.',
  },
  insufficient_balance: { status: 422, ru: 'На балансе столько нет.', en: 'The balance does not hold that much.' },
  points_not_spendable: { status: 422, ru: 'Баллами этой программы платить нельзя.', en: 'Points of this programme cannot be spent.' },
  referral_unknown: { status: 404, ru: 'Такого приглашения нет.', en: 'There is no such referral.' },
  self_referral: { status: 422, ru: 'Нельзя пригласить самого себя.', en: 'Nobody can refer themselves.' },
  referral_cycle: { status: 422, ru: 'Приглашения замкнулись бы в круг.', en: 'The referrals would form a cycle.' },
  referrer_unknown: { status: 422, ru: 'Пригласивший неизвестен.', en: 'The referrer is unknown.' },
  complaint_state: { status: 409, ru: 'Состояние жалобы этого не позволяет.', en: 'The state of the complaint does not allow this.' },
  merge_invalid: { status: 422, ru: 'Этих клиентов объединить нельзя.', en: 'These customers cannot be merged.' },
  payee_incomplete: {
    status: 422,
    ru: 'Не хватает данных, без которых выплату нельзя ни провести, ни показать налоговой.',
    en: 'Data are missing without which a payout can be neither made nor reported.',
  },
  payee_missing: {
    status: 409,
    ru: 'Выплата деньгами возможна, когда известны вид получателя и данные для налога.',
    en: 'Cash is paid once the payee’s type and tax data are known.',
  },
  payout_unknown: { status: 404, ru: 'Такой выплаты нет.', en: 'There is no such payout.' },
  payout_state: { status: 409, ru: 'Состояние выплаты этого не позволяет.', en: 'The state of the payout does not allow this.' },
  payout_same_person: {
    status: 409,
    ru: 'Выплату одобряет не тот, кто её предложил.',
    en: 'A payout is approved by someone other than its author.',
  },
  tax_threshold: {
    status: 409,
    ru: 'Подарки и выплаты человеку за год достигли порога: напишите в taxHandling, как учтён налог.',
    en: 'The person’s gifts and cash of the year have reached the threshold: say in taxHandling how the tax is dealt with.',
  },
  ...PERK_PROBLEMS,
  ...STAFF_PROBLEMS,
  tier_unknown: { status: 404, ru: 'Такого уровня в программе нет.', en: 'The programme has no such tier.' },
  tier_state: {
    status: 409,
    ru: 'Пригласить можно только на уровень выше, на который вступают, приняв его условия.',
    en: 'Only a tier above that is entered by accepting its terms can be offered.',
  },
  tier_not_invited: {
    status: 409,
    ru: 'Приглашения на этот уровень нет: сначала выполняют его условия или приглашает сотрудник.',
    en: 'No invitation to this tier is open: first its conditions are met, or staff invite.',
  },
  nothing_due: { status: 409, ru: 'Делать нечего: срок ещё не пришёл или всё уже сделано.', en: 'Nothing is due, or it was done before.' },
} as const satisfies Record<ProblemCode, ProblemKind>;
