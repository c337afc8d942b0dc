import { floorDiv } from '../domain/money/money.ts';
import type { DemoPerson } from './demo-people.ts';
import { COUPON_BASIS_POINTS } from './demo-program.ts';

const DELIVERY_MINOR = 30_000n;

export interface Buying {
  readonly at: Date;
  readonly by: DemoPerson;
  readonly attribution?: object;
  readonly coupon?: string;
  readonly reservationId?: string;
  readonly goodsMinor: bigint;
}

/** An `order.paid` on the wire; a coupon has lowered its total as the checkout would have. */
export function orderPaid(orderId: string, { at, by, attribution, coupon, reservationId, goodsMinor }: Buying): object {
  const discount = coupon === undefined ? 0n : floorDiv(goodsMinor * COUPON_BASIS_POINTS, 10_000n);
  const lineMinor = goodsMinor - discount;
  return {
    id: `paid-${orderId}`,
    type: 'order.paid',
    occurredAt: at.toISOString(),
    customer: by,
    order: {
      id: orderId,
      total: rub(lineMinor + DELIVERY_MINOR),
      delivery: rub(DELIVERY_MINOR),
      channel: 'web',
      lines: [{ sku: 'TEA-1', category: 'tea', quantity: 1, total: rub(lineMinor) }],
    },
    ...(attribution === undefined ? {} : { attribution }),
    ...(coupon === undefined ? {} : { couponCodes: [coupon] }),
    ...(reservationId === undefined ? {} : { reservationIds: [reservationId] }),
  };
}

export function rub(amountMinor: bigint): { readonly amountMinor: string; readonly currency: 'RUB' } {
  return { amountMinor: amountMinor.toString(), currency: 'RUB' };
}
