/** Orders as a table. */
import { countCell, moneyCell, textCell, timeCell } from './table-cell.ts';
import { cutPage, type TableList } from './table-list.ts';

/** Its headers are those an import of orders knows: what is taken out can be brought in again. */
export const orderList: TableList = {
  headers: [
    'order_id',
    'occurred_at',
    'status',
    'amount',
    'currency',
    'delivery',
    'tax',
    'refunded',
    'channel',
    'customer_id',
    'email',
    'phone',
    'name',
    'delivered_at',
    'order_of_customer',
  ],
  page: async ({ db, caller, query, customerId, after, limit }) => {
    let rowsQuery = db
      .selectFrom('shop_order as o')
      .leftJoin('person', (join) => join.onRef('person.tenant_id', '=', 'o.tenant_id').onRef('person.customer_id', '=', 'o.customer_id'))
      .select((eb) => [
        'o.order_id',
        'o.currency',
        'o.total_minor',
        'o.delivery_minor',
        'o.tax_minor',
        'o.channel',
        'o.placed_at',
        'o.paid_at',
        'o.first_payment_at',
        'o.delivered_at',
        'o.cancelled_at',
        'o.number',
        'person.external_id',
        'person.email',
        'person.phone',
        'person.name',
        eb
          .selectFrom('refund')
          .select((inner) => inner.fn.sum<bigint>('refund.amount_minor').as('sum'))
          .whereRef('refund.tenant_id', '=', 'o.tenant_id')
          .whereRef('refund.order_id', '=', 'o.order_id')
          .as('refunded_minor'),
      ])
      .where('o.tenant_id', '=', caller.tenantId)
      .where('o.total_minor', 'is not', null);
    if (query.from !== undefined)
      rowsQuery = rowsQuery.where((eb) => eb(eb.fn.coalesce('o.first_payment_at', 'o.placed_at'), '>=', query.from ?? null));
    if (query.until !== undefined)
      rowsQuery = rowsQuery.where((eb) => eb(eb.fn.coalesce('o.first_payment_at', 'o.placed_at'), '<', query.until ?? null));
    if (customerId !== undefined) rowsQuery = rowsQuery.where('o.customer_id', '=', customerId);
    const [last] = after ?? [];
    if (last !== undefined) rowsQuery = rowsQuery.where('o.order_id', '>', last);
    const found = await rowsQuery
      .orderBy('o.order_id')
      .limit(limit + 1)
      .execute();
    const { rows, next } = cutPage(found, limit, (last) => [last.order_id]);
    return {
      next,
      rows: rows.map((row) => [
        textCell(row.order_id),
        timeCell(row.paid_at ?? row.first_payment_at ?? row.placed_at),
        textCell(row.cancelled_at !== null ? 'cancelled' : row.paid_at === null ? 'placed' : 'paid'),
        moneyCell(row.total_minor, row.currency),
        textCell(row.currency),
        moneyCell(row.delivery_minor === 0n ? null : row.delivery_minor, row.currency),
        moneyCell(row.tax_minor === 0n ? null : row.tax_minor, row.currency),
        moneyCell(row.refunded_minor === null ? null : BigInt(row.refunded_minor), row.currency),
        textCell(row.channel),
        textCell(row.external_id),
        textCell(row.email),
        textCell(row.phone),
        textCell(row.name),
        timeCell(row.delivered_at),
        countCell(row.number),
      ]),
    };
  },
};
