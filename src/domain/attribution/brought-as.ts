/**
 * Two records that were both brought may turn out to be one person. Merging them re-decides nothing: the referral of the record that ended
 * stays under that record and keeps the orders that came by it, whose they were and whose they become (ADR 0021). Here is asked which
 * of a person's records an order came by.
 */
import type { Order, Referral } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId } from '../ids.ts';
import type { Program } from '../program/program.ts';

/** The record under which the friend was brought to the programme with this order: the customer's own, or one that was merged into it. */
export function broughtAs(ws: Workspace, program: Program, customerId: CustomerId, orderId: string | null): CustomerId {
  if (orderId === null) return customerId;
  return absorbedRecords(ws, customerId).find((record) => hasBrought(ws, program, record, orderId)) ?? customerId;
}

/** The referral an order came by. */
export function referralOfOrder(ws: Workspace, program: Program, { id, customerId }: Order): Referral | null {
  if (customerId === null) return null;
  return ws.referrals.get(memberKey(program.id, broughtAs(ws, program, customerId, id)));
}

/** The records that were merged into the customer, and into those before. */
export function absorbedRecords(ws: Workspace, customerId: CustomerId): readonly CustomerId[] {
  return ws.customers.by('survivor', customerId).flatMap(({ id }) => [id, ...absorbedRecords(ws, id)]);
}

/** By what is kept of it: the referral's own orders, what it counts by, and the rewards. */
function hasBrought(ws: Workspace, program: Program, record: CustomerId, orderId: string): boolean {
  const referral = ws.referrals.get(memberKey(program.id, record));
  if (referral === null) return false;
  if (referral.orderId === orderId || referral.qualifyingOrderId === orderId) return true;
  if (referral.counts.some((count) => count.orderId === orderId)) return true;
  return ws.rewards.by('order', orderId).some((reward) => reward.programId === program.id && reward.friendId === record);
}
