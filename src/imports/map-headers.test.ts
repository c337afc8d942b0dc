import { describe, expect, it } from 'vitest';
import { CUSTOMER_COLUMNS, ORDER_COLUMNS, REFUND_COLUMNS, synonymsOf } from './header-names.ts';
import { explainProblem } from './import-problem.ts';
import { mapHeaders, normalizeHeader } from './map-headers.ts';

function mapOrders(header: readonly string[], mapping?: string): Record<string, number> | string[] {
  const map = mapHeaders(header, { columns: ORDER_COLUMNS, ...(mapping === undefined ? {} : { mapping }) });
  if (!map.ok) return map.error.map((problem) => explainProblem(problem, 'en'));
  return Object.fromEntries([...map.value].map(([column, { index }]) => [column, index]));
}

describe('mapHeaders', () => {
  it('finds Russian and English names whatever their case, spaces and punctuation', () => {
    expect(mapOrders(['ORDER-ID', 'e mail', 'Дата  заказа', 'ИТОГО:', 'Кол-во'])).toEqual({
      orderId: 0,
      email: 1,
      occurredAt: 2,
      total: 3,
      quantity: 4,
    });
  });

  it('takes the currency out of the header of an amount', () => {
    const map = mapHeaders(['№ заказа', 'Телефон', 'Дата', 'Сумма (руб.)', 'Доставка, ₽'], { columns: ORDER_COLUMNS });
    expect(map.ok && [map.value.get('total')?.currency, map.value.get('delivery')?.currency]).toEqual(['RUB', 'RUB']);
  });

  it('names what is missing and what was found', () => {
    expect(mapOrders(['order_id', 'foo', '', 'bar'])).toEqual([
      'No column "occurred_at". Found: order_id | foo | bar. Name it with --map "occurred_at=header in the file"',
      'No column "amount | line_total". Found: order_id | foo | bar. Name it with --map "amount=header in the file"',
      'No column "customer_id | email | phone". Found: order_id | foo | bar. Name it with --map "customer_id=header in the file"',
    ]);
  });

  it('refuses two headers for one column unless one of them bears its first name', () => {
    const rest = ['customer_id', 'date', 'currency'];
    expect(mapOrders(['order_id', 'id', 'Сумма', ...rest])).toMatchObject({ orderId: 0 });
    expect(mapOrders(['order_id', 'Сумма', 'Итого', ...rest])).toEqual([
      'Several columns for "amount": Сумма | Итого. Choose one with --map "amount=header in the file"',
    ]);
    expect(mapOrders(['order_id', 'amount', 'Amount', ...rest])).toHaveLength(1);
  });

  it('lets --map overrule guesses, name one header twice and hold commas', () => {
    const header = ['Номер', 'Почта', 'Дата', 'Сумма, всего', 'Сумма'];
    expect(mapOrders(header, 'amount=Сумма, всего, customer_id=почта,email=Почта')).toEqual({
      orderId: 0,
      customerId: 1,
      email: 1,
      occurredAt: 2,
      total: 3,
    });
  });

  it.each([
    ['amount', 'Cannot read "amount" in --map'],
    ['=Сумма', 'Cannot read "=Сумма" in --map'],
    ['price=Сумма', '--map names a column we do not have: "price"'],
    ['amount=Price', '--map names the header "Price", which the file lacks or has twice'],
    ['amount=Сумма,total=Сумма', '--map names "total" twice'],
  ])('says what is wrong with --map "%s"', (mapping, sentence) => {
    expect(mapOrders(['Номер', 'Почта', 'Дата', 'Сумма'], mapping)).toEqual([expect.stringContaining(sentence)]);
  });

  it.each([
    ['orders', ORDER_COLUMNS],
    ['customers', CUSTOMER_COLUMNS],
    ['refunds', REFUND_COLUMNS],
  ])('never gives one header of %s to two columns', (_kind, { headers }) => {
    const names = Object.values(headers).flatMap((synonyms) => [...new Set(synonymsOf(synonyms).map(normalizeHeader))]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
