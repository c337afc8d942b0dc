/**
 * What the columns of an import are called in the files of shops, in Russian and English. Compared without case, spaces,
 * underscores and punctuation. `|` stands between the names of a column; the first is the one
 * that `--map` and the problems use.
 */

export const ORDER_HEADERS = {
  orderId: `order_id | order | order number | order no | order name | id | number | номер заказа | заказ | id заказа | код заказа | №
    заказа | № | номер | номер чека | чек`,
  customerId: `customer_id | customer | client id | client | user id | external id | id клиента | клиент | код клиента | номер клиента |
    покупатель | id покупателя | код покупателя | контрагент`,
  email: `email | e-mail | mail | email address | customer email | billing email | почта | эл. почта | электронная почта | email
    клиента | почта клиента | адрес почты | имейл`,
  phone: `phone | phone number | telephone | tel | mobile | customer phone | billing phone | телефон | номер телефона | тел |
    мобильный | мобильный телефон | телефон клиента | телефон покупателя`,
  name: `name | customer name | client name | full name | billing name | имя | фио | имя клиента | имя покупателя | фио клиента |
    ф.и.о. | фио покупателя`,
  occurredAt: `occurred_at | date | order date | created at | created | paid at | paid date | datetime | time | date time | timestamp |
    purchase date | дата | дата заказа | дата оплаты | дата и время | дата покупки | дата создания | время`,
  total: `amount | total | order total | order amount | sum | paid amount | grand total | total price | сумма | сумма заказа |
    итого | всего | стоимость | стоимость заказа | сумма оплаты | к оплате | сумма чека`,
  currency: 'currency | currency code | order currency | валюта | код валюты | валюта заказа',
  delivery: `delivery | shipping | shipping cost | delivery cost | shipping total | order shipping | доставка | стоимость доставки |
    сумма доставки`,
  tax: 'tax | taxes | vat | tax total | order tax | total tax | ндс | налог | сумма ндс | налоги',
  cost: 'cost | cogs | cost price | cost of goods | себестоимость | закупка | закупочная цена | закупочная стоимость',
  channel: 'channel | source | sales channel | канал | канал продаж | источник | источник заказа',
  category: 'category | product category | категория | категория товара | раздел | товарная группа',
  sku: 'sku | article | item sku | lineitem sku | product sku | product id | артикул | код товара | арт',
  quantity: 'quantity | qty | lineitem quantity | item quantity | количество | кол-во | кол во | шт',
  lineTotal: `line_total | line amount | item total | order line total | сумма позиции | сумма строки | сумма по строке | стоимость
    позиции | сумма товара`,
  items: 'items | item count | items count | number of items | позиций | число товаров | количество товаров | товаров',
  refunded: 'refunded | refunded amount | refund | refund amount | возврат | сумма возврата | возвращено | возвраты',
  code: `code | promo code | coupon | referral code | discount code | промокод | код друга | купон | реферальный код`,
  status: 'status | order status | financial status | payment status | статус | статус заказа | статус оплаты | состояние',
} as const;

export const CUSTOMER_HEADERS = {
  customerId: `customer_id | external id | id | client id | user id | customer | client | id клиента | код клиента | клиент | номер клиента
    | код | контрагент`,
  email: ORDER_HEADERS.email,
  phone: ORDER_HEADERS.phone,
  name: ORDER_HEADERS.name,
  code: `code | referral code | promo code | card | card number | own code | промокод | реферальный код | карта | номер карты | код
    рекомендации | личный код`,
  referrerId: `referrer_id | referrer | referred by | invited by | parent id | id рекомендателя | рекомендатель | пригласил | кто пригласил
    | кто привел | привел | id пригласившего`,
  referrerCode: `referrer_code | referral code used | invite code | referred by code | код пригласившего | код рекомендателя | использованный
    код | промокод друга`,
  referredAt: 'referred_at | referral date | invited at | дата приглашения | когда пригласили | когда привели',
  openingBalance: `opening_balance | balance | bonus balance | store credit | credit | баланс | остаток | бонусы | бонусный баланс | бонусный
    счет | начальный баланс | остаток бонусов`,
  openingBalanceExpiresAt: `opening_balance_expires_at | balance expires at | balance expires | expires at | expires | expiry | срок действия | сгорает
    | сгорают | действует до | дата сгорания | баланс сгорает | бонусы сгорают`,
  openingPoints: 'opening_points | points | points balance | баллы | остаток баллов | баланс баллов | начальные баллы',
  currency: ORDER_HEADERS.currency,
  personalDataAt: `personal_data_consent_at | personal data consent | personal data consent date | consent at | consent | consent date |
    согласие на обработку персональных данных | согласие на обработку | согласие пдн | согласие на обработку пдн | дата согласия
    | согласие | дата согласия пдн`,
  personalDataVersion: 'personal_data_consent_version | consent version | версия согласия | версия согласия пдн | редакция согласия',
  personalDataProof: `personal_data_consent_proof | consent proof | consent source | подтверждение согласия | источник согласия | подтверждение
    согласия пдн | где дано согласие`,
  advertisingAt: `advertising_consent_at | advertising consent | marketing consent | marketing consent at | marketing consent date | accepts
    marketing | согласие на рекламу | согласие на рассылку | дата согласия на рекламу | дата согласия на рассылку`,
  advertisingVersion: 'advertising_consent_version | marketing consent version | версия согласия на рекламу | версия согласия на рассылку',
  advertisingProof: `advertising_consent_proof | marketing consent proof | marketing consent source | подтверждение согласия на рекламу |
    источник согласия на рекламу | подтверждение согласия на рассылку | источник согласия на рассылку`,
} as const;

export const REFUND_HEADERS = {
  refundId: 'refund_id | refund number | return id | номер возврата | id возврата | код возврата | № возврата',
  orderId: ORDER_HEADERS.orderId,
  total: 'amount | refund amount | refunded amount | refunded | total | sum | сумма | сумма возврата | возвращено | итого',
  currency: ORDER_HEADERS.currency,
  occurredAt: `occurred_at | date | refund date | refunded at | return date | created at | datetime | дата | дата возврата | дата и время |
    время`,
} as const;

export type OrderColumn = keyof typeof ORDER_HEADERS;
export type CustomerColumn = keyof typeof CUSTOMER_HEADERS;
export type RefundColumn = keyof typeof REFUND_HEADERS;

/** The columns of one kind of import, and which of them a file cannot do without. */
export interface ImportColumns<C extends string> {
  readonly headers: Readonly<Record<C, string>>;
  readonly columns: readonly C[];
  /** At least one column of each group. */
  readonly required: ReadonlyArray<readonly C[]>;
}

export const ORDER_COLUMNS: ImportColumns<OrderColumn> = {
  headers: ORDER_HEADERS,
  columns: columnsOf(ORDER_HEADERS),
  required: [['orderId'], ['occurredAt'], ['total', 'lineTotal'], ['customerId', 'email', 'phone']],
};

export const CUSTOMER_COLUMNS: ImportColumns<CustomerColumn> = {
  headers: CUSTOMER_HEADERS,
  columns: columnsOf(CUSTOMER_HEADERS),
  required: [['customerId', 'email', 'phone']],
};

export const REFUND_COLUMNS: ImportColumns<RefundColumn> = {
  headers: REFUND_HEADERS,
  columns: columnsOf(REFUND_HEADERS),
  required: [['orderId'], ['occurredAt']],
};

function columnsOf<T extends object>(headers: T): ReadonlyArray<keyof T & string> {
  return Object.keys(headers).filter((name): name is keyof T & string => Object.hasOwn(headers, name));
}

/** All names of one column, the first name first. */
export function synonymsOf(headers: string): readonly string[] {
  return headers.split('|').map((name) => name.trim());
}

export function firstNameOf(headers: string): string {
  const [first = ''] = headers.split('|');
  return first.trim();
}
