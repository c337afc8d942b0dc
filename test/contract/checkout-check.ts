import type { ContractShop } from './shop.ts';
import { rub, type Wire } from './wire.ts';

/** What the shop is told of the order it is about to take. */
export function check(
  shop: ContractShop,
  total: number,
  more: {
    delivery?: number;
    coupons?: readonly string[];
    by?: string;
    reserve?: boolean;
    id?: string;
    credit?: number;
    lines?: readonly object[];
    code?: string;
  } = {},
): Promise<Wire> {
  return shop.do('POST', '/v1/checkout/check', {
    customer: { externalId: more.by ?? 'friend' },
    order: {
      total: rub(total),
      ...(more.delivery === undefined ? {} : { delivery: rub(more.delivery) }),
      ...(more.id === undefined ? {} : { id: more.id }),
      ...(more.lines === undefined ? {} : { lines: more.lines }),
    },
    ...(more.coupons === undefined ? {} : { couponCodes: more.coupons }),
    ...(more.credit === undefined ? {} : { credit: rub(more.credit) }),
    ...(more.code === undefined ? {} : { code: more.code }),
    ...(more.reserve === true ? { reserve: true } : {}),
  });
}
