import type { ConnectorMapping } from '../../contract/connector-mapping.ts';

/**
 * The operation «Вызвать URL» of a GetCourse process over orders: all data stand in the address, as its owner wrote them there, and nothing is
 * signed. Source: getcourse.ru/blog/276215 (variables `{object.number}`, `{object.cost_money_value}`, `{object.status}`,
 * `{object.user.email}` …); states as getcourse.ru/help/api names them, and as they are shown in Russian.
 */
export const getCourseMapping: ConnectorMapping = {
  fields: {
    orderId: { paths: ['/number', '/id'] },
    customerId: { paths: ['/user_id'] },
    email: { paths: ['/email'] },
    phone: { paths: ['/phone'] },
    name: { paths: ['/first_name', '/last_name'], join: true },
    total: { paths: ['/cost'] },
    currency: { paths: ['/currency'], constant: 'RUB' },
    code: { paths: ['/promocode', '/code'] },
  },
  events: [
    {
      when: { paths: ['/status'] },
      is: ['new', 'in_work', 'payment_waiting', 'Новый', 'В работе', 'Ожидаем оплаты'],
      sends: ['order.placed'],
    },
    { when: { paths: ['/status'] }, is: ['payed', 'Завершен', 'Завершён', 'Оплачен'], sends: ['order.paid'] },
    { when: { paths: ['/status'] }, is: ['cancelled', 'false', 'Отменен', 'Отменён', 'Ложный'], sends: ['order.cancelled'] },
    // A part was paid, or money is about to be given back: the next state tells.
    {
      when: { paths: ['/status'] },
      is: ['part_payed', 'waiting_for_return', 'not_confirmed', 'Частично оплачен', 'Ожидаем возврата', 'Не подтвержден'],
      sends: [],
    },
  ],
  amounts: 'decimal',
};
/** What the owner writes behind the address in the process. */
export const GETCOURSE_QUERY =
  'number={object.number}&status={object.status}&cost={object.cost_money_value}&user_id={object.user.id}&email={object.user.email}&phone={object.user.phone}&first_name={object.user.first_name}&last_name={object.user.last_name}';
