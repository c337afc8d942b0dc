import type { Event } from '../events.ts';
import { idFromUuid, type ReservationId } from '../ids.ts';
import { currencyUnit } from '../ledger/unit.ts';
import type { Facts } from './facts.ts';

/** Of a dry run: nothing of it is stored, so that any id will do. */
const ASSUMED = idFromUuid<ReservationId>('00000000-0000-7000-8000-000000000000');

/**
 * Has credit captured for the order that a dry run is about to pay, so that it is decided with the total, the base and the payment the
 * order will have (contract.md 6.7): a total lowered by the credit would be another order, of nothing where credit pays it whole.
 */
export function assumeCredit(facts: Facts, { customer, body, occurredAt }: Event, creditMinor: bigint): void {
  if (creditMinor === 0n || customer === null || body.type !== 'order.paid') return;
  const { currency } = body.order;
  facts.reservations.load({
    id: ASSUMED,
    customerId: customer.id,
    orderId: body.orderId,
    unit: currencyUnit(currency),
    amount: creditMinor,
    valueMinor: creditMinor,
    currency,
    status: 'captured',
    allocations: [],
    returned: 0n,
    expiresAt: occurredAt,
  });
}
